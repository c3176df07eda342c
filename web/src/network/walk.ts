// Where an arrow key leads from an actor: to the tied actor that lies that way, or, where none
// does, to any actor that does. Pure; tested in walk.test.ts.
import type { Point } from './curves';

export const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

// The nearest within 60 degrees of the way; what lies aside counts double. -1: none.
function nearest(places: Point[], from: number, among: number[], way: Point): number {
  let best = -1;
  let least = Infinity;
  for (const actor of among) {
    const dx = places[actor].x - places[from].x;
    const dy = places[actor].y - places[from].y;
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y - dy * way.x);
    if (actor === from || along <= 0 || aside > 1.75 * along) continue;
    if (along + 2 * aside < least) [best, least] = [actor, along + 2 * aside];
  }
  return best;
}

// y grows downwards, as on the screen. An actor at the edge stays where it is.
export function stepFrom(places: Point[], from: number, tied: number[], way: Point): number {
  const neighbour = nearest(places, from, tied, way);
  if (neighbour >= 0) return neighbour;
  const other = nearest(places, from, [...places.keys()], way);
  return other >= 0 ? other : from;
}
