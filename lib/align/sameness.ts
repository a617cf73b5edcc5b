/** How much it speaks for a match that two tokens are equal or alike. Hundredths; more is better, below 0 is none. */

import type { Lexicon } from '../speech/lexicon';
import { editDistance } from '../speech/likeness';

const EQUAL = 100;
/** Added for a token that stands only once or twice in both texts; "the" adds a third of it. */
const RARE = 60;
/** Binary logarithm of how seldom a token must be to count as rare: once in 16,000. */
const RAREST = 14;
/** What even the commonest token is worth as evidence. */
const COMMON = 40;
/** Fewer letters in common are chance, the sooner the shorter the word. */
const LEAST_LIKENESS = 0.5;
const LEAST_LIKENESS_SHORT = 0.6;
const SHORT = 5;
/** Two or three letters are alike too easily. */
const SHORTEST_ALIKE = 4;
/** Joined tokens must agree better: there are many ways to join. */
const LEAST_JOINED = 0.8;

export class Sameness {
  private readonly rarity: Float32Array;
  private readonly letters: Int32Array;

  constructor(
    private readonly lexicon: Lexicon,
    a: Uint32Array,
    b: Uint32Array,
  ) {
    const count = new Uint32Array(lexicon.size);
    for (let i = 0; i < a.length; i++) count[a[i] ?? 0] = (count[a[i] ?? 0] ?? 0) + 1;
    for (let j = 0; j < b.length; j++) count[b[j] ?? 0] = (count[b[j] ?? 0] ?? 0) + 1;
    const total = a.length + b.length;
    this.rarity = new Float32Array(count.length);
    for (let id = 0; id < count.length; id++)
      this.rarity[id] = Math.min(1, Math.log2(total / Math.max(1, count[id] ?? 0)) / RAREST);
    this.letters = new Int32Array(lexicon.size);
  }

  /** What an equal pair of this token is worth. */
  equal(id: number): number {
    return EQUAL + RARE * (this.rarity[id] ?? 1);
  }

  /** What a match of this token speaks for its neighbourhood: "the" and "and" meet everywhere. */
  evidence(id: number): number {
    return COMMON + (EQUAL + RARE - COMMON) * (this.rarity[id] ?? 1);
  }

  /** What a pair of different tokens is worth; 0 or less: nothing. */
  alike(a: number, b: number): number {
    const one = this.lexicon.word(a);
    const other = this.lexicon.word(b);
    const shortest = Math.min(one.length, other.length);
    const longest = Math.max(one.length, other.length);
    if (longest < SHORTEST_ALIKE || shortest * 2 < longest) return 0;
    if (!this.shareLetters(a, b)) return 0;
    const least = longest <= SHORT ? LEAST_LIKENESS_SHORT : LEAST_LIKENESS;
    return worth(1 - editDistance(one, other) / longest, least);
  }

  /** What two tokens for one are worth. */
  joined(first: number, second: number, other: number): number {
    const one = this.lexicon.word(first);
    const two = this.lexicon.word(second);
    const whole = this.lexicon.word(other);
    const length = one.length + two.length;
    if (whole.length < 2 || Math.abs(length - whole.length) > whole.length / 4) return 0;
    if (one.charCodeAt(0) !== whole.charCodeAt(0)) return 0;
    const edits = editDistance(whole, one + two);
    if (edits === 0) return EQUAL * 2;
    // "datasets, uh" is "datasets" and a filler, not one long word for it.
    if (editDistance(whole, one) <= edits || editDistance(whole, two) <= edits) return 0;
    return worth(1 - edits / Math.max(length, whole.length), LEAST_JOINED) * 2;
  }

  /** A cheap sieve: words with less than a third of their different letters in common cannot be alike. */
  private shareLetters(a: number, b: number): boolean {
    const one = this.lettersOf(a);
    const other = this.lettersOf(b);
    return bitCount(one & other) * 3 >= bitCount(one | other);
  }

  private lettersOf(id: number): number {
    const known = this.letters[id] ?? 0;
    if (known !== 0) return known;
    const word = this.lexicon.word(id);
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    this.letters[id] = bits;
    return bits;
  }
}

function worth(likeness: number, least: number): number {
  return likeness < least ? 0 : Math.round(likeness * 140 - 40);
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
