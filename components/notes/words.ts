/** Every sentence of the notes and outline tabs. */
import type { NoteKind, NoteView } from '@/lib/notes/note-views';
import type { NotesState, PageView } from '@/lib/notes/notes-state';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { NotesTrouble } from './notes-store';

export const NOTE_WORDS = {
  none: 'No notes for this video yet. Select words and press N.',
  noneOfKind: 'No notes of this kind.',
  paste: 'Paste a page of notes',
  pasteTitle: 'A page of notes',
  pasteHint:
    'Show notes, a summary, quotes, chapters: each line is found in the episode, or honestly not. Nothing is sent.',
  pasteField: 'Text of the page',
  findThem: 'Find in the episode',
  chooseFile: 'Choose a file',
  cancel: 'Cancel',
  finding: 'Finding them in the episode…',
  export: 'Save as Markdown',
  filters: 'Which notes',
  previous: 'Previous place',
  next: 'Next place',
  accept: 'This is the place',
  more: 'More for this note',
  pin: 'Pin to now',
  unpin: 'Not here',
  forget: 'As it was found',
  remove: 'Remove',
  note: 'Your note',
  save: 'Save',
  said: 'said',
  bar: 'What is selected',
  addNote: 'Note',
  addHighlight: 'Highlight',
  addBookmark: 'Bookmark',
  copyQuote: 'Copy quote',
  copyAll: 'Copy all the words',
  copyLabel: 'Copy',
  copyForms: { words: 'Words', times: 'With times', links: 'With links' },
  copied: { words: 'All words copied.', times: 'Copied with times.', links: 'Copied with links, as Markdown.' },
  quoteCopied: 'Quote copied, with a link to its second.',
  notCopied: (keys: string) => `The browser did not let us copy. Select the words and press ${keys}.`,
  kept: { note: 'Note kept.', highlight: 'Highlighted.', bookmark: 'Bookmark set.' },
  undo: 'Undo',
  close: 'Close',
  removed: 'Note removed.',
  pageRemoved: 'Page removed.',
  pages: 'Pages',
  pageOf: (title: string, notes: number) => `${title || 'A page'} · ${notes}`,
  removePage: (title: string) => `Remove ${title || 'this page'}`,
  tooLarge: 'This file is too large for a page of notes. It was not read.',
  unreadable: 'The file could not be opened.',
} as const;

/** A page of which hardly anything was found. */
const foreignWords = 'Little of this page is said in this video. It may be about another episode.';

/** A page beside a video without a transcript. */
const unsearchedWords =
  'There are no words of this video to look in yet. The notes are kept, and are looked for as soon as there are.';

/** What is to be said of a page as a whole; empty when it fits. */
export function pageWords(
  { isForeign }: Pick<PageView, 'isForeign'>,
  { hasWords }: Pick<NotesState, 'hasWords'>,
): string {
  if (!hasWords) return unsearchedWords;
  return isForeign ? foreignWords : '';
}

/** Why something that was asked for did not happen, and what still holds. */
export function troubleWords(trouble: NotesTrouble): string {
  switch (trouble) {
    case 'empty-page':
      return 'Nothing on this page could be a note.';
    case 'storage-full':
      return 'Storage is full: this was not kept.';
    case 'storage-broken':
    case 'newer-database':
      return 'The library cannot be opened: this is not kept for long.';
    case 'orphaned':
      return 'Readalong was updated. Reload this page to go on.';
    case 'unreachable':
    case 'refused':
      return 'That did not work. Please try again.';
  }
}

export const OUTLINE_WORDS = {
  none: 'There are no words to make an outline of.',
  making: 'Making the outline…',
  computed: 'Found in the words themselves. Every line is the speaker’s own.',
  speakers: 'Who spoke',
  unnamed: 'Voices without a name',
  terms: 'Words over time',
  showQuotes: 'What is said there',
  summary: 'Summary',
  summarise: 'Write a summary on this computer',
  summaryOffered: 'This browser can write one by itself. Nothing is sent.',
  summaryMade: 'Written by a machine, on this computer. Check what it says.',
  summaryWorking: (done: number, of: number) => `Writing… ${done} of ${of}`,
  summaryFailed: 'The browser could not write a summary.',
  notFound: 'not found in the episode',
  toTheWords: 'to the words',
} as const;

const LABELS: { readonly [Kind in NoteKind]: string } = {
  title: 'Title',
  date: 'Date',
  length: 'Length',
  guest: 'Guest',
  gist: 'Gist',
  reveal: 'Reveal',
  remember: 'To remember',
  insight: 'Insight',
  question: 'Question',
  answer: 'Answer',
  takeaway: 'Takeaway',
  summary: 'Summary',
  quote: 'Quote',
  recommendation: 'Recommended',
  chapter: 'Chapter',
  description: 'To be seen',
  link: 'Link',
  highlight: 'Highlight',
  note: 'Note',
  bookmark: 'Bookmark',
};

export function noteLabel({ kind, speaker }: Pick<NoteView, 'kind' | 'speaker'>): string {
  return speaker === null ? LABELS[kind] : `${LABELS[kind]} · ${speaker}`;
}

/** What the chip says; null where none is shown. */
export function chipWords({ state, stated, places }: NoteView): string | null {
  switch (state) {
    case 'verbatim':
      return 'Word for word';
    case 'near':
      return 'Nearly';
    case 'topic':
      return 'Probably here';
    case 'not-found':
      return 'Not found';
    case 'pinned':
      return 'Pinned by you';
    case 'moved':
      return `Stated ${formatClock(stated ?? 0)}, is at ${formatClock(places[0]?.start ?? 0)}`;
    default:
      return null;
  }
}

/** What a button that goes to a place is called: its text is read with it. */
export function goWords(start: number | null, isRough: boolean): string {
  if (start === null) return 'go to the words';
  return `${isRough ? 'about ' : ''}${spokenTime(start)}`;
}

/** How a page differs from the speech: "said “late”, noted “early”". */
export function differenceWords({ written, said }: NoteView['differences'][number]): string {
  if (said === '') return `“${written}” is not said`;
  if (written === '') return `left out: “${said}”`;
  return `said “${said}”, noted “${written}”`;
}
