import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShelfStores } from '../../lib/library/shelf/records';
import { createIndexedStore } from '../../lib/platform/storage/indexed-store';
import { createLibraryMark, type LibraryMark } from '../../lib/platform/storage/library-mark';

let kept: Record<string, unknown>;
let mark: LibraryMark;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  kept = {};
  let time = 1;
  const local = {
    get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept[key]])),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
  };
  mark = createLibraryMark({ local }, () => time++);
});

async function startWorker(): Promise<void> {
  const made: Promise<void>[] = [];
  const store = createIndexedStore<ShelfStores>({ onMade: () => void made.push(mark.databaseMade()) });
  await store.write(['meta'], 'relaxed', async (tx) => tx.put('meta', 'a', 1));
  await Promise.all(made);
  store.close();
}

describe('the mark of a library', () => {
  it('says nothing of a library that begins, and of one that is opened again', async () => {
    await startWorker();
    expect(await mark.lostAt()).toBeNull();
    await startWorker();
    expect(await mark.lostAt()).toBeNull();
  });

  it('says that a library is gone when the browser hands out an empty one, until the reader knows', async () => {
    await startWorker();
    globalThis.indexedDB = new IDBFactory();
    await startWorker();
    expect(await mark.lostAt()).toBe(2);
    await startWorker();
    expect(await mark.lostAt()).toBe(2);
    await mark.forgetLoss();
    expect(await mark.lostAt()).toBeNull();
  });

  it('says nothing where nothing can be written down', async () => {
    const broken = createLibraryMark({ local: { get: () => Promise.reject(), set: () => Promise.reject() } }, () => 1);
    await broken.databaseMade();
    expect(await broken.lostAt()).toBeNull();
    await broken.forgetLoss();
  });
});
