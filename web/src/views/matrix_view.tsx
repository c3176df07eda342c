// The network as a matrix and as a table: everything the drawing shows, in words and numbers.
import { pairKey } from '../model/index';
import { monthsText } from '../model/dates';
import type { TieNow } from '../model/ties';
import { Hatch } from '../parts/time_strip';
import { More, useMore } from '../parts/more';
import { ActorLink, NOTHING, signed, TieLink, tieName } from '../parts/names';
import { useWidth } from '../parts/width';
import { type App, useApp } from '../state/app';

const ACTORS_MAX = 36;

// The heaviest actors, camp by camp.
export function matrixActors(app: App): number[] {
  const weight = new Map<number, number>();
  for (const tie of app.shownTies.value) {
    weight.set(tie.a, (weight.get(tie.a) ?? 0) + tie.strength);
    weight.set(tie.b, (weight.get(tie.b) ?? 0) + tie.strength);
  }
  const { camp } = app.shownCamps.value;
  const place = (actor: number) => (camp[actor] === 0 ? 3 : camp[actor]);
  return [...weight.keys()]
    .sort((p, q) => weight.get(q)! - weight.get(p)! || p - q)
    .slice(0, ACTORS_MAX)
    .sort((p, q) => place(p) - place(q) || weight.get(q)! - weight.get(p)! || p - q);
}

const square = (x: number, y: number, half: number): string =>
  `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`;

// Half of a square, above (-1) or below (1) its diagonal.
const corner = (x: number, y: number, half: number, side: number): string =>
  `M${x - half} ${y + half}L${x + half} ${y - half}L${x + side * half} ${y + side * half}z`;

function Matrix() {
  const app = useApp();
  const actors = matrixActors(app);
  const { actors: all } = app.index.report;
  const { camp } = app.shownCamps.value;
  const ties = new Map(app.shownTies.value.map((tie) => [pairKey(all.length, tie.a, tie.b), tie]));
  const strongest = Math.max(1e-9, ...app.shownTies.value.slice(0, 1).map((tie) => tie.strength));
  const [host, width] = useWidth(860);
  const most = width < 500 ? 15 : 25;
  const short = (name: string) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
  const longest = Math.max(4, ...actors.map((actor) => short(all[actor].name).length));
  const left = 12 + 7 * longest;
  const top = 16 + 6.2 * longest;
  const right = 3.6 * longest;
  const room = (width - left - right) / Math.max(1, actors.length);
  const cell = Math.min(32, Math.max(20, Math.floor(room)));
  const size = actors.length * cell;
  return (
    <div
      class="scroll"
      ref={host}
      tabIndex={0}
      role="group"
      aria-label="Matrix of ties; the table follows"
    >
      <svg
        class="matrix"
        width={left + size + right}
        height={top + size + 10}
        viewBox={`0 0 ${left + size + right} ${top + size + 10}`}
        aria-hidden="true"
      >
        <Hatch />
        {actors.map((actor, n) => (
          <g key={actor}>
            <text
              class={`row-name camp-${camp[actor]}`}
              x={left - 8}
              y={top + (n + 0.5) * cell + 4}
              text-anchor="end"
            >
              {short(all[actor].name)}
            </text>
            <text
              class={`row-name camp-${camp[actor]}`}
              transform={`translate(${left + (n + 0.5) * cell + 4} ${top - 8}) rotate(-60)`}
            >
              {short(all[actor].name)}
            </text>
            <line class="grid" x1={left} x2={left + size} y1={top + n * cell} y2={top + n * cell} />
            <line class="grid" y1={top} y2={top + size} x1={left + n * cell} x2={left + n * cell} />
          </g>
        ))}
        {actors.flatMap((a, row) =>
          actors.map((b, column) => {
            const tie = ties.get(pairKey(all.length, a, b));
            if (a === b || !tie) return null;
            const half = (cell - 3) * (0.3 + 0.2 * Math.sqrt(tie.strength / strongest));
            const [x, y] = [left + column * cell + cell / 2, top + row * cell + cell / 2];
            return (
              <a
                key={`${a}~${b}`}
                href={app.link({ ...NOTHING, tie: tieName(app, tie) })}
                tabIndex={-1}
              >
                <title>{`${all[a].name} – ${all[b].name}: ${tie.relation}`}</title>
                <rect class="touch" x={x - cell / 2} y={y - cell / 2} width={cell} height={cell} />
                {tie.relation === 'friends' ? (
                  <circle class="cell friends" cx={x} cy={y} r={half} />
                ) : tie.relation === 'unclear' ? (
                  <circle class="cell unclear" cx={x} cy={y} r="2" />
                ) : tie.relation === 'enemies' ? (
                  <path class="cell enemies" d={square(x, y, half)} />
                ) : (
                  <>
                    <path class="cell friends" d={corner(x, y, half, -1)} />
                    <path class="cell enemies" d={corner(x, y, half, 1)} />
                  </>
                )}
              </a>
            );
          }),
        )}
      </svg>
    </div>
  );
}

