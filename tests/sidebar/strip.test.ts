import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMarks } from '@/lib/sidebar/strip';

describe('marks on the strip', () => {
  it('join when they nearly touch, and never otherwise', () => {
    expect(joinMarks([0, 10, 12, 13, 40], 2)).toEqual([
      { top: 0, bottom: 2 },
      { top: 10, bottom: 15 },
      { top: 40, bottom: 42 },
    ]);
  });

  it('cover every place, stay apart, and are never more than there is room for', () => {
    const heights = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 3000 });
    fc.assert(
      fc.property(heights, (places) => {
        const sorted = places.sort((a, b) => a - b);
        const marks = joinMarks(sorted, 2);
        for (const y of sorted) expect(marks.some(({ top, bottom }) => y >= top && y + 2 <= bottom + 1e-9)).toBe(true);
        marks.slice(1).forEach(({ top }, index) => {
          expect(top - (marks[index]?.bottom ?? 0)).toBeGreaterThanOrEqual(3);
        });
        expect(marks.length).toBeLessThanOrEqual(81);
      }),
      { numRuns: 50 },
    );
  });
});
