// Camps of the ties as they are now: those that the program proved, or, where a filter or a
// what-if changed the ties, those with the least frustration, named so that as many actors as
// possible keep their camp.
import type { Index } from './index';
import type { TieNow } from './ties';
import { leastFrustration, type SignedEdge, type Split } from './frustration';

export interface Camps {
  camp: Int8Array; // 1 or 2, 0 for neither
  frustration: number;
  weight: number; // of all signed ties
  exact: boolean;
}

export const edgesOf = (ties: TieNow[]): SignedEdge[] =>
  ties
    .filter((tie) => tie.sign !== 0)
    .map((tie) => ({ a: tie.a, b: tie.b, weight: tie.sign * tie.strength }));

export const weightOf = (edges: SignedEdge[]): number =>
  edges.reduce((sum, edge) => sum + Math.abs(edge.weight), 0);

export function measuredCamps(index: Index): Camps {
  const { actors, balance } = index.report;
  return {
    camp: Int8Array.from(actors, (actor) => actor.camp),
    frustration: balance.frustration,
    weight: balance.weight,
    exact: balance.proven,
  };
}

// Signed ties say nothing on which side of a component is camp 1: the side that agrees best with
// `before`, by the actors' weights; where it says nothing, the heaviest actor's.
export function namedAlike(split: Split, before: ArrayLike<number>, weights: number[]): Int8Array {
  const votes = new Map<number, number>();
  const heaviest = new Map<number, number>();
  split.component.forEach((root, i) => {
    if (root < 0) return;
    const vote = before[i] === 1 ? 1 : before[i] === 2 ? -1 : 0;
    votes.set(root, (votes.get(root) ?? 0) + vote * split.side[i] * (weights[i] + 1e-6));
    const top = heaviest.get(root);
    if (top === undefined || weights[i] > weights[top]) heaviest.set(root, i);
  });
  return Int8Array.from(split.side, (side, i) => {
    const root = split.component[i];
    if (root < 0) return 0;
    const vote = votes.get(root) || split.side[heaviest.get(root)!];
    return side * vote > 0 ? 1 : 2;
  });
}

export function campsOf(index: Index, ties: TieNow[], before: ArrayLike<number>): Camps {
  const edges = edgesOf(ties);
  const { actors } = index.report;
  const start = Array.from(before, (camp) => (camp === 2 ? -1 : 1));
  const split = leastFrustration(actors.length, edges, start);
  const weights = actors.map((actor) => actor.weight);
  return {
    camp: namedAlike(split, before, weights),
    frustration: split.frustration,
    weight: weightOf(edges),
    exact: split.exact,
  };
}
