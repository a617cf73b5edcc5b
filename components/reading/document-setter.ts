/** Puts words before the reader: the first ones of a video, better ones in place of others, none. */
import type { ReadingPlace } from '@/lib/ports';
import { mapWord } from '@/lib/sidebar/same-words';
import { wordAtTime } from '@/lib/transcript/lookup';
import { ReadingDocument } from './document';
import type { Eye } from './eye';
import type { FollowScroller } from './follow-scroller';
import { canSwap, type Setting, wordOfPlace } from './setting';

/** Pixels: rows this near to sight are not set anew; the reader's place stands this far below the body's edge. */
const SIGHT_MARGIN = 200;
const TOP_MARGIN = 16;

/** Where to begin in a video of which nothing was shown before. */
export interface Beginning {
  /** Milliseconds: what is being said. */
  readonly time: number;
  /** Where the reader was last time; null for one who follows. */
  readonly place: ReadingPlace | null;
}

export class DocumentSetter {
  document: ReadingDocument | null = null;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly scroll: FollowScroller,
    private readonly eye: Eye,
    private readonly onGrown: () => void,
  ) {}

  /** True when nothing of this video was there before. */
  set(setting: Setting, beginning: Beginning): boolean {
    const { document } = this;
    const isFirst = document?.transcript.videoId !== setting.transcript.videoId;
    if (!document || isFirst) this.#begin(setting, beginning);
    else if (canSwap(document.setting, setting)) this.#swap(document, setting);
    else this.#replace(document, setting);
    return isFirst;
  }

  clear(): void {
    this.document?.dispose();
    this.document = null;
  }

  #begin(setting: Setting, { time, place }: Beginning): void {
    this.document?.dispose();
    const { transcript } = setting;
    const word = place ? wordOfPlace(transcript, place) : wordAtTime(transcript, time);
    this.#make(setting, Math.max(0, word));
    this.scroll.accept();
    if (place && word > 0) this.scroll.pin(word, this.scroller.getBoundingClientRect().top + TOP_MARGIN);
  }

  /** The same words with other times. */
  #swap(document: ReadingDocument, setting: Setting): void {
    document.reset(setting, document.wordsInSight(SIGHT_MARGIN) ?? { first: 0, end: 1 });
    this.scroll.accept();
  }

  /** Other words of the same video, or another view of the same words. */
  #replace(document: ReadingDocument, setting: Setting): void {
    const anchor = this.eye.anchor();
    const word = anchor ? mapWord(document.transcript, setting.transcript, anchor.word) : 0;
    document.dispose();
    this.#make(setting, word);
    if (anchor) this.scroll.pin(word, anchor.top);
  }

  #make(setting: Setting, near: number): void {
    this.document = new ReadingDocument(this.scroller, setting, near, this.onGrown);
  }
}
