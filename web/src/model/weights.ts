// From weights of events to a tie: the arithmetic of src/ties/network.cpp, held against its results
// in ties.test.ts.
import type { Relation } from '../data/report';

const MIXED_SHARE = 0.2;
const LEAST_BALANCE = 0.5;
const ENMITY_FACTOR = 1.5;
const LINEAR_UP_TO = 3;
const SCALE = 5;

export function signOf(friendly: number, hostile: number): number {
  const difference = Math.abs(friendly - hostile);
  if (difference < LEAST_BALANCE || difference < MIXED_SHARE * (friendly + hostile)) return 0;
  return friendly > hostile ? 1 : -1;
}

export function strengthOf(friendly: number, hostile: number): number {
  const size = SCALE * Math.log1p(Math.abs(friendly - hostile) / LINEAR_UP_TO);
  return (signOf(friendly, hostile) < 0 ? ENMITY_FACTOR : 1) * size;
}

export function mixednessOf(friendly: number, hostile: number): number {
  const sum = friendly + hostile;
  return sum > 0 ? 1 - Math.abs(friendly - hostile) / sum : 0;
}

// Mixed: both weigh about the same; unclear: neither weighs.
export function relationOf(friendly: number, hostile: number): Relation {
  const sign = signOf(friendly, hostile);
  if (sign !== 0) return sign > 0 ? 'friends' : 'enemies';
  return mixednessOf(friendly, hostile) >= 0.5 ? 'mixed' : 'unclear';
}
