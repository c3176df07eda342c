// Where the data come from: out of the page itself, plain or packed, or from the program that
// serves the page.
import { noteRevision } from './progress';
import { withMonths } from './whole';
import type { Event, Report } from './report';

export const isServed = (): boolean => !document.getElementById('data');

async function unpacked(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

// Packed pages hold the events as columns, which pack better.
type Columns = { [Field in keyof Event]: Event[Field][] };

// Fields that most events lack may be left out.
const complete = (event: Event): Event => {
  event.told ??= -1;
  event.claimed ??= false;
  event.coder ??= '';
  event.where ??= '';
  return event;
};

export function withRows(report: Omit<Report, 'events'> & { events: Event[] | Columns }): Report {
  const { events } = report;
  if (Array.isArray(events)) return { ...report, events: events.map(complete) };
  const fields = Object.keys(events) as (keyof Event)[];
  const count = fields.length ? events[fields[0]].length : 0;
  const rows = Array.from({ length: count }, (_, e) => {
    const event: Record<string, unknown> = {};
    for (const field of fields) event[field] = events[field][e];
    return complete(event as unknown as Event);
  });
  return { ...report, events: rows };
}

export async function loadReport(): Promise<Report> {
  const element = document.getElementById('data');
  if (element) {
    const text = element.textContent ?? '';
    const plain = element.getAttribute('type') === 'application/json';
    return withRows(JSON.parse(plain ? text : await unpacked(text)));
  }
  await noteRevision();
  const answer = await fetch(`api/report.json${location.search}`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`The program answered ${answer.status} ${answer.statusText}.`);
  return withMonths(withRows(await answer.json()));
}
