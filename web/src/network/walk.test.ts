// Arrow keys lead from actor to neighbour.
import { describe, expect, it } from 'vitest';
import { stepFrom, WAYS } from './walk';

const places = [
  { x: 0, y: 0 },
  { x: 100, y: 10 },
  { x: 50, y: 0 },
  { x: 0, y: 80 },
  { x: -60, y: 0 },
];

describe('walking through the network', () => {
  it('goes to the tied actor that lies that way, past one that is nearer', () => {
    expect(stepFrom(places, 0, [1, 3], WAYS.ArrowRight)).toBe(1);
    expect(stepFrom(places, 0, [1, 3], WAYS.ArrowDown)).toBe(3);
  });

  it('goes to any actor where no tied one lies that way, and stays at the edge', () => {
    expect(stepFrom(places, 0, [1], WAYS.ArrowLeft)).toBe(4);
    expect(stepFrom(places, 0, [1], WAYS.ArrowUp)).toBe(0);
  });

  it('reaches everybody and comes back', () => {
    const seen = new Set([0]);
    for (const from of seen) {
      for (const way of Object.values(WAYS)) seen.add(stepFrom(places, from, [], way));
    }
    expect(seen.size).toBe(places.length);
    expect(stepFrom(places, 1, [0], WAYS.ArrowLeft)).toBe(0);
  });
});
