// Names never lie on one another, whatever the crowd.
import { describe, expect, it } from 'vitest';
import { LINE_HEIGHT, nameLines, placeLabels, type Label } from './labels';

function crowd(count: number): Label[] {
  let state = 3;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, n) => ({
    lines: n % 3 ? ['Kazakhstan'] : ['Collective Security', 'Treaty Organization'],
    x: random() * 600,
    y: random() * 400,
    radius: 4 + random() * 10,
    width: n % 3 ? 70 : 130,
    must: false,
  }));
}

describe('labels', () => {
  it('do not collide', () => {
    const labels = crowd(300);
    const placed = placeLabels(labels, 600, 400);
    expect(placed.length).toBeGreaterThan(8);
    const boxes = placed.map(({ label, x, y }) => ({
      left: x - labels[label].width / 2,
      right: x + labels[label].width / 2,
      top: y - 11,
      bottom: y - 11 + LINE_HEIGHT * labels[label].lines.length,
    }));
    for (const [i, p] of boxes.entries()) {
      expect(p.left >= 0 && p.right <= 600 && p.top >= 0 && p.bottom <= 400).toBe(true);
      for (const q of boxes.slice(0, i)) {
        const apart =
          p.right <= q.left || q.right <= p.left || p.bottom <= q.top || q.bottom <= p.top;
        expect(apart).toBe(true);
      }
    }
  });

  it('of chosen actors are drawn all the same', () => {
    const labels = crowd(300).map((label, n) => ({ ...label, must: n > 290 }));
    const placed = new Set(placeLabels(labels, 600, 400).map(({ label }) => label));
    for (let n = 291; n < 300; n++) expect(placed.has(n)).toBe(true);
  });

  it('break in the middle', () => {
    expect(nameLines('Collective Security Treaty Organization')).toEqual([
      'Collective Security',
      'Treaty Organization',
    ]);
    expect(nameLines('Uzbekistan')).toEqual(['Uzbekistan']);
    expect(nameLines('Donaudampfschifffahrtsgesellschaft')[0]).toMatch(/…$/);
  });
});
