// Camps over time are the program's own where it measured them, and the page's under a filter.
import { describe, expect, it } from 'vitest';
import report from '../../fixtures/gulf_rift_2017.json';
import type { History } from '../data/report';
import { withRows } from '../data/load';
import { NO_FILTER } from './filter';
import { makeIndex } from './index';
import { campsOverTime, historyFor, measuredMoves } from './moves';

const plain = withRows(report as never);
const camps = plain.actors.map((_, i) => (i === 0 ? 2 : 1));
const window = {
  ties: 3,
  balance: 0.9,
  low: 0.8,
  high: 1,
  chance: 0.7,
  p: 0.01,
  weight: 10,
  frustration: 1,
  proven: true,
  undecided: [],
};
const history: History = {
  samples: 100,
  windows: [
    { ...window, from: '2017-05', to: '2017-05', camps: plain.actors.map(() => 1) },
    { ...window, from: '2017-06', to: '2017-06', camps },
    { ...window, from: '2017-07', to: '2017-07', camps: plain.actors.map(() => 0), ties: 0 },
  ],
  moves: [{ actor: 0, last: 0, now: 1, camp: 2, certain: true, support: 0.75 }],
  changes: [],
};
const index = makeIndex({ ...plain, history });

describe('camps over time', () => {
  it('are those that the program measured', () => {
    const windows = campsOverTime(index, NO_FILTER);
    expect(windows.map(({ camps }) => camps?.camp[0])).toEqual([1, 2, undefined]);
    expect(windows[1].from).toBe(2017 * 12 + 5);
    expect(windows[1].camps!.exact).toBe(true);
    expect(measuredMoves(history)).toEqual([
      { actor: 0, window: 1, camp: 2, certain: true, support: 0.75 },
    ]);
  });

  it('are worked out anew under a filter, or where nothing was measured', () => {
    const filtered = { ...NO_FILTER, outlet: 'No such outlet' };
    expect(historyFor(index, filtered)).toBeUndefined();
    expect(campsOverTime(index, filtered).every(({ camps }) => camps === null)).toBe(true);
    expect(historyFor(makeIndex(plain), NO_FILTER)).toBeUndefined();
    expect(campsOverTime(makeIndex(plain), NO_FILTER).length).toBeGreaterThan(0);
  });
});
