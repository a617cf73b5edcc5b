/** Ties the words to the frame: gives the reader what is to be read, the strip what it shows, and has the place kept. */
import type { Matches } from '@/lib/find/find';
import type { PlayerPort, ReadingPlace } from '@/lib/ports';
import { chaptersOf } from '@/lib/sidebar/blocks';
import type { SidebarState } from '@/lib/sidebar/state';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import { PlaceKeeper } from '../reading/place-keeper';
import { Reader, type ReaderEvents } from '../reading/reader';
import type { Setting } from '../reading/setting';
import { Strip } from '../reading/strip';
import type { SidebarProps } from './props';

export interface WordsEvents extends Omit<ReaderEvents, 'onSight'> {
  props(): SidebarProps;
  state(): SidebarState;
  marks(): WordMarks;
  /** The reader wants to be at a word, wherever the speaker is. */
  onStrip(word: number): void;
  onSavePlace(place: ReadingPlace): void;
}

/** What lies on the words. */
export interface WordMarks {
  readonly matches: Matches;
  /** Ordinal of the match the reader is at; -1 when there is none. */
  readonly current: number;
  /** Words with a note. */
  readonly dots: readonly number[];
}

export class WordsLink {
  reader: Reader | null = null;
  /** The reader has been given what is to be read. */
  isFed = false;
  /** Better words are at hand, and wait because the reader looks at the old ones. */
  hasBetterWords = false;
  body: HTMLElement | null = null;
  #strip: Strip | null = null;
  /** The reader asked for other words: they need not wait. */
  #isWanted = false;
  readonly #places: PlaceKeeper;

  constructor(private readonly events: WordsEvents) {
    this.#places = new PlaceKeeper(
      () => this.reader?.place() ?? null,
      (place) => events.onSavePlace(place),
    );
  }

  /** The transcript on screen: not yet the episode's, while better words wait. */
  get shown(): Transcript | null {
    return this.reader?.document?.transcript ?? null;
  }

  attachBody(body: HTMLElement | null, player: PlayerPort, again = false): void {
    if (body === this.body && !again) return;
    this.isFed = false;
    this.reader?.dispose();
    this.body = body;
    this.reader = body && new Reader(body, player, { ...this.events, onSight: () => this.#onSight() });
  }

  attachStrip(canvas: HTMLCanvasElement | null): void {
    this.#strip?.dispose();
    this.#strip = canvas && new Strip(canvas, (word) => this.events.onStrip(word));
  }

  /** Other words may be shown at once, even under the eye of the reader. */
  want(): void {
    this.#isWanted = true;
  }

  /** A reader who was reading elsewhere last time begins there. The place may be known only when the words are. */
  get beginsElsewhere(): boolean {
    const { episode } = this.events.props();
    const next = this.#readable();
    return next !== null && this.shown?.videoId !== next.videoId && episode?.place?.following === false;
  }

  /** Gives the reader what is to be read. `spare`: chapters for a video that has none of its own. */
  feed(spare: readonly Chapter[]): void {
    const { reader } = this;
    const { episode, settings } = this.events.props();
    reader?.setLamp(settings.lamp);
    reader?.setFollow(this.events.state().follow);
    const before = this.shown;
    this.hasBetterWords = !(reader?.show(this.#setting(spare), episode?.place ?? null, this.#isWanted) ?? true);
    if (this.shown !== before) this.#isWanted = false;
    this.isFed = reader !== null;
  }

  /** Paints what lies on the words, and the strip. */
  paint(): void {
    const { matches, current } = this.events.marks();
    this.reader?.setMatches(matches, current);
    this.#drawStrip();
  }

  /** Alters the layout; the line the reader looks at stays where it is. */
  keepPlace(change: () => void): void {
    if (this.reader) this.reader.keepPlace(change);
    else change();
  }

  /** Another video. */
  forget(): void {
    this.#places.forget();
  }

  dispose(): void {
    this.#places.save();
    this.#places.forget();
    this.reader?.dispose();
    this.#strip?.dispose();
  }

  #readable(): Transcript | null {
    const { episode } = this.events.props();
    const shown = episode?.shown ?? episode?.beginning ?? null;
    return shown && shown.words.offset.length > 0 ? shown : null;
  }

  #setting(spare: readonly Chapter[]): Setting | null {
    const { episode, settings } = this.events.props();
    const transcript = this.#readable();
    const chapters = episode?.meta.chapters.length ? episode.meta.chapters : spare;
    return transcript && { transcript, view: settings.view, chapters: chaptersOf(transcript, chapters) };
  }

  #drawStrip(): void {
    const { dots, ...found } = this.events.marks();
    const now = this.reader?.word ?? null;
    this.#strip?.draw({ document: this.reader?.document ?? null, ...found, notes: dots, now });
  }

  #onSight(): void {
    this.#drawStrip();
    this.#places.note(this.events.state().follow.mode === 'following');
  }
}
