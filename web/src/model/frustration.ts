// The camps with the least frustration (Harary's line index) of a signed graph, small or filtered:
// components of at most EXACT_MAX actors by trying every split in Gray code order, one flip at a
// time; larger ones by descent from several seeded starts. src/balance proves its optima; this is
// for what the reader changes on the page. Held against src/balance in frustration.test.ts.

export interface SignedEdge {
  a: number;
  b: number;
  weight: number; // > 0 friends, < 0 enemies
}

export interface Split {
  side: Int8Array; // of an actor: 1 or -1; 0 without a signed tie
  frustration: number;
  exact: boolean;
  component: Int32Array; // of an actor; -1 without a signed tie
}

export const EXACT_MAX = 20;
const STARTS = 24;

interface Graph {
  near: number[][]; // neighbours by local number
  weight: number[][];
}

export function frustrationOf(edges: SignedEdge[], side: ArrayLike<number>): number {
  let sum = 0;
  for (const { a, b, weight } of edges) {
    if (weight * side[a] * side[b] < 0) sum += Math.abs(weight);
  }
  return sum;
}

export function componentsOf(actors: number, edges: SignedEdge[]): Int32Array {
  const parent = Int32Array.from({ length: actors }, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const signed = new Uint8Array(actors);
  for (const { a, b, weight } of edges) {
    if (weight === 0) continue;
    signed[a] = signed[b] = 1;
    parent[root(a)] = root(b);
  }
  return Int32Array.from({ length: actors }, (_, i) => (signed[i] ? root(i) : -1));
}

// What flipping `i` would gain: frustrated less satisfied weight around it.
function gainOf(graph: Graph, side: Int8Array, i: number): number {
  let gain = 0;
  graph.near[i].forEach((j, k) => (gain -= graph.weight[i][k] * side[i] * side[j]));
  return gain;
}

function tryAll(graph: Graph): Int8Array {
  const count = graph.near.length;
  const side = new Int8Array(count).fill(1);
  const best = new Int8Array(side);
  let lead = 0; // how much less frustrated than all on one side
  let most = 1e-9;
  for (let code = 1; code < 2 ** (count - 1); code++) {
    const i = 31 - Math.clz32(code & -code); // the bit in which this Gray code differs
    lead += gainOf(graph, side, i);
    side[i] = -side[i] as 1 | -1;
    if (lead > most + 1e-9) {
      most = lead;
      best.set(side);
    }
  }
  return best;
}

function descend(graph: Graph, side: Int8Array): void {
  const count = side.length;
  const gain = Float64Array.from({ length: count }, (_, i) => gainOf(graph, side, i));
  for (;;) {
    let best = 0;
    for (let i = 1; i < count; i++) if (gain[i] > gain[best]) best = i;
    if (!(gain[best] > 1e-9)) return;
    gain[best] = -gain[best];
    side[best] = -side[best] as 1 | -1;
    graph.near[best].forEach((j, k) => {
      gain[j] -= 2 * graph.weight[best][k] * side[best] * side[j];
    });
  }
}

// Follows the heaviest ties from the heaviest actor: right wherever the graph is balanced.
function grow(graph: Graph): Int8Array {
  const count = graph.near.length;
  const side = new Int8Array(count);
  const pull = new Float64Array(count);
  const heft = graph.weight.map((list) => list.reduce((sum, w) => sum + Math.abs(w), 0));
  for (let step = 0; step < count; step++) {
    let next = -1;
    for (let i = 0; i < count; i++) {
      if (side[i]) continue;
      const better = next < 0 || Math.abs(pull[i]) > Math.abs(pull[next]) + 1e-12;
      const tied = next >= 0 && Math.abs(pull[i]) === Math.abs(pull[next]);
      if (better || (tied && heft[i] > heft[next])) next = i;
    }
    side[next] = pull[next] < 0 ? -1 : 1;
    graph.near[next].forEach((j, k) => (pull[j] += graph.weight[next][k] * side[next]));
  }
  return side;
}

function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function search(graph: Graph, start: Int8Array | null): Int8Array {
  const lossOf = (side: Int8Array) => {
    let sum = 0;
    for (let i = 0; i < side.length; i++) sum += gainOf(graph, side, i);
    return sum;
  };
  let best = grow(graph);
  descend(graph, best);
  let least = lossOf(best);
  const random = makeRandom(1);
  const starts = graph.near.length > 400 ? 4 : STARTS;
  for (let n = 0; n < starts; n++) {
    const side = n === 0 && start ? new Int8Array(start) : new Int8Array(best);
    if (n > 0) for (let i = 0; i < side.length; i++) if (random() < 0.2) side[i] = -side[i] as 1;
    descend(graph, side);
    const loss = lossOf(side);
    if (loss < least - 1e-9) [best, least] = [side, loss];
  }
  return best;
}

// `start` may hold a known good split (0 where unknown).
export function leastFrustration(
  actors: number,
  edges: SignedEdge[],
  start?: ArrayLike<number>,
): Split {
  const component = componentsOf(actors, edges);
  const members = new Map<number, number[]>();
  component.forEach((root, i) => {
    if (root < 0) return;
    const list = members.get(root);
    if (list) list.push(i);
    else members.set(root, [i]);
  });
  const local = new Int32Array(actors);
  for (const list of members.values()) list.forEach((i, n) => (local[i] = n));
  const graphs = new Map<number, Graph>();
  for (const [root, list] of members) {
    graphs.set(root, { near: list.map(() => []), weight: list.map(() => []) });
  }
  for (const { a, b, weight } of edges) {
    if (weight === 0 || a === b) continue;
    const graph = graphs.get(component[a])!;
    graph.near[local[a]].push(local[b]);
    graph.weight[local[a]].push(weight);
    graph.near[local[b]].push(local[a]);
    graph.weight[local[b]].push(weight);
  }
  const side = new Int8Array(actors);
  let exact = true;
  for (const [root, list] of members) {
    const small = list.length <= EXACT_MAX;
    const known = start ? Int8Array.from(list, (i) => (start[i] < 0 ? -1 : 1)) : null;
    const found = small ? tryAll(graphs.get(root)!) : search(graphs.get(root)!, known);
    list.forEach((i, n) => (side[i] = found[n]));
    exact &&= small;
  }
  return { side, frustration: frustrationOf(edges, side), exact, component };
}
