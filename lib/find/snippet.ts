import type { Transcript } from '../transcript/types';

/** A match with the words around it, in one line. `before + match + after` is a piece of the text, blanks made equal. */
export interface Snippet {
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** Words were left out on that side. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The words `firstWord` to `lastWord` with up to `around` words on each side. */
export function snippet(
  transcript: Pick<Transcript, 'text' | 'words'>,
  { firstWord, lastWord, around = 8 }: { firstWord: number; lastWord: number; around?: number },
): Snippet {
  const { offset, length } = transcript.words;
  const last = offset.length - 1;
  const from = Math.max(0, firstWord - around);
  const to = Math.min(last, lastWord + around);
  const startOf = (word: number) => offset[word] ?? 0;
  const endOf = (word: number) => (offset[word] ?? 0) + (length[word] ?? 0);
  const piece = (start: number, end: number) => transcript.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    before: piece(startOf(from), startOf(firstWord)),
    match: piece(startOf(firstWord), endOf(lastWord)),
    after: piece(endOf(lastWord), endOf(to)),
    cutBefore: from > 0,
    cutAfter: to < last,
  };
}
