/**
 * Paints matches: all of them where the reader looks, and the one the reader is at. A common word has tens of thousands;
 * only those within a body's height of what is in sight are painted, and painted on when the body moves.
 */
import type { ReadingDocument, WordRange } from './document';
import { lowest } from './geometry';
import type { Highlighter } from './highlighter';

/** Pixels around the body that are painted ahead. */
const AHEAD = 600;

export class MatchPainter {
  #matches: readonly WordRange[] = [];
  #current = -1;
  #painted: WordRange | null = null;

  constructor(private readonly highlighter: Highlighter) {}

  /** `matches`: sorted by their first word. `current`: -1 for none. */
  set(document: ReadingDocument | null, matches: readonly WordRange[], current: number): void {
    this.#matches = matches;
    this.#current = current;
    this.#painted = null;
    this.paint(document, true);
  }

  /** Cheap while what is in sight was painted before; `anew` when rows were added or replaced. */
  paint(document: ReadingDocument | null, anew = false): void {
    if (this.#matches.length === 0 && !anew) return;
    const sight = document?.wordsInSight() ?? null;
    const isPainted =
      this.#painted && sight && this.#painted.first <= sight.first && this.#painted.end >= sight.end && !anew;
    if (isPainted) return;
    const around = document?.wordsInSight(AHEAD) ?? null;
    this.#painted = around;
    this.highlighter.paint('find', document && around ? this.#rangesIn(document, around) : []);
    const here = this.#matches[this.#current];
    this.highlighter.paint('here', document && here ? document.rangesOf(here) : []);
  }

  #rangesIn(document: ReadingDocument, { first, end }: WordRange): StaticRange[] {
    const ranges: StaticRange[] = [];
    const from = lowest(this.#matches.length, (index) => (this.#matches[index]?.end ?? 0) > first);
    for (let index = from; index < this.#matches.length; index += 1) {
      const match = this.#matches[index];
      if (!match || match.first >= end) break;
      if (index !== this.#current) ranges.push(...document.rangesOf(match));
    }
    return ranges;
  }
}
