/** One word to the form in which it is compared: no case, no accents, no apostrophes, no variants of writing. */

/** Letters that Unicode does not take apart but that people type without their stroke or as two. */
const LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
]);
const LETTERS_PATTERN = /[ßæœøłđðþħıςىیک]/g;

/**
 * Marks that are accents: Latin, Greek and Cyrillic ones, Arabic and Hebrew vowel points. Everything else that Unicode calls a mark is
 * a letter to its readers: kana voicing, the vowel signs of India, Thai tones.
 */
const ACCENTS =
  /[\u0300-\u036F]|[\u0483-\u0489]|[\u0591-\u05C7]|[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]/g;
/** Letters and marks to Unicode, nothing to the ear: letter-like apostrophes, the Arabic lengthening stroke, variation selectors. */
const SILENT = /[ʼʹꞌ\u0640]|\u034F|[\uFE00-\uFE0F]/g;
/** Й, ў and ї are letters of their own alphabets; only ё is used with and without its dots. */
const CYRILLIC_LETTERS = /[ийуі][\u0306\u0308]/g;
const KEPT_CYRILLIC = new Map([
  ['и\u0306', 'й'],
  ['у\u0306', 'ў'],
  ['і\u0308', 'ї'],
]);
const NOT_WORD = /[^\p{L}\p{N}\p{M}]/gu;
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/gu;
/** The code points of the zeros whose ten digits are replaced by ours. Unicode keeps each ten together. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

/** Folds a word that holds more than ASCII. May give the empty string. */
export function foldWord(raw: string): string {
  return raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(CYRILLIC_LETTERS, (pair) => KEPT_CYRILLIC.get(pair) ?? pair)
    .replace(ACCENTS, '')
    .replace(SILENT, '')
    .replace(LETTERS_PATTERN, (letter) => LETTERS.get(letter) ?? letter)
    .replace(FOREIGN_DIGIT, ourDigit)
    .replace(NOT_WORD, '')
    .normalize('NFC');
}

/** Folds a word of ASCII letters, digits and apostrophes. */
export function foldAscii(raw: string): string {
  return raw.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function ourDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
