/** Underlines the words of notes where the reader looks; more when the body moves. */
import { wholeWords } from '@/lib/sidebar/stretch';
import type { ReadingDocument, WordRange } from './document';
import type { Highlighter } from './highlighter';

/** Pixels around the body that are painted ahead. */
const AHEAD = 600;

export class NotePainter {
  #ranges: readonly WordRange[] = [];
  #painted: WordRange | null = null;

  constructor(private readonly highlighter: Highlighter) {}

  /** Sorted by their first word. */
  set(document: ReadingDocument | null, ranges: readonly WordRange[]): void {
    if (ranges === this.#ranges) return;
    this.#ranges = ranges;
    this.paint(document, true);
  }

  /** Cheap while what is in sight was painted before; `anew` when rows or ranges have changed. */
  paint(document: ReadingDocument | null, anew = false): void {
    if (!this.highlighter.isSupported || (this.#ranges.length === 0 && !anew)) return;
    const sight = document?.wordsInSight() ?? null;
    const painted = this.#painted;
    if (!anew && painted && sight && painted.first <= sight.first && painted.end >= sight.end) return;
    const around = document?.wordsInSight(AHEAD) ?? null;
    this.#painted = around;
    const near = around ? this.#ranges.filter(({ first, end }) => first < around.end && end > around.first) : [];
    this.highlighter.paint('note', document ? near.flatMap((range) => rangesOf(document, range)) : []);
  }
}

function rangesOf(document: ReadingDocument, { first, end }: WordRange): StaticRange[] {
  const count = document.transcript.words.offset.length;
  return document.rangesOf(wholeWords(document.transcript, first, Math.min(end, count)));
}
