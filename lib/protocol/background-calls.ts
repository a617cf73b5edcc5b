/**
 * Every call that content scripts and extension pages make to the background, and nothing else. Arguments and answers
 * are plain JSON: Chromium turns messages into JSON, where typed arrays become objects and NaN becomes null.
 */
import type { Place, SnippetMark } from '../library/query/cut-snippet';
import type { SearchResult } from '../library/query/search-library';
import type { EpisodeRecord, NoteRecord, TranscriptSummary } from '../library/shelf/records';
import type { EpisodeMeta, LibraryErrorCode, ReadingPlace } from '../ports';
import type { EpisodeId, OwnId, VideoId } from '../transcript/units';
import type { ImportCalls } from './import-calls';
import type { NotesCalls } from './notes-calls';
import type { Result } from './result';

/** Base64 of a stretch of packed bytes: the whole is cut into `count` parts of at most `PART_BYTES`. */
export interface Part {
  readonly index: number;
  readonly count: number;
  readonly data: string;
}

/** 600 kB of bytes are 800 kB of base64: a message with them stays below 1 MiB, which costs some 30 ms to pass. */
export const PART_BYTES = 600_000;

/** No message may be larger, in UTF-16 units of its JSON. */
export const MAX_MESSAGE = 1_048_576;

export interface OpenedEpisode {
  readonly meta: EpisodeMeta;
  readonly transcripts: readonly { readonly id: string; readonly parts: number }[];
  readonly chosen: string | null;
  readonly chosenTrack: string | null;
  readonly place: ReadingPlace | null;
  readonly lastReadAt: number;
  /** First part of the first transcript that would be shown, to save a round trip. */
  readonly first: { readonly id: string; readonly part: Part } | null;
}

type Answer<T> = Result<T, LibraryErrorCode>;

export interface BackgroundCalls extends ImportCalls, NotesCalls {
  /** All that is kept of a video but the transcripts' bytes; null when nothing is. */
  openEpisode(args: { readonly videoId: EpisodeId }): Answer<OpenedEpisode | null>;
  readTranscriptPart(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly index: number;
  }): Answer<Part | null>;
  /**
   * One part of a packed transcript. Answers `more` until all parts are here, then `saved`. The worker may die between
   * two parts: `more` then names the parts that are missing, and the caller sends them again.
   */
  saveTranscriptPart(args: {
    readonly meta: EpisodeMeta;
    readonly id: string;
    readonly part: Part;
  }): Answer<{ readonly state: 'saved' } | { readonly state: 'more'; readonly missing: readonly number[] }>;
  removeTranscript(args: { readonly videoId: EpisodeId; readonly id: string }): Answer<null>;
  saveChoice(args: {
    readonly videoId: EpisodeId;
    readonly chosen?: string | null;
    readonly chosenTrack?: string | null;
  }): Answer<null>;
  savePlace(args: { readonly videoId: EpisodeId; readonly place: ReadingPlace }): Answer<null>;
  openOptions(args: Record<string, never>): Answer<null>;
  /** Opens the library page, searching for `query` when it is given. */
  openLibrary(args: { readonly query?: string }): Answer<null>;
  /** What a click in the library asked to show in this video, once: the second call answers null. */
  takeArrival(args: { readonly videoId: VideoId }): Answer<Arrival | null>;

  /** Notes of a video, in the order of their ids. */
  readNotes(args: { readonly videoId: EpisodeId }): Answer<readonly NoteRecord[]>;
  /** Puts notes in place of those with the same ids, and takes others out. Keeps the episode for their sake. */
  changeNotes(args: {
    readonly meta: EpisodeMeta;
    readonly put: readonly NoteRecord[];
    readonly remove: readonly string[];
  }): Answer<null>;

  // The rest is answered to extension pages only.

  search(args: SearchArgs): Answer<SearchAnswer>;
  /** Titles, channels, speakers and notes. Slower than `search` on a cold start: ask for both at once, show each as it comes. */
  searchNames(args: { readonly query: string; readonly limit: number }): Answer<NamesAnswer>;
  listEpisodes(args: ListArgs): Answer<EpisodeList>;
  /** What filters can choose from: names with the number of their episodes, most first. */
  listNames(
    args: Record<string, never>,
  ): Answer<{ readonly channels: readonly Count[]; readonly speakers: readonly Count[] }>;
  libraryState(args: Record<string, never>): Answer<LibraryState>;
  /** Into the trash, for thirty days. Answers what `undoDelete` takes. */
  deleteEpisodes(args: { readonly videoIds: readonly EpisodeId[] }): Answer<readonly number[]>;
  /** Answers how many came back. */
  undoDelete(args: { readonly trash: readonly number[] }): Answer<number>;
  /** For good, without a way back. No ids: everything. */
  forget(args: { readonly videoIds: readonly EpisodeId[] | null }): Answer<null>;
  /** Makes a transcript that waited for its video one of that video's. Answers what `undoDelete` takes; null: there is none. */
  attachTranscript(args: { readonly from: OwnId; readonly videoId: VideoId }): Answer<number | null>;
  /** Drops captions that YouTube gives again, least lately read first. Answers the bytes freed. */
  makeRoom(args: { readonly bytes: number }): Answer<number>;
  /** Shows a place of a video: in the tab that shows it already, else in a new one. */
  openPlace(args: { readonly videoId: VideoId; readonly arrival: Arrival }): Answer<null>;

  /** Episodes as backups hold them, in the order of their ids; transcripts are read with `readTranscriptPart`. */
  readRecords(args: { readonly after: EpisodeId | null; readonly limit: number }): Answer<readonly EpisodeRecord[]>;
  /** Puts back an episode without its transcripts. What is there already stays; earlier and later dates win. */
  restoreEpisode(args: { readonly record: RestoredEpisode; readonly notes: readonly NoteRecord[] }): Answer<null>;
  restoreTranscriptPart(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly savedAt: number;
    readonly part: Part;
  }): Answer<{ readonly state: 'saved' } | { readonly state: 'more'; readonly missing: readonly number[] }>;
}

