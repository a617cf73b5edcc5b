import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { compareKeys, type Key, keysUnder } from '../../lib/library/shelf/store-port';

const arbitraryKey: fc.Arbitrary<Key> = fc.letrec<{ key: Key }>((tie) => ({
  key: fc.oneof({ maxDepth: 2 }, fc.integer(), fc.string(), fc.array(tie('key'), { maxLength: 3 })),
})).key;

describe('compareKeys', () => {
  it('is an order', () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryKey, arbitraryKey, (a, b, c) => {
        expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)) + 0);
        if (compareKeys(a, b) <= 0 && compareKeys(b, c) <= 0) expect(compareKeys(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('puts numbers before strings before lists', () => {
    expect([['a'], 'a', 2, [], 1].sort(compareKeys)).toEqual([1, 2, 'a', [], ['a']]);
  });

  it('finds every key under a prefix and no other', () => {
    const { from, to } = keysUnder('b');
    const inside = (key: Key): boolean => compareKeys(key, from) >= 0 && compareKeys(key, to) < 0;
    expect(
      [
        ['b', 'x'],
        ['b', 9],
        ['b', 'ÿ'],
      ].every(inside),
    ).toBe(true);
    expect([['a', 'x'], ['c'], ['bb', 1], 'b', 3].some(inside)).toBe(false);
  });
});

describe('createMemoryStore', () => {
  interface Stores {
    readonly things: { readonly list: number[] };
  }

  it('writes nothing when the work throws', async () => {
    const store = createMemoryStore<Stores>();
    const failing = store.write(['things'], 'relaxed', async (tx) => {
      tx.put('things', 1, { list: [] });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.read(['things'], (tx) => tx.count('things'))).toBe(0);
  });

  it('hands out copies', async () => {
    const store = createMemoryStore<Stores>();
    const list = [1];
    await store.write(['things'], 'relaxed', async (tx) => tx.put('things', 1, { list }));
    list.push(2);
    const read = await store.read(['things'], (tx) => tx.get('things', 1));
    read?.list.push(3);
    expect(await store.read(['things'], (tx) => tx.get('things', 1))).toEqual({ list: [1] });
  });
});
