/** Every sentence of the library page. */
import type { LibraryErrorCode } from '@/lib/ports';

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
