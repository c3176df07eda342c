// The report with what every view looks up: events by tie and actor, names of outlets, speakers
// and issues as numbers, months. Made once; nothing in it changes.
import type { Event, Report } from '../data/report';
import { monthOf, NO_MONTH } from './dates';

// A list of different names and, for each event, which of them it has (-1: none).
export interface Naming {
  names: string[]; // most frequent first
  counts: number[];
  of: Int32Array;
}

export interface Index {
  report: Report;
  outlet: Naming;
  speaker: Naming;
  issue: Naming;
  status: Naming;
  month: Int32Array; // of an event; NO_MONTH for an undated one
  first: number; // months that articles and nearly all events span
  last: number;
  outside: number; // events before or after them
  articlesIn: Map<number, number>; // month -> articles published
  actorOf: Map<string, number>;
  tieOf: Int32Array; // of an event
  tieBetween: Map<number, number>; // a * actors + b, a < b
  eventsOfTie: number[][]; // oldest first
  eventsOfActor: number[][];
  tiesOfActor: number[][];
  eventsOfArticle: number[][];
}

function naming(events: Event[], nameOf: (event: Event) => string): Naming {
  const counts = new Map<string, number>();
  for (const event of events) {
    const name = nameOf(event);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const order = [...counts].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1));
  const number = new Map(order.map(([name], i) => [name, i]));
  return {
    names: order.map(([name]) => name),
    counts: order.map(([, count]) => count),
    of: Int32Array.from(events, (event) => number.get(nameOf(event)) ?? -1),
  };
}

const lists = (count: number): number[][] => Array.from({ length: count }, () => []);

export const pairKey = (actors: number, a: number, b: number): number =>
  a < b ? a * actors + b : b * actors + a;

export function makeIndex(report: Report): Index {
  const { actors, ties, events, articles } = report;
  const outletOf = (event: Event) => event.said[0] ?? articles[event.article]?.outlet ?? '';
  const month = Int32Array.from(events, (event) => monthOf(event.from));
  const tieBetween = new Map(ties.map((tie, i) => [pairKey(actors.length, tie.a, tie.b), i]));
  const tieOf = Int32Array.from(events, (event) =>
    event.s < 0 || event.t < 0
      ? -1
      : (tieBetween.get(pairKey(actors.length, event.s, event.t)) ?? -1),
  );
  const articlesIn = new Map<number, number>();
  for (const article of articles) {
    const published = monthOf(article.published);
    if (published !== NO_MONTH) articlesIn.set(published, (articlesIn.get(published) ?? 0) + 1);
  }
  for (const row of report.months ?? []) articlesIn.set(monthOf(row.month), row.articles);
  const index: Index = {
    report,
    outlet: naming(events, outletOf),
    speaker: naming(events, (event) => event.said.at(-1) ?? ''),
    issue: naming(events, (event) => event.issue),
    status: naming(events, (event) => event.status),
    month,
    first: NO_MONTH,
    last: NO_MONTH,
    outside: 0,
    articlesIn,
    actorOf: new Map(actors.map((actor, i) => [actor.node, i])),
    tieOf,
    tieBetween,
    eventsOfTie: lists(ties.length),
    eventsOfActor: lists(actors.length),
    tiesOfActor: lists(actors.length),
    eventsOfArticle: lists(articles.length),
  };
  fillLists(index);
  findSpan(index);
  return index;
}

// Single events long ago ("since 2001") would press all others into a corner of the timeline: where
// the middle 90 of 100 events and all articles span less than half of the whole, they are the span.
function findSpan(index: Index): void {
  const dated = index.month.filter((month) => month !== NO_MONTH).sort();
  const articles = [...index.articlesIn.keys()].sort((p, q) => p - q);
  const all = [...dated, ...articles];
  if (!all.length) return;
  const whole = [Math.min(...ends(dated, articles, 0)), Math.max(...ends(dated, articles, 0))];
  const cut = Math.floor(dated.length * 0.05);
  const middle = [Math.min(...ends(dated, articles, cut)), Math.max(...ends(dated, articles, cut))];
  const narrow = middle[1] - middle[0] + 1 < (whole[1] - whole[0] + 1) / 2;
  [index.first, index.last] = narrow ? middle : whole;
  const { months } = index.report;
  if (months?.length) {
    [index.first, index.last] = [monthOf(months[0].month), monthOf(months.at(-1)!.month)];
  }
  index.outside = dated.filter((month) => month < index.first || month > index.last).length;
}

// First and last of both lists; `cut` months of the first are left out at either end.
const ends = (dated: Int32Array, articles: number[], cut: number): number[] => [
  ...(dated.length ? [dated[cut], dated[dated.length - 1 - cut]] : []),
  ...(articles.length ? [articles[0], articles[articles.length - 1]] : []),
];

function fillLists(index: Index): void {
  const { events, ties } = index.report;
  const when = (e: number) => events[e].from ?? '9';
  const order = events
    .map((_, e) => e)
    .sort((p, q) => (when(p) < when(q) ? -1 : when(p) > when(q) ? 1 : p - q));
  for (const e of order) {
    const { s, t, article } = events[e];
    if (index.tieOf[e] >= 0) index.eventsOfTie[index.tieOf[e]].push(e);
    if (s >= 0) index.eventsOfActor[s].push(e);
    if (t >= 0 && t !== s) index.eventsOfActor[t].push(e);
    if (article >= 0) index.eventsOfArticle[article].push(e);
  }
  ties.forEach((tie, i) => {
    index.tiesOfActor[tie.a].push(i);
    index.tiesOfActor[tie.b].push(i);
  });
}
