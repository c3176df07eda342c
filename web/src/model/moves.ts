// Camps from window to window: each window's ties are split with the least frustration, and named
// so that as many actors as possible keep the camp that they had before.
import type { History } from '../data/report';
import { campsOf, type Camps } from './camps';
import { monthOf, monthsText, NO_MONTH, windowsOf, windowText } from './dates';
import { isFiltered, selectEvents, type Filter } from './filter';
import type { Index } from './index';
import { addUpTies } from './ties';

export interface Window {
  from: number;
  to: number;
  camps: Camps | null; // null: no tie with a sign
  articles: number;
}

export interface Move {
  actor: number;
  window: number;
  camp: number; // the new one
  certain?: boolean; // as far as the program measured it
  support?: number;
}

const WINDOWS_MAX = 14;

// Without a filter the program's own windows, which are solved exactly and named so that over the
// whole time the fewest actors move.
export const historyFor = (index: Index, filter: Filter): History | undefined =>
  isFiltered(filter) ? undefined : index.report.history;

function articlesBetween(index: Index, from: number, to: number): number {
  let articles = 0;
  for (let month = from; month <= to; month++) articles += index.articlesIn.get(month) ?? 0;
  return articles;
}

function measuredWindows(index: Index, history: History): Window[] {
  return history.windows.map((window) => {
    const from = monthOf(window.from);
    const to = monthOf(window.to);
    const camps = {
      camp: Int8Array.from(window.camps),
      frustration: window.frustration,
      weight: window.weight,
      exact: window.proven,
    };
    const articles = articlesBetween(index, from, to);
    return { from, to, camps: window.ties ? camps : null, articles };
  });
}

export function campsOverTime(index: Index, filter: Filter): Window[] {
  const history = historyFor(index, filter);
  if (history) return measuredWindows(index, history);
  // Where a server sent the latest events alone, nothing is known here of the time before them.
  const known = index.report.kept ? index.month.filter((month) => month !== NO_MONTH) : null;
  const from = Math.max(filter.from ?? index.first, known?.sort()[0] ?? 0);
  const to = filter.to ?? index.last;
  if (index.first === NO_MONTH) return [];
  let before: ArrayLike<number> = Int8Array.from(index.report.actors, (actor) => actor.camp);
  return windowsOf(from, to, WINDOWS_MAX).map((window) => {
    const mask = selectEvents(index, {
      ...filter,
      from: Math.max(from, window.from),
      to: Math.min(to, window.to),
    });
    const articles = articlesBetween(index, window.from, window.to);
    const camps = campsOf(index, addUpTies(index, mask), before);
    const known = camps.camp.some((camp) => camp > 0);
    // Who is not heard of keeps the camp that it had.
    before = Int8Array.from(camps.camp, (camp, i) => camp || before[i]);
    return { ...window, camps: known ? camps : null, articles };
  });
}

export interface Column {
  from: number;
  to: number;
  window: number; // -1: several windows without a tie
}

// As they are shown: two or more windows in a row without a tie take one column, so that a memory
// of twenty years ago does not fill the page with nothing.
export function columnsOf(windows: { from: number; to: number; known: boolean }[]): Column[] {
  const columns: Column[] = [];
  windows.forEach(({ from, to, known }, window) => {
    const last = columns.at(-1);
    if (!known && last && !windows[window - 1].known) Object.assign(last, { to, window: -1 });
    else columns.push({ from, to, window });
  });
  return columns;
}

export const columnText = ({ from, to, window }: Column): string =>
  window >= 0 || (from % 12 === 0 && to % 12 === 11)
    ? windowText({ from, to })
    : monthsText(from, to);

export function measuredMoves(history: History): Move[] {
  return history.moves.map(({ actor, now, camp, certain, support }) => ({
    actor,
    window: now,
    camp,
    certain,
    support,
  }));
}

export function movesOf(windows: Window[], actors: number): Move[] {
  const moves: Move[] = [];
  for (let actor = 0; actor < actors; actor++) {
    let last = 0;
    windows.forEach(({ camps }, window) => {
      const camp = camps?.camp[actor] ?? 0;
      if (camp && last && camp !== last) moves.push({ actor, window, camp });
      if (camp) last = camp;
    });
  }
  return moves.sort((p, q) => p.window - q.window || p.actor - q.actor);
}
