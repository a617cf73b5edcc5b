/** Where a word ends when punctuation stands inside it. */
import { Class, classOf, isAsciiDigit, isAsciiLetter, isAsciiWord } from './characters';

/** Before an apostrophe these are words of their own: l'eau, d'accord, qu'il, dell'arte. */
const ELISIONS = new Set(
  'l d j m t s c n qu jusqu lorsqu puisqu quelqu all dell nell sull dall un quest quell bell gl'.split(' '),
);
const ELISION_VOWELS = /^[aeiouhàâäéèêëîïôöùûüœæ]/i;
/** True at the apostrophe of l'eau, false at that of don't. */
export function isElision(text: string, from: number, at: number): boolean {
  if (
    at - from > 6 ||
    !ELISION_VOWELS.test(text.charAt(at + 1)) ||
    classOf(text.charCodeAt(at + 2) || 32) !== Class.word
  )
    return false;
  return ELISIONS.has(text.slice(from, at).toLowerCase());
}

/** Hebrew writes initials with a double mark before the last letter, often typed as a quotation mark. */
export function isGershayim(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 34 || code === 0x5f4) && isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1));
}

function isHebrew(code: number): boolean {
  return code >= 0x5d0 && code <= 0x5ea;
}

/** The end of a number that may hold thousands separators and one decimal point. */
export function numberEnd(text: string, from: number, at: number): number {
  for (let i = from; i < at; i++) if (!isAsciiDigit(text.charCodeAt(i))) return at;
  let end = at;
  while (at - from <= 3 && end - from <= 24 && text.charCodeAt(end) === 44 && isThousand(text, end + 1)) end += 4;
  if (text.charCodeAt(end) !== 46 || !isAsciiDigit(text.charCodeAt(end + 1))) return end;
  end += 2;
  while (isAsciiDigit(text.charCodeAt(end))) end++;
  return end;
}

function isThousand(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (!isAsciiDigit(text.charCodeAt(i))) return false;
  return !isAsciiWord(text.charCodeAt(at + 3));
}

/** The end of initials: single letters with dots between. The last dot is left outside. */
export function initialsEnd(text: string, from: number, at: number): number {
  if (at - from !== 1 || text.charCodeAt(at) !== 46) return at;
  let end = at;
  while (
    text.charCodeAt(end) === 46 &&
    isAsciiLetter(text.charCodeAt(end + 1)) &&
    !isAsciiWord(text.charCodeAt(end + 2)) &&
    text.charCodeAt(end + 2) !== 39
  )
    end += 2;
  return end;
}

/** 2,000 is 2000; U.S. is us. */
export function cleanDotted(raw: string): string {
  return isAsciiDigit(raw.charCodeAt(0)) ? raw.replaceAll(',', '') : raw.replaceAll('.', '').toLowerCase();
}
