/** What the library page needs of the world. The entrypoint makes it of messages; a page of made-up episodes makes it of objects. */
import type { LibraryErrorCode, Stop, StoredEpisode } from '@/lib/ports';
import type { Arrival, BackgroundCall, CallAnswer, CallArgs } from '@/lib/protocol/background-calls';
import type { Result } from '@/lib/protocol/result';
import type { EpisodeId, OwnId, VideoId } from '@/lib/transcript/units';
import type { WordSpan } from './route';

export type LibraryCall = Extract<
  BackgroundCall,
  | 'search'
  | 'searchNames'
  | 'listEpisodes'
  | 'listNames'
  | 'libraryState'
  | 'deleteEpisodes'
  | 'undoDelete'
  | 'forget'
  | 'makeRoom'
  | 'openPlace'
  | 'openEpisode'
  | 'attachTranscript'
  | 'readNotes'
>;

export interface LibraryApi {
  readonly call: <Name extends LibraryCall>(name: Name, args: CallArgs<Name>) => Promise<CallAnswer<Name>>;
  readonly openEpisode: (videoId: EpisodeId) => Promise<Result<StoredEpisode | null, LibraryErrorCode>>;
  /** Calls back after each change of the library, wherever it was made. */
  readonly onChange: (listener: () => void) => Stop;
  readonly openOptions: () => void;
  readonly loss: LossApi;
  readonly backup: BackupApi;
  readonly weekly: WeeklyApi;
  readonly importing: ImportApi;
  readonly exporting: ExportApi;
}

/** A library that the browser could not read any more and began anew. */
export interface LossApi {
  /** Milliseconds since 1970; null when nothing was lost, or the reader has been told. */
  lostAt(): Promise<number | null>;
  forgetLoss(): Promise<void>;
}

export interface BackupApi {
  /** Writes everything into one file. Reports how far it is, 0 to 1. */
  save(onProgress: (share: number) => void): Promise<Result<{ readonly episodes: number }, string>>;
  /** Reads a file without changing anything. */
  preview(file: File): Promise<Result<RestorePreview, string>>;
  restore(
    file: File,
    how: 'merge' | 'replace',
    onProgress: (share: number) => void,
  ): Promise<Result<RestoreCount, string>>;
}

/** Exports that make themselves, into a folder, once a week. */
export interface WeeklyApi {
  /** False where the browser cannot hold on to a folder. */
  readonly isPossible: boolean;
  read(): Promise<{ readonly name: string; readonly lastAt: number | null } | null>;
  /** Asks for a folder. False when the reader thought better of it. */
  choose(): Promise<boolean>;
  stop(): Promise<void>;
  /** `asked`: by a click. `waits`: the browser wants to ask first. `rested`: it is not time yet. */
  run(asked: boolean): Promise<'done' | 'waits' | 'rested' | 'failed'>;
}

export interface RestorePreview {
  /** Milliseconds since 1970. */
  readonly savedAt: number | null;
  readonly episodes: number;
  readonly transcripts: number;
  readonly notes: number;
  /** Episodes that the library does not have. */
  readonly newEpisodes: number;
  /** The file ends early or holds damaged records: they are left out. */
  readonly damaged: number;
}

export interface RestoreCount {
  readonly episodes: number;
  readonly transcripts: number;
  readonly failed: number;
}

export interface ImportedFile {
  /** What it was read as. */
  readonly name: string;
  /** What it calls itself; null where it does not say. */
  readonly title: string | null;
  readonly fact: string;
  /** Its first words. */
  readonly first: string;
}

export interface ImportApi {
  /** Understands a text or file and keeps nothing; a sentence when it cannot be understood. */
  read(source: ImportSource): Promise<Result<ImportedFile, string>>;
  /** `videoId` null: its video is not known yet. */
  keep(source: ImportSource, videoId: VideoId | null, title: string): Promise<Result<null, string>>;
  /** Merges what was brought to a video with the captions that are kept of it; null when there are none. */
  merge(videoId: VideoId): Promise<Fit | null>;
}

/** How a text fits the captions of its video. `unfit`: it is of another recording, and was not merged. */
export interface Fit {
  readonly kind: 'fits' | 'unfit';
  /** Share of its words that the captions have, 0 to 1. */
  readonly matched: number;
}

export type ImportSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string };

export interface ExportFormat {
  readonly id: string;
  /** For a menu: "Markdown with links". */
  readonly name: string;
}

export interface ExportApi {
  readonly formats: readonly ExportFormat[];
  /** Saves the transcripts that the reader would see, one file each, or one archive of several. */
  save(videoIds: readonly EpisodeId[], format: string): Promise<Result<null, string>>;
}

/** What a click on a place asks for. `words`: where they stand in a transcript that has no video to be played. */
export type OpenPlace = (videoId: EpisodeId, arrival: Arrival, words: WordSpan | null) => void;

/** Asks for the video of a transcript that has none yet. */
export type AskForVideo = (transcript: { readonly videoId: OwnId; readonly title: string }) => void;
