/**
 * A word outside the database that there was one. Browsers throw a database away that they cannot read any more and hand out
 * an empty one without a word: whoever kept years of episodes has to hear of it.
 */
import type { StorageLike } from '../settings/settings-store';

const MADE = 'library.madeAt';
const LOST = 'library.lostAt';

export interface LibraryMark {
  /** To be called whenever the browser made the database: the first time it is the beginning, each further time a loss. */
  databaseMade(): Promise<void>;
  /** Milliseconds since 1970: when the library was found empty; null when nothing was lost or the reader knows. */
  lostAt(): Promise<number | null>;
  /** The reader has read it. */
  forgetLoss(): Promise<void>;
}

/** Never rejects: where nothing can be written down, nothing is known. */
export function createLibraryMark({ local }: Pick<StorageLike, 'local'>, now: () => number): LibraryMark {
  const read = async (key: string): Promise<number | null> => {
    try {
      const value = (await local.get([key]))[key];
      return typeof value === 'number' ? value : null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: number | null): Promise<void> =>
    local.set({ [key]: value }).catch(() => undefined);
  return {
    async databaseMade() {
      await write((await read(MADE)) === null ? MADE : LOST, now());
    },
    lostAt: () => read(LOST),
    forgetLoss: () => write(LOST, null),
  };
}
