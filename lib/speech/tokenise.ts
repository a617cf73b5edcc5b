/**
 * Text to tokens: the one place that says where a spoken word begins and ends and when two are the same. Tokens are
 * finer than words of the reading view: `well-known` is two, `25%` is two, a Japanese sentence is as many as it has characters.
 */
import { Class, classOf, isAsciiDigit, isAsciiLetter, isAsciiWord, isStacker } from './characters';
import { markPhraseFillers } from './fillers';
import { foldAscii, foldWord } from './fold';
import { Kind, Lexicon } from './lexicon';
import { soundEnd } from './sounds';
import { Optional, type Tokens } from './tokens';
import { cleanDotted, initialsEnd, isElision, isGershayim, numberEnd } from './word-ends';

/** Remembered spellings: enough for the vocabulary of any real text, bounded for a hostile one. */
const MEMORY = 50_000;

/** Tokens of a text. Never throws; linear. Give the same lexicon to texts that are to be compared. */
export function tokenise(text: string, lexicon: Lexicon = new Lexicon()): Tokens {
  return new Tokeniser(text, lexicon).run();
}

class Tokeniser {
  private count = 0;
  private id: Uint32Array;
  private start: Uint32Array;
  private end: Uint32Array;
  private optional: Uint8Array;
  private readonly memory = new Map<string, number>();
  private soundUntil = -1;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    const guess = Math.max(16, text.length >> 2);
    this.id = new Uint32Array(guess);
    this.start = new Uint32Array(guess);
    this.end = new Uint32Array(guess);
    this.optional = new Uint8Array(guess);
  }

  run(): Tokens {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 32) at++;
      else if (isAsciiWord(code)) at = this.word(at);
      else if (code < 128) at = this.sign(at, code);
      else at = this.foreign(at);
    }
    return this.finish();
  }

  private finish(): Tokens {
    const { count } = this;
    const tokens = {
      lexicon: this.lexicon,
      count,
      id: this.id.slice(0, count),
      start: this.start.slice(0, count),
      end: this.end.slice(0, count),
      optional: this.optional.slice(0, count),
    };
    markPhraseFillers(tokens);
    return tokens;
  }

  /** A token that begins with an ASCII letter or digit. Gives the place after it. */
  private word(from: number): number {
    const { text } = this;
    let at = from + 1;
    while (isAsciiWord(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code >= 128 && this.joins(at)) return this.mixed(from);
    if (code === 39) return this.apostrophe(from, at);
    if (code === 46 || code === 44) return this.dotted(from, at);
    if ((code === 43 || code === 35) && at - from === 1) return this.codeLanguage(from, at);
    this.push(from, at, this.number(text.slice(from, at), true));
    return at;
  }

  /** True when the character at `at` goes on a word rather than ending it. */
  private joins(at: number): boolean {
    const kind = classOf(this.text.codePointAt(at) ?? 32);
    return kind !== Class.separator && kind !== Class.unspaced;
  }

  private apostrophe(from: number, at: number): number {
    const { text } = this;
    if (isElision(text, from, at)) {
      this.push(from, at, this.number(text.slice(from, at), true));
      return at + 1;
    }
    let end = at;
    while (text.charCodeAt(end) === 39 && isAsciiWord(text.charCodeAt(end + 1))) {
      end += 2;
      while (isAsciiWord(text.charCodeAt(end))) end++;
    }
    if (text.charCodeAt(end) >= 128 && this.joins(end)) return this.mixed(from);
    this.push(from, end, this.number(text.slice(from, end), true));
    return end;
  }

  /** U.S., 2,000 and 3.5 go over the dot; the end of a sentence does not. */
  private dotted(from: number, at: number): number {
    const { text } = this;
    const end = isAsciiDigit(text.charCodeAt(from)) ? numberEnd(text, from, at) : initialsEnd(text, from, at);
    if (end === at) this.push(from, at, this.number(text.slice(from, at), true));
    else this.push(from, end, this.lexicon.add(cleanDotted(text.slice(from, end))));
    return end;
  }

  /** C++ and C#: without their signs nobody finds them. */
  private codeLanguage(from: number, at: number): number {
    const { text } = this;
    const plus = text.startsWith('++', at) && !isAsciiWord(text.charCodeAt(at + 2));
    const sharp = text.charCodeAt(at) === 35 && !isAsciiWord(text.charCodeAt(at + 1));
    const end = isAsciiLetter(text.charCodeAt(from)) ? (plus ? at + 2 : sharp ? at + 1 : at) : at;
    this.push(from, end, this.lexicon.add(text.slice(from, end).toLowerCase()));
    return end;
  }

  private sign(at: number, code: number): number {
    const { text } = this;
    if (code === 91 || code === 40 || code === 60 || code === 42) this.openSound(at);
    else if (code === 38) this.push(at, at + 1, this.lexicon.add('and'));
    else if (code === 37) this.push(at, at + 1, this.lexicon.add('percent'));
    else if (code === 36 && isAsciiDigit(text.charCodeAt(at + 1)))
      this.push(at, at + 1, this.lexicon.add('$'), Optional.sign);
    return at + 1;
  }

  private openSound(at: number): void {
    if (at <= this.soundUntil) return;
    this.soundUntil = Math.max(this.soundUntil, soundEnd(this.text, at));
  }

  private foreign(at: number): number {
    const point = this.text.codePointAt(at) ?? 32;
    const kind = classOf(point);
    const size = point > 0xffff ? 2 : 1;
    if (kind === Class.word) return this.mixed(at);
    if (kind === Class.unspaced) return this.cluster(at, size);
    if (kind === Class.separator) this.foreignSign(at, point);
    return at + size;
  }

  private foreignSign(at: number, point: number): void {
    if (point === 0x266a || point === 0x3010 || point === 0xff08) this.openSound(at);
    else if (point === 0xff05) this.push(at, at + 1, this.lexicon.add('percent'));
    else if (point === 0x20ac || point === 0xa3 || point === 0xa5)
      this.push(at, at + 1, this.lexicon.add(String.fromCodePoint(point)), Optional.sign);
  }

  /** One letter of a script without spaces, with its marks. */
  private cluster(from: number, size: number): number {
    const { text } = this;
    let at = from + size;
    let stacked = false;
    while (at < text.length) {
      const point = text.codePointAt(at) ?? 32;
      const kind = classOf(point);
      const joined = kind === Class.mark || kind === Class.invisible || (stacked && kind === Class.unspaced);
      if (!joined) break;
      stacked = isStacker(point);
      at += point > 0xffff ? 2 : 1;
    }
    this.push(from, at, this.number(text.slice(from, at), false));
    return at;
  }

  /** A word that holds more than ASCII. */
  private mixed(from: number): number {
    const { text } = this;
    let at = from;
    while (at < text.length) {
      const point = text.codePointAt(at) ?? 32;
      const kind = classOf(point);
      if (kind === Class.separator && !isGershayim(text, at)) break;
      if (kind === Class.unspaced) break;
      if (kind === Class.apostrophe && !this.goesOn(at + 1)) break;
      if (kind === Class.apostrophe && isElision(text, from, at)) {
        this.push(from, at, this.number(text.slice(from, at), false));
        return at + 1;
      }
      at += point > 0xffff ? 2 : 1;
    }
    this.push(from, at, this.number(text.slice(from, at), false));
    return Math.max(at, from + 1);
  }

  private goesOn(at: number): boolean {
    return at < this.text.length && classOf(this.text.codePointAt(at) ?? 32) === Class.word;
  }

  private number(raw: string, ascii: boolean): number {
    const known = this.memory.get(raw);
    if (known !== undefined) return known;
    const folded = ascii ? foldAscii(raw) : foldWord(raw);
    const id = folded === '' ? -1 : this.lexicon.add(folded);
    if (this.memory.size < MEMORY) this.memory.set(raw, id);
    return id;
  }

  private push(start: number, end: number, id: number, optional = 0): void {
    if (id < 0) return;
    if (this.count === this.id.length) this.grow();
    const hesitation = this.lexicon.kind(id) & Kind.hesitation ? Optional.filler : 0;
    const sound = start <= this.soundUntil ? Optional.sound : 0;
    this.id[this.count] = id;
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.optional[this.count] = optional | hesitation | sound;
    this.count++;
  }

  private grow(): void {
    const size = this.id.length * 2;
    this.id = enlarged(this.id, size);
    this.start = enlarged(this.start, size);
    this.end = enlarged(this.end, size);
    const optional = new Uint8Array(size);
    optional.set(this.optional);
    this.optional = optional;
  }
}

function enlarged(column: Uint32Array, size: number): Uint32Array {
  const larger = new Uint32Array(size);
  larger.set(column);
  return larger;
}
