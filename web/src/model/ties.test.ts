// Ties and frustration that the page computes are those that the program measured: on a dossier
// that the program read (fixtures/), and on a made-up report.
import { describe, expect, it } from 'vitest';
import report from '../../fixtures/gulf_rift_2017.json';
import { withRows } from '../data/load';
import { campsOf, edgesOf, measuredCamps } from './camps';
import { NO_FILTER, selectEvents } from './filter';
import { frustrationOf } from './frustration';
import { makeIndex } from './index';
import { addUpTies, measuredTies } from './ties';
import { edited } from './what_if';

const index = makeIndex(withRows(report as never));
const all = selectEvents(index, NO_FILTER);

describe('ties', () => {
  it('add up to what the program measured', () => {
    const measured = new Map(measuredTies(index).map((tie) => [tie.index, tie]));
    const ties = addUpTies(index, all);
    expect(ties.length).toBe(measured.size);
    expect(ties.length).toBeGreaterThan(10);
    for (const tie of ties) {
      const other = measured.get(tie.index)!;
      expect(tie.friendly).toBeCloseTo(other.friendly, 2);
      expect(tie.hostile).toBeCloseTo(other.hostile, 2);
      expect(tie.strength).toBeCloseTo(other.strength, 2);
      expect(tie.ab).toBeCloseTo(other.ab, 2);
      expect(tie.ba).toBeCloseTo(other.ba, 2);
      expect(tie.relation).toBe(other.relation);
      expect(tie.from).toBe(other.from);
    }
  });

  it('of a filter hold its events only', () => {
    const mask = selectEvents(index, { ...NO_FILTER, sign: 'hostile' });
    for (const tie of addUpTies(index, mask)) expect(tie.friendly).toBe(0);
    const nothing = selectEvents(index, { ...NO_FILTER, outlet: 'nobody' });
    expect(addUpTies(index, nothing)).toEqual([]);
  });

  it('lie within the window', () => {
    const from = index.last;
    for (const tie of addUpTies(index, selectEvents(index, { ...NO_FILTER, from, to: from }))) {
      expect([tie.from, tie.to]).toEqual([from, from]);
    }
  });
});

describe('camps', () => {
  const measured = measuredCamps(index);

  it('have the frustration that the program proved', () => {
    expect(index.report.balance.proven).toBe(true);
    const edges = edgesOf(measuredTies(index));
    const side = Array.from(measured.camp, (camp) => (camp === 2 ? -1 : 1));
    expect(frustrationOf(edges, side)).toBeCloseTo(measured.frustration, 2);
    const found = campsOf(index, addUpTies(index, all), measured.camp);
    expect(found.frustration).toBeCloseTo(measured.frustration, 1);
    expect(found.weight).toBeCloseTo(measured.weight, 1);
  });

  it('keep their names', () => {
    const found = campsOf(index, measuredTies(index), measured.camp);
    const same = found.camp.filter((camp, i) => camp === measured.camp[i]).length;
    expect(same).toBeGreaterThan(0.8 * found.camp.length);
  });

  it('suffer from a strong tie that is turned', () => {
    const ties = measuredTies(index).sort((p, q) => q.strength - p.strength);
    const { actors } = index.report;
    const tie = ties.find(({ a, b, sign }) => sign && measured.camp[a] && measured.camp[b])!;
    const turn = `${actors[tie.a].node}~${actors[tie.b].node}~${-tie.sign}`;
    const turned = edited(index, ties, [turn]);
    expect(turned.find((other) => other.index === tie.index)!.sign).toBe(-tie.sign);
    const side = Array.from(measured.camp, (camp) => (camp === 2 ? -1 : 1));
    const difference = Math.abs(
      frustrationOf(edgesOf(turned), side) - frustrationOf(edgesOf(ties), side),
    );
    expect(difference).toBeCloseTo(tie.strength, 6);
  });
});
