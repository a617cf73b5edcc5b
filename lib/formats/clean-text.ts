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
  return at === length ? text : writeClean(text, false);
}

/**
 * `cleanText`, then each line trimmed, runs of spaces folded to one, blank lines dropped. A single space of another kind (no-break,
 * ideographic) stays what it is. Empty when nothing visible is left.
 */
export function tidyText(text: string): string {
  return isTidy(text) ? text : writeClean(text, true);
}

/** `tidyText` where `separator`, a character code, ends lines too. */
export function tidyRows(text: string, separator: number): string {
  return text.includes(String.fromCharCode(separator)) ? writeClean(text, true, separator) : tidyText(text);
}

/** `tidyText` in one line: for names and titles. */
export function tidyLine(text: string): string {
  return tidyText(text).replaceAll('\n', ' ');
}

/** Of a chapter; more is a paragraph. */
const LONGEST_TITLE = 200;

/** `tidyLine`, cut to what a title may be long. */
export function tidyTitle(text: string): string {
  return tidyLine(tidyText(text).slice(0, LONGEST_TITLE));
}

/** True when `from … to` is tidy and holds none of `<`, `>`, `&` and `{`, so that no shape has anything to do with it. One pass. */
export function isPlain(text: string, from: number, to: number): boolean {
  let gapAt = from - 1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // From the apostrophe to z, which is nearly all there is: told by three comparisons.
    if (code > 38 && code < 123 && code !== 60 && code !== 62) continue;
    if (code < 33 ? code !== 32 && code !== 10 : isMarkup(code) || !isOrdinary(code)) return false;
    if (code > 32 && !isSpace(code)) continue;
    if (gapAt === at - 1) return false;
    gapAt = at;
  }
  return from === to || gapAt !== to - 1;
}

function isMarkup(code: number): boolean {
  return code === 38 || code === 60 || code === 62 || code === 123;
}

/** True when `tidyText` would change nothing: the common case, told in one pass without building anything. */
function isTidy(text: string): boolean {
  let afterGap = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && code < 0x7f) {
      afterGap = false;
      continue;
    }
    if (!isOrdinary(code)) return false;
    const isGap = code <= 32 || isSpace(code);
    if (isGap && afterGap) return false;
    afterGap = isGap;
  }
  return text === '' || !afterGap;
}

/** Told without a second look. Rarer harmless characters are sorted out by `isKept`. */
function isOrdinary(code: number): boolean {
  if (code < 0x7f) return code >= 32 || code === 10;
  if (code < 0x2028) return code > 0x9f && !(code >= 0x200b && code <= 0x200f);
  if (code < 0x206a) return code > 0x202e && code < 0x2066;
  return code < 0xd800 || (code >= 0xe000 && code < 0xfdd0);
}

const POP_ISOLATE = 0x2069;
const ZERO_WIDTH_SPACE = 0x200b;
const SPACE = 32;
const NO_GAP = 0;

/** Code units kept between calls; one text of megabytes must not hold on to its memory. */
const LARGEST_KEPT = 65_536;

/** Written into and read from within one call only. */
let scratch = new Uint16Array(1024);

/** Code units are written into a buffer: its cost does not depend on how often something is left out. */
class CleanWriter {
  private written = 0;
  private openIsolates = 0;
  /** The white space since the last character; `NO_GAP`, or the space that stands for it. */
  private gap = NO_GAP;
  private isLineStart = true;
  private hasVisible = false;

  constructor(
    length: number,
    private readonly folds: boolean,
  ) {
    // Each opener is answered by one closer at most.
    if (scratch.length < 2 * length + 2) scratch = new Uint16Array(2 * length + 2);
  }

  endLine(): void {
    this.closeIsolates();
    this.gap = NO_GAP;
    if (!this.folds) scratch[this.written++] = 10;
    this.isLineStart = true;
  }

  space(code: number): void {
    if (!this.folds) scratch[this.written++] = code;
    else if (this.gap === NO_GAP) this.gap = code;
    else if (this.gap !== ZERO_WIDTH_SPACE || code !== ZERO_WIDTH_SPACE) this.gap = SPACE;
  }

  character(code: number, isVisible: boolean): void {
    if (this.folds) this.settleGap();
    scratch[this.written++] = code;
    this.hasVisible ||= isVisible;
  }

  openIsolate(code: number): void {
    this.character(code, false);
    this.openIsolates++;
  }

  closeIsolate(): void {
    if (this.openIsolates === 0) return;
    this.openIsolates--;
    this.character(POP_ISOLATE, false);
  }

  private settleGap(): void {
    if (this.isLineStart) {
      if (this.written > 0) scratch[this.written++] = 10;
      this.isLineStart = false;
    } else if (this.gap !== NO_GAP) scratch[this.written++] = this.gap;
    this.gap = NO_GAP;
  }

  private closeIsolates(): void {
    for (; this.openIsolates > 0; this.openIsolates--) scratch[this.written++] = POP_ISOLATE;
  }

  finish(): string {
    this.closeIsolates();
    const text = this.folds && !this.hasVisible ? '' : readScratch(this.written);
    if (scratch.length > LARGEST_KEPT) scratch = new Uint16Array(LARGEST_KEPT);
    return text;
  }
}

/** Arguments of one call; more could overflow the stack. */
const CHUNK = 4096;

function readScratch(length: number): string {
  if (length <= CHUNK) return textOfUnits(0, length);
  const parts: string[] = [];
  for (let at = 0; at < length; at += CHUNK) parts.push(textOfUnits(at, Math.min(length, at + CHUNK)));
  return parts.join('');
}

function textOfUnits(from: number, to: number): string {
  // Declared for arrays only, but `apply` takes anything with a length, and typed arrays fastest of all.
  return String.fromCharCode.apply(null, scratch.subarray(from, to) as unknown as number[]);
}

function writeClean(text: string, folds: boolean, separator = 10): string {
  const writer = new CleanWriter(text.length, folds);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator) writer.endLine();
    else if (code > 32 && code < 0x7f) writer.character(code, true);
    else if (isLineEnd(code)) {
      writer.endLine();
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (code === 9) writer.space(SPACE);
    else if (isSpace(code)) {
      if (code !== 0xfeff) writer.space(code);
    } else if (isOrdinary(code)) writer.character(code, true);
    else if (code >= 0x2066 && code <= 0x2068) writer.openIsolate(code);
    else if (code === POP_ISOLATE) writer.closeIsolate();
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) {
      writer.character(code, true);
      writer.character(text.charCodeAt(++at), true);
    } else if (code >= 0x200c && code <= 0x200f) writer.character(code, false);
    else if (isKept(code)) writer.character(code, true);
  }
  return writer.finish();
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Presentation forms and full-width signs, but no noncharacters, byte order marks or interlinear marks. */
function isKept(code: number): boolean {
  return (code > 0xfdef && code < 0xfeff) || (code > 0xfeff && code < 0xfff9) || code === 0xfffc || code === 0xfffd;
}
