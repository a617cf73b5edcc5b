import type { NoteKind, NoteView } from '@/lib/notes/note-views';

/** The filters above the list, in their order. `mine` shows only where the reader has notes. */
export type NoteFilter = 'all' | 'quotes' | 'insights' | 'questions' | 'chapters' | 'mine';

const GROUPS: { readonly [Filter in Exclude<NoteFilter, 'all'>]: readonly NoteKind[] } = {
  quotes: ['quote'],
  insights: ['gist', 'reveal', 'remember', 'insight', 'takeaway', 'summary', 'recommendation', 'description'],
  questions: ['question', 'answer'],
  chapters: ['chapter'],
  mine: ['highlight', 'note', 'bookmark'],
};

const NAMES: { readonly [Filter in NoteFilter]: string } = {
  all: 'All',
  quotes: 'Quotes',
  insights: 'Insights',
  questions: 'Questions',
  chapters: 'Chapters',
  mine: 'Mine',
};

export interface FilterCount {
  readonly filter: NoteFilter;
  readonly name: string;
  readonly count: number;
}

/** The filters that would show something; a lone one besides "All" chooses nothing and is left out. */
export function filterCounts(notes: readonly NoteView[]): FilterCount[] {
  const counts = (Object.keys(NAMES) as NoteFilter[]).map((filter) => ({
    filter,
    name: NAMES[filter],
    count: applyFilter(notes, filter).length,
  }));
  const filled = counts.filter(({ count }) => count > 0);
  return filled.length > 2 ? filled : filled.slice(0, 1);
}

export function applyFilter(notes: readonly NoteView[], filter: NoteFilter): readonly NoteView[] {
  return filter === 'all' ? notes : notes.filter(({ kind }) => GROUPS[filter].includes(kind));
}

/** The note that playback is at: the one that begins last before `time`, and not long ago. Null where there is none. */
export function noteAt(notes: readonly NoteView[], time: number): string | null {
  let best: NoteView | null = null;
  let latest = time - FADES;
  for (const note of notes) {
    const start = note.places[0]?.start;
    if (start === null || start === undefined || start > time || start < latest) continue;
    best = note;
    latest = start;
  }
  return best?.id ?? null;
}

/** Milliseconds after which a note is no longer what is being spoken of. */
const FADES = 60_000;
