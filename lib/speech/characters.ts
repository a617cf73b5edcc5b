/** Which characters make words, and in which scripts words stand without spaces. */

export const Class = {
  /** White space, punctuation, symbols. */
  separator: 1,
  /** A letter or digit of a script written with spaces. */
  word: 2,
  /** A letter of a script written without spaces: a token by itself. */
  unspaced: 3,
  /** A combining mark: belongs to the letter before it. */
  mark: 4,
  /** Dropped between two letters: don't is dont. */
  apostrophe: 5,
  /** Neither seen nor heard: soft hyphen, joiners, direction marks. */
  invisible: 6,
} as const;

const APOSTROPHES = new Set("'’‘ʼ`´′＇׳״ʹꞌ");
/** Soft hyphen, combining grapheme joiner, joiners, direction marks and isolates, word joiner, variation selectors. */
const INVISIBLE = /\u034F|[\u00AD\u061C\u0640\u200C-\u200F\u202A-\u202E\u2060-\u2069]|[\uFE00-\uFE0F]|\uFEFF/;
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Yi}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tai_Tham}\p{sc=Javanese}\p{sc=Balinese}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
const MARK = /\p{M}/u;
/** Half-width voicing marks are letters to Unicode, but one writes them after the kana they voice. */
const HALF_WIDTH_VOICING = new Set(['\uFF9E', '\uFF9F']);

/** Filled as characters are met; the whole plane would cost 20 ms at start. */
const classes = new Uint8Array(0x10000);

/** One of `Class` for a code point. */
export function classOf(codePoint: number): number {
  if (codePoint >= 0x10000) return classify(String.fromCodePoint(codePoint));
  const known = classes[codePoint];
  if (known) return known;
  const found = classify(String.fromCodePoint(codePoint));
  classes[codePoint] = found;
  return found;
}

function classify(character: string): number {
  if (APOSTROPHES.has(character)) return Class.apostrophe;
  if (INVISIBLE.test(character)) return Class.invisible;
  if (HALF_WIDTH_VOICING.has(character) || MARK.test(character)) return Class.mark;
  if (!LETTER.test(character)) return Class.separator;
  return UNSPACED.test(character) && !DIGIT.test(character) ? Class.unspaced : Class.word;
}

/** Khmer and Burmese stack the next consonant under a letter with these: one written unit, one token. */
export function isStacker(codePoint: number): boolean {
  return codePoint === 0x17d2 || codePoint === 0x1039;
}

/** ASCII letters and digits, the fast path. */
export function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
