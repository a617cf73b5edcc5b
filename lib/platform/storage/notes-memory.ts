/** What was found out about notes, kept for as long as the worker lives: all of it can be found out again. */
import type { KeptPage } from '../../notes/kept-page';
import { type Located, locateItems } from '../../notes/locate-items';
import { Shown } from '../../notes/note-views';
import { contentHash } from '../../transcript/content-hash';
import type { Transcript } from '../../transcript/types';

/** Pages located in the same transcripts, and transcripts made ready: more are made anew. */
const MOST_LOCATED = 20;
const MOST_SHOWN = 3;

export class NotesMemory {
  readonly #located = new Map<string, readonly Located[]>();
  readonly #shown = new Map<string, Shown>();

  /** `transcripts`: best first. */
  locate(page: KeptPage, transcripts: readonly Transcript[]): readonly Located[] {
    return remember(this.#located, `${page.id} ${keyOf(transcripts)}`, MOST_LOCATED, () =>
      locateItems(page.items, transcripts),
    );
  }

  shown(transcript: Transcript, others: readonly Transcript[]): Shown {
    return remember(
      this.#shown,
      keyOf([transcript, ...others]),
      MOST_SHOWN,
      () =>
        new Shown(
          transcript,
          others.filter(({ id }) => id !== transcript.id),
        ),
    );
  }
}

function remember<T>(known: Map<string, T>, key: string, most: number, make: () => T): T {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return value;
}

/** A transcript whose times were moved keeps its id. */
function keyOf(transcripts: readonly Transcript[]): string {
  return transcripts.map(({ id, words }) => `${id} ${contentHash('', words.start)}`).join(' ');
}
