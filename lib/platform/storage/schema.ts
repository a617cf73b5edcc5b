/** The database's versions. Migrations only add; what an older build wrote is never rewritten on opening. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { INDEX_STORES } from '../../library/index/index-stores';
import { INDEX_REBUILD } from '../../library/index/rebuild-index';

export const DATABASE_NAME = 'readalong';

export type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;
type Migration = (database: IDBPDatabase, transaction: Upgrade) => void;

/** Migration `n` brings version `n` to `n + 1`. Released ones are never changed. */
const MIGRATIONS: readonly Migration[] = [
  (database) => {
    for (const store of ['meta', 'episodes', 'transcripts', 'notes', 'trash']) database.createObjectStore(store);
  },
  (database, transaction) => {
    for (const store of INDEX_STORES) database.createObjectStore(store);
    // What is on the shelf already is indexed in small steps, later.
    void transaction.objectStore('meta').put([], INDEX_REBUILD);
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

export function migrate(database: IDBPDatabase, from: number, transaction: Upgrade): void {
  for (const migration of MIGRATIONS.slice(from)) migration(database, transaction);
}
