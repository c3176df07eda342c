// One tie in full: its history, both directions, every sentence.
import { windowsOf, windowText, NO_MONTH } from '../model/dates';
import { EventList, MarksKey } from '../parts/evidence';
import { ActorLink, plural, TieMark } from '../parts/names';
import { TieFacts } from '../parts/panel';
import { TieWhatIf } from '../parts/what_if_controls';
import { Hatch } from '../parts/time_strip';
import { useWidth } from '../parts/width';
import { useApp } from '../state/app';

const HISTORY_LEFT = 44;

// Weight of the friendly and hostile deeds of each side in each window.
export function History({ events }: { events: number[] }) {
  const app = useApp();
  const { report, month } = app.index;
  const [host, width] = useWidth(800);
  const dated = events.filter((e) => month[e] !== NO_MONTH);
  if (!dated.length) return null;
  const months = dated.map((e) => month[e]);
  const windows = windowsOf(Math.min(...months), Math.max(...months), 24);
  const sums = windows.map(({ from, to }) => {
    const own = dated.filter((e) => month[e] >= from && month[e] <= to);
    const sum = (sign: number) =>
      own.reduce((all, e) => all + Math.max(0, sign * report.events[e].weight), 0);
    return { friendly: sum(1), hostile: sum(-1) };
  });
  const most = Math.max(1, ...sums.flatMap(({ friendly, hostile }) => [friendly, hostile]));
  const wide = (width - HISTORY_LEFT) / windows.length;
  const size = Math.min(46, wide * 0.7);
  const every = Math.ceil(72 / wide);
  const y = (value: number) => 78 - (value / most) * 56;
  return (
    <div ref={host}>
      <svg
        class="history"
        width={width}
        height="160"
        viewBox={`0 0 ${width} 160`}
        role="img"
        aria-label="Weight of friendly and hostile deeds over time"
      >
        <Hatch />
        <text class="tick" x="0" y="11">
          weight of the deeds: friendly up, hostile down
        </text>
        {[most, 0, -most].map((value) => (
          <g key={value}>
            <line
              class={value ? 'grid' : 'axis'}
              x1={HISTORY_LEFT}
              x2={width}
              y1={y(value)}
              y2={y(value)}
            />
            <text class="tick" x={HISTORY_LEFT - 8} y={y(value) + 4} text-anchor="end">
              {Math.abs(value).toFixed(value ? 1 : 0)}
            </text>
          </g>
        ))}
        {sums.map(({ friendly, hostile }, n) => {
          const middle = HISTORY_LEFT + (n + 0.5) * wide;
          const bar = { x: middle - size / 2, width: size };
          return (
            <g key={n}>
              <title>
                {`${windowText(windows[n])}: +${friendly.toFixed(1)} −${hostile.toFixed(1)}`}
              </title>
              <rect class="bin friendly" {...bar} y={y(friendly)} height={78 - y(friendly)} />
              <rect class="bin hostile" {...bar} y="78" height={78 - y(hostile)} />
              {(windows.length - 1 - n) % every === 0 && (
                <text class="tick" x={Math.min(middle, width - 34)} y="154" text-anchor="middle">
                  {windowText(windows[n])}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export function TiePage() {
  const app = useApp();
  const index = app.tie.value;
  if (index < 0) {
    return (
      <p>
        No tie is chosen. Choose one in the <a href={app.link({ view: 'network' })}>network</a> or
        the <a href={app.link({ view: 'matrix' })}>table</a>.
      </p>
    );
  }
  const { a, b } = app.index.report.ties[index];
  const tie = app.tieAt.value.get(index);
  const events = app.index.eventsOfTie[index].filter((e) => app.mask.value[e]);
  const { events: all } = app.index.report;
  const of = (sign: number) => events.filter((e) => Math.sign(all[e].sign) === sign);
  return (
    <div class="prose">
      <h2>
        <ActorLink actor={a} page /> and <ActorLink actor={b} page />
      </h2>
      {tie ? (
        <>
          <p class="facts">
            <TieMark relation={tie.relation} />
            {` ${tie.relation}, strength ${tie.strength.toFixed(1)}, `}
            {plural(tie.events, 'event')}
          </p>
          <TieFacts tie={tie} />
        </>
      ) : (
        <p>The filter lets none of its events through.</p>
      )}
      <TieWhatIf a={a} b={b} />
      <h3>History</h3>
      <History events={events} />
      <MarksKey />
      {(
        [
          ['Friendly', of(1)],
          ['Hostile', of(-1)],
          ['Neither', of(0)],
        ] as [string, number[]][]
      ).map(
        ([name, list]) =>
          list.length > 0 && (
            <section key={name}>
              <h3>
                {name}: {plural(list.length, 'sentence')}
              </h3>
              <EventList events={list} />
            </section>
          ),
      )}
    </div>
  );
}
