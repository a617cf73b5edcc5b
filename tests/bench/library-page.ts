/** What the bench runs inside a page of the extension: fills the library through the extension's own messages, and asks it. */
import MiniSearch from 'minisearch';
import { toBase64 } from '../../lib/platform/messaging/base64';
import { envelope } from '../../lib/protocol/envelope';
import { packTranscript } from '../../lib/transcript/pack';
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

  /** Bytes of each store of the database, as its records hold them. */
  async sizes(): Promise<Record<string, number>> {
    const database = await open();
    const sizes: Record<string, number> = {};
    for (const store of database.objectStoreNames) {
      let bytes = 0;
      await new Promise<void>((resolve) => {
        const request = database.transaction(store).objectStore(store).openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return resolve();
          bytes += sizeOf(cursor.value);
          cursor.continue();
        };
      });
      sizes[store] = bytes;
    }
    database.close();
    return sizes;
  },

  /** Reads every transcript's text and looks for the words: the plainest search there is. */
  async scan(query: string): Promise<{ readonly ms: number; readonly total: number }> {
    const started = performance.now();
    const database = await open();
    let total = 0;
    const words = query.replaceAll('"', '').split(' ');
    await new Promise<void>((resolve) => {
      const request = database.transaction('transcripts').objectStore('transcripts').getAll();
      request.onsuccess = () => {
        for (const { bytes } of request.result as { bytes: Uint8Array }[]) {
          const text = new TextDecoder('latin1').decode(bytes.subarray(0, 70_000));
          if (words.every((word) => text.includes(word))) total++;
        }
        resolve();
      };
    });
    database.close();
    return { ms: performance.now() - started, total };
  },
};

/** MiniSearch over paragraphs, as one JSON in a database of its own: the usual way. */
const MINI = { fields: ['text'] };
const WORDS_IN_PARAGRAPH = 110;

function openMini(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench-minisearch');
    request.onupgradeneeded = () => request.result.createObjectStore('json');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const peers = {
  /** Gives the size of the JSON in bytes. */
  async buildMini(episodes: number): Promise<number> {
    const mini = new MiniSearch(MINI);
    for (let number = 0; number < episodes; number++) {
      const words = madeWords(source, number);
      for (let from = 0; from < words.length; from += WORDS_IN_PARAGRAPH) {
        mini.add({ id: `${number} ${from}`, text: words.slice(from, from + WORDS_IN_PARAGRAPH).join(' ') });
      }
    }
    const json = JSON.stringify(mini);
    const database = await openMini();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('json', 'readwrite');
      transaction.objectStore('json').put(json, 'index');
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
    return json.length;
  },

  /** From nothing: reads the JSON, loads the index, searches. */
  async askMini(query: string): Promise<number> {
    const started = performance.now();
    const database = await openMini();
    const json = await new Promise<string>((resolve) => {
      const request = database.transaction('json').objectStore('json').get('index');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    MiniSearch.loadJSON(json, MINI).search(query, { combineWith: 'AND', prefix: true });
    return performance.now() - started;
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
  const due = [...tiers.values()].filter((count) => count >= 8).length;
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
export type LibraryPeers = typeof peers;
Object.assign(globalThis, { bench, peers });
