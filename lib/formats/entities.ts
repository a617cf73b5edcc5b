import { isBareName, LONGEST_BARE_NAME, LONGEST_NAME, namedCharacter } from './entity-names';

export interface EntityRules {
  /**
   * Read `&amp` and `&#39` without a semicolon too, as HTML and WebVTT do. Off by default: in shapes that merely borrow
   * entities, `?a=1&copy=2` is more often meant as it stands.
   */
  readonly bare?: boolean;
}

/**
 * Replaces `&amp;`, `&#39;`, `&#x27;` and the like by what they stand for, once: `&amp;lt;` becomes `&lt;`. What is no known
 * reference stays as written. Numbers follow the HTML standard: 0, surrogates and what lies beyond Unicode become U+FFFD,
 * 128 to 159 are Windows-1252.
 */
export function decodeEntities(text: string, rules: EntityRules = {}): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  const bare = rules.bare ?? false;
  const parts: string[] = [];
  let copied = 0;
  while (ampersand >= 0) {
    const found = readReference(text, ampersand, bare);
    if (found !== null) {
      parts.push(text.slice(copied, ampersand), found.character);
      copied = found.end;
    }
    ampersand = text.indexOf('&', found?.end ?? ampersand + 1);
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

interface Reference {
  readonly character: string;
  readonly end: number;
}

function readReference(text: string, ampersand: number, bare: boolean): Reference | null {
  const first = text.charCodeAt(ampersand + 1);
  if (first === 35) return readNumeric(text, ampersand + 2, bare);
  // An ampersand between spaces, by far the commonest that is no reference.
  if (!isAlphanumeric(first)) return null;
  const from = ampersand + 1;
  const limit = Math.min(text.length, from + LONGEST_NAME);
  let end = from;
  while (end < limit && isAlphanumeric(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === 59) {
    const character = namedCharacter(text.slice(from, end));
    if (character !== undefined) return { character, end: end + 1 };
  }
  if (!bare) return null;
  for (let length = Math.min(LONGEST_BARE_NAME, end - from); length > 1; length--) {
    const name = text.slice(from, from + length);
    const character = isBareName(name) ? namedCharacter(name) : undefined;
    if (character !== undefined) return { character, end: from + length };
  }
  return null;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function readNumeric(text: string, from: number, bare: boolean): Reference | null {
  const isHex = (text.charCodeAt(from) | 32) === 120;
  const base = isHex ? 16 : 10;
  const start = isHex ? from + 1 : from;
  let value = 0;
  let end = start;
  for (let digit = hexValue(text.charCodeAt(end)); digit < base; digit = hexValue(text.charCodeAt(end))) {
    if (value <= 0x10ffff) value = value * base + digit;
    end++;
  }
  if (end === start) return null;
  const isClosed = text.charCodeAt(end) === 59;
  if (!isClosed && !bare) return null;
  return { character: characterOf(value), end: isClosed ? end + 1 : end };
}

/** 0 to 15, or 16 for what is no digit. */
function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 16;
}

/** What Windows-1252 has at 0x80 to 0x9F; the five holes stay controls. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The character Windows-1252 has at 0x80 to 0x9F. */
export function windows1252(byte: number): string {
  return WINDOWS_1252.charAt(byte - 0x80);
}

function characterOf(value: number): string {
  if (value === 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return '\ufffd';
  return value >= 0x80 && value < 0xa0 ? windows1252(value) : String.fromCodePoint(value);
}
