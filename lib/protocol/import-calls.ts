/** Calls that bring a person's transcript in, merge it, and change it later. Part of `BackgroundCalls`. */
import type { ComparedPage } from '../import/compare-paragraphs';
import type { Revision } from '../import/revise';
import type { ImportChoices, ImportPreview, ImportRefusal } from '../import/types';
import type { EpisodeMeta, LibraryErrorCode } from '../ports';
import type { EpisodeId } from '../transcript/units';
import type { Part } from './background-calls';
import type { Result } from './result';

type Answer<T> = Result<T, LibraryErrorCode>;

/** One part of a file's bytes. `upload` names the file for as long as its parts are on their way. */
export interface ImportUpload {
  readonly upload: string;
  readonly part: Part;
  /** Null for what was pasted. */
  readonly fileName: string | null;
  readonly choices: ImportChoices;
}

/** Parts that are not there: the worker may have died since they were sent. */
export interface MissingParts {
  readonly state: 'more';
  readonly missing: readonly number[];
}

export type RefusedImport = { readonly state: 'refused' } & ImportRefusal;

export interface KeptImport {
  readonly state: 'kept';
  readonly id: string;
  /** In how many parts the packed transcript can be read. */
  readonly parts: number;
  /** `page`: nothing may be kept, or could be; it lives as long as the page. */
  readonly where: 'library' | 'page';
  /** Why it could not be kept, where it was meant to be. */
  readonly trouble: LibraryErrorCode | null;
}

/** `absent`: the background does not have these transcripts; the caller lends them and asks again. */
export type MergeAnswer =
  | { readonly state: 'absent'; readonly ids: readonly string[] }
  | { readonly state: 'refused'; readonly matched: number }
  | { readonly state: 'merged'; readonly id: string; readonly parts: number };

export interface ImportCalls {
  /** Understands a file and keeps nothing. */
  readImport(
    args: ImportUpload & { readonly videoId: EpisodeId; readonly duration: number | null },
  ): Answer<MissingParts | RefusedImport | { readonly state: 'read'; readonly preview: ImportPreview }>;
  /** Understands a file the same way and keeps the transcript. `importedAt`: milliseconds since 1970. */
  keepImport(
    args: ImportUpload & { readonly meta: EpisodeMeta; readonly importedAt: number },
  ): Answer<MissingParts | RefusedImport | KeptImport>;
  /** Gives `human` the times of `timed`, and keeps the result in the place of older merges of the same text. */
  mergeImport(args: {
    readonly meta: EpisodeMeta;
    readonly human: string;
    readonly timed: string;
  }): Answer<MergeAnswer>;
  /** One part of a packed transcript that the library does not have, for as long as the worker lives. */
  lendTranscript(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly part: Part;
  }): Answer<MissingParts | { readonly state: 'lent' }>;
  /** Changes a transcript that a person brought, and what was made of it. False: the library does not have it. */
  reviseTranscript(args: {
    readonly videoId: EpisodeId;
    readonly id: string;
    readonly revision: Revision;
  }): Answer<boolean>;
  /** What the captions heard otherwise. */
  compareMerge(args: {
    readonly videoId: EpisodeId;
    readonly merged: string;
    readonly timed: string;
    /** Paragraph to begin with. */
    readonly from: number;
  }): Answer<ComparedPage | { readonly state: 'absent'; readonly ids: readonly string[] }>;
  /** Brings a removed transcript back. False when it is gone for good. */
  restoreTranscript(args: { readonly videoId: EpisodeId; readonly id: string }): Answer<boolean>;
}
