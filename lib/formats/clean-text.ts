/** Takes out of foreign text what a reader cannot see and what could reorder or hide its neighbours. */
import { isLineEnd, isSpace } from './lines';

/**
 * Drops NUL and other control characters, lone surrogates, noncharacters, stray byte order marks and the bidi overrides and
 * embeddings U+202A to U+202E; closes isolates left open and drops closers without an opener, line by line. Line ends of all
 * kinds become `\n`, tabs become spaces. LRM, RLM and ALM stay: right-to-left text needs them. Clean text comes back as it is.
 */
export function cleanText(text: string): string {
  const { length } = text;
  let at = 0;
  while (at < length && isOrdinary(text.charCodeAt(at))) at++;
  return at === length ? text : cleanFrom(text, at);
}

/** `cleanText`, then each line trimmed, runs of spaces folded to one, blank lines dropped. A no-break space alone stays one. */
export function tidyText(text: string): string {
  const clean = cleanText(text);
  return isTidy(clean) ? clean : foldSpaces(clean);
}

/** Told without a second look. Rarer harmless characters are sorted out by `isKept`. */
function isOrdinary(code: number): boolean {
  if (code < 0x7f) return code >= 32 || code === 10;
  if (code < 0x2028) return code > 0x9f;
  if (code < 0x206a) return code > 0x202e && code < 0x2066;
  return code < 0xd800 || (code >= 0xe000 && code < 0xfdd0);
}

const POP_ISOLATE = '\u2069';
const ZERO_WIDTH_SPACE = 0x200b;

function cleanFrom(text: string, from: number): string {
  const parts: string[] = [];
  let open = 0;
  let copied = 0;
  const replace = (start: number, end: number, by: string): void => {
    if (start > copied) parts.push(text.slice(copied, start));
    if (by !== '') parts.push(by);
    copied = end;
  };
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isOrdinary(code)) {
      if (code === 10 && open > 0) {
        replace(at, at, POP_ISOLATE.repeat(open));
        open = 0;
      }
    } else if (isLineEnd(code)) {
      const isPair = code === 13 && text.charCodeAt(at + 1) === 10;
      replace(at, isPair ? at + 2 : at + 1, `${POP_ISOLATE.repeat(open)}\n`);
      open = 0;
      if (isPair) at++;
    } else if (code === 9) replace(at, at + 1, ' ');
    else if (code >= 0x2066 && code <= 0x2068) open++;
    else if (code === 0x2069) {
      if (open > 0) open--;
      else replace(at, at + 1, '');
    } else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) at++;
    else if (!isKept(code)) replace(at, at + 1, '');
  }
  replace(text.length, text.length, POP_ISOLATE.repeat(open));
  return parts.join('');
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Presentation forms and full-width signs, but no noncharacters, byte order marks or interlinear marks. */
function isKept(code: number): boolean {
  return (code > 0xfdef && code < 0xfeff) || (code > 0xfeff && code < 0xfff9) || code === 0xfffc || code === 0xfffd;
}

/** True when folding would change nothing: the common case, told without building anything. */
function isTidy(text: string): boolean {
  let afterGap = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isGap = code === 10 || isSpace(code);
    if (isGap && afterGap) return false;
    afterGap = isGap;
  }
  return text === '' || !afterGap;
}

function foldSpaces(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const folded = foldLine(line);
    if (folded !== '') lines.push(folded);
  }
  return lines.join('\n');
}

/** One line trimmed, each run of spaces made one plain space; a single space of another kind stays what it is. */
export function foldLine(line: string): string {
  let folded = '';
  let at = 0;
  while (at < line.length) {
    const wordStart = at;
    while (at < line.length && !isSpace(line.charCodeAt(at))) at++;
    if (at > wordStart) folded += line.slice(wordStart, at);
    const gapStart = at;
    let isVisible = false;
    for (; at < line.length && isSpace(line.charCodeAt(at)); at++)
      isVisible ||= line.charCodeAt(at) !== ZERO_WIDTH_SPACE;
    if (at === line.length || folded === '' || at === gapStart) continue;
    folded += at - gapStart === 1 || !isVisible ? line.charAt(gapStart) : ' ';
  }
  return folded;
}
