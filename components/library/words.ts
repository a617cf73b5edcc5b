/** Every sentence of the library page. */
import type { LibraryErrorCode } from '@/lib/ports';
import { IMPORT_WORDS, unfitWords, verdictWords } from '../import/words';
import type { Fit } from './api';

export const WORDS = {
  product: 'Readalong',
  searchLabel: 'Search every word you have read along with',
  clear: 'Clear the search',
  episodes: 'Episodes',
  import: 'Import transcripts',
  settings: 'Settings',
  openYouTube: 'Open YouTube',
  nothingYet: 'Nothing here yet.',
  nothingYetText:
    'Open a video with captions and its words appear beside the player. Every episode you read along with is kept here, on this computer, and can be searched.',
  promise: 'No account. Nothing leaves this browser.',
  nothingHint: 'The words of all you have read along with are searched. Fewer words, or parts of them, find more.',
  restore: 'Restore an export…',
  exportAll: 'Export all',
  makeRoom: 'Make room',
  tryAgain: 'Try again',
  undo: 'Undo',
  forget: 'Forget for good',
  weeklyWaits: 'The weekly export waits: the browser asks again before it writes into your folder.',
  weeklyFailed: 'The folder did not take the file.',
  exportNow: 'Export now',
  exported: 'Exported.',
  forgotten: 'Forgotten for good.',
  understood: 'Understood',
  more: 'Show more',
  open: 'Open the video',
  back: 'All episodes',
  words: 'Words',
  noVideo: 'No video yet',
  noVideoText: 'You can read and search these words. Attached to their video, they follow the voice.',
  attach: 'Attach to a video…',
  notThere: 'This episode is not in the library.',
} as const;

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function lostSentence(day: string): string {
  return `On ${day} the browser could not read this library any more and began an empty one. An export brings back what was in it.`;
}

export const TROUBLE: { readonly [Code in LibraryErrorCode]: string } = {
  unreachable: 'The library does not answer. Nothing is lost.',
  orphaned: 'Readalong was updated. Reload this page to go on.',
  'storage-full': 'Storage is full. Reading works; new episodes are not kept.',
  'storage-broken':
    'The browser cannot open the library’s storage. What you read now is kept only until the browser closes.',
  'newer-database': 'This library was written by a newer version. It can be read, not changed.',
  refused: 'That could not be done.',
};

export const IMPORTING = {
  address: 'Address of its video, https://www.youtube.com/watch?v=…',
  later: 'Leave it empty to attach it to a video later.',
  noVideo: 'This is not the address of a YouTube video.',
  keepNothing: 'Your settings keep nothing. Choose there to keep what you bring.',
  stays: 'Your transcripts stay on this computer.',
} as const;

/** What a reader should know of how their text fits the captions. */
export function fitSentence({ kind, matched }: Fit): string {
  return kind === 'fits' ? verdictWords(matched, []) : `${IMPORT_WORDS.notThis} ${unfitWords(matched)}`;
}

export const ATTACH = {
  title: 'Attach to a video',
  address: 'Address of the video',
  example: 'https://www.youtube.com/watch?v=…',
  hint: 'From the address bar of the video, or its id.',
  noVideo: IMPORTING.noVideo,
  unknown: 'Not in your library yet. Its captions come when you open it.',
  attach: 'Attach',
  anyway: 'Attach it all the same',
  cancel: 'Cancel',
  gone: 'This transcript is not in the library any more.',
  done: (title: string) => `Attached to ${title}.`,
  itsVideo: 'its video',
} as const;