interface Column {
  key: string;
  title: string;
  hint?: string;
  number?: boolean;
  wide?: boolean;
  value: (app: App, tie: TieNow) => string | number;
}

const COLUMNS: Column[] = [
  { key: 'a', title: 'Actor', value: (app, tie) => app.index.report.actors[tie.a].name },
  { key: 'relation', title: 'Relation', value: (_, tie) => tie.relation },
  { key: 'b', title: 'Actor', value: (app, tie) => app.index.report.actors[tie.b].name },
  { key: 'strength', title: 'Strength', number: true, value: (_, tie) => tie.strength },
  { key: 'friendly', title: 'Friendly', number: true, wide: true, value: (_, tie) => tie.friendly },
  { key: 'hostile', title: 'Hostile', number: true, wide: true, value: (_, tie) => tie.hostile },
  {
    key: 'ab',
    title: '→',
    hint: 'The first toward the second: weight of its deeds',
    number: true,
    wide: true,
    value: (_, tie) => tie.ab,
  },
  {
    key: 'ba',
    title: '←',
    hint: 'The second toward the first: weight of its deeds',
    number: true,
    wide: true,
    value: (_, tie) => tie.ba,
  },
  { key: 'events', title: 'Events', number: true, wide: true, value: (_, tie) => tie.events },
  { key: 'from', title: 'Months', wide: true, value: (_, tie) => tie.from },
];

export function sortedTies(app: App): TieNow[] {
  const { sort } = app.address.value;
  const down = !sort || sort.startsWith('-');
  const key = sort.replace(/^-/, '') || 'strength';
  const column = COLUMNS.find((other) => other.key === key) ?? COLUMNS[3];
  const compare = (p: string | number, q: string | number) =>
    typeof p === 'number' ? p - (q as number) : p.localeCompare(q as string, 'en');
  return [...app.shownTies.value].sort(
    (p, q) =>
      (down ? -1 : 1) * compare(column.value(app, p), column.value(app, q)) || p.index - q.index,
  );
}

function TieTable() {
  const app = useApp();
  const ties = sortedTies(app);
  const [shown, more] = useMore(ties.length, 60);
  const { sort } = app.address.value;
  const key = sort.replace(/^-/, '') || 'strength';
  const down = !sort || sort.startsWith('-');
  return (
    <>
      <div class="scroll">
        <table class="ties">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  class={`${column.number ? 'number' : ''}${column.wide ? ' wide-only' : ''}`}
                  aria-sort={key !== column.key ? 'none' : down ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    title={column.hint}
                    aria-label={column.hint}
                    onClick={() => {
                      const turn = key === column.key ? !down : Boolean(column.number);
                      app.go({ sort: `${turn ? '-' : ''}${column.key}` }, 'replace');
                    }}
                  >
                    {column.title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ties.slice(0, shown).map((tie) => (
              <tr key={`${tie.a}~${tie.b}`} class={app.tie.value === tie.index ? 'chosen' : ''}>
                <td>
                  <ActorLink actor={tie.a} />
                </td>
                <td>
                  <TieLink tie={tie} />
                </td>
                <td>
                  <ActorLink actor={tie.b} />
                </td>
                <td class="number">{tie.strength.toFixed(1)}</td>
                <td class="number wide-only">{tie.friendly.toFixed(1)}</td>
                <td class="number wide-only">{tie.hostile.toFixed(1)}</td>
                <td class="number wide-only">{signed(tie.ab)}</td>
                <td class="number wide-only">{signed(tie.ba)}</td>
                <td class="number wide-only">{tie.events}</td>
                <td class="wide-only months">
                  {monthsText(tie.from, tie.to).replace(/ (?=\d)/g, '\u00a0')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More shown={shown} of={ties.length} more={more} />
    </>
  );
}

export function MatrixView() {
  const app = useApp();
  const count = app.shownTies.value.length;
  return (
    <>
      <h2>Matrix</h2>
      <p class="lead">
        Discs are friends, hatched squares enemies, half-filled squares mixed; the larger, the
        stronger. Actors stand camp by camp{count > 60 ? `, the ${ACTORS_MAX} heaviest` : ''}.
      </p>
      <Matrix />
      <h2>Table</h2>
      <p class="lead">
        Friendly and hostile: the weight of such deeds; → and ← what it comes to from the first
        toward the second, and back. Strength grows slowly with their difference.
      </p>
      <TieTable />
    </>
  );
}
