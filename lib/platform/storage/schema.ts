/** The database's versions. Migrations only add; what an older build wrote is never rewritten on opening. */
import type { IDBPDatabase } from 'idb';

export const DATABASE_NAME = 'readalong';

type Migration = (database: IDBPDatabase) => void;

/** Migration `n` brings version `n` to `n + 1`. Released ones are never changed. */
const MIGRATIONS: readonly Migration[] = [
  (database) => {
    for (const store of ['meta', 'episodes', 'transcripts', 'notes', 'trash']) database.createObjectStore(store);
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

export function migrate(database: IDBPDatabase, from: number): void {
  for (const migration of MIGRATIONS.slice(from)) migration(database);
}
