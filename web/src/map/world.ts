// Outlines of states, and where on the map an actor lies.
import { geoCentroid } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';
import type { Actor } from '../data/report';
import { NUMBER_OF, SMALL_STATES } from './countries';

type Country = Feature<Geometry, { name: string }>;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// As vite.config.ts packed it.
export function unpackArc(text: string): number[][] {
  const values: number[] = [];
  let value = 0;
  let place = 1;
  for (const digit of text) {
    const bits = DIGITS.indexOf(digit);
    value += (bits % 32) * place;
    place *= 32;
    if (bits >= 32) continue;
    values.push(value % 2 ? -(value + 1) / 2 : value / 2);
    [value, place] = [0, 1];
  }
  return Array.from({ length: values.length / 2 }, (_, n) => [values[2 * n], values[2 * n + 1]]);
}

function readWorld() {
  const packed = atlas as unknown as { arcs: string; objects: { countries: never } };
  const topology = { ...packed, arcs: packed.arcs.split(' ').map(unpackArc) };
  return feature(topology as never, packed.objects.countries) as unknown;
}

const world = readWorld() as FeatureCollection<Geometry, { name: string }>;

export const COUNTRIES: Country[] = world.features;

const byNumber = new Map<string, Country>(
  COUNTRIES.map((country) => [String(country.id ?? country.properties.name), country]),
);

export function countryOf(code: string): Country | undefined {
  const number = NUMBER_OF.get(code);
  return number === undefined ? undefined : byNumber.get(number);
}

// The middle of a state's largest piece, so that France does not lie in the Atlantic.
function middleOf(country: Country): [number, number] {
  const { geometry } = country;
  if (geometry.type !== 'MultiPolygon') return geoCentroid(country as Feature<Polygon>);
  const extent = (ring: number[][]) => {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
  };
  const pieces = (geometry as MultiPolygon).coordinates;
  const largest = pieces.reduce((p, q) => (extent(q[0]) > extent(p[0]) ? q : p));
  return geoCentroid({ type: 'Polygon', coordinates: largest });
}

export const placeOfCountry = (code: string): [number, number] | null => {
  const country = countryOf(code);
  return country ? middleOf(country) : (SMALL_STATES[code] ?? null);
};

// A state itself, rather than somebody in it.
export const isState = (actor: Actor): boolean => actor.node === actor.country;
