/** Numbers for tokens, so that comparing speech is comparing integers. */

/** What a token is good for, besides being itself. Bits. */
export const Kind = {
  plain: 0,
  /** A sound of hesitation: um, uh, er. Says nothing. */
  hesitation: 1,
  /** Holds a digit: may be said in words. */
  digits: 2,
  /** One letter, perhaps part of a spelled-out word. */
  letter: 4,
} as const;

/** Folded spellings, so that äh is ah. */
const HESITATIONS = new Set(
  'um uh uhm umm uhh er erm err hm hmm hmmm mm mmm mhm mmhm uhhuh ah ahh ahm eh ehm euh'.split(' '),
);

/**
 * Gives every different token a number, from 0 upwards in order of first sight. Two texts that are to be compared share one
 * lexicon. Grows only; lives as long as the comparison or the index it serves.
 */
export class Lexicon {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly kinds: number[] = [];

  get size(): number {
    return this.words.length;
  }

  /** The number of a folded token, given now if it is new. */
  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.kinds.push(kindOf(word));
    this.numbers.set(word, id);
    return id;
  }

  /** The number of a folded token; -1 when it was never seen. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  /** The token of a number; the empty string for a number never given. */
  word(id: number): string {
    return this.words[id] ?? '';
  }

  /** Bits of `Kind`. */
  kind(id: number): number {
    return this.kinds[id] ?? Kind.plain;
  }
}

function kindOf(word: string): number {
  let kind: number = HESITATIONS.has(word) ? Kind.hesitation : Kind.plain;
  if (word.length === 1 && word >= 'a' && word <= 'z') kind |= Kind.letter;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return kind | Kind.digits;
  }
  return kind;
}
