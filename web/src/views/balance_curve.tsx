// Balance over time with its range, and the days on which something turned.
import { dayText, monthOf, windowText } from '../model/dates';
import type { History } from '../data/report';
import { columnsOf, columnText } from '../model/moves';
import { ActorLink } from '../parts/names';
import { Hatch } from '../parts/time_strip';
import { useWidth } from '../parts/width';

const LEFT = 52;
const TOP = 10;
const HEIGHT = 120;

const percent = (share: number) => `${Math.round(share * 100)} %`;

export function BalanceCurve({ history }: { history: History }) {
  const [host, width] = useWidth(800);
  const { windows } = history;
  const known = windows.flatMap((window, n) => (window.ties ? [n] : []));
  if (known.length < 2) return null;
  const columns = columnsOf(
    windows.map(({ from, to, ties }) => ({
      from: monthOf(from),
      to: monthOf(to),
      known: ties > 0,
    })),
  );
  const placeOf = new Map(columns.map(({ window }, place) => [window, place]));
  const least = Math.min(...known.map((n) => Math.min(windows[n].low, windows[n].chance)));
  const floor = Math.min(0.9, Math.floor(least * 10) / 10);
  const wide = (width - LEFT) / columns.length;
  const x = (n: number) => LEFT + (placeOf.get(n)! + 0.5) * wide;
  const y = (share: number) => TOP + ((1 - share) / (1 - floor)) * HEIGHT;
  // Nothing is drawn through windows without a tie.
  const line = (of: 'balance' | 'chance') =>
    known
      .map((n, i) => `${known[i - 1] === n - 1 ? 'L' : 'M'}${x(n)} ${y(windows[n][of])}`)
      .join('');
  const every = Math.ceil(92 / wide);
  return (
    <figure class="balance-curve" ref={host}>
      <svg
        width={width}
        height={TOP + HEIGHT + 26}
        viewBox={`0 0 ${width} ${TOP + HEIGHT + 26}`}
        role="img"
        aria-label="Balance over time; a table follows"
      >
        <Hatch />
        {[floor, (1 + floor) / 2, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1={LEFT} x2={width} y1={y(share)} y2={y(share)} />
            <text class="tick" x={LEFT - 8} y={y(share) + 4} text-anchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {columns.map(({ from, window }, place) =>
          placeOf.has(window) && windows[window]?.ties ? null : (
            <rect
              key={from}
              class="uncovered"
              x={LEFT + place * wide}
              y={TOP}
              width={wide}
              height={HEIGHT}
            />
          ),
        )}
        <path class="by-chance" d={line('chance')} />
        <path class="balance" d={line('balance')} />
        {known.map((n) => {
          const { low, high, balance, chance, p } = windows[n];
          const when = windowText({ from: monthOf(windows[n].from), to: monthOf(windows[n].to) });
          return (
            <g key={n}>
              <title>
                {`${when}: ${percent(balance)} fits the camps, ` +
                  `${percent(low)} to ${percent(high)} in resamples of the events; ` +
                  `by chance ${percent(chance)} (p ${p})`}
              </title>
              <line class="range" x1={x(n)} x2={x(n)} y1={y(low)} y2={y(high)} />
              <circle class="balance" cx={x(n)} cy={y(balance)} r="4" />
            </g>
          );
        })}
        {columns.map((column, place) =>
          place % every === 0 ? (
            <text
              key={column.from}
              class="tick"
              x={Math.min(width - 40, LEFT + (place + 0.5) * wide)}
              y={TOP + HEIGHT + 22}
              text-anchor="middle"
            >
              {columnText(column)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption class="note">
        {'How much of the strength of all ties fits the camps of each window; upright, nine ' +
          `tenths of ${history.samples} resamples of the events; dotted, the same ties with ` +
          'signs dealt out anew; hatched, no tie was reported.'}
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table class="ties">
          <thead>
            <tr>
              {['Window', 'Ties', 'Fits', 'Resampled', 'By chance', 'p'].map((title) => (
                <th key={title} scope="col" class={title === 'Window' ? '' : 'number'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {windows.map(({ from, to, ties, balance, low, high, chance, p }) => (
              <tr key={from}>
                <td>{windowText({ from: monthOf(from), to: monthOf(to) })}</td>
                <td class="number">{ties}</td>
                <td class="number">{ties ? percent(balance) : 'unknown'}</td>
                <td class="number">{ties ? `${percent(low)} – ${percent(high)}` : ''}</td>
                <td class="number">{ties ? percent(chance) : ''}</td>
                <td class="number">{ties ? p : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`;

export function TurningPoints({ history }: { history: History }) {
  if (!history.changes.length) return null;
  return (
    <>
      <h3>Turning points</h3>
      <ul class="sentences">
        {history.changes.slice(0, 40).map(({ of, a, b, date, before, after, p }) => (
          <li key={`${of}-${a}-${b}-${date}`}>
            {`${dayText(date)}: `}
            {of === 'tie' ? (
              <>
                <ActorLink actor={a} /> and <ActorLink actor={b} />, deeds
              </>
            ) : of === 'fit' ? (
              `deeds fit the camps of the whole time ${after > before ? 'more' : 'less'},`
            ) : (
              `all deeds became ${after > before ? 'friendlier' : 'more hostile'},`
            )}
            {` from ${signed(before)} to ${signed(after)} (p ${p}).`}
          </li>
        ))}
      </ul>
    </>
  );
}
