// Where actors stand on issues: as the program worked it out, or, where a report has no positions,
// from the deeds that concern an issue: friendly ones speak for it, hostile ones against.
import type { Index } from './index';

export interface Stand {
  actor: number;
  issue: string;
  stand: 'for' | 'against' | 'conditional' | 'mixed';
  events: number[];
}

function derived(index: Index, mask: Uint8Array): Stand[] {
  const cells = new Map<string, Stand & { up: number; down: number }>();
  index.report.events.forEach((event, e) => {
    if (!mask[e] || !event.issue || event.s < 0 || event.sign === 0) return;
    const key = `${event.s}\n${event.issue}`;
    const cell =
      cells.get(key) ??
      ({ actor: event.s, issue: event.issue, stand: 'mixed', events: [], up: 0, down: 0 } as never);
    cells.set(key, cell);
    const entry = cells.get(key)!;
    entry.events.push(e);
    if (event.sign > 0) entry.up += Math.abs(event.intensity);
    else entry.down += Math.abs(event.intensity);
  });
  return [...cells.values()].map(({ actor, issue, events, up, down }) => ({
    actor,
    issue,
    events,
    stand: up > 2 * down ? 'for' : down > 2 * up ? 'against' : 'mixed',
  }));
}

export function standsOf(index: Index, mask: Uint8Array): Stand[] {
  const { positions } = index.report;
  if (!positions) return derived(index, mask);
  return positions
    .map((position) => ({ ...position, events: position.events.filter((e) => mask[e]) }))
    .filter((position) => position.events.length);
}

// Rows and columns of the table: whoever and whatever is spoken of most.
export function standTable(stands: Stand[], most: number) {
  const actors = new Map<number, number>();
  const issues = new Map<string, number>();
  for (const { actor, issue, events } of stands) {
    actors.set(actor, (actors.get(actor) ?? 0) + events.length);
    issues.set(issue, (issues.get(issue) ?? 0) + events.length);
  }
  const top = <Key>(counts: Map<Key, number>) =>
    [...counts].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1)).slice(0, most);
  const at = new Map(stands.map((stand) => [`${stand.actor}\n${stand.issue}`, stand]));
  return {
    actors: top(actors).map(([actor]) => actor),
    issues: top(issues).map(([issue]) => issue),
    cell: (actor: number, issue: string) => at.get(`${actor}\n${issue}`),
  };
}