/** A place that a reader chose elsewhere: the sidebar opens there and shows the match. */
export interface Arrival {
  readonly transcriptId: string | null;
  /** Milliseconds. */
  readonly time: number;
  readonly query: string | null;
}

export interface SearchArgs {
  readonly query: string;
  /** By date: when the episode came into the library. */
  readonly order: 'best' | 'newest' | 'oldest';
  readonly offset: number;
  readonly limit: number;
  /** Places shown of each episode. */
  readonly places: number;
  /** Only in this episode: its further places. */
  readonly only?: EpisodeId;
}

export interface SearchAnswer extends Omit<SearchResult, 'episodes'> {
  readonly episodes: readonly {
    readonly episode: EpisodeListItem;
    readonly count: number;
    readonly places: readonly Place[];
  }[];
}

export interface NamesAnswer {
  readonly titles: readonly { readonly episode: EpisodeListItem; readonly titleMarks: readonly SnippetMark[] }[];
  readonly notes: readonly {
    readonly episode: EpisodeListItem;
    readonly note: NoteRecord;
    readonly marks: readonly SnippetMark[];
  }[];
}

export interface ListArgs {
  readonly sort: 'read' | 'added' | 'title' | 'channel' | 'length';
  readonly channel: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** An episode as lists show it: chapters are left out, they can be many. */
export interface EpisodeListItem {
  readonly videoId: EpisodeId;
  readonly title: string;
  readonly channel: string;
  readonly duration: number | null;
  readonly transcripts: readonly TranscriptSummary[];
  readonly addedAt: number;
  readonly lastReadAt: number;
  readonly notes: number;
}

export interface EpisodeList {
  readonly episodes: readonly EpisodeListItem[];
  readonly total: number;
}

export interface Count {
  readonly name: string;
  readonly episodes: number;
}

export interface LibraryState {
  readonly episodes: number;
  /** Bytes of transcripts, notes and index; null when the browser does not say. */
  readonly bytes: number | null;
  /** Bytes that the browser would give; null when it does not say. */
  readonly quota: number | null;
  /** `memory`: the database cannot be used, what is read now is forgotten with the browser. `newer`: read-only. */
  readonly storage: 'fine' | 'memory' | 'newer';
}

/** Of an episode what is not in its transcripts. */
export interface RestoredEpisode extends EpisodeMeta {
  readonly chosen: string | null;
  readonly chosenTrack: string | null;
  readonly place: ReadingPlace | null;
  readonly addedAt: number;
  readonly lastReadAt: number;
}

export type BackgroundCall = keyof BackgroundCalls;
export type CallArgs<Name extends BackgroundCall> = Parameters<BackgroundCalls[Name]>[0];
export type CallAnswer<Name extends BackgroundCall> = ReturnType<BackgroundCalls[Name]>;
