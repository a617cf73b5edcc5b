import { describe, expect, it } from 'vitest';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { saveTranscript } from '../../lib/library/shelf/shelf';
import { StoreError } from '../../lib/library/shelf/store-port';
import { createShelfChooser } from '../../lib/platform/storage/choose-shelf';
import type { IndexedStore } from '../../lib/platform/storage/indexed-store';
import { makeSaving, makeTranscript } from '../library/make-transcript';

describe('createShelfChooser', () => {
  it('goes back to a database that was only slow as soon as it is open, with what memory took in', async () => {
    const store = createMemoryStore<LibraryStores>();
    let isOpen = false;
    let closings = 0;
    const database: IndexedStore<LibraryStores> = {
      ...store,
      open: async () => {
        if (!isOpen) throw new StoreError('broken', 'did not open in time');
        return { newer: false };
      },
      isReady: () => isOpen,
      close: () => void closings++,
    };
    const shelves = createShelfChooser({ database, index: searchIndex, now: () => 1 });
    const during = await shelves.choose(false);
    expect(during.condition).toBe('memory');
    await saveTranscript(during.shelf, makeSaving(makeTranscript('the lamp lights')));
    expect((await shelves.choose(false)).condition).toBe('memory');
    // What is being opened must not be thrown away.
    expect(closings).toBe(0);
    isOpen = true;
    expect((await shelves.choose(false)).condition).toBe('fine');
    expect(await store.read(['transcripts'], (tx) => tx.count('transcripts'))).toBe(1);
  });
});
