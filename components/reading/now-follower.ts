/** Keeps what is being said where it is read: one move for each line group, as the follow rules allow. */
import type { Settings } from '@/lib/protocol/settings';
import { litWords } from '@/lib/sidebar/lamp';
import type { ReadingDocument } from './document';
import type { FollowScroller } from './follow-scroller';

export interface NowView {
  document(): ReadingDocument | null;
  /** The word being said. */
  word(): number | null;
  lamp(): Settings['lamp'];
}

export class NowFollower {
  constructor(
    private readonly scroll: FollowScroller,
    private readonly view: NowView,
  ) {}

  follow(): void {
    const first = this.#firstLit();
    if (first !== null) this.scroll.follow(first);
  }

  /** Takes the line of what is lit as moved for, wherever it stands. */
  adopt(): void {
    const first = this.#firstLit();
    if (first !== null) this.scroll.adopt(first);
  }

  bring(instantly: boolean): void {
    const first = this.#firstLit();
    this.scroll.forget();
    if (first !== null) this.scroll.bring(first, instantly);
  }

  #firstLit(): number | null {
    const document = this.view.document();
    const word = this.view.word();
    if (!document || word === null) return null;
    const lit = litWords(document.transcript, word, this.view.lamp());
    return lit?.first ?? document.rowOfWord(word)?.block.firstWord ?? null;
  }
}
