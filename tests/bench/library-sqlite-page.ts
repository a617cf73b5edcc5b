/** The page beside SQLite's worker: starts one, asks it, ends it. */
import type { SqliteOrder } from './library-sqlite';

/** Files of a worker that was ended are free again a little later. */
const RELEASE = 150;

function start(): Worker {
  return new Worker('/worker.js', { type: 'module' });
}

function call(worker: Worker, order: SqliteOrder): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(order);
  });
}

const sqlite = {
  /** Gives the size of the file in bytes. */
  async build(texts: readonly string[], episodes: number): Promise<number> {
    const worker = start();
    const bytes = await call(worker, { kind: 'build', texts, episodes });
    worker.terminate();
    return bytes;
  },

  /** Milliseconds of a new worker's first answer, and of the same worker's second. */
  async ask(query: string): Promise<{ readonly cold: number; readonly warm: number }> {
    await new Promise((resolve) => setTimeout(resolve, RELEASE));
    const began = performance.now();
    const worker = start();
    await call(worker, { kind: 'ask', query });
    const cold = performance.now() - began;
    await call(worker, { kind: 'ask', query });
    const warm = performance.now() - began - cold;
    worker.terminate();
    return { cold, warm };
  },
};

export type LibrarySqlite = typeof sqlite;
Object.assign(globalThis, { sqlite });
