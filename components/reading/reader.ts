/**
 * The words with everything that lives on them: lamp, matches, the reader's place, clicks and copies. Follows the speaker
 * as the follow rules allow. Plain DOM: Preact draws the frame around it, never this.
 */
import type { Matches } from '@/lib/find/find';
import type { PlayerEvent, PlayerPort, ReadingPlace, Stop } from '@/lib/ports';
import type { Settings } from '@/lib/protocol/settings';
import { FOLLOWING, type FollowEvent, type FollowState, mayScroll } from '@/lib/sidebar/follow';
import { litWords } from '@/lib/sidebar/lamp';
import { mapWord } from '@/lib/sidebar/same-words';
import type { SidebarState } from '@/lib/sidebar/state';
import { wordAtTime } from '@/lib/transcript/lookup';
import { WordState } from '@/lib/transcript/types';
import type { Milliseconds } from '@/lib/transcript/units';
import { ReadingDocument, type WordRange } from './document';
import { FollowScroller } from './follow-scroller';
import { Gestures } from './gestures';
import { Highlighter } from './highlighter';
import { LampPainter } from './lamp-painter';
import { MatchPainter } from './match-painter';
import { NotePainter } from './note-painter';
import { selectedWords } from './selected-words';
import { clearSelection } from './selection';
import { canSwap, isSameSetting, type Setting, wordOfPlace } from './setting';
import { EDGE, isReadable, sightOf, wouldChangeSight } from './sight';
import { hasTabStop, offerTabStop } from './tab-stop';
import { listenToWords } from './word-events';
import { WordTimer } from './word-timer';

export interface ReaderEvents {
  onFollow(event: FollowEvent): void;
  onNow(now: SidebarState['now']): void;
  /** What is in sight, or what is said, has changed. */
  onSight(): void;
  /** A word was clicked; true: that was all the click was for. */
  onPick(word: number): boolean;
}

export class Reader {
  document: ReadingDocument | null = null;
  readonly #highlighter = new Highlighter();
  readonly #lampPainter = new LampPainter(this.#highlighter);
  readonly #matches = new MatchPainter(this.#highlighter);
  readonly #notes = new NotePainter(this.#highlighter);
  readonly #gestures = new Gestures();
  readonly #scroll: FollowScroller;
  readonly #timer: WordTimer;
  readonly #stops: Stop[] = [];
  #lamp: Settings['lamp'] = 'word';
  #follow: FollowState = FOLLOWING;
  #sightFrame = 0;
  /** What the reader looked at last, in pixels from the top of the body: kept for when the layout changes or comes back. */
  #eye: { readonly word: number; readonly top: number } | null = null;
  #size = '';
  #isSettling = false;
  /** Where the video was before the last seek, and when that was. */
  #before: { readonly time: number; readonly at: number } | null = null;

