// A server with a large store sends the latest events alone (`kept`), with the ties of all. What
// a filter leaves of those ties only the server can add up, and it does so by months, sign and
// outlet; months of all events come from it as well.
import { isoMonth, monthOf } from '../model/dates';
import { NO_FILTER, type Filter } from '../model/filter';
import { pairKey, type Index } from '../model/index';
import type { TieNow } from '../model/ties';
import type { Relation, Report } from './report';

const ROWS_MAX = 10_000;

// Beside its own address, with the example that is shown.
function addressOf(view: string, wanted: Record<string, string>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  return `${view}?${query}`;
}

async function rowsOf<Row>(view: string, wanted: Record<string, string>): Promise<Row[]> {
  const answer = await fetch(addressOf(`${view}.json`, { ...wanted, most: String(ROWS_MAX) }));
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { rows: Row[] }).rows;
}

const served = ({ from, to, sign, outlet }: Filter): Record<string, string> => ({
  from: from === null ? '' : isoMonth(from),
  to: to === null ? '' : isoMonth(to),
  sign,
  outlet,
});

// Whether the server can tell apart what this filter asks for.
export const isServable = ({ speaker, issue, status, confidence }: Filter): boolean =>
  !speaker && !issue && !status && confidence === NO_FILTER.confidence;

export const csvOfAll = (view: string, filter: Filter, chosen: Record<string, string>): string =>
  addressOf(`${view}.csv`, { ...served(filter), ...chosen, most: String(ROWS_MAX) });

interface Row {
  a: string;
  b: string;
  relation: Relation;
  sign: number;
  strength: number;
  friendly: number;
  hostile: number;
  mixedness: number;
  a_to_b: number;
  b_to_a: number;
  events: number;
  from: string | null;
  to: string | null;
}

export async function tiesOfAll(index: Index, filter: Filter): Promise<TieNow[]> {
  const { actors, ties } = index.report;
  return (await rowsOf<Row>('network', served(filter))).flatMap((row) => {
    const [a, b] = [row.a, row.b].map((node) => index.actorOf.get(node) ?? -1);
    const tie = index.tieBetween.get(pairKey(actors.length, a, b));
    if (a < 0 || b < 0 || tie === undefined) return [];
    const turned = ties[tie].a !== a;
    const { a_to_b: ab, b_to_a: ba, from, to, ...rest } = row;
    return [
      {
        ...ties[tie],
        ...rest,
        ...(turned ? { a: b, b: a, ab: ba, ba: ab } : { a, b, ab, ba }),
        index: tie,
        from: monthOf(from),
        to: monthOf(to),
      },
    ];
  });
}

export async function withMonths(report: Report): Promise<Report> {
  if (!report.kept) return report;
  try {
    return { ...report, months: await rowsOf('timeline', {}) };
  } catch {
    return report; // a server that does not tell
  }
}
