/**
 * What the sidebar knows about the video it stands beside. Made by the captions chain and the library, drawn by the
 * views; nothing in it belongs to another video.
 */
import type { EpisodeMeta, ReadingPlace, Track } from '../ports';
import type { Transcript } from '../transcript/types';
import type { ImportActions } from './imports';
import type { NotesActions } from './notes';

/** Why there are no words. Each has its own sentence and next step on screen. */
export type NoWords =
  /** The video has no caption tracks. */
  | 'no-captions'
  /** Tracks are listed, but every route answered without words. */
  | 'refused'
  /** YouTube asks to slow down (429). */
  | 'too-many-requests'
  | 'offline'
  /** Answers came, but none could be read as words. */
  | 'damaged'
  | 'live'
  /** Announced, not yet begun. */
  | 'upcoming'
  /** Age, bot check or private: YouTube wants a signed-in viewer. */
  | 'sign-in'
  /** Members only, bought, blocked in this country, removed. */
  | 'unplayable';

/** What is being tried while words stand on screen, or before. */
export type Search =
  /** Nothing more will be tried by itself. */
  | 'settled'
  /** First words are on their way. */
  | 'first-words'
  /** Rough words are shown; word-timed ones are being waited for. */
  | 'better-times';

export interface EpisodeView {
  readonly meta: EpisodeMeta;
  readonly tracks: readonly Track[];
  /** `vssId` of the track the captions come from, or are asked of. */
  readonly chosenTrack: string | null;
  /** Languages YouTube can translate into; empty unless a track is translatable. */
  readonly translations: readonly { readonly language: string; readonly name: string }[];
  /** All transcripts at hand, best first; `shown` is one of them. */
  readonly transcripts: readonly Transcript[];
  readonly shown: Transcript | null;
  /** Where nothing is shown yet: the first words of a long answer that is still being read. To look at, for nothing else. */
  readonly beginning?: Transcript | null;
  readonly search: Search;
  /** The search has taken longer than a reader expects (8 s). */
  readonly slow: boolean;
  /** Set when `shown` is null and `search` is settled; may be set beside words, as the reason why nothing better came. */
  readonly failure: NoWords | null;
  /** Technical line for the diagnostics sheet: route, status, bytes, flags. */
  readonly diagnostics: readonly string[];
  /** The words come from the library and YouTube cannot be reached. */
  readonly offline: boolean;
  /** The library cannot keep this episode; reading works. */
  readonly storage: 'fine' | 'full' | 'broken';
  /** The extension was updated or removed under this page; only a reload brings the rest back. */
  readonly orphaned: boolean;
  /** Where the reader was last time; null on a first visit. */
  readonly place: ReadingPlace | null;
}

/** What a reader can want of the page and the library. All are safe to call at any time. */
export interface EpisodeActions {
  showTranscript(transcriptId: string): void;
  chooseTrack(vssId: string): void;
  /** Asks YouTube to translate the chosen track; null goes back to the original. */
  translateTo(language: string | null): void;
  /** Starts the search again from the beginning, on the reader's wish. */
  retry(): void;
  /** Turns the player's captions on for a moment, to get exact times. Only ever on the reader's wish. */
  provokeCaptions(): void;
  savePlace(place: ReadingPlace): void;
  openOptions(): void;
  /** Opens the library page, searching for `query` when given. */
  openLibrary(query?: string): void;
  reloadPage(): void;
  /** Transcripts that the reader brings. Absent where nothing can be imported: then no view offers it. */
  readonly imports?: ImportActions;
  /** Absent where nothing can be noted. */
  readonly notes?: NotesActions;
}
