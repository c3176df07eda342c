// Months as numbers (year * 12 + month from 0), and dates as a reader wants them.
import type { Event } from '../data/report';

export const NO_MONTH = -1;
const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const monthOf = (iso: string | null): number =>
  iso ? Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 : NO_MONTH;

export const isoMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

export const monthText = (month: number): string =>
  `${NAMES[month % 12]} ${Math.floor(month / 12)}`;

export function dayText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${NAMES[month - 1]} ${year}`;
}

export function monthsText(from: number, to: number): string {
  if (from === NO_MONTH) return 'undated';
  return from === to ? monthText(from) : `${monthText(from)} – ${monthText(to)}`;
}

export function dateText(event: Event): string {
  if (!event.from) return 'undated';
  if (event.precision === 'year') return event.from.slice(0, 4);
  if (event.precision === 'month') return monthText(monthOf(event.from));
  const same = !event.to || event.from === event.to;
  const range = same ? dayText(event.from) : `${dayText(event.from)} – ${dayText(event.to!)}`;
  return event.basis === 'publication' ? `${range} (published)` : range;
}

// Windows that cover [from, to]: months, quarters, half years, years, or several years, so that
// there are at most `most`.
export function windowsOf(from: number, to: number, most: number): { from: number; to: number }[] {
  const span = to - from + 1;
  const size = [1, 3, 6, 12, 24, 60, 120, 240].find((n) => span / n <= most - 1) ?? 600;
  const windows = [];
  for (let at = Math.floor(from / size) * size; at <= to; at += size) {
    windows.push({ from: at, to: at + size - 1 });
  }
  return windows;
}

export function windowText({ from, to }: { from: number; to: number }): string {
  const year = Math.floor(from / 12);
  const size = to - from + 1;
  if (size === 1) return monthText(from);
  if (size === 3) return `Q${Math.floor((from % 12) / 3) + 1} ${year}`;
  if (size === 6) return `${from % 12 < 6 ? 'H1' : 'H2'} ${year}`;
  return size === 12 ? String(year) : `${year}–${Math.floor(to / 12)}`;
}