  constructor(
    readonly scroller: HTMLElement,
    private readonly player: PlayerPort,
    private readonly events: ReaderEvents,
  ) {
    this.#scroll = new FollowScroller(scroller, () => this.document);
    this.#timer = new WordTimer(
      player,
      () => this.#onWord(),
      (event) => this.#onPlayer(event),
    );
    const resize = new ResizeObserver(() => this.#onResize());
    resize.observe(scroller);
    this.#stops.push(
      this.#gestures.watch(scroller.getRootNode()),
      this.#scroll.watch(
        (did) => events.onFollow({ type: 'reader', did }),
        () => this.#onScroll(),
      ),
      listenToWords(scroller, {
        document: () => this.document,
        onPick: (word) => events.onPick(word),
        onSeek: (time) => this.seek(time),
        onUnseek: () => this.#unseek(),
        onSelect: () => events.onFollow({ type: 'reader', did: 'selection' }),
        onFocus: () => events.onFollow({ type: 'reader', did: 'key' }),
      }),
      () => resize.disconnect(),
      this.#watchMoves(),
    );
    this.#onPlayer('flow');
  }

  /** The word being said, or null. */
  get word(): number | null {
    return this.#timer.word;
  }

  /**
   * Shows a transcript. The same words with other times are swapped in place; other words are set so that the line the
   * reader looks at stays where it is. Words that would be replaced under the eye of a reader who does not follow wait:
   * then it returns false, and shows them once asked with `isWanted`, or when the reader follows again. `place`: where to
   * begin when nothing of this video was shown before.
   */
  show(setting: Setting | null, place: ReadingPlace | null, isWanted: boolean): boolean {
    const { document } = this;
    if (!setting) {
      this.#clear();
      return true;
    }
    if (document && isSameSetting(document.setting, setting)) return true;
    const isElsewhere = this.#follow.mode !== 'following' && !isWanted;
    if (document && isElsewhere && wouldChangeSight(document, setting)) return false;
    const isOther = document?.transcript.videoId !== setting.transcript.videoId;
    if (!document || isOther) this.#begin(setting, place);
    else if (canSwap(document.setting, setting)) this.#swap(document, setting);
    else this.#replace(document, setting);
    this.#timer.transcript = setting.transcript;
    // What is lit may be narrower now: it stays where it is until the next line.
    this.#isSettling = true;
    this.#timer.check();
    this.#isSettling = false;
    // Even during an advert: there is nothing yet that would be moved.
    if ((!document || isOther) && this.#follow.mode === 'following') this.#bringNow(true);
    else this.#adoptNow();
    this.#onGrown();
    return true;
  }

  setLamp(lamp: Settings['lamp']): void {
    if (lamp === this.#lamp) return;
    this.#lamp = lamp;
    this.#paintLamp();
  }

  setFollow(follow: FollowState): void {
    if (follow === this.#follow) return;
    const resumes = mayScroll(follow) && !mayScroll(this.#follow);
    this.#follow = follow;
    this.#paintLamp();
    if (!mayScroll(follow)) this.#scroll.cancel();
    if (resumes) this.#bringNow(false);
    this.#tellNow();
  }

  /** Seeks as the reader wishes; following goes on from there. */
  seek(time: number): void {
    this.#before = { time: this.player.read().time, at: performance.now() };
    if (!this.player.seek(time as Milliseconds)) return;
    this.events.onFollow({ type: 'seek' });
    this.#scroll.forget();
    this.#timer.check();
    this.#onWord();
  }

  /** A click that sought was only the first half of a double click, which selects: goes back to where the video was. */
  #unseek(): void {
    const { time, at } = this.#before ?? {};
    if (time === undefined || at === undefined) return;
    const { paused, rate } = this.player.read();
    this.player.seek((time + (paused ? 0 : (performance.now() - at) * rate)) as Milliseconds);
    this.#before = null;
    this.#timer.check();
  }

  /** Brings a word to the resting line. */
  bring(word: number, instantly = false): void {
    this.#scroll.bring(word, instantly);
    this.#onScroll();
  }

  /** Brings a word to the resting line unless it can be read where it is. */
  reveal(word: number): void {
    if (!isReadable(this.document, this.scroller, word)) this.bring(word);
  }

  setMatches(matches: Matches, current: number): void {
    this.#matches.set(this.document, matches, current);
  }

  /** Words of notes, by their place. */
  setNotes(ranges: readonly WordRange[]): void {
    this.#notes.set(this.document, ranges);
  }

  selectedWords(): WordRange | null {
    return selectedWords(this.document, this.scroller);
  }

  unselect(): void {
    clearSelection(this.scroller);
  }

  /** Keeps the line the reader looks at where it is while `change` alters the layout. */
  keepPlace(change: () => void): void {
    const anchor = this.#anchor();
    change();
    if (anchor) this.#scroll.pin(anchor.word, anchor.top);
    this.#onScroll();
  }

  /** As `keepPlace`, where `isNeeded` says that the layout will change; else just changes. */
  keepPlaceIf(isNeeded: () => boolean, change: () => void): void {
    if (isNeeded()) this.keepPlace(change);
    else change();
  }

  topWord(): number | null {
    return this.document?.topWord() ?? null;
  }

  /** Scrolls the body, and only the body, until an element is comfortably in sight. */
  revealElement(element: HTMLElement): void {
    const box = this.scroller.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    const above = top - box.top - EDGE;
    const below = bottom - box.bottom + EDGE;
    if (above < 0) this.scroller.scrollTop += above;
    else if (below > 0) this.scroller.scrollTop += below;
    this.#scroll.accept();
  }

  place(): ReadingPlace | null {
    const { document } = this;
    if (!document || this.scroller.clientHeight === 0) return null;
    const following = this.#follow.mode === 'following';
    const word = (following ? this.word : null) ?? document.topWord();
    if (word === null) return null;
    const { timing, words, id } = document.transcript;
    const isTimed = timing !== 'none' && words.state[word] !== WordState.unknown;
    return { transcriptId: id, word, time: isTimed ? ((words.start[word] ?? 0) as Milliseconds) : null, following };
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    cancelAnimationFrame(this.#sightFrame);
    this.#timer.dispose();
    this.#highlighter.dispose();
    this.document?.dispose();
    this.document = null;
  }

  /** An element that is put elsewhere in the page loses its place, and begins its animations anew. */
  #watchMoves(): Stop {
    const stop = new AbortController();
    this.scroller.addEventListener(
      'animationstart',
      (event) => {
        if (event.animationName === 'readalong-placed' && this.#scroll.isLost) this.restore();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }

  #clear(): void {
    if (!this.document) return;
    this.document.dispose();
    this.document = null;
    this.#timer.transcript = null;
    this.#timer.check();
    this.#onGrown();
  }

  #swap(document: ReadingDocument, setting: Setting): void {
    document.reset(setting, document.wordsInSight(SIGHT_MARGIN) ?? { first: 0, end: 1 });
    this.#scroll.accept();
  }

  /** Other words of the same video, or another view of the same words. */
  #replace(document: ReadingDocument, setting: Setting): void {
    const anchor = this.#anchor();
    const word = anchor ? mapWord(document.transcript, setting.transcript, anchor.word) : 0;
    document.dispose();
    this.#make(setting, word);
    if (anchor) this.#scroll.pin(word, anchor.top);
  }

  #begin(setting: Setting, place: ReadingPlace | null): void {
    this.document?.dispose();
    const { transcript } = setting;
    const now = wordAtTime(transcript, this.player.read().time);
    const isElsewhere = place !== null && this.#follow.mode !== 'following';
    const word = isElsewhere ? wordOfPlace(transcript, place) : now;
    this.#make(setting, Math.max(0, word));
    this.#scroll.accept();
    if (isElsewhere && word > 0) this.#scroll.pin(word, this.scroller.getBoundingClientRect().top + TOP_MARGIN);
  }

  #make(setting: Setting, near: number): void {
    this.document = new ReadingDocument(this.scroller, setting, near, () => this.#onGrown());
  }

  /** What the eye is on, and where it stands: the words being said while following, else the top of the body. */
  #anchor(): { word: number; top: number } | null {
    const { document, word } = this;
    const isOnNow =
      this.#follow.mode === 'following' && word !== null && sightOf(this.document, this.scroller, word) === 'visible';
    const anchor = isOnNow ? word : (document?.topWord() ?? null);
    const line = anchor === null ? null : document?.lineOf(anchor);
    return anchor === null || !line ? null : { word: anchor, top: line.top };
  }

  #onPlayer(event: PlayerEvent): void {
    const { advert } = this.player.read();
    if (advert !== this.#follow.advert) this.events.onFollow({ type: 'advert', playing: advert });
    if (event !== 'seeked' || advert) return;
    this.#scroll.forget();
    if (this.#gestures.isByReader) this.events.onFollow({ type: 'seek' });
  }

  #onWord(): void {
    this.#paintLamp();
    if (this.#isSettling) return;
    if (mayScroll(this.#follow)) this.#followNow();
    this.#tellNow();
    this.events.onSight();
  }

  #onScroll(): void {
    cancelAnimationFrame(this.#sightFrame);
    this.#sightFrame = requestAnimationFrame(() => {
      this.document?.fillNear();
      this.#matches.paint(this.document);
      this.#notes.paint(this.document);
      this.#noteEye();
      this.#tellNow();
      this.events.onSight();
    });
  }

  #noteEye(): void {
    const anchor = this.scroller.clientHeight > 0 ? this.#anchor() : null;
    if (anchor) this.#eye = { word: anchor.word, top: anchor.top - this.scroller.getBoundingClientRect().top };
  }

  /** Rows were added or replaced: what was painted on them must be painted again. */
  #onGrown(): void {
    this.#scroll.accept();
    this.#paintLamp();
    this.#matches.paint(this.document, true);
    this.#notes.paint(this.document, true);
    if (!hasTabStop(this.scroller)) offerTabStop(this.scroller, this.#lampPainter.row?.button ?? null);
    this.#tellNow();
    this.events.onSight();
  }

  /** Another width reflows the text, and a body that was hidden has lost its place. */
  #onResize(): void {
    const { clientWidth, clientHeight } = this.scroller;
    const size = clientHeight > 0 ? `${clientWidth}` : 'hidden';
    const isOther = size !== this.#size;
    this.#size = size;
    if (size === 'hidden') return;
    if (isOther || mayScroll(this.#follow)) this.restore();
    else this.#onScroll();
  }

  /** Puts the words back where the reader had them: the body was moved in the page, hidden, or has another width. */
  restore(): void {
    if (this.scroller.clientHeight === 0) return;
    if (mayScroll(this.#follow)) this.#bringNow(true);
    else if (this.#eye) this.#scroll.pin(this.#eye.word, this.scroller.getBoundingClientRect().top + this.#eye.top);
    this.#onScroll();
  }

  #paintLamp(): void {
    const before = this.#lampPainter.row;
    this.#lampPainter.paint(this.document, {
      word: this.word,
      lamp: this.#lamp,
      isResting: this.#follow.advert,
    });
    if (this.#lampPainter.row !== before) offerTabStop(this.scroller, this.#lampPainter.row?.button ?? null);
  }

  #followNow(): void {
    const first = this.#firstLit();
    if (first !== null) this.#scroll.follow(first);
  }

  /** Takes the line of what is lit as moved for, wherever it stands. */
  #adoptNow(): void {
    const first = this.#firstLit();
    if (first !== null) this.#scroll.adopt(first);
  }

  #bringNow(instantly: boolean): void {
    const first = this.#firstLit();
    this.#scroll.forget();
    if (first === null) return;
    this.#scroll.bring(first, instantly);
  }

  #firstLit(): number | null {
    const { document, word } = this;
    if (!document || word === null) return null;
    return litWords(document.transcript, word, this.#lamp)?.first ?? document.rowOfWord(word)?.block.firstWord ?? null;
  }

  #tellNow(): void {
    this.events.onNow(this.word === null ? 'nowhere' : sightOf(this.document, this.scroller, this.word));
  }
}

/** Pixels: rows this near to sight are not set anew; the reader's place stands this far below the body's edge. */
const SIGHT_MARGIN = 200;
const TOP_MARGIN = 16;
