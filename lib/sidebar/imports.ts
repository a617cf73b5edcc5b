/** What a reader can do with transcripts they bring. */
import type { ComparedPage } from '../import/compare-paragraphs';
import type { Revision } from '../import/revise';
import type { ImportChoices, ImportPreview, ImportRefusal } from '../import/types';
import type { LibraryErrorCode } from '../ports';
import type { Result } from '../protocol/result';

/** Bytes as they were dropped, chosen or pasted (pasted text as UTF-8). At most `MOST_BYTES`. */
export interface ImportBytes {
  readonly bytes: Uint8Array;
  /** Null for what was pasted. */
  readonly fileName: string | null;
}

/** Larger files are not read. */
export const MOST_BYTES = 64 * 1_048_576;

export type PreviewAnswer =
  | { readonly state: 'read'; readonly preview: ImportPreview }
  | ({ readonly state: 'refused' } & ImportRefusal);

/** What became of a transcript that was kept. `id`: of the import. */
export type KeepAnswer =
  /** `gone`: the reader has gone on to another video; the transcript is kept for the one it was meant for. */
  | { readonly state: 'kept' | 'gone'; readonly id: string; readonly where: 'library' | 'page' }
  | { readonly state: 'merged'; readonly id: string; readonly merged: string; readonly where: 'library' | 'page' }
  /** It belongs to another recording. `matched`: share of its words, 0 to 1. */
  | { readonly state: 'unfit'; readonly id: string; readonly matched: number; readonly where: 'library' | 'page' }
  | ({ readonly state: 'refused' } & ImportRefusal);

/** Told before each part of a file is sent how much of it was, 0 to 1. False: it is no longer wanted, and nothing more is sent. */
export type OnSent = (share: number) => boolean;

type Answer<T> = Promise<Result<T, LibraryErrorCode>>;

/** All are about the video that is open when they are called. */
export interface ImportActions {
  /** Says what a file is understood as. Keeps nothing. */
  preview(file: ImportBytes, choices: ImportChoices, onSent?: OnSent): Answer<PreviewAnswer>;
  /** Keeps the file's transcript, merges it with the captions where there are any, and shows what came of it. */
  keep(file: ImportBytes, choices: ImportChoices, onSent?: OnSent): Answer<KeepAnswer>;
  /** Takes a transcript and its merge away. */
  remove(transcriptId: string): void;
  /** Brings back what was taken away last under this id. */
  restore(transcriptId: string): void;
  /** Takes a merge apart. Its text stays, and is not merged again by itself. */
  undoMerge(mergedId: string): void;
  /** Merges a text again whose merge was undone, or that was refused. */
  mergeAgain(transcriptId: string): Answer<KeepAnswer>;
  revise(transcriptId: string, revision: Revision): void;
  /** What the captions heard otherwise than a merged transcript has it. */
  compare(mergedId: string, from: number): Answer<ComparedPage>;
}
