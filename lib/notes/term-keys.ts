/** Under which key each token of speech is looked up: its stem, or in scripts without spaces the pair it forms with the next. */
import type { Lexicon } from '../speech/lexicon';
import type { Speech } from './speech-index';
import { isStopWord, stem } from './stems';

/** One letter of a script written without spaces: alone it says little, two together are mostly a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Grammar, in Japanese; nouns are written with other letters. */
const HIRAGANA = /^\p{Script=Hiragana}+$/u;

export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** Makes keys for the tokens of one lexicon in one language. Remembers what it has seen. */
export class TermKeys {
  private readonly known: (string | null | undefined)[] = [];
  private readonly unspaced: (boolean | undefined)[] = [];

  constructor(
    private readonly lexicon: Lexicon,
    private readonly language: string,
  ) {}

  /** The key of an entry; null where it says nothing about the matter. */
  of(speech: Speech, entry: number): string | null {
    const id = speech.id[entry] ?? 0;
    if (this.isPaired(id)) return this.pairOf(speech, entry, id);
    const known = this.known[id];
    if (known !== undefined) return known;
    const word = this.lexicon.word(id);
    const key = isStopWord(word) || (word.length === 1 && /[a-z]/.test(word)) ? null : stem(word, this.language);
    this.known[id] = key;
    return key;
  }

  private pairOf({ id, start, end }: Speech, entry: number, own: number): string | null {
    const next = id[entry + 1];
    if (next === undefined || end[entry] !== start[entry + 1] || !this.isPaired(next)) return null;
    const pair = this.lexicon.word(own) + this.lexicon.word(next);
    return HIRAGANA.test(pair) ? null : pair;
  }

  /** Its key depends on its neighbour, not on itself alone. */
  isPaired(id: number): boolean {
    const known = this.unspaced[id];
    if (known !== undefined) return known;
    const is = isUnspaced(this.lexicon.word(id));
    this.unspaced[id] = is;
    return is;
  }
}
