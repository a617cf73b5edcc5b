import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { IndexCache } from '../../lib/library/index/index-cache';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { rebuildStep } from '../../lib/library/index/rebuild-index';
import { searchLibrary } from '../../lib/library/query/search-library';
import type { ShelfStores } from '../../lib/library/shelf/records';
import { readEpisode, type Shelf, saveTranscript } from '../../lib/library/shelf/shelf';
import { keysUnder, StoreError } from '../../lib/library/shelf/store-port';
import { createIndexedStore } from '../../lib/platform/storage/indexed-store';
import { DATABASE_NAME, DATABASE_VERSION } from '../../lib/platform/storage/schema';
import { killable } from '../library/faulty-store';
import { makeSaving, makeTranscript, videoId } from '../library/make-transcript';

const VIDEO = videoId(1);
const saving = makeSaving(makeTranscript('the lamp lights'));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function shelfOver(port = createIndexedStore<ShelfStores>()): Shelf {
  return { port, index: null, now: () => 1 };
}

function openRaw(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe('createIndexedStore', () => {
  it('keeps records over a new connection, as a worker that was killed finds them', async () => {
    await saveTranscript(shelfOver(), saving);
    expect((await readEpisode(shelfOver(), VIDEO))?.transcripts).toHaveLength(1);
  });

  it('reads ranges in key order', async () => {
    const store = createIndexedStore<ShelfStores>();
    await store.write(['transcripts'], 'relaxed', async (tx) => {
      for (const id of ['b', 'a', 'c']) {
        tx.put('transcripts', [VIDEO, id], { id, videoId: VIDEO, bytes: new Uint8Array([1]), savedAt: 1 });
      }
      tx.put('transcripts', [videoId(2), 'x'], { id: 'x', videoId: videoId(2), bytes: new Uint8Array(), savedAt: 1 });
    });
    const read = await store.read(['transcripts'], (tx) => tx.getAll('transcripts', keysUnder(VIDEO)));
    expect(read.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(read[0]?.bytes).toEqual(new Uint8Array([1]));
    await store.write(['transcripts'], 'relaxed', async (tx) => tx.remove('transcripts', keysUnder(VIDEO)));
    expect(await store.read(['transcripts'], (tx) => tx.count('transcripts'))).toBe(1);
  });

  it('writes nothing when the work throws, and lets the error through', async () => {
    const store = createIndexedStore<ShelfStores>();
    const failing = store.write(['meta'], 'strict', async (tx) => {
      tx.put('meta', 'a', 1);
      await tx.get('meta', 'a');
      throw new TypeError('a bug');
    });
    await expect(failing).rejects.toThrow(TypeError);
    expect(await store.read(['meta'], (tx) => tx.get('meta', 'a'))).toBeUndefined();
  });

  it('leaves the library whole wherever a save dies', async () => {
    const store = createIndexedStore<ShelfStores>();
    const killing = killable(store);
    await killing.killEverywhere(
      () => saveTranscript(shelfOver(killing.port as typeof store), saving),
      async () => {
        const [episodes, transcripts] = await store.read(['episodes', 'transcripts'], (tx) =>
          Promise.all([tx.count('episodes'), tx.count('transcripts')]),
        );
        expect(episodes).toBe(transcripts);
        await store.write(['episodes', 'transcripts'], 'strict', async (tx) => {
          tx.remove('episodes', VIDEO);
          tx.remove('transcripts', keysUnder(VIDEO));
        });
      },
    );
  });

  it('lets go of the database when another context wants to upgrade it, and comes back afterwards', async () => {
    const store = createIndexedStore<ShelfStores>();
    await store.open();
    const upgraded = await openRaw(DATABASE_VERSION + 1);
    upgraded.close();
    expect(await store.open()).toEqual({ newer: true });
  });

  it('brings a database of the first version up to date, loses nothing and indexes what it holds', async () => {
    const old = await openRaw(1, (database) => {
      for (const store of ['meta', 'episodes', 'transcripts', 'notes', 'trash']) database.createObjectStore(store);
    });
    old.close();
    const raw = createIndexedStore<LibraryStores>();
    await saveTranscript({ port: raw, index: null, now: () => 1 }, saving);
    while (await rebuildStep(raw));
    const result = await searchLibrary(raw, new IndexCache(), { query: 'lamp', offset: 0, limit: 9, places: 3 });
    expect(result).toMatchObject({ total: 1, partial: false });
  });

  it('reads a newer database and writes nothing into it', async () => {
    await saveTranscript(shelfOver(), saving);
    (await openRaw(DATABASE_VERSION + 3)).close();
    const shelf = shelfOver();
    expect((await readEpisode(shelf, VIDEO))?.transcripts).toHaveLength(1);
    await expect(saveTranscript(shelf, saving)).rejects.toMatchObject({ trouble: 'newer' });
    expect((await openRaw()).version).toBe(DATABASE_VERSION + 3);
  });

  it('gives up after the deadline when the database does not open', async () => {
    const silent = { open: () => new EventTarget() };
    globalThis.indexedDB = silent as unknown as IDBFactory;
    const store = createIndexedStore<ShelfStores>({ openDeadlineMs: 20 });
    await expect(store.open()).rejects.toMatchObject({ trouble: 'broken' });
  });

  it('says broken, not a type error, where there is no IndexedDB', async () => {
    Object.assign(globalThis, { indexedDB: undefined });
    await expect(createIndexedStore<ShelfStores>().open()).rejects.toBeInstanceOf(StoreError);
  });

  it('says full when the quota is exceeded', async () => {
    const store = createIndexedStore<ShelfStores>();
    const failing = store.write(['meta'], 'relaxed', async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(failing).rejects.toMatchObject({ trouble: 'full' });
  });
});
