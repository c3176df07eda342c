// Which events count: one filter drives every view.
import type { Index, Naming } from './index';
import { NO_MONTH } from './dates';

export interface Filter {
  from: number | null; // months, ends included
  to: number | null;
  sign: '' | 'friendly' | 'hostile';
  outlet: string;
  speaker: string;
  issue: string;
  status: string;
  confidence: number; // at least; 0-1
}

export const NO_FILTER: Filter = {
  from: null,
  to: null,
  sign: '',
  outlet: '',
  speaker: '',
  issue: '',
  status: '',
  confidence: 0,
};

export const isFiltered = (filter: Filter): boolean =>
  (Object.keys(NO_FILTER) as (keyof Filter)[]).some((key) => filter[key] !== NO_FILTER[key]);

// A name that the report does not have lets nothing through: an empty view says so.
function keep(mask: Uint8Array, naming: Naming, name: string): void {
  if (!name) return;
  const wanted = naming.names.indexOf(name);
  for (let e = 0; e < mask.length; e++) {
    if (wanted < 0 || naming.of[e] !== wanted) mask[e] = 0;
  }
}

export function selectEvents(index: Index, filter: Filter): Uint8Array {
  const { events } = index.report;
  const mask = new Uint8Array(events.length).fill(1);
  keep(mask, index.outlet, filter.outlet);
  keep(mask, index.speaker, filter.speaker);
  keep(mask, index.issue, filter.issue);
  keep(mask, index.status, filter.status);
  const from = filter.from ?? -Infinity;
  const to = filter.to ?? Infinity;
  const windowed = filter.from !== null || filter.to !== null;
  for (let e = 0; e < mask.length; e++) {
    if (!mask[e]) continue;
    const event = events[e];
    const month = index.month[e];
    if (windowed && (month === NO_MONTH || month < from || month > to)) mask[e] = 0;
    else if (event.confidence < filter.confidence) mask[e] = 0;
    else if (filter.sign === 'friendly' && event.sign <= 0) mask[e] = 0;
    else if (filter.sign === 'hostile' && event.sign >= 0) mask[e] = 0;
  }
  return mask;
}

export function indicesOf(mask: Uint8Array): number[] {
  const list = [];
  for (let e = 0; e < mask.length; e++) if (mask[e]) list.push(e);
  return list;
}
