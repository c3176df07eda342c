// Ties as they would be: "RUS~USA~1" makes friends of two, "-1" enemies, "0" neither. A pair
// without any tie gets one of middling strength.
import type { Index } from './index';
import { pairKey } from './index';
import type { TieNow } from './ties';
import { byStrength } from './ties';
import { NO_MONTH } from './dates';

export const MADE_UP_STRENGTH = 5;

function asTurned(tie: TieNow, sign: number): TieNow {
  const strength = sign === 0 ? 0 : tie.strength || MADE_UP_STRENGTH;
  const relation = sign > 0 ? 'friends' : sign < 0 ? 'enemies' : 'unclear';
  return { ...tie, sign, strength, relation, mixedness: 0 };
}

const madeUp = (a: number, b: number): TieNow => ({
  index: -1,
  a: Math.min(a, b),
  b: Math.max(a, b),
  sign: 0,
  relation: 'unclear',
  strength: 0,
  friendly: 0,
  hostile: 0,
  mixedness: 0,
  ab: 0,
  ba: 0,
  events: 0,
  frustrated: false,
  from: NO_MONTH,
  to: NO_MONTH,
});

export function edited(index: Index, ties: TieNow[], turned: string[]): TieNow[] {
  const count = index.report.actors.length;
  const result = new Map(ties.map((tie) => [pairKey(count, tie.a, tie.b), tie]));
  for (const text of turned) {
    const [first, second, sign] = text.split('~');
    const a = index.actorOf.get(first);
    const b = index.actorOf.get(second);
    if (a === undefined || b === undefined || a === b) continue;
    const key = pairKey(count, a, b);
    result.set(key, asTurned(result.get(key) ?? madeUp(a, b), Math.sign(Number(sign) || 0)));
  }
  return [...result.values()].sort(byStrength);
}
