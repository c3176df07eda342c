// The ties that a selection of events adds up to, by the arithmetic of src/ties/network.cpp.
import type { Tie } from '../data/report';
import type { Index } from './index';
import { NO_MONTH } from './dates';
import { mixednessOf, relationOf, signOf, strengthOf } from './weights';

export interface TieNow extends Tie {
  index: number; // in the report's list of ties
  from: number; // months of the first and last event; NO_MONTH where none has a date
  to: number;
}

function monthsOf(index: Index, events: number[]): { from: number; to: number } {
  let from = NO_MONTH;
  let to = NO_MONTH;
  for (const e of events) {
    const month = index.month[e];
    if (month === NO_MONTH) continue;
    if (from === NO_MONTH || month < from) from = month;
    if (month > to) to = month;
  }
  return { from, to };
}

// As the program measured them.
export function measuredTies(index: Index): TieNow[] {
  return index.report.ties.map((tie, i) => ({
    ...tie,
    index: i,
    ...monthsOf(index, index.eventsOfTie[i]),
  }));
}

function addUpTie(index: Index, i: number, events: number[]): TieNow {
  const { a, b, frustrated } = index.report.ties[i];
  let friendly = 0;
  let hostile = 0;
  let ab = 0;
  let ba = 0;
  for (const e of events) {
    const { weight, mutual, s } = index.report.events[e];
    const size = mutual ? 2 * Math.abs(weight) : Math.abs(weight);
    if (weight > 0) friendly += size;
    else hostile += size;
    if (mutual || s === a) ab += weight;
    if (mutual || s !== a) ba += weight;
  }
  return {
    index: i,
    a,
    b,
    friendly,
    hostile,
    ab,
    ba,
    sign: signOf(friendly, hostile),
    relation: relationOf(friendly, hostile),
    strength: strengthOf(friendly, hostile),
    mixedness: mixednessOf(friendly, hostile),
    events: events.length,
    frustrated,
    ...monthsOf(index, events),
  };
}

// One event a deed: its best report, or, where the filter leaves that out, the weightiest other.
export function toldOnce(index: Index, events: number[], mask: Uint8Array): number[] {
  const { events: all } = index.report;
  const best = new Map<number, number>();
  for (const e of events) {
    const { told } = all[e];
    if (!mask[e] || (told >= 0 && mask[told])) continue;
    const deed = told >= 0 ? told : e;
    const other = best.get(deed);
    if (other === undefined || Math.abs(all[e].weight) > Math.abs(all[other].weight)) {
      best.set(deed, e);
    }
  }
  return [...best.values()];
}

// Ties without a selected event are left out.
export function addUpTies(index: Index, mask: Uint8Array): TieNow[] {
  const ties: TieNow[] = [];
  index.eventsOfTie.forEach((all, i) => {
    const events = toldOnce(index, all, mask);
    if (events.length) ties.push(addUpTie(index, i, events));
  });
  return ties;
}

export const byStrength = (p: TieNow, q: TieNow): number =>
  q.strength - p.strength || p.index - q.index;
