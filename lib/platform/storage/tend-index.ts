import type { LibraryStores } from '../../library/index/index-stores';
import { mergeStep } from '../../library/index/merge-segments';
import { rebuildStep } from '../../library/index/rebuild-index';
import type { Shelf } from '../../library/shelf/shelf';
import { StoreError } from '../../library/shelf/store-port';

/** A breath between two steps: what a reader waits for goes first. */
const PAUSE = 30;
/** Nothing is worth doing in the second in which a video opens. */
const FIRST_PAUSE = 1500;

/**
 * Looks after the index while the worker lives: call it whenever something was done. Steps follow each other until nothing
 * is left; a worker that dies in between goes on in its next life.
 */
export function createIndexTender(shelf: () => Promise<Shelf<LibraryStores> | null>, pause = PAUSE): () => void {
  let isPlanned = false;

  const later = (ms: number): void => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      void step();
    }, ms);
  };

  async function step(): Promise<void> {
    try {
      const open = await shelf();
      if (open && ((await rebuildStep(open.port)) || (await mergeStep(open.port)))) later(pause);
    } catch (error) {
      // A full or broken disk: the index is only slower without its merges, and the next save tries again.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  return () => later(FIRST_PAUSE);
}
