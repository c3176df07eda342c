// Friendly and hostile events a month, and the months in which nothing was reported at all.
import { isoMonth, monthOf, monthText, NO_MONTH } from '../model/dates';
import { selectEvents } from '../model/filter';
import { plural } from '../parts/names';
import { binsOf, Hatch, useBrush } from '../parts/time_strip';
import { useWidth } from '../parts/width';
import { type App, useApp } from '../state/app';

export interface MonthRow {
  month: string;
  friendly: number;
  hostile: number;
  articles: number;
}

// Only the events of what is chosen, where something is.
function chosenMask(app: App): Uint8Array {
  const mask = selectEvents(app.index, { ...app.address.value.filter, from: null, to: null });
  const tie = app.tie.value;
  const actors = new Set(app.actors.value);
  if (tie < 0 && !actors.size) return mask;
  app.index.report.events.forEach((event, e) => {
    const own = tie >= 0 ? app.index.tieOf[e] === tie : actors.has(event.s) || actors.has(event.t);
    if (!own) mask[e] = 0;
  });
  return mask;
}

export function monthRows(app: App): MonthRow[] {
  const { first, last, articlesIn } = app.index;
  if (first === NO_MONTH) return [];
  const bins = binsOf(app, chosenMask(app), first, last - first + 1);
  return bins.friendly.map((friendly, n) => ({
    month: isoMonth(first + n),
    friendly,
    hostile: bins.hostile[n],
    articles: articlesIn.get(first + n) ?? 0,
  }));
}

const TOP = 24;
const HALF = 130;
const LEFT = 56;

// 1, 2 or 5 times a power of ten, so that there are at most four lines up.
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => most / n <= 4) ?? most;
}

function Scale({ most, width }: { most: number; width: number }) {
  const step = stepOf(most);
  const marks = [];
  for (let value = 0; value <= most; value += step) marks.push(value);
  return (
    <>
      {marks.flatMap((value) =>
        [1, -1].map((side) => {
          const y = TOP + HALF - (side * value * HALF) / most;
          return (
            <g key={side * value}>
              <line class={value ? 'grid' : 'axis'} x1={LEFT} x2={width} y1={y} y2={y} />
              <text class="tick" x={LEFT - 8} y={y + 4} text-anchor="end">
                {value}
              </text>
            </g>
          );
        }),
      )}
    </>
  );
}

function Bar({ row, x, wide, most }: { row: MonthRow; x: number; wide: number; most: number }) {
  const size = Math.min(46, Math.max(1, wide * 0.72));
  const left = x + (wide - size) / 2;
  const up = (row.friendly / most) * HALF;
  const down = (row.hostile / most) * HALF;
  return (
    <g>
      <title>
        {`${monthText(monthOf(row.month))}: ${row.friendly} friendly, ${row.hostile} hostile, ` +
          (row.articles ? plural(row.articles, 'article') : 'no reports')}
      </title>
      <rect class="touch" x={x} width={wide} y={TOP} height={2 * HALF} />
      <rect class="bin friendly" x={left} width={size} y={TOP + HALF - up} height={up} />
      <rect class="bin hostile" x={left} width={size} y={TOP + HALF} height={down} />
      <rect
        class={row.articles ? 'covered' : 'uncovered'}
        x={x}
        width={Math.max(1, wide - (wide > 4 ? 1 : 0))}
        y={TOP + 2 * HALF + 8}
        height="7"
      />
    </g>
  );
}

function Chart({ rows }: { rows: MonthRow[] }) {
  const app = useApp();
  const [host, width] = useWidth(800);
  const { first, last } = app.index;
  const wide = (width - LEFT) / rows.length;
  const most = Math.max(2, ...rows.map((row) => Math.max(row.friendly, row.hostile)));
  const brush = useBrush((x) =>
    Math.min(last, Math.max(first, first + Math.floor((x - LEFT) / wide))),
  );
  const { filter } = app.address.value;
  const window = app.brush.value ?? { from: filter.from ?? first, to: filter.to ?? last };
  const every = Math.ceil(86 / wide);
  return (
    <div class="chart" ref={host}>
      <svg
        class="timeline"
        width={width}
        height={TOP + 2 * HALF + 40}
        viewBox={`0 0 ${width} ${TOP + 2 * HALF + 40}`}
        role="img"
        aria-label="Events over time; a table follows"
        {...brush}
      >
        <Hatch />
        <rect
          class={window.from <= first && window.to >= last ? 'window whole' : 'window'}
          x={LEFT + (window.from - first) * wide}
          width={Math.max(2, (window.to - window.from + 1) * wide)}
          y={TOP}
          height={2 * HALF}
        />
        <Scale most={most} width={width} />
        {rows.map((row, n) => (
          <Bar key={row.month} row={row} x={LEFT + n * wide} wide={wide} most={most} />
        ))}
        <text class="tick" x="0" y="11">
          deeds a month
        </text>
        {['friendly', 'hostile'].map((kind, n) => (
          <text
            key={kind}
            class="tick"
            text-anchor="middle"
            transform={`translate(11 ${TOP + HALF * (n + 0.5)}) rotate(-90)`}
          >
            {kind}
          </text>
        ))}
        <text class="tick" x={LEFT - 8} y={TOP + 2 * HALF + 16} text-anchor="end">
          reports
        </text>
        {rows.map((row, n) => {
          const x = LEFT + (n + 0.5) * wide;
          return n % every === 0 && x < width - 28 ? (
            <text
              key={row.month}
              class="tick"
              x={Math.max(LEFT + 28, x)}
              y={TOP + 2 * HALF + 32}
              text-anchor="middle"
            >
              {monthText(first + n)}
            </text>
          ) : null;
        })}
      </svg>
    </div>
  );
}

export function TimelineView() {
  const app = useApp();
  const rows = monthRows(app);
  if (!rows.length) return <p>No event has a date, so there is no timeline.</p>;
  const silent = rows.filter((row) => !row.articles).length;
  const chosen = app.tie.value >= 0 || app.actors.value.length > 0;
  return (
    <>
      <h2>Timeline</h2>
      <p class="lead">
        Friendly deeds up, hostile deeds down, by month{chosen ? ', of what is chosen' : ''}.{' '}
        <span class="hint">Drag over the chart to choose a time window. </span>
        {silent > 0 &&
          `Hatched below: ${plural(silent, 'month')} without a report; that nothing stands ` +
            'there does not mean that nothing happened.'}
      </p>
      <Chart rows={rows} />
      <details>
        <summary>The same as a table</summary>
        <table class="ties">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" class="number">
                Friendly
              </th>
              <th scope="col" class="number">
                Hostile
              </th>
              <th scope="col" class="number">
                Articles
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.month}>
                <td>{row.month}</td>
                <td class="number">{row.friendly}</td>
                <td class="number">{row.hostile}</td>
                <td class="number">{row.articles || 'no reports'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
