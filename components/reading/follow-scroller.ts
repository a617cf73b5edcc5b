/** Brings words to the line where they are read, and keeps lines where they are while the layout changes. */
import type { Stop } from '@/lib/ports';
import type { Hold } from '@/lib/sidebar/follow';
import type { ReadingDocument } from './document';
import { isMotionUnwanted, ScrollMover } from './scroll-mover';

/** Where the line being read rests: share of the body's height. */
const REST = 0.38;

export class FollowScroller {
  readonly #mover: ScrollMover;
  /** The line group that the body was moved for last. */
  #group = '';
  /** The word brought last, and where its line then stood in the body. */
  #rested: { readonly word: number; readonly top: number } | null = null;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly document: () => ReadingDocument | null,
  ) {
    this.#mover = new ScrollMover(scroller);
  }

  watch(onReader: (did: Hold) => void, onScroll: () => void): Stop {
    return this.#mover.watch(onReader, onScroll, () => this.#isLayout());
  }

  cancel(): void {
    this.#mover.cancel();
  }

  accept(): void {
    this.#mover.accept();
  }

  /** The body stands elsewhere than where it was left, and nobody has scrolled it. */
  get isLost(): boolean {
    return this.#mover.isLost;
  }

  /** The next word is brought even when its line was brought before. */
  forget(): void {
    this.#group = '';
  }

  /** One move for each line group, never for each word: `first` is the first word of what is lit. */
  follow(first: number): void {
    const line = this.document()?.lineOf(first);
    if (!line || this.scroller.clientHeight === 0) return;
    const group = this.#groupOf(first, line);
    if (group === this.#group) return;
    this.#group = group;
    this.bring(first);
  }

  /** Takes a word's line as moved for, wherever it stands. */
  adopt(first: number): void {
    const line = this.document()?.lineOf(first);
    if (line) this.#group = this.#groupOf(first, line);
  }

  /** Brings a word's line to the resting place. `instantly`: without a move. */
  bring(word: number, instantly = false): void {
    const way = this.#wayTo(word);
    if (way === null) return;
    this.#rested = null;
    if (!instantly) this.#mover.glide(this.scroller.scrollTop + way);
    if (!this.#mover.isMoving) this.#settle(word, instantly ? 0 : 1);
  }

  /** Puts a word's line at `top` pixels of the window. */
  pin(word: number, top: number): void {
    this.#mover.cancel();
    for (let round = 0; round < 3; round += 1) {
      const line = this.document()?.lineOf(word);
      if (!line || Math.abs(line.top - top) < 0.5) break;
      this.#mover.jump(this.scroller.scrollTop + line.top - top);
    }
    this.#mover.accept();
    this.#rested = null;
  }

  /** Jumps, and looks again: in a long document the chunks on the way get their true heights only now. */
  #settle(word: number, from: number): void {
    for (let round = from; round < 4; round += 1) {
      const way = this.#wayTo(word);
      const before = this.scroller.scrollTop;
      if (way === null || Math.abs(way) < 1) break;
      this.#mover.jump(before + way);
      if (Math.abs(this.scroller.scrollTop - before) < 1) break;
    }
    const line = this.document()?.lineOf(word);
    if (line) this.#rested = { word, top: line.top - this.scroller.getBoundingClientRect().top };
  }

  /** Pixels to scroll until the word's line is at rest; null without layout. */
  #wayTo(word: number): number | null {
    const line = this.document()?.lineOf(word);
    const box = this.scroller.getBoundingClientRect();
    if (!line || box.height === 0) return null;
    return line.top + line.height / 2 - box.top - box.height * REST;
  }

  #groupOf(first: number, line: DOMRect): string {
    if (!isMotionUnwanted() || !this.#isComfortable(line)) return `line ${this.#inBody(line)}`;
    return `row ${this.document()?.rowOfWord(first)?.block.firstWord}`;
  }

  #inBody(line: DOMRect): number {
    return Math.round((line.top - this.scroller.getBoundingClientRect().top + this.scroller.scrollTop) / 4);
  }

  /** In the middle of the body, where no move is needed yet. */
  #isComfortable(line: DOMRect): boolean {
    const box = this.scroller.getBoundingClientRect();
    return line.top > box.top + box.height * 0.1 && line.bottom < box.bottom - box.height * 0.2;
  }

  /** True when the line brought last still stands where it was: then the layout moved around it, not the reader. */
  #isLayout(): boolean {
    if (!this.#rested || !this.document()?.isLong) return false;
    const line = this.document()?.lineOf(this.#rested.word);
    const top = this.scroller.getBoundingClientRect().top;
    return line !== null && line !== undefined && Math.abs(line.top - top - this.#rested.top) < 6;
  }
}
