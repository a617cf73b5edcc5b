/** What the bench runs inside a page of the extension: fills the library through the extension's own messages, and asks it. */
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { FAN } from '../../lib/library/index/merge-segments';
import { toBase64 } from '../../lib/platform/messaging/base64';
import { createIndexedStore } from '../../lib/platform/storage/indexed-store';
import { envelope } from '../../lib/protocol/envelope';
import { packTranscript } from '../../lib/transcript/pack';
import { PackedView } from '../../lib/transcript/packed-view';
import { bulkFill } from './bulk-library';
import { madeFacts, madeTranscript, madeWords, type Source, sourceOf } from './made-library';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

let source: Source = { words: [] };

/** Asks until there is an answer, as the product's outbox does: the worker may have been killed. */
async function call(name: string, args: unknown): Promise<{ readonly ok: boolean; readonly value: unknown }> {
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      const reply = (await chrome.runtime.sendMessage(envelope('background', name, args))) as
        | { readonly ok: boolean; readonly value: unknown }
        | undefined;
      if (reply) return reply;
    } catch {
      // Nobody was there to hear it.
    }
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer to ${name}`);
}

const bench = {
  setSource(texts: readonly string[]): void {
    source = sourceOf(texts);
  },

  /** Adds episodes `from` to `to`; gives the milliseconds of each save as the page saw them. */
  async fill(from: number, to: number): Promise<number[]> {
    const times: number[] = [];
    for (let number = from; number < to; number++) {
      const transcript = madeTranscript(source, number);
      const part = { index: 0, count: 1, data: toBase64(packTranscript(transcript)) };
      const started = performance.now();
      const answer = await call('saveTranscriptPart', { meta: madeFacts(source, number), id: transcript.id, part });
      times.push(performance.now() - started);
      if (!answer.ok) throw new Error(`episode ${number} was not kept: ${JSON.stringify(answer)}`);
    }
    return times;
  },

  /** Fills an empty library at once, past the extension's messages. */
  async bulk(count: number): Promise<void> {
    const database = createIndexedStore<LibraryStores>();
    await bulkFill(database, source, count);
    database.close();
  },

  /** Adds so many new episodes; times as `fill`. */
  async add(count: number): Promise<number[]> {
    const { value } = await call('libraryState', {});
    const { episodes } = value as { readonly episodes: number };
    return bench.fill(episodes, episodes + count);
  },

  async ask(query: string): Promise<{ readonly ms: number; readonly total: number; readonly times: number }> {
    const started = performance.now();
    const { value } = await call('search', { query, order: 'best', offset: 0, limit: 5, places: 3 });
    const ms = performance.now() - started;
    const { total, times } = value as { total: number; times: number };
    return { ms, total, times };
  },

  /** Any call of the background, for checks. */
  call,

  words: (number: number, count: number): string[] => madeWords(source, number, count),

  /** Waits until the index has nothing left to merge. */
  async settle(): Promise<{ readonly segments: number; readonly merging: number }> {
    for (;;) {
      const state = await readState();
      if (state.merging === 0) return state;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await call('libraryState', {});
    }
  },

  /** Bytes of each store of the database, as its records hold them, and of the transcripts' texts alone. */
  async sizes(): Promise<Record<string, number>> {
    const database = await open();
    const sizes: Record<string, number> = {};
    let text = 0;
    for (const store of database.objectStoreNames) {
      let bytes = 0;
      await new Promise<void>((resolve) => {
        const request = database.transaction(store).objectStore(store).openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return resolve();
          bytes += sizeOf(cursor.value);
          if (store === 'transcripts') text += new PackedView(cursor.value.bytes).text.length;
          cursor.continue();
        };
      });
      sizes[store] = bytes;
    }
    database.close();
    return { ...sizes, 'the texts alone': text };
  },
};

async function readState(): Promise<{ segments: number; merging: number }> {
  const database = await open();
  const state = await new Promise<{ segments: unknown[]; merges: unknown[]; garbage: unknown[] }>((resolve) => {
    const request = database.transaction('indexState').objectStore('indexState').get('state');
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  const tiers = new Map<number, number>();
  for (const { tier } of state.segments as { tier: number }[]) tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
  const due = [...tiers.values()].filter((count) => count >= FAN).length;
  return { segments: state.segments.length, merging: state.merges.length + state.garbage.length + due };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('readalong');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array || value instanceof Uint32Array) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, item) => sum + sizeOf(item), 0);
}

export type LibraryBench = typeof bench;
Object.assign(globalThis, { bench });
