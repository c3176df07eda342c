// Every split of small random graphs against the obvious search, and larger planted camps.
import { describe, expect, it } from 'vitest';
import { EXACT_MAX, frustrationOf, leastFrustration, type SignedEdge } from './frustration';

function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function randomEdges(actors: number, share: number, random: () => number): SignedEdge[] {
  const edges: SignedEdge[] = [];
  for (let a = 0; a < actors; a++) {
    for (let b = a + 1; b < actors; b++) {
      if (random() > share) continue;
      edges.push({ a, b, weight: Math.round((random() - 0.5) * 20) });
    }
  }
  return edges;
}

function slowest(actors: number, edges: SignedEdge[]): number {
  let least = Infinity;
  for (let code = 0; code < 2 ** actors; code++) {
    const side = Array.from({ length: actors }, (_, i) => (code & (1 << i) ? 1 : -1));
    least = Math.min(least, frustrationOf(edges, side));
  }
  return least;
}

describe('least frustration', () => {
  it('is that of the best of all splits', () => {
    const random = makeRandom(5);
    for (let n = 0; n < 40; n++) {
      const actors = 2 + Math.floor(random() * 8);
      const edges = randomEdges(actors, 0.3 + 0.6 * random(), random);
      const split = leastFrustration(actors, edges);
      expect(split.frustration).toBeCloseTo(slowest(actors, edges), 9);
      expect(split.frustration).toBeCloseTo(frustrationOf(edges, split.side), 9);
      expect(split.exact).toBe(true);
    }
  });

  it('finds planted camps among many actors', () => {
    const random = makeRandom(9);
    const actors = 120;
    const edges = randomEdges(actors, 0.1, random).map((edge) => ({
      ...edge,
      weight: (edge.a % 2 === edge.b % 2 ? 1 : -1) * (1 + random()),
    }));
    const split = leastFrustration(actors, edges);
    expect(actors).toBeGreaterThan(EXACT_MAX);
    expect(split.frustration).toBe(0);
    expect(split.exact).toBe(false);
  });

  it('leaves actors without a signed tie out', () => {
    const split = leastFrustration(4, [
      { a: 0, b: 2, weight: -3 },
      { a: 1, b: 3, weight: 0 },
    ]);
    expect([...split.side].map(Math.abs)).toEqual([1, 0, 1, 0]);
    expect(split.frustration).toBe(0);
  });
});
