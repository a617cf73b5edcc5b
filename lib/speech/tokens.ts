import type { Lexicon } from './lexicon';

/** Why a token may be missing from another text of the same speech. Bits of the `optional` column. */
export const Optional = {
  /** um, uh; "you know" where it only fills. */
  filler: 1,
  /** Inside `[Music]`, `(laughter)`. */
  sound: 2,
  /** A sign that is said elsewhere in the sentence: `$25` is "twenty five dollars". */
  sign: 4,
} as const;

/** One entry for each token, in reading order. */
export interface Tokens {
  readonly lexicon: Lexicon;
  readonly count: number;
  /** Numbers of `lexicon`. */
  readonly id: Uint32Array;
  /** UTF-16 offsets into the text; tokens never overlap. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Bits of `Optional`; 0 for what must be there. */
  readonly optional: Uint8Array;
}

/**
 * For each token the word it stands in. `offset` and `length` are the columns of a transcript's words over the same text. A token
 * outside every word (none in a well-built transcript) counts to the word before it.
 */
export function wordOfToken(tokens: Tokens, offset: Uint32Array): Uint32Array {
  const words = new Uint32Array(tokens.count);
  let word = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    while (word + 1 < offset.length && (offset[word + 1] ?? 0) <= start) word++;
    words[i] = word;
  }
  return words;
}
