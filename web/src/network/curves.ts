// How each tie is bent: the gentlest curve that runs through the fewest circles and names. The
// same in the drawing (tie_program.ts) and in pictures (picture.tsx).

export interface Point {
  x: number;
  y: number;
}

export interface Obstacle extends Point {
  radius: number;
  half: number; // half the width of the name below
}

const BENDS = [0.04, -0.04, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42];
export const EASY_BEND = 0.06;
const CAREFUL_MAX = 30_000; // actors times ties

export function controlPoint(p: Point, q: Point, bend: number): Point {
  return { x: (p.x + q.x) / 2 - (q.y - p.y) * bend, y: (p.y + q.y) / 2 + (q.x - p.x) * bend };
}

export function onCurve(p: Point, q: Point, bend: number, t: number): Point {
  const c = controlPoint(p, q, bend);
  const s = 1 - t;
  return {
    x: s * s * p.x + 2 * s * t * c.x + t * t * q.x,
    y: s * s * p.y + 2 * s * t * c.y + t * t * q.y,
  };
}

function hits(points: Obstacle[], a: number, b: number, bend: number): number {
  let count = 0;
  for (let t = 0.06; t < 0.95; t += 0.06) {
    const at = onCurve(points[a], points[b], bend, t);
    for (let n = 0; n < points.length; n++) {
      if (n === a || n === b) continue;
      const { x, y, radius, half } = points[n];
      if (Math.hypot(at.x - x, at.y - y) < radius + 5) count += 3;
      else if (Math.abs(at.x - x) < half && at.y < y - radius && at.y > y - radius - 20) count += 1;
    }
  }
  return count;
}

// y grows upwards, as in the data.
export function bendsOf(points: Obstacle[], ties: { a: number; b: number }[]): Float32Array {
  if (points.length * ties.length > CAREFUL_MAX) {
    return Float32Array.from(ties, ({ a, b }) => ((a + b) % 2 ? EASY_BEND : -EASY_BEND));
  }
  return Float32Array.from(ties, ({ a, b }) => {
    let best = 0;
    let least = Infinity;
    for (const bend of BENDS) {
      const cost = hits(points, a, b, bend) + Math.abs(bend) * 4;
      if (cost < least) [best, least] = [bend, cost];
      if (least < 0.2) break;
    }
    return best;
  });
}

// How far `at` is from a curve, looked at in a dozen places.
export function distanceTo(p: Point, q: Point, bend: number, at: Point): number {
  let least = Infinity;
  let before = p;
  for (let n = 1; n <= 12; n++) {
    const next = onCurve(p, q, bend, n / 12);
    const dx = next.x - before.x;
    const dy = next.y - before.y;
    const long = dx * dx + dy * dy;
    const share = long ? ((at.x - before.x) * dx + (at.y - before.y) * dy) / long : 0;
    const t = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(at.x - before.x - t * dx, at.y - before.y - t * dy));
    before = next;
  }
  return least;
}
