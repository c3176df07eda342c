// Where actors stand on issues, by the sentences that the filter lets through.
import type { Position } from '../data/report';
import type { Index } from './index';

export type Stand = Position;

export const standsOf = (index: Index, mask: Uint8Array): Stand[] =>
  (index.report.positions ?? [])
    .map((position) => ({ ...position, events: position.events.filter((e) => mask[e]) }))
    .filter((position) => position.events.length);

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
