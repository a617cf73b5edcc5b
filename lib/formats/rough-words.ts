/** Quick looks at a stretch of a person's text, for telling shapes only. */
import { isWordCharacter } from './stamps';
import { digitValue } from './times';

/** Words a second. Speech runs at 1 to 4, slow speech with pauses at half a word. */
export const SLOWEST_SPEECH = 0.3;

/** Gaps between words, or two characters a word where there are none. Only for densities. */
export function roughWords(text: string, from: number, to: number): number {
  let words = from < to ? 1 : 0;
  let unspaced = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) words++;
    else if (code >= 0x2e80) unspaced++;
  }
  return words + (unspaced >> 1);
}

/** An ASCII one. */
export function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Looks at the beginning only. */
export function hasLetters(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 60); at++) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code) && digitValue(code) < 0) return true;
  }
  return false;
}
