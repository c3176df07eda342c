// The network as SVG: for print, for export, and for browsers without WebGL.
import { NOTHING, tieName } from '../parts/names';
import { useApp } from '../state/app';
import { bendsOf, controlPoint } from './curves';
import { convexHull } from './hull';
import { LINE_HEIGHT, nameLines, placeLabels, type Label } from './labels';

const ACTORS_MAX = 120;
const TIES_MAX = 400;

function usePicture() {
  const app = useApp();
  const { actors } = app.index.report;
  const order = actors
    .map((_, i) => i)
    .sort((p, q) => actors[q].weight - actors[p].weight || p - q);
  const kept = order.slice(0, ACTORS_MAX);
  const number = new Map(kept.map((actor, n) => [actor, n]));
  const heaviest = Math.max(1e-9, ...actors.map((actor) => actor.weight));
  const xs = kept.map((i) => actors[i].x);
  const ys = kept.map((i) => actors[i].y);
  const [left, top] = [Math.min(...xs), Math.max(...ys)];
  const scale = Math.min(1, 1300 / Math.max(1, Math.max(...xs) - left));
  const labels: Label[] = kept.map((i) => ({
    lines: nameLines(actors[i].name),
    x: (actors[i].x - left) * scale + 80,
    y: (top - actors[i].y) * scale + 40,
    radius: 5 + 13 * Math.sqrt(actors[i].weight / heaviest),
    width: 7.2 * Math.max(...nameLines(actors[i].name).map((line) => line.length)),
    must: false,
  }));
  const width = Math.max(320, ...labels.map((label) => label.x + 80));
  const height = Math.max(200, ...labels.map((label) => label.y + 50));
  const ties = app.shownTies.value
    .filter((tie) => number.has(tie.a) && number.has(tie.b))
    .slice(0, TIES_MAX);
  const points = labels.map(({ x, y, radius, width: wide }) => ({
    x,
    y: -y,
    radius,
    half: wide / 2,
  }));
  const ends = ties.map((tie) => ({ a: number.get(tie.a)!, b: number.get(tie.b)! }));
  const bends = bendsOf(points, ends);
  return { app, kept, labels, width, height, ties, ends, bends };
}

export function NetworkPicture() {
  const { app, kept, labels, width, height, ties, ends, bends } = usePicture();
  const strongest = Math.max(1e-9, ...ties.slice(0, 1).map((tie) => tie.strength));
  const { camp } = app.shownCamps.value;
  const between = new Set(app.contested.value.map(({ actor }) => actor));
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${Math.round(width)} ${Math.round(height)}`}
      role="img"
      aria-label="Network"
    >
      {[1, 2].map((side) => {
        const hull = convexHull(labels.filter((_, n) => camp[kept[n]] === side));
        const corners = hull.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
        return (
          <path key={side} class={`area camp-${side}`} d={`M${corners.join('L') || '0 0'}z`} />
        );
      })}
      {ties.map((tie, n) => {
        const [p, q] = [labels[ends[n].a], labels[ends[n].b]];
        const c = controlPoint(p, q, -bends[n]);
        const at = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
        const size = 1.2 + (4 * tie.strength) / strongest;
        const kind = {
          friends: 'friendly',
          enemies: 'hostile',
          mixed: 'mixed',
          unclear: 'unclear',
        };
        return (
          <a key={n} href={app.link({ ...NOTHING, tie: tieName(app, tie) })}>
            <path
              class={`strand ${kind[tie.relation]}`}
              d={`M${at(p)}Q${at(c)} ${at(q)}`}
              stroke-width={(tie.sign ? size : 1.6).toFixed(1)}
              stroke-dasharray={
                tie.relation === 'enemies'
                  ? `${(3 + size * 1.3).toFixed(1)} ${(2.5 + size * 0.9).toFixed(1)}`
                  : tie.relation === 'mixed'
                    ? '12 4 3 4'
                    : tie.relation === 'unclear'
                      ? '1.5 4'
                      : undefined
              }
            />
          </a>
        );
      })}
      {labels.map(({ x, y, radius }, n) => (
        <g key={n}>
          {between.has(kept[n]) && <circle class="between" cx={x} cy={y} r={radius + 3.5} />}
          <circle class={`dot camp-${camp[kept[n]]}`} cx={x} cy={y} r={radius.toFixed(1)} />
        </g>
      ))}
      {placeLabels(labels, width, height).map(({ label, x, y }) =>
        labels[label].lines.map((line, n) => (
          <text
            key={`${label}-${n}`}
            class="actor-name"
            x={x.toFixed(1)}
            y={(y + n * LINE_HEIGHT).toFixed(1)}
            text-anchor="middle"
          >
            {line}
          </text>
        )),
      )}
    </svg>
  );
}
