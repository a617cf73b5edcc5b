/** What a reader can do with notes. Reading pages, looking for them and keeping them is done elsewhere. */

import type { NoteRecord } from '../library/shelf/records';
import type { NotesState } from '../notes/notes-state';
import type { Outline } from '../notes/outline';
import type { EpisodeMeta, LibraryErrorCode } from '../ports';
import type { NewNote, PinTo } from '../protocol/notes-calls';
import type { Result } from '../protocol/result';
import type { Chapter, Transcript } from '../transcript/types';
import type { VideoId } from '../transcript/units';
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
  change(videoId: VideoId, id: string, text: string): Answer<boolean>;
  /** A note of the reader's own, or a whole page. Answers what `restore` takes. */
  remove(meta: EpisodeMeta, id: string): Answer<readonly NoteRecord[]>;
  restore(meta: EpisodeMeta, records: readonly NoteRecord[]): Answer<null>;
  outline(shown: Transcript, chapters: readonly Chapter[]): Answer<Outline>;
  /** Everything as Markdown. */
  export(scope: NotesScope): Answer<string>;
}
