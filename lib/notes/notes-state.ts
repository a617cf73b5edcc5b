/** All that is noted of a video, as the sidebar shows it. Plain data: it crosses the border to the page. */
import { type Chapter, wordCount } from '../transcript/types';
import type { KeptPage } from './kept-page';
import type { Located } from './locate-items';
import type { KeptNotes } from './note-records';
import { type NoteView, type Shown, viewPage } from './note-views';
import { viewOwn } from './own-notes';
import { chaptersOfPage, isForeignPage } from './page-fit';

export interface NotesState {
  /** The reader's own by time, then the pages' in their order. */
  readonly notes: readonly NoteView[];
  readonly pages: readonly PageView[];
  /** Of the pages that belong to this video; for videos that have none. */
  readonly chapters: readonly Chapter[];
  /** There are words of this video in which the notes can be looked for. */
  readonly hasWords: boolean;
}

export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly notes: number;
  /** Hardly anything of it is said in the video. */
  readonly isForeign: boolean;
}

export const NO_NOTES: NotesState = { notes: [], pages: [], chapters: [], hasWords: true };

export function viewNotes(kept: KeptNotes, locate: (page: KeptPage) => readonly Located[], shown: Shown): NotesState {
  const hasWords = wordCount(shown.transcript) > 0;
  const pages = kept.pages.map((page) => {
    const located = locate(page);
    return { page, notes: viewPage(page, located, shown), isForeign: hasWords && isForeignPage(located) };
  });
  const chapters = pages.find(({ page, isForeign }) => !isForeign && chaptersOfPage(page.items).length > 0);
  return {
    notes: [...viewOwn(kept.own, shown), ...pages.flatMap(({ notes }) => notes)],
    pages: pages.map(({ page, notes, isForeign }) => ({
      id: page.id,
      title: page.title,
      notes: notes.length,
      isForeign,
    })),
    chapters: chapters ? chaptersOfPage(chapters.page.items) : [],
    hasWords,
  };
}

/** Where a note surely is, milliseconds; null where it is only guessed, or nowhere. */
export function sureTime({ state, places }: NoteView): number | null {
  return state === 'topic' || state === 'not-found' ? null : (places[0]?.start ?? null);
}
