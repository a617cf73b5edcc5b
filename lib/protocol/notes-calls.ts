/** Calls about notes: pages that are read in, the reader's own, and the outline. Part of `BackgroundCalls`. */
import type { NoteRecord } from '../library/shelf/records';
import type { SummarySentence } from '../notes/machine-summary';
import type { NotesState } from '../notes/notes-state';
import type { Outline } from '../notes/outline';
import type { EpisodeMeta, LibraryErrorCode } from '../ports';
import type { Chapter } from '../transcript/types';
import type { EpisodeId, Milliseconds } from '../transcript/units';
import type { Part } from './background-calls';
import type { MissingParts } from './import-calls';
import type { Result } from './result';

type Answer<T> = Result<T, LibraryErrorCode>;

/** The background does not have these transcripts: the caller lends them and asks again. */
export interface AbsentTranscripts {
  readonly state: 'absent';
  readonly ids: readonly string[];
}

/** Words of a transcript: `first` up to `end`. */
export interface WordsOf {
  readonly transcript: string;
  readonly first: number;
  readonly end: number;
}

export interface NotesWanted {
  /** Whose words the places are put in; null where the video has no words. */
  readonly shown: string | null;
  /** Where notes are looked for, best first. */
  readonly transcripts: readonly string[];
}

/** Where the reader says that a page's note is: at words, nowhere, or where it was found after all. */
export type PinTo = { readonly to: 'words'; readonly words: WordsOf } | { readonly to: 'nowhere' | 'found' };

export interface NewNote {
  readonly id: string;
  readonly kind: 'highlight' | 'note' | 'bookmark';
  /** Null: a moment without words. */
  readonly words: WordsOf | null;
  /** Of a moment without words. */
  readonly time: Milliseconds;
  /** What the reader thinks of it; may be empty. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Characters of what a reader writes to one note. */
export const LONGEST_THOUGHT = 20_000;
/** Characters of a summary. */
export const LONGEST_SUMMARY = 200_000;

export interface NotesCalls {
  viewNotes(
    args: NotesWanted & { readonly videoId: EpisodeId },
  ): Answer<AbsentTranscripts | { readonly state: 'viewed'; readonly notes: NotesState }>;
  /** One part of a page's bytes. `empty`: there is nothing in it that could be notes, and nothing was kept. */
  keepNotesPage(args: {
    readonly meta: EpisodeMeta;
    /** Names the page for as long as its parts are on their way. */
    readonly upload: string;
    readonly part: Part;
    /** Null for a paste. */
    readonly fileName: string | null;
    /** Where the page was read; null for a paste or a file. */
    readonly url: string | null;
    /** Milliseconds since 1970. */
    readonly addedAt: number;
  }): Answer<
    | MissingParts
    | { readonly state: 'empty' }
    | { readonly state: 'kept'; readonly page: string; readonly notes: number }
  >;
  /** False: there is no such note. */
  pinNote(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly pin: PinTo;
  }): Answer<AbsentTranscripts | { readonly state: 'done'; readonly found: boolean }>;
  keepOwnNote(args: {
    readonly meta: EpisodeMeta;
    readonly note: NewNote;
  }): Answer<AbsentTranscripts | { readonly state: 'kept' }>;
  /** False: there is no such note. */
  changeOwnNote(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly text: string;
    /** Milliseconds since 1970. */
    readonly changedAt: number;
  }): Answer<boolean>;
  /** Takes out a note of the reader's own, or a whole page by its id. Answers what `changeNotes` puts back. */
  removeNote(args: { readonly meta: EpisodeMeta; readonly id: string }): Answer<readonly NoteRecord[]>;
  /** `chapters`: in the place of computed topics, where there are at least two. */
  outlineOf(args: {
    readonly videoId: EpisodeId;
    readonly transcript: string;
    readonly chapters: readonly Chapter[];
  }): Answer<AbsentTranscripts | { readonly state: 'made'; readonly outline: Outline }>;
  /** Where the sentences of a summary are said. */
  locateSummary(args: {
    readonly videoId: EpisodeId;
    readonly transcript: string;
    readonly text: string;
  }): Answer<AbsentTranscripts | { readonly state: 'located'; readonly sentences: readonly SummarySentence[] }>;
  /** As Markdown. */
  writeNotes(
    args: NotesWanted & { readonly meta: EpisodeMeta },
  ): Answer<AbsentTranscripts | { readonly state: 'written'; readonly markdown: string }>;
}
