import { compareKeys, isKeyRange, type Key, type KeyRange, type StorePort, type WriteTransaction } from './store-port';

/** Stands in when there is no usable database, in private windows, in tests and benches. Kept until it is dropped. */
export function createMemoryStore<Stores>(): StorePort<Stores> {
  const tables = new Map<string, SortedTable>();
  const table = (name: string): SortedTable => {
    const found = tables.get(name) ?? new SortedTable();
    tables.set(name, found);
    return found;
  };
  let lastWrite: Promise<unknown> = Promise.resolve();

  return {
    read: (_stores, work) => work(transaction<Stores>(table)),
    write(_stores, _durability, work) {
      const turn = lastWrite.then(async () => {
        const changed = new Map<string, SortedTable>();
        const draft = (name: string): SortedTable => {
          const found = changed.get(name) ?? table(name).draft();
          changed.set(name, found);
          return found;
        };
        const result = await work(transaction<Stores>(draft));
        for (const [name, change] of changed) tables.set(name, change);
        return result;
      });
      lastWrite = turn.catch(() => undefined);
      return turn;
    },
  };
}

function transaction<Stores>(table: (name: string) => SortedTable): WriteTransaction<Stores> {
  // The tables are untyped inside; the port's signatures say what lives in which.
  const tx = {
    get: async (store: string, key: Key) => copy(table(store).get(key)),
    getAll: async (store: string, range?: KeyRange, limit?: number) =>
      table(store)
        .entries(range, limit)
        .map(([, value]) => copy(value)),
    getKeys: async (store: string, range?: KeyRange, limit?: number) =>
      table(store)
        .entries(range, limit)
        .map(([key]) => key),
    count: async (store: string, range?: KeyRange) => table(store).entries(range).length,
    put: (store: string, key: Key, value: unknown) => table(store).put(key, copy(value)),
    remove: (store: string, keyOrRange: Key | KeyRange) => table(store).remove(keyOrRange),
  };
  return tx as unknown as WriteTransaction<Stores>;
}

type Entry = readonly [Key, unknown];

class SortedTable {
  constructor(private rows: readonly Entry[] = []) {}

  /** Rows are copied on the first write, so that a draft that is thrown away changes nothing. */
  draft(): SortedTable {
    return new SortedTable(this.rows);
  }

  get(key: Key): unknown {
    const row = this.rows[this.place(key)];
    return row && compareKeys(row[0], key) === 0 ? row[1] : undefined;
  }

  entries(range?: KeyRange, limit = Number.POSITIVE_INFINITY): readonly Entry[] {
    const from = range ? this.place(range.from) : 0;
    const to = range ? this.place(range.to) : this.rows.length;
    return this.rows.slice(from, Math.max(from, Math.min(to, from + limit)));
  }

  put(key: Key, value: unknown): void {
    const place = this.place(key);
    const row = this.rows[place];
    const replaces = row !== undefined && compareKeys(row[0], key) === 0;
    this.rows = [...this.rows.slice(0, place), [key, value], ...this.rows.slice(place + (replaces ? 1 : 0))];
  }

  remove(keyOrRange: Key | KeyRange): void {
    if (isKeyRange(keyOrRange)) {
      const [from, to] = [this.place(keyOrRange.from), this.place(keyOrRange.to)];
      if (to > from) this.rows = [...this.rows.slice(0, from), ...this.rows.slice(to)];
    } else {
      this.rows = this.rows.filter((row) => compareKeys(row[0], keyOrRange) !== 0);
    }
  }

  /** Index of the first row whose key is not smaller. */
  private place(key: Key): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.rows[middle];
      if (row && compareKeys(row[0], key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Records are plain data: objects, lists, bytes. Copied, so that nobody changes a stored record by holding it. */
function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Uint32Array) return value.slice();
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}
