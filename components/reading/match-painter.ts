/**
 * Paints matches: all of them where the reader looks, and the one the reader is at. A common word has tens of thousands;
 * only those near what is in sight are painted, and more when the body moves.
 */
import type { Matches } from '@/lib/find/find';
import type { Stretch } from '@/lib/sidebar/stretch';
import type { ReadingDocument, WordRange } from './document';
import { lowest } from './geometry';
import type { Highlighter } from './highlighter';

/** Pixels around the body that are painted ahead. */
const AHEAD = 600;

export const NO_MATCHES: Matches = {
  firstWord: new Uint32Array(),
  lastWord: new Uint32Array(),
  start: new Uint32Array(),
  end: new Uint32Array(),
};

export class MatchPainter {
  #matches: Matches = NO_MATCHES;
  #current = -1;
  #painted: WordRange | null = null;

  constructor(private readonly highlighter: Highlighter) {}

  /** `current`: ordinal of the match the reader is at, -1 for none. */
  set(document: ReadingDocument | null, matches: Matches, current: number): void {
    this.#matches = matches;
    this.#current = current;
    this.paint(document, true);
  }

  /** Cheap while what is in sight was painted before; `anew` when rows or matches have changed. */
  paint(document: ReadingDocument | null, anew = false): void {
    if (!this.highlighter.isSupported || (this.#matches.firstWord.length === 0 && !anew)) return;
    const sight = document?.wordsInSight() ?? null;
    const painted = this.#painted;
    if (!anew && painted && sight && painted.first <= sight.first && painted.end >= sight.end) return;
    const around = document?.wordsInSight(AHEAD) ?? null;
    this.#painted = around;
    this.highlighter.paint('find', document && around ? this.#rangesIn(document, around) : []);
    const here = document && stretchOfMatch(document, this.#matches, this.#current);
    this.highlighter.paint('here', document && here ? document.rangesOf(here) : []);
  }

  #rangesIn(document: ReadingDocument, { first, end }: WordRange): StaticRange[] {
    const { firstWord, lastWord } = this.#matches;
    const ranges: StaticRange[] = [];
    const from = lowest(firstWord.length, (index) => (lastWord[index] ?? 0) >= first);
    for (let index = from; index < firstWord.length && (firstWord[index] ?? 0) < end; index += 1) {
      const stretch = index === this.#current ? null : stretchOfMatch(document, this.#matches, index);
      if (stretch) ranges.push(...document.rangesOf(stretch));
    }
    return ranges;
  }
}

function stretchOfMatch({ transcript }: ReadingDocument, matches: Matches, index: number): Stretch | null {
  const first = matches.firstWord[index];
  const last = matches.lastWord[index];
  if (first === undefined || last === undefined) return null;
  const { offset } = transcript.words;
  return {
    first,
    end: last + 1,
    skip: (matches.start[index] ?? 0) - (offset[first] ?? 0),
    keep: (matches.end[index] ?? 0) - (offset[last] ?? 0),
  };
}
