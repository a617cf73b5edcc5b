import { describe, expect, it, vi } from 'vitest';
import { offerPart, takeOver, takePart } from '@/lib/platform/hand-over';

describe('parts that come in scripts of their own', () => {
  it('are given at once to one who comes later, and once to one who waits', () => {
    const early = vi.fn();
    takePart('words', early);
    expect(early).not.toHaveBeenCalled();
    offerPart('words', 7);
    offerPart('words', 8);
    expect(early.mock.calls).toEqual([[7]]);
    const late = vi.fn();
    takePart('words', late);
    expect(late.mock.calls).toEqual([[8]]);
  });
});

describe('a newer copy', () => {
  it('ends the one before, and no other', () => {
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
    takeOver(first);
    expect(first).not.toHaveBeenCalled();
    takeOver(second);
    takeOver(third);
    expect([first, second, third].map((end) => end.mock.calls.length)).toEqual([1, 1, 0]);
  });
});
