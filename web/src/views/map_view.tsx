// The camps on a map: states in their camp's colour, ties as gentle arcs between them (great
// circles would run over the poles and out of the picture).
import { geoGraticule10, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TieNow } from '../model/ties';
import { COUNTRIES, countryOf, isState, placeOfCountry } from '../map/world';
import { Legend } from '../parts/legend';
import { ActorLink, chooseActor, NOTHING, tieName } from '../parts/names';
import { Hatch } from '../parts/time_strip';
import { useWidth } from '../parts/width';
import { placeLabels, type Label } from '../network/labels';
import { type App, useApp } from '../state/app';

const TIES_MAX = 90;

interface Placed {
  actor: number;
  at: [number, number];
}

function placed(app: App): Placed[] {
  return app.index.report.actors.flatMap((actor, i) => {
    const at = actor.country ? placeOfCountry(actor.country) : null;
    return at && isState(actor) ? [{ actor: i, at }] : [];
  });
}

// The longitude that the map is turned to: the middle of all, over the Pacific where that is much
// shorter. Whoever lies on both oceans stays where a reader looks for it.
function middleOf(longitudes: number[]): number {
  const middle = (list: number[]) => (Math.min(...list) + Math.max(...list)) / 2;
  const span = (list: number[]) => Math.max(...list) - Math.min(...list);
  const pacific = longitudes.map((x) => (x < 0 ? x + 360 : x));
  return middle(span(pacific) < 0.72 * span(longitudes) ? pacific : longitudes);
}

// Fitted to the states; no sky is left above and below the globe.
function useProjection(places: Placed[], width: number, zoomed: boolean) {
  return useMemo(() => {
    const most = Math.max(
      320,
      Math.min(innerHeight - 420, Math.round(width * (width < 500 ? 0.9 : 0.58))),
    );
    const projection = geoNaturalEarth1();
    const points = { type: 'MultiPoint' as const, coordinates: places.map(({ at }) => at) };
    const whole = { type: 'Sphere' as const };
    if (!zoomed || places.length < 2) {
      projection.fitWidth(width, whole);
    } else {
      projection.rotate([-middleOf(places.map(({ at }) => at[0])), 0]);
      const margin = Math.min(width, most) * 0.14;
      projection.fitExtent(
        [
          [margin, margin],
          [width - margin, most - margin],
        ],
        points,
      );
    }
    const [[, top], [, bottom]] = geoPath(projection).bounds(whole);
    const height = Math.round(Math.min(most, bottom) - Math.max(0, top));
    const [x, y] = projection.translate();
    projection.translate([x, y - Math.max(0, top)]);
    return { projection, height };
  }, [places, width, zoomed]);
}

type Spot = [number, number] | null;

// Bent upwards, as flights are drawn.
function arc(p: Spot, q: Spot): string | undefined {
  if (!p || !q) return undefined;
  const [west, east] = p[0] < q[0] ? [p, q] : [q, p];
  const bend = 0.14;
  const x = (west[0] + east[0]) / 2 + (east[1] - west[1]) * bend;
  const y = (west[1] + east[1]) / 2 - (east[0] - west[0]) * bend;
  const at = (spot: number[]) => `${spot[0].toFixed(1)} ${spot[1].toFixed(1)}`;
  return `M${at(west)}Q${at([x, y])} ${at(east)}`;
}

function Ties({
  ties,
  at,
  projection,
}: {
  ties: TieNow[];
  at: Map<number, [number, number]>;
  projection: GeoProjection;
}) {
  const app = useApp();
  const strongest = Math.max(1e-9, ...ties.slice(0, 1).map((tie) => tie.strength));
  const kinds = { friends: 'friendly', enemies: 'hostile', mixed: 'mixed', unclear: 'unclear' };
  const chosen = app.tie.value;
  return (
    <g class="map-ties">
      {ties.map((tie) => {
        const d = arc(projection(at.get(tie.a)!), projection(at.get(tie.b)!));
        const size = 0.8 + (2.6 * tie.strength) / strongest;
        return (
          <a
            key={tie.index}
            class={chosen >= 0 && chosen !== tie.index ? 'faint' : ''}
            href={app.link({ ...NOTHING, tie: tieName(app, tie) })}
            tabIndex={-1}
            aria-hidden="true"
          >
            <path class="touch" d={d} />
            <path
              class={`strand ${kinds[tie.relation]}`}
              d={d}
              stroke-width={size.toFixed(1)}
              stroke-dasharray={tie.relation === 'enemies' ? `${4 + size} ${3 + size}` : undefined}
            />
          </a>
        );
      })}
    </g>
  );
}

