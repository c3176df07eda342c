// Events by outlet, and ties to which two selections of events give different signs.
import type { Index } from './index';
import { addUpTies, type TieNow } from './ties';

export interface OutletRow {
  name: string;
  events: number;
  friendly: number;
  hostile: number;
}

export function outletRows(index: Index, mask: Uint8Array): OutletRow[] {
  const rows = index.outlet.names.map((name) => ({ name, events: 0, friendly: 0, hostile: 0 }));
  index.report.events.forEach((event, e) => {
    const row = rows[index.outlet.of[e]];
    if (!mask[e] || !row) return;
    row.events++;
    if (event.sign > 0) row.friendly++;
    if (event.sign < 0) row.hostile++;
  });
  return rows.filter((row) => row.events).sort((p, q) => q.events - p.events);
}

export interface Difference {
  one: TieNow;
  other: TieNow;
}

// Opposite signs first, then those that only one of the two calls by a sign; largest gap first.
export function differences(index: Index, first: Uint8Array, second: Uint8Array): Difference[] {
  const others = new Map(addUpTies(index, second).map((tie) => [tie.index, tie]));
  const signedStrength = (tie: TieNow) => tie.sign * tie.strength;
  const gap = ({ one, other }: Difference) =>
    Math.abs(signedStrength(one) - signedStrength(other)) + (one.sign * other.sign < 0 ? 1000 : 0);
  return addUpTies(index, first)
    .flatMap((one) => {
      const other = others.get(one.index);
      return other && other.sign !== one.sign ? [{ one, other }] : [];
    })
    .sort((p, q) => gap(q) - gap(p));
}
