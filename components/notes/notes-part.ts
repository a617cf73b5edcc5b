/** Notes and outline as the rest of the sidebar knows them: they come in a script of their own, later than the words. */
import type { EpisodeView } from '@/lib/sidebar/episode';
import type { ImportBytes } from '@/lib/sidebar/imports';
import type { NotesActions } from '@/lib/sidebar/notes';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import type { WordRange } from '../reading/document';

export interface NotesEvents {
  /** Null: nothing can be noted here. */
  actions(): NotesActions | null;
  /** Something that is drawn elsewhere has changed: count, marks, chapters, whether there is a bar. */
  onChange(): void;
  /** Draws at once what `onChange` would draw in a moment. */
  onDraw(): void;
  /** Milliseconds: what is being spoken. */
  time(): number;
  /** Plays from there. */
  onSeek(time: number): void;
  /** Goes to the words, where they are read. */
  onShowWords(firstWord: number): void;
  /** Shows the words, without going anywhere. */
  onOpenWords(): void;
  /** Words that the reader has selected. */
  selected(): WordRange | null;
  onUnselect(): void;
  /** Brings words into sight, unless they can be read where they are. */
  onReveal(firstWord: number): void;
  /** The sentence that is being spoken. */
  spoken(): WordRange | null;
  /** Keys beyond arrows, Enter and Escape are wanted. */
  hasShortcuts(): boolean;
  /** A field is about to take the focus; closed, it gives it back. */
  onField(isOpen: boolean): void;
}

export type OwnKind = 'note' | 'highlight' | 'bookmark';

export interface NotesDesk {
  /** Notes of the video. */
  readonly count: number;
  /** Words that are underlined, by their place; of the transcript that was followed last. */
  readonly marks: readonly WordRange[];
  /** Words where the strip has a dot, sorted. */
  readonly dots: readonly number[];
  /** For videos that have none. */
  readonly chapters: readonly Chapter[];
  /** There is something to show below the words. */
  readonly hasBar: boolean;
  /** `shown`: on screen, else to be shown. */
  follow(episode: EpisodeView | null, shown: Transcript | null): void;
  /** Null: the tab was left. */
  attach(tab: 'notes' | 'outline', page: HTMLElement | null): void;
  attachBar(bar: HTMLElement | null): void;
  /** Draws what is attached. */
  draw(): void;
  /** The reader has selected words, or nothing any more. */
  select(range: WordRange | null): void;
  /** Keeps what is selected, else what is being spoken; a note asks for its words first. */
  note(kind: OwnKind): void;
  /** Asks in which form the words are wanted, and copies them. */
  offerCopy(): void;
  /** Reads a page of notes in. */
  takePage(file: ImportBytes): void;
  /** Closes a field that is open; false when there is none. */
  escape(): boolean;
  stop(): void;
}

export interface NotesPart {
  open(events: NotesEvents): NotesDesk;
}
