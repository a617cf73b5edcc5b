/** What a reader can do with notes. Reading pages, looking for them and keeping them is done elsewhere. */

import type { NoteRecord } from '../library/shelf/records';
import type { SummarySentence } from '../notes/machine-summary';
import type { NotesState } from '../notes/notes-state';
import type { Outline } from '../notes/outline';
import type { EpisodeMeta, LibraryErrorCode } from '../ports';
import type { NewNote, PinTo } from '../protocol/notes-calls';
import type { Result } from '../protocol/result';
import type { Chapter, Transcript } from '../transcript/types';
import type { EpisodeId } from '../transcript/units';
import type { ImportBytes } from './imports';

type Answer<T> = Promise<Result<T, LibraryErrorCode>>;

/** Whose words the places are put in, and where notes are looked for, best first. */
export interface NotesScope {
  readonly meta: EpisodeMeta;
  readonly shown: Transcript | null;
  readonly transcripts: readonly Transcript[];
}

export type KeptPageAnswer =
  | { readonly state: 'empty' }
  | { readonly state: 'kept'; readonly page: string; readonly notes: number };

/** The caller says which video it means, and throws away answers that come too late. */
export interface NotesActions {
  view(scope: NotesScope): Answer<NotesState>;
  /** `url`: where the page was read; null for a paste or a file. */
  keepPage(meta: EpisodeMeta, file: ImportBytes, url: string | null): Answer<KeptPageAnswer>;
  pin(scope: NotesScope, id: string, pin: PinTo): Answer<unknown>;
  keep(scope: NotesScope, note: NewNote): Answer<unknown>;
  change(videoId: EpisodeId, id: string, text: string): Answer<boolean>;
  /** A note of the reader's own, or a whole page. Answers what `restore` takes. */
  remove(meta: EpisodeMeta, id: string): Answer<readonly NoteRecord[]>;
  restore(meta: EpisodeMeta, records: readonly NoteRecord[]): Answer<null>;
  outline(shown: Transcript, chapters: readonly Chapter[]): Answer<Outline>;
  /** Where the sentences of a summary are said. */
  locateSummary(shown: Transcript, text: string): Answer<readonly SummarySentence[]>;
  /** Everything as Markdown. */
  export(scope: NotesScope): Answer<string>;
}

/** A model of the browser that sums up what is said, on this computer. */
export interface SummaryWriter {
  /** True only where it could begin at once, without a download. `language`: a BCP 47 tag. */
  isReady(language: string): Promise<boolean>;
  /** A short text for each stretch, one below the other. Ends where `onProgress` answers false. Throws when the model fails. */
  write(stretches: readonly string[], language: string, onProgress: (done: number) => boolean): Promise<string>;
}
