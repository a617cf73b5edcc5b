/**
 * What the library needs of a database: stores of records under ordered keys, and transactions that happen whole or not
 * at all. IndexedDB is one (`lib/platform/storage`), memory another (`memory-store.ts`): the library's own code is the
 * same over both.
 */

/** Ordered as IndexedDB orders them: numbers before strings before lists; lists item by item. */
export type Key = number | string | readonly Key[];

/** Keys `>= from` and `< to`. */
export interface KeyRange {
  readonly from: Key;
  readonly to: Key;
}

/** `strict` waits until the disk has it: for what a person typed or imported. `relaxed` for what can be fetched again. */
export type Durability = 'strict' | 'relaxed';

export interface ReadTransaction<Stores> {
  get<Name extends keyof Stores & string>(store: Name, key: Key): Promise<Stores[Name] | undefined>;
  /** In key order. */
  getAll<Name extends keyof Stores & string>(store: Name, range?: KeyRange, limit?: number): Promise<Stores[Name][]>;
  getKeys<Name extends keyof Stores & string>(store: Name, range?: KeyRange, limit?: number): Promise<Key[]>;
  count<Name extends keyof Stores & string>(store: Name, range?: KeyRange): Promise<number>;
}

/** Inside the work, await nothing but this transaction's own reads: IndexedDB commits when it has nothing to do. */
export interface WriteTransaction<Stores> extends ReadTransaction<Stores> {
  /** Failures surface when the transaction ends. */
  put<Name extends keyof Stores & string>(store: Name, key: Key, value: Stores[Name]): void;
  remove<Name extends keyof Stores & string>(store: Name, keyOrRange: Key | KeyRange): void;
}

/** Why a transaction did not happen. `full`: no room. `newer`: a later version's data, read-only. `broken`: all else. */
export type StoreTrouble = 'full' | 'newer' | 'broken';

/** The one error that leaves `read` and `write` when the store, not our code, is to blame. */
export class StoreError extends Error {
  constructor(
    readonly trouble: StoreTrouble,
    detail: string,
  ) {
    super(detail);
  }
}

export interface StorePort<Stores> {
  read<T>(stores: readonly (keyof Stores & string)[], work: (tx: ReadTransaction<Stores>) => Promise<T>): Promise<T>;
  /** Writers of one store never overlap. When `work` throws, nothing is written. Rejects with `StoreError`. */
  write<T>(
    stores: readonly (keyof Stores & string)[],
    durability: Durability,
    work: (tx: WriteTransaction<Stores>) => Promise<T>,
  ): Promise<T>;
}

export function isKeyRange(value: Key | KeyRange): value is KeyRange {
  return typeof value === 'object' && 'from' in value;
}

/** All keys that are in use: numbers, strings, and lists of them. */
export const EVERY_KEY: KeyRange = { from: Number.NEGATIVE_INFINITY, to: [[]] };

/** All keys that are lists beginning with `prefix`. */
export function keysUnder(...prefix: Key[]): KeyRange {
  // An empty list is greater than every number and string, and the lists used as keys hold nothing else.
  return { from: prefix, to: [...prefix, []] };
}

export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'object' && typeof b === 'object') return compareLists(a, b);
  return rank(a) - rank(b);
}

function compareLists(a: readonly Key[], b: readonly Key[]): number {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareKeys(item, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function rank(key: Key): number {
  if (typeof key === 'number') return 0;
  return typeof key === 'string' ? 1 : 2;
}
