/** What the captions heard otherwise, for the eye: stretches of human words beside stretches of timed words. */
import { AlignedState, type AlignedWords } from './word-times';

/** Word ranges, ends excluded; one side may be empty. */
export interface Comparison {
  readonly same: boolean;
  /** In the human transcript. */
  readonly first: number;
  readonly end: number;
  /** In the timed transcript. */
  readonly heardFirst: number;
  readonly heardEnd: number;
}

/**
 * The human words `first` up to `end` in pieces that are the same on both sides and pieces that are not, in order. What the timed
 * side has before the range's first match or behind its last belongs to the neighbours and is left out.
 */
export function compareRange(words: AlignedWords, first: number, end: number): Comparison[] {
  const pieces: Comparison[] = [];
  let word = first;
  let heard = -1;
  const addOther = (until: number, heardUntil: number) => {
    const heardFirst = heard >= 0 ? heard : firstHeard(words, word, until, heardUntil);
    const heardEnd = Math.max(heardFirst, heardUntil);
    if (until > word || heardEnd > heardFirst)
      pieces.push({ same: false, first: word, end: until, heardFirst, heardEnd });
  };
  for (let from = first; from < end; from++) {
    if (!isSame(words, from)) continue;
    let until = from + 1;
    while (until < end && isSame(words, until) && isNext(words, until)) until++;
    addOther(from, words.heardFirst[from] ?? 0);
    const heardEnd = (words.heardLast[until - 1] ?? 0) + 1;
    pieces.push({ same: true, first: from, end: until, heardFirst: words.heardFirst[from] ?? 0, heardEnd });
    word = until;
    heard = heardEnd;
    from = until - 1;
  }
  addOther(end, Math.max(heard, lastHeard(words, word, end) + 1));
  return pieces;
}

function isSame({ state, exact }: AlignedWords, word: number): boolean {
  return state[word] === AlignedState.matched && exact[word] === 1;
}

/** True when nothing stands between this word's match and that of the word before. */
function isNext({ heardFirst, heardLast }: AlignedWords, word: number): boolean {
  return (heardFirst[word] ?? 0) <= (heardLast[word - 1] ?? 0) + 1;
}

function firstHeard({ heardFirst }: AlignedWords, from: number, until: number, otherwise: number): number {
  for (let word = from; word < until; word++) if ((heardFirst[word] ?? -1) >= 0) return heardFirst[word] ?? 0;
  return otherwise;
}

function lastHeard({ heardLast }: AlignedWords, from: number, until: number): number {
  for (let word = until - 1; word >= from; word--) if ((heardLast[word] ?? -1) >= 0) return heardLast[word] ?? 0;
  return -1;
}