function Names({
  places,
  projection,
  width,
  height,
}: {
  places: Placed[];
  projection: GeoProjection;
  width: number;
  height: number;
}) {
  const app = useApp();
  const { actors } = app.index.report;
  const order = [...places].sort((p, q) => actors[q.actor].weight - actors[p.actor].weight);
  const labels: (Label & { actor: number })[] = order.flatMap(({ actor, at }) => {
    const spot = projection(at);
    if (!spot) return [];
    const { name } = actors[actor];
    return [
      {
        actor,
        lines: [name],
        x: spot[0],
        y: spot[1],
        radius: 5,
        width: 7.5 * name.length,
        must: false,
      },
    ];
  });
  const { camp } = app.shownCamps.value;
  return (
    <g>
      {labels.map(({ actor, x, y }) => (
        <circle
          key={actor}
          class={`dot camp-${camp[actor]}${app.actors.value.includes(actor) ? ' chosen' : ''}`}
          cx={x.toFixed(1)}
          cy={y.toFixed(1)}
          r="5"
          tabIndex={0}
          role="button"
          aria-label={actors[actor].name}
          onClick={(event) => chooseActor(app, actor, event.ctrlKey || event.metaKey)}
          onKeyDown={(event) =>
            (event.key === 'Enter' || event.key === ' ') &&
            (event.preventDefault(), chooseActor(app, actor))
          }
        />
      ))}
      {placeLabels(labels, width, height).map(({ label, x, y }) => (
        <text key={label} class="map-name" x={x.toFixed(1)} y={y.toFixed(1)} text-anchor="middle">
          {labels[label].lines[0]}
        </text>
      ))}
    </g>
  );
}

export function MapView() {
  const app = useApp();
  const [host, width] = useWidth(900);
  const [zoomed, setZoomed] = useState(true);
  const [view, setView] = useState({ scale: 1, x: 0, y: 0 });
  const drag = useRef<{ x: number; y: number } | null>(null);
  const places = useMemo(() => placed(app), [app]);
  const { projection, height } = useProjection(places, width, zoomed);
  const path = geoPath(projection);
  const { actors } = app.index.report;
  const { camp } = app.shownCamps.value;
  const at = new Map(places.map((place) => [place.actor, place.at]));
  const chosen = new Set(app.actors.value);
  const ties = app.shownTies.value
    .filter((tie) => tie.index >= 0 && at.has(tie.a) && at.has(tie.b))
    .filter((tie) => !chosen.size || chosen.has(tie.a) || chosen.has(tie.b))
    .slice(0, TIES_MAX);
  const filled = new Map(
    places.flatMap(({ actor }) => {
      const country = countryOf(actors[actor].country);
      return country ? [[country, actor] as const] : [];
    }),
  );
  const elsewhere = actors.map((_, i) => i).filter((i) => !at.has(i) && camp[i]);
  const zoom = (factor: number) =>
    setView(({ scale, x, y }) => {
      const next = Math.min(12, Math.max(1, scale * factor));
      const ratio = next / scale;
      return {
        scale: next,
        x: next === 1 ? 0 : width / 2 - (width / 2 - x) * ratio,
        y: next === 1 ? 0 : height / 2 - (height / 2 - y) * ratio,
      };
    });
  return (
    <>
      <Legend />
      <div class="map-tools">
        <button type="button" onClick={() => zoom(1.5)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => zoom(1 / 1.5)} aria-label="Zoom out">
          −
        </button>
        <button
          type="button"
          aria-pressed={!zoomed}
          onClick={() => {
            setZoomed(!zoomed);
            setView({ scale: 1, x: 0, y: 0 });
          }}
        >
          Whole world
        </button>
      </div>
      <div class="map" ref={host}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          class={drag.current ? 'dragging' : ''}
          onPointerDown={(event) => (drag.current = { x: event.clientX, y: event.clientY })}
          onPointerMove={(event) => {
            if (!drag.current || !event.buttons) return;
            const { x, y } = drag.current;
            drag.current = { x: event.clientX, y: event.clientY };
            setView((old) => ({
              ...old,
              x: old.x + event.clientX - x,
              y: old.y + event.clientY - y,
            }));
          }}
          onPointerUp={() => (drag.current = null)}
        >
          <Hatch />
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            <path class="graticule" d={path(geoGraticule10()) ?? ''} />
            {COUNTRIES.map((country, n) => {
              const actor = filled.get(country);
              return (
                <path
                  key={n}
                  class={`country camp-${actor === undefined ? 'none' : camp[actor]}`}
                  d={path(country) ?? ''}
                  onClick={() => actor !== undefined && chooseActor(app, actor)}
                >
                  <title>{country.properties.name}</title>
                </path>
              );
            })}
            <Ties ties={ties} at={at} projection={projection} />
            <Names places={places} projection={projection} width={width} height={height} />
          </g>
        </svg>
      </div>
      {elsewhere.length > 0 && (
        <p class="note">
          Not states, so not on the map:{' '}
          {elsewhere.slice(0, 24).map((actor, n) => (
            <span key={actor}>
              {n > 0 && ', '}
              <ActorLink actor={actor} />
            </span>
          ))}
          {elsewhere.length > 24 && ` and ${elsewhere.length - 24} more`}.
        </p>
      )}
    </>
  );
}
