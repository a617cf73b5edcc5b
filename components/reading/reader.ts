/**
 * The words with everything that lives on them: lamp, matches, the reader's place, clicks and copies. Follows the speaker
 * as the follow rules allow. Plain DOM: Preact draws the frame around it, never this.
 */
import type { Matches } from '@/lib/find/find';
import type { PlayerEvent, PlayerPort, ReadingPlace, Stop } from '@/lib/ports';
import type { Settings } from '@/lib/protocol/settings';
import { FOLLOWING, type FollowEvent, type FollowState, mayScroll } from '@/lib/sidebar/follow';
import type { SidebarState } from '@/lib/sidebar/state';
import type { ReadingDocument, WordRange } from './document';
import { DocumentSetter } from './document-setter';
import { Eye } from './eye';
import { FollowScroller } from './follow-scroller';
import { Gestures } from './gestures';
import { Highlighter } from './highlighter';
import { LampPainter } from './lamp-painter';
import { MatchPainter } from './match-painter';
import { NotePainter } from './note-painter';
import { NowFollower } from './now-follower';
import { Seeks } from './seeks';
import { selectedWords } from './selected-words';
import { clearSelection } from './selection';
import { isSameSetting, type Setting } from './setting';
import { isReadable, scrollIntoSight, sightOf, wouldChangeSight } from './sight';
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
  readonly #highlighter = new Highlighter();
  readonly #lampPainter = new LampPainter(this.#highlighter);
  readonly #matches = new MatchPainter(this.#highlighter);
  readonly #notes = new NotePainter(this.#highlighter);
  readonly #gestures = new Gestures();
  readonly #scroll: FollowScroller;
  readonly #now: NowFollower;
  readonly #timer: WordTimer;
  readonly #eye: Eye;
  readonly #setter: DocumentSetter;
  readonly #seeks: Seeks;
  readonly #stops: Stop[] = [];
  #lamp: Settings['lamp'] = 'word';
  #follow: FollowState = FOLLOWING;
  #sightFrame = 0;
  #size = '';
  #isSettling = false;

  constructor(
    readonly scroller: HTMLElement,
    private readonly player: PlayerPort,
    private readonly events: ReaderEvents,
  ) {
    const document = () => this.document;
    this.#scroll = new FollowScroller(scroller, document);
    this.#now = new NowFollower(this.#scroll, { document, word: () => this.word, lamp: () => this.#lamp });
    this.#eye = new Eye(scroller, { document, followed: () => (this.#isFollowing ? this.word : null) });
    this.#setter = new DocumentSetter(scroller, this.#scroll, this.#eye, () => this.#onGrown());
    this.#seeks = new Seeks(player);
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

  /** The words on screen. */
  get document(): ReadingDocument | null {
    return this.#setter.document;
  }

  /** The word being said, or null. */
  get word(): number | null {
    return this.#timer.word;
  }

  get #isFollowing(): boolean {
    return this.#follow.mode === 'following';
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
    const isElsewhere = !this.#isFollowing && !isWanted;
    if (document && isElsewhere && wouldChangeSight(document, setting)) return false;
    const isFirst = this.#setter.set(setting, {
      time: this.player.read().time,
      place: this.#isFollowing ? null : place,
    });
    this.#timer.transcript = setting.transcript;
    // What is lit may be narrower now: it stays where it is until the next line.
    this.#isSettling = true;
    this.#timer.check();
    this.#isSettling = false;
    // Even during an advert: there is nothing yet that would be moved.
    if (isFirst && this.#isFollowing) this.#now.bring(true);
    else this.#now.adopt();
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
    if (resumes) this.#now.bring(false);
    this.#tellNow();
  }

  /** Seeks as the reader wishes; following goes on from there. */
  seek(time: number): void {
    if (!this.#seeks.to(time)) return;
    this.events.onFollow({ type: 'seek' });
    this.#scroll.forget();
    this.#timer.check();
    this.#onWord();
  }

  /** A click that sought was only the first half of a double click, which selects: goes back to where the video was. */
  #unseek(): void {
    if (this.#seeks.undo()) this.#timer.check();
  }

  /** Brings a word to the resting line. */
  bring(word: number, instantly = false): void {
    this.#scroll.bring(word, instantly);
    this.#onScroll();
  }

  /** Brings a word to the resting line unless it can be read where it is. `instantly`: without a move. */
  reveal(word: number, instantly = false): void {
    if (!isReadable(this.document, this.scroller, word)) this.bring(word, instantly);
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
    const anchor = this.#eye.anchor();
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

  revealElement(element: HTMLElement): void {
    scrollIntoSight(this.scroller, element);
    this.#scroll.accept();
  }

  place(): ReadingPlace | null {
    return this.#eye.place(this.#isFollowing);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    cancelAnimationFrame(this.#sightFrame);
    this.#timer.dispose();
    this.#highlighter.dispose();
    this.#setter.clear();
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
    this.#setter.clear();
    this.#timer.transcript = null;
    this.#timer.check();
    this.#onGrown();
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
    if (mayScroll(this.#follow)) this.#now.follow();
    this.#tellNow();
    this.events.onSight();
  }

  #onScroll(): void {
    cancelAnimationFrame(this.#sightFrame);
    this.#sightFrame = requestAnimationFrame(() => {
      this.document?.fillNear();
      this.#matches.paint(this.document);
      this.#notes.paint(this.document);
      this.#eye.note();
      this.#tellNow();
      this.events.onSight();
    });
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
    const eye = this.#eye.remembered;
    if (mayScroll(this.#follow)) this.#now.bring(true);
    else if (eye) this.#scroll.pin(eye.word, eye.top);
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

  #tellNow(): void {
    this.events.onNow(this.word === null ? 'nowhere' : sightOf(this.document, this.scroller, this.word));
  }
}
