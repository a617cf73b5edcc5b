/**
 * Which shelf a call works on. The database when it can be used; memory while it cannot, and always for private windows.
 * What memory took in is carried over as soon as the database opens again.
 */
import { createMemoryStore } from '../../library/shelf/memory-store';
import { changeNotes } from '../../library/shelf/notes';
import type { ShelfStores } from '../../library/shelf/records';
import { type Shelf, type ShelfIndex, saveTranscript } from '../../library/shelf/shelf';
import { StoreError, type StorePort, type StoreTrouble } from '../../library/shelf/store-port';
import { unpackTranscript } from '../../transcript/pack';
import type { IndexedStore } from './indexed-store';

/** After a failure the database is left alone for a while: each further try of a damaged one may take the full deadline. */
const RETRY_AFTER = [1_000, 10_000, 60_000];

export type Condition = 'fine' | 'memory' | 'newer';

export interface ShelfChooserOptions<Stores extends ShelfStores> {
  readonly database: IndexedStore<Stores>;
  readonly index: ShelfIndex<Stores> | null;
  readonly now: () => number;
}

export interface ShelfChooser<Stores extends ShelfStores> {
  choose(isPrivate: boolean): Promise<{ readonly shelf: Shelf<Stores>; readonly condition: Condition }>;
  /** The database failed in the middle of a call: use memory from now on. */
  markBroken(): void;
}

export function createShelfChooser<Stores extends ShelfStores>(
  options: ShelfChooserOptions<Stores>,
): ShelfChooser<Stores> {
  const { database, index, now } = options;
  const shelfOver = (port: StorePort<Stores>): Shelf<Stores> => ({ port, index, now });
  const main = shelfOver(database);
  const privately = shelfOver(createMemoryStore<Stores>());
  let memory: Shelf<Stores> | null = null;
  let failures = 0;
  let tryAgainAt = 0;

  const fallBack = (): { shelf: Shelf<Stores>; condition: Condition } => {
    memory ??= shelfOver(createMemoryStore<Stores>());
    return { shelf: memory, condition: 'memory' };
  };
  const noteFailure = (): void => {
    tryAgainAt = now() + (RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)] ?? 60_000);
    failures++;
  };

  return {
    markBroken() {
      noteFailure();
      database.close();
    },
    async choose(isPrivate) {
      if (isPrivate) return { shelf: privately, condition: 'fine' };
      if (failures > 0 && now() < tryAgainAt && !database.isReady?.()) return fallBack();
      try {
        const { newer } = await database.open();
        failures = 0;
        if (newer) return { shelf: main, condition: 'newer' };
        if (memory) {
          // Twice at once is harmless; forgotten only when all of it is on the disk.
          await carryOver(memory, main);
          memory = null;
        }
        return { shelf: main, condition: 'fine' };
      } catch (error) {
        if (troubleOf(error) === 'full') return { shelf: main, condition: 'fine' };
        noteFailure();
        return fallBack();
      }
    },
  };
}

export function troubleOf(error: unknown): StoreTrouble | null {
  return error instanceof StoreError ? error.trouble : null;
}

/** For what only tidies up: it must not make what was done before it look undone. */
export function ignoreFull(error: unknown): void {
  if (troubleOf(error) !== 'full') throw error;
}

async function carryOver<Stores extends ShelfStores>(from: Shelf<Stores>, to: Shelf<Stores>): Promise<void> {
  const [episodes, transcripts, notes] = await from.port.read(['episodes', 'transcripts', 'notes'], (tx) =>
    Promise.all([tx.getAll('episodes'), tx.getAll('transcripts'), tx.getAll('notes')]),
  );
  for (const facts of episodes) {
    for (const { videoId, bytes } of transcripts) {
      const transcript = videoId === facts.videoId ? unpackTranscript(bytes) : null;
      if (transcript) await saveTranscript(to, { facts, transcript, bytes });
    }
    const put = notes.filter((note) => note.videoId === facts.videoId);
    if (put.length > 0) await changeNotes(to, facts, { put, remove: [] });
  }
}
