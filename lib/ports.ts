/** What the core and the views need of the world. The edge (`lib/platform`) implements these; tests use plain objects. */
import type { ComparedPage } from './import/compare-paragraphs';
import type { Revision } from './import/revise';
import type { ImportChoices, ImportRefusal, ImportTarget } from './import/types';
import type { Result } from './protocol/result';
import type { ImportBytes, OnSent, PreviewAnswer } from './sidebar/imports';
import type { Chapter, Transcript } from './transcript/types';
import type { EpisodeId, Milliseconds } from './transcript/units';

/** Ends what a call started. Calling it again does nothing. */
export type Stop = () => void;

export interface PlayerState {
  /** Time in the video proper: adverts and stitched-in offsets are already taken out. */
  readonly time: Milliseconds;
  /** Null until known. */
  readonly duration: Milliseconds | null;
  readonly rate: number;
  readonly paused: boolean;
  /** Neither paused nor moving: buffering, or in the middle of a seek. */
  readonly stalled: boolean;
  /** An advert holds the player: `time` stands still at the place where the video will go on. */
  readonly advert: boolean;
}

/**
 * `seeked`: the time jumped, whoever did it. `flow`: play, pause, rate, stall or advert began or ended.
 * `tick`: a few times a second while playing, only a safety net. `video`: another video took the player.
 */
export type PlayerEvent = 'seeked' | 'flow' | 'tick' | 'video';

export interface PlayerPort {
  /** Cheap enough to call on every timer. */
  read(): PlayerState;
  /** Seeks in the video proper. Does nothing while an advert plays; returns whether it did. */
  seek(time: Milliseconds): boolean;
  setPaused(paused: boolean): void;
  subscribe(listener: (event: PlayerEvent) => void): Stop;
}

/** A caption track that YouTube offers for a video. */
export interface Track {
  /** YouTube's key; several tracks can share a language, none shares this. */
  readonly vssId: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** As YouTube shows it: "English (auto-generated)". */
  readonly name: string;
  readonly automatic: boolean;
  readonly translatable: boolean;
}

export interface EpisodeMeta {
  readonly videoId: EpisodeId;
  readonly title: string;
  readonly channel: string;
  readonly duration: Milliseconds | null;
  /** Of the page, sorted by start; empty when it has none. */
  readonly chapters: readonly Chapter[];
}

/** Where the reader was, by words rather than pixels, so that it survives another width, size or transcript. */
export interface ReadingPlace {
  readonly transcriptId: string;
  /** Word at the top of the body. */
  readonly word: number;
  /** Time of that word where known: finds the place in another transcript of the video. */
  readonly time: Milliseconds | null;
  /** True while following: then the place is the playhead's. */
  readonly following: boolean;
}

/** All that is kept of a video that the sidebar needs at once. */
export interface StoredEpisode {
  readonly meta: EpisodeMeta;
  /** Newest first. Empty when only notes are kept. */
  readonly transcripts: readonly Transcript[];
  /** The transcript the reader chose, or null: take the best. */
  readonly chosen: string | null;
  /** The caption track the reader chose (`vssId`), or null. */
  readonly chosenTrack: string | null;
  readonly place: ReadingPlace | null;
  /** Milliseconds since 1970. */
  readonly lastReadAt: number;
}

/** Codes of the background's answers. `unreachable`: no answer in time, or the worker died and did not come back. */
export type LibraryErrorCode =
  | 'unreachable'
  | 'orphaned'
  | 'storage-full'
  | 'storage-broken'
  | 'newer-database'
  | 'refused';

/** The library as the sidebar sees it. Implemented by messages to the background; every call can fail. */
export interface LibraryPort {
  openEpisode(videoId: EpisodeId): Promise<Result<StoredEpisode | null, LibraryErrorCode>>;
  /** Idempotent: the same transcript id again changes nothing but `lastReadAt`. Meta of the newest call wins. */
  saveTranscript(meta: EpisodeMeta, transcript: Transcript): Promise<Result<null, LibraryErrorCode>>;
  /** Takes a transcript out of the library; the background keeps it for undo. */
  removeTranscript(videoId: EpisodeId, transcriptId: string): Promise<Result<null, LibraryErrorCode>>;
  saveChoice(
    videoId: EpisodeId,
    choice: { readonly chosen?: string | null; readonly chosenTrack?: string | null },
  ): Promise<Result<null, LibraryErrorCode>>;
  savePlace(videoId: EpisodeId, place: ReadingPlace): Promise<Result<null, LibraryErrorCode>>;
}

/** Transcripts that a person brings. Reading, aligning and keeping are done elsewhere; whole transcripts come back. */
export interface ImportPort {
  preview(
    target: ImportTarget,
    file: ImportBytes,
    choices: ImportChoices,
    onSent?: OnSent,
  ): Promise<Result<PreviewAnswer, LibraryErrorCode>>;
  keep(
    meta: EpisodeMeta,
    file: ImportBytes,
    choices: ImportChoices,
    onSent?: OnSent,
  ): Promise<Result<KeptTranscript, LibraryErrorCode>>;
  /** Both transcripts need not be in the library. Older merges of `human` go out of it. */
  merge(meta: EpisodeMeta, human: Transcript, timed: Transcript): Promise<Result<Merged, LibraryErrorCode>>;
  compare(merged: Transcript, timed: Transcript, from: number): Promise<Result<ComparedPage, LibraryErrorCode>>;
  /** Changes what is kept of a transcript, and for names of what was made of it. False: it is not kept. */
  revise(videoId: EpisodeId, id: string, revision: Revision): Promise<Result<boolean, LibraryErrorCode>>;
  /** Takes back a removal. False: gone for good. */
  restore(videoId: EpisodeId, id: string): Promise<Result<boolean, LibraryErrorCode>>;
  /** Null when there is none. */
  load(videoId: EpisodeId, id: string): Promise<Result<Transcript | null, LibraryErrorCode>>;
}

export type KeptTranscript =
  | ({ readonly state: 'refused' } & ImportRefusal)
  | {
      readonly state: 'kept';
      readonly transcript: Transcript;
      /** `page`: it lives as long as this page. */
      readonly where: 'library' | 'page';
      /** Why it could not be kept, where it was meant to be. */
      readonly trouble: LibraryErrorCode | null;
    };

export type Merged =
  | { readonly state: 'merged'; readonly transcript: Transcript }
  /** Of another recording. `matched`: share of its words, 0 to 1. */
  | { readonly state: 'unfit'; readonly matched: number };
