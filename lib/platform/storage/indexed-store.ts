/** The library's stores over IndexedDB. Opens on first use, and again after the connection was taken away. */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import {
  type Durability,
  isKeyRange,
  type Key,
  type KeyRange,
  StoreError,
  type StorePort,
  type WriteTransaction,
} from '../../library/shelf/store-port';
import { DATABASE_NAME, DATABASE_VERSION, migrate, type Upgrade } from './schema';

/**
 * Far longer than a healthy start (30 ms), and still an answer before callers give up (5 s): a computer that is busy starting
 * must not look like one whose library is broken. A blocked upgrade or a damaged file may take for ever.
 */
const OPEN_DEADLINE = 4000;

export interface IndexedStoreOptions {
  readonly name?: string;
  readonly openDeadlineMs?: number;
  /** Called when there was no database, and the browser made an empty one. */
  readonly onMade?: () => void;
}

interface Connection {
  readonly database: IDBPDatabase;
  /** Written by a newer version of the extension: it can be read, never written. */
  readonly newer: boolean;
}

export interface IndexedStore<Stores> extends StorePort<Stores> {
  /** Rejects with `StoreError` when the database cannot be used. One that is only slow goes on being opened. */
  open(): Promise<{ readonly newer: boolean }>;
  /** True when there is a connection: trying again costs nothing. */
  isReady?(): boolean;
  close(): void;
}

export function createIndexedStore<Stores>(options: IndexedStoreOptions = {}): IndexedStore<Stores> {
  const { name = DATABASE_NAME, openDeadlineMs = OPEN_DEADLINE, onMade = () => undefined } = options;
  let opening: Promise<Connection> | null = null;
  let ready = false;

  const forget = (): void => {
    opening = null;
    ready = false;
  };
  const begin = async (): Promise<Connection> => {
    try {
      const connection = await openNewest(name, { onLost: forget, onMade });
      ready = true;
      return connection;
    } catch (error) {
      forget();
      throw troubleOf(error);
    }
  };
  const connect = (): Promise<Connection> => {
    opening ??= begin();
    return inTime(opening, openDeadlineMs);
  };

  async function run<T>(
    stores: readonly string[],
    mode: 'readonly' | 'readwrite',
    durability: Durability,
    work: (tx: WriteTransaction<Stores>) => Promise<T>,
  ): Promise<T> {
    const transaction = await transact(stores, mode, durability);
    try {
      const result = await work(wrap<Stores>(transaction));
      // What was read is read; only what was written must have reached its end.
      if (mode === 'readwrite') await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      throw isOurs(error) ? error : troubleOf(transaction.error ?? error);
    }
  }

  async function transact(stores: readonly string[], mode: 'readonly' | 'readwrite', durability: Durability) {
    for (let attempt = 0; ; attempt++) {
      const { database, newer } = await connect();
      if (newer && mode === 'readwrite') throw new StoreError('newer', `version ${database.version}`);
      try {
        const transaction = database.transaction([...stores], mode, { durability });
        // Reported where the work is awaited; here only kept from counting as unhandled.
        transaction.done.catch(() => undefined);
        return transaction;
      } catch (error) {
        // The connection was closed under us (an upgrade elsewhere, storage cleared): once more, with a new one.
        forget();
        if (attempt > 0) throw troubleOf(error);
      }
    }
  }

  return {
    open: async () => ({ newer: (await connect()).newer }),
    isReady: () => ready,
    read: (stores, work) => run(stores, 'readonly', 'relaxed', work),
    write: (stores, durability, work) => run(stores, 'readwrite', durability, work),
    close() {
      void opening?.then(({ database }) => database.close()).catch(() => undefined);
      forget();
    },
  };
}

interface Events {
  readonly onLost: () => void;
  readonly onMade: () => void;
}

async function inTime(opening: Promise<Connection>, deadlineMs: number): Promise<Connection> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError('broken', `did not open in ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([opening, deadline]);
  } finally {
    clearTimeout(timer);
    opening.catch(() => undefined);
  }
}

async function openNewest(name: string, { onLost, onMade }: Events): Promise<Connection> {
  const callbacks = {
    // Another context wants to upgrade or delete: let it, we open again when we need to.
    blocking: (_now: number, _wanted: number | null, event: IDBVersionChangeEvent) => {
      onLost();
      (event.target as IDBDatabase).close();
    },
    terminated: onLost,
  };
  try {
    let isNew = false;
    const upgrade = (database: IDBPDatabase, from: number, _to: number | null, transaction: Upgrade) => {
      isNew = from === 0;
      migrate(database, from, transaction);
    };
    const database = await openDB(name, DATABASE_VERSION, { ...callbacks, upgrade });
    if (isNew) onMade();
    return { database, newer: false };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error;
    return { database: await openDB(name, undefined, callbacks), newer: true };
  }
}

type Transaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>;

function wrap<Stores>(transaction: Transaction): WriteTransaction<Stores> {
  const store = (name: string) => (transaction as IDBPTransaction<unknown, string[], 'readwrite'>).objectStore(name);
  // A failed write aborts the transaction, whose end reports it; its own rejection has nobody to go to.
  const quietly = (request: Promise<unknown>): void => void request.catch(() => undefined);
  // Records are written by this module alone, from the same types; the schema version says which.
  const tx = {
    get: (name: string, key: Key) => store(name).get(native(key)),
    getAll: (name: string, range?: KeyRange, limit?: number) => store(name).getAll(nativeRange(range), limit),
    getKeys: (name: string, range?: KeyRange, limit?: number) => store(name).getAllKeys(nativeRange(range), limit),
    count: (name: string, range?: KeyRange) => store(name).count(nativeRange(range)),
    put: (name: string, key: Key, value: unknown) => quietly(store(name).put(value, native(key))),
    remove: (name: string, key: Key | KeyRange) =>
      quietly(store(name).delete(isKeyRange(key) ? toNativeRange(key) : native(key))),
  };
  return tx as unknown as WriteTransaction<Stores>;
}

/** `Key` is IndexedDB's own notion of a key, only read-only. */
function native(key: Key): IDBValidKey {
  return key as IDBValidKey;
}

function nativeRange(range: KeyRange | undefined): IDBKeyRange | undefined {
  return range ? toNativeRange(range) : undefined;
}

function toNativeRange(range: KeyRange): IDBKeyRange {
  return IDBKeyRange.bound(native(range.from), native(range.to), false, true);
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // Already over, by its own failure.
  }
}

/** Errors of the work itself, as opposed to the database's: a bug must not look like a broken disk. */
function isOurs(error: unknown): boolean {
  return error instanceof StoreError || !(typeof DOMException !== 'undefined' && error instanceof DOMException);
}

function troubleOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) };
  return new StoreError(name === 'QuotaExceededError' ? 'full' : 'broken', `${name}: ${message}`);
}
