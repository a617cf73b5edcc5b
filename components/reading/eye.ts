/** What the reader looks at, and where it stands: kept for when the layout changes, the body is moved, or the video is opened again. */
import type { ReadingPlace } from '@/lib/ports';
import { type Transcript, WordState } from '@/lib/transcript/types';
import type { Milliseconds } from '@/lib/transcript/units';
import type { ReadingDocument } from './document';
import { sightOf } from './sight';

/** A word and where its line stands, in pixels. */
export interface Anchor {
  readonly word: number;
  readonly top: number;
}

export interface EyeView {
  document(): ReadingDocument | null;
  /** The word being said; null while the reader does not follow. */
  followed(): number | null;
}

export class Eye {
  /** What the reader looked at last, from the top of the body. */
  #seen: Anchor | null = null;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly view: EyeView,
  ) {}

  /** What the eye is on, from the top of the window: the words being said while following, else the top of the body. */
  anchor(): Anchor | null {
    const document = this.view.document();
    const now = this.view.followed();
    const isOnNow = now !== null && sightOf(document, this.scroller, now) === 'visible';
    const word = isOnNow ? now : (document?.topWord() ?? null);
    const line = word === null ? null : document?.lineOf(word);
    return word === null || !line ? null : { word, top: line.top };
  }

  note(): void {
    const anchor = this.scroller.clientHeight > 0 ? this.anchor() : null;
    if (anchor) this.#seen = { word: anchor.word, top: anchor.top - this.#top() };
  }

  /** What it was on last, from the top of the window, as the body stands now. */
  get remembered(): Anchor | null {
    return this.#seen && { word: this.#seen.word, top: this.#top() + this.#seen.top };
  }

  /** The place to go on from another day; null when nothing is laid out. */
  place(following: boolean): ReadingPlace | null {
    const document = this.view.document();
    if (!document || this.scroller.clientHeight === 0) return null;
    const word = this.view.followed() ?? document.topWord();
    if (word === null) return null;
    const { transcript } = document;
    return { transcriptId: transcript.id, word, time: timeOf(transcript, word), following };
  }

  #top(): number {
    return this.scroller.getBoundingClientRect().top;
  }
}

function timeOf({ timing, words }: Transcript, word: number): Milliseconds | null {
  const isTimed = timing !== 'none' && words.state[word] !== WordState.unknown;
  return isTimed ? ((words.start[word] ?? 0) as Milliseconds) : null;
}
