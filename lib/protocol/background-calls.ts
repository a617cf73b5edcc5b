/**
 * Every call that content scripts and extension pages make to the background, and nothing else. Arguments and answers
 * are plain JSON: Chromium turns messages into JSON, where typed arrays become objects and NaN becomes null.
 */
import type { TranscriptSummary } from '../library/shelf/records';
import type { EpisodeMeta, LibraryErrorCode, ReadingPlace } from '../ports';
import type { VideoId } from '../transcript/units';
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

export interface BackgroundCalls {
  /** All that is kept of a video but the transcripts' bytes; null when nothing is. */
  openEpisode(args: { readonly videoId: VideoId }): Answer<OpenedEpisode | null>;
  readTranscriptPart(args: {
    readonly videoId: VideoId;
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
  removeTranscript(args: { readonly videoId: VideoId; readonly id: string }): Answer<null>;
  saveChoice(args: {
    readonly videoId: VideoId;
    readonly chosen?: string | null;
    readonly chosenTrack?: string | null;
  }): Answer<null>;
  savePlace(args: { readonly videoId: VideoId; readonly place: ReadingPlace }): Answer<null>;
  openOptions(args: Record<string, never>): Answer<null>;
  /** Opens the library page, searching for `query` when it is given. */
  openLibrary(args: { readonly query?: string }): Answer<null>;
  /** What a click in the library asked to show in this video, once: the second call answers null. */
  takeArrival(args: { readonly videoId: VideoId }): Answer<Arrival | null>;

  // The rest is answered to extension pages only.

  /** Newest read first. */
  listEpisodes(args: { readonly after: number | null; readonly limit: number }): Answer<EpisodeList>;
  libraryState(args: Record<string, never>): Answer<LibraryState>;
}

/** A place that a reader chose elsewhere: the sidebar opens there and shows the match. */
export interface Arrival {
  readonly transcriptId: string | null;
  /** Milliseconds. */
  readonly time: number;
  readonly query: string | null;
}

export interface EpisodeListItem extends EpisodeMeta {
  readonly transcripts: readonly TranscriptSummary[];
  readonly addedAt: number;
  readonly lastReadAt: number;
  readonly notes: number;
}

export interface EpisodeList {
  readonly episodes: readonly EpisodeListItem[];
  readonly more: boolean;
}

export interface LibraryState {
  readonly episodes: number;
  /** Bytes of transcripts, notes and index; null when the browser does not say. */
  readonly bytes: number | null;
  /** `memory`: the database cannot be used, what is read now is forgotten with the browser. `newer`: read-only. */
  readonly storage: 'fine' | 'memory' | 'newer';
}

export type BackgroundCall = keyof BackgroundCalls;
export type CallArgs<Name extends BackgroundCall> = Parameters<BackgroundCalls[Name]>[0];
export type CallAnswer<Name extends BackgroundCall> = ReturnType<BackgroundCalls[Name]>;
