/** The usual ways to search, over the same episodes in the same browser: a scan of every text, MiniSearch, SQLite FTS5. */
import MiniSearch from 'minisearch';
import { madeWords, type Source, sourceOf, WORDS_IN_PARAGRAPH } from './made-library';

let source: Source = { words: [] };

/** Texts read from the disk at once: the whole library would not fit into memory. */
const SCANNED = 256;
const MINI = { fields: ['text'] };

interface StoredText {
  readonly bytes: Uint8Array;
}

const peers = {
  setSource(texts: readonly string[]): void {
    source = sourceOf(texts);
  },

  /** Reads every transcript's text and looks for the words: the plainest search there is. */
  async scan(query: string): Promise<number> {
    const started = performance.now();
    const database = await open('readalong');
    const words = query.replaceAll('"', '').trim().split(' ');
    let after: IDBKeyRange | null = null;
    for (;;) {
      const store: IDBObjectStore = database.transaction('transcripts').objectStore('transcripts');
      const [texts, keys]: [StoredText[], IDBValidKey[]] = await Promise.all([
        answerOf<StoredText[]>(store.getAll(after, SCANNED)),
        answerOf(store.getAllKeys(after, SCANNED)),
      ]);
      for (const { bytes } of texts) {
        const text = new TextDecoder('latin1').decode(bytes.subarray(0, 70_000));
        words.every((word) => text.includes(word));
      }
      const last = keys.at(-1);
      if (last === undefined || texts.length < SCANNED) break;
      after = IDBKeyRange.lowerBound(last, true);
    }
    database.close();
    return performance.now() - started;
  },

  /** MiniSearch over paragraphs, as one JSON in a database of its own. Gives the size of the JSON in bytes. */
  async buildMini(episodes: number): Promise<number> {
    const mini = new MiniSearch(MINI);
    for (let number = 0; number < episodes; number++) {
      const words = madeWords(source, number);
      for (let from = 0; from < words.length; from += WORDS_IN_PARAGRAPH) {
        mini.add({ id: `${number} ${from}`, text: words.slice(from, from + WORDS_IN_PARAGRAPH).join(' ') });
      }
    }
    const json = JSON.stringify(mini);
    const database = await open('bench-minisearch', (made) => made.createObjectStore('json'));
    const transaction = database.transaction('json', 'readwrite', { durability: 'strict' });
    transaction.objectStore('json').put(json, 'index');
    // The browser may be closed right after.
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
    return json.length;
  },

  /** From nothing: reads the JSON, loads the index, searches. Then once more, warm. */
  async askMini(query: string): Promise<{ readonly cold: number; readonly warm: number }> {
    const started = performance.now();
    const database = await open('bench-minisearch');
    const json = await answerOf<string>(database.transaction('json').objectStore('json').get('index'));
    database.close();
    const mini = MiniSearch.loadJSON(json, MINI);
    const search = () => mini.search(query, { combineWith: 'AND', prefix: true }).slice(0, 10);
    search();
    const cold = performance.now() - started;
    search();
    return { cold, warm: performance.now() - started - cold };
  },
};

function open(name: string, upgrade: (database: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => upgrade(request.result);
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export type LibraryPeers = typeof peers;
Object.assign(globalThis, { peers });
