/** What one line of a person's text is made of: time, name, colon, time, words, time. The document decides what it means. */
import { CharSet } from './char-set';
import { isSpace, type LineWalker, skipSpaces, trimEnd } from './lines';
import { readDividedName } from './set-off-names';
import { readBoldName, readLabel } from './speaker-labels';
import { cleanName, gradeName, type LabelStyle } from './speaker-names';
import { isWordCharacter, readStamp, type Stamp } from './stamps';
import { digitValue } from './times';

export interface PeopleLine {
  /** 1-based. */
  readonly number: number;
  /** The line without spaces around it. Empty when `from === to`. */
  readonly from: number;
  readonly to: number;
  /** Markdown heading level; 0 for none. */
  readonly heading: number;
  readonly bullet: boolean;
  /** A time before everything else. */
  readonly lead: Stamp | null;
  /** Where the words begin when only the time before them is taken off. */
  readonly bodyFrom: number;
  readonly name: PeopleName | null;
  /** Where the words begin when name and times are taken off. */
  readonly textFrom: number;
  /** A bracketed time after the words. */
  readonly tail: Stamp | null;
}

export interface PeopleName {
  readonly text: string;
  readonly style: LabelStyle;
  readonly colon: boolean;
  /** The time that stands at the name. */
  readonly stamp: Stamp | null;
}

/** How far into a line a name and its time may reach. */
const NAME_REACH = 90;

export function readPeopleLine(walker: LineWalker): PeopleLine {
  const { text, number } = walker;
  let from = skipSpaces(text, walker.start, walker.end);
  const to = trimEnd(text, from, walker.end);
  if (from === to) return blankLine(number, from);
  const heading = headingLevel(text, from, to);
  if (heading > 0) from = skipSpaces(text, from + heading, to);
  const bullet = isBullet(text, from, to);
  if (bullet) from = skipSpaces(text, from + 1, to);
  const leadFrom = skipNumber(text, skipPhrase(text, from, to), to);
  const lead = mayBeginStamp(text, leadFrom, to) ? readStamp(text, leadFrom, to) : null;
  const bodyFrom = lead === null ? from : skipSeparators(text, lead.after, to);
  const named = readName(text, bodyFrom, to, lead !== null);
  const textFrom = named === null ? bodyFrom : named.after;
  const tail = readTail(text, Math.max(textFrom, lead === null ? from : lead.after), to);
  // One literal, no spread: there is a line for every few words, and spreading costs more than reading.
  const name = named === null ? null : named.name;
  return { number, from, to, heading, bullet, lead, bodyFrom, name, textFrom, tail };
}

function blankLine(number: number, at: number): PeopleLine {
  return {
    number,
    from: at,
    to: at,
    heading: 0,
    bullet: false,
    lead: null,
    bodyFrom: at,
    name: null,
    textFrom: at,
    tail: null,
  };
}

function headingLevel(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === 35 && at - from < 7) at++;
  return at > from && at - from < 7 && isSpace(text.charCodeAt(at)) ? at - from : 0;
}

const BULLETS = new CharSet('*-•+·▪◦‣–—');

function isBullet(text: string, from: number, to: number): boolean {
  return from + 1 < to && BULLETS.has(text.charCodeAt(from)) && isSpace(text.charCodeAt(from + 1));
}

/** One site spells its times out before it gives them. */
const TIME_PHRASE = 'Starting point is ';

function skipPhrase(text: string, from: number, to: number): number {
  const after = from + TIME_PHRASE.length;
  return after < to && text.startsWith(TIME_PHRASE, from) ? after : from;
}

/** `12. [00:01:02] words`: the number of a line whose time stands in brackets. */
function skipNumber(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && at - from < 5 && digitValue(text.charCodeAt(at)) >= 0) at++;
  if (at === from || (text.charCodeAt(at) !== 46 && text.charCodeAt(at) !== 41)) return from;
  const after = skipSpaces(text, at + 1, to);
  const open = text.charAt(after);
  if (after === at + 1 || (open !== '[' && open !== '(')) return from;
  return readStamp(text, after, to) === null ? from : after;
}

const BEFORE_STAMPS = new CharSet('[({<【（［〔*_`\\0123456789#');

function mayBeginStamp(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  return code < 128 ? BEFORE_STAMPS.has(code) : BEFORE_STAMPS.has(code) || digitValue(code) >= 0;
}

const SEPARATORS = new CharSet('-–—|·•~:：');

/** True for `1h 2m 3s`, which above a talk is its length. */
export function isSpelledOut(text: string, { after }: Stamp): boolean {
  return 'hms'.includes(text.charAt(after - 1));
}

/** Spaces and the signs people set between a time and what follows: `0:31 - text`, `[0:31]: text`, `0:31 | Name`. */
function skipSeparators(text: string, from: number, to: number): number {
  let at = skipSpaces(text, from, to);
  while (at < to && SEPARATORS.has(text.charCodeAt(at))) {
    const next = at + 1;
    if (text.charAt(at) === '-' && next < to && !isSpace(text.charCodeAt(next)) && at > from) break;
    at = skipSpaces(text, next, to);
  }
  return at;
}

interface NameFound {
  readonly name: PeopleName;
  readonly after: number;
}

function readName(text: string, from: number, to: number, hasLead: boolean): NameFound | null {
  if (from >= to) return null;
  return (hasLead ? null : readNameWithStamp(text, from, to)) ?? readNameWithColon(text, from, to, hasLead);
}

function readNameWithColon(text: string, from: number, to: number, hasLead: boolean): NameFound | null {
  const label =
    readLabel(text, from, to) ?? (hasLead ? (readBoldName(text, from, to) ?? readDividedName(text, from, to)) : null);
  if (label === null) return null;
  return { name: { text: label.name, style: label.style, colon: true, stamp: null }, after: label.after };
}

const ENDS_SENTENCE = new CharSet('?!;…。？！\n');

/** `Name (0:31)`, `Name 0:31`, `Name: 0:31 text`, `Name [(0:31)](link) text`. */
function readNameWithStamp(text: string, from: number, to: number): NameFound | null {
  const limit = Math.min(to, from + NAME_REACH);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    // Letters and spaces, which most characters are, are told at once.
    if ((code >= 97 && code <= 122) || code === 32) continue;
    if (ENDS_SENTENCE.has(code)) return null;
    if (!mayBeginStamp(text, at, to) || isWordCharacter(text.charCodeAt(at - 1))) continue;
    const stamp = readStamp(text, at, to);
    if (stamp !== null) return nameBefore(text, from, to, stamp);
  }
  return null;
}

function nameBefore(text: string, from: number, to: number, stamp: Stamp): NameFound | null {
  let end = trimEnd(text, from, stamp.from);
  const gap = stamp.from - end;
  let colon = false;
  while (end > from && '*_`:：-–—|·•,@'.includes(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === ':' || text.charAt(end - 1) === '：') colon = true;
    end = trimEnd(text, from, end - 1);
  }
  const after = skipSeparators(text, stamp.after, to);
  const isSet =
    stamp.bracketed || stamp.hours || colon || after === to || gap > 1 || text.charAt(stamp.from - 1) === '\t';
  const name = cleanName(text, from, end);
  const grade = isSet && name !== '' && !name.includes(':') ? gradeName(name) : null;
  if (grade === null) return null;
  const isBold = text.startsWith('**', from) || text.startsWith('__', from);
  const hasColon = colon || text.charAt(stamp.after) === ':' || text.charAt(stamp.after) === '：';
  // `**Name (0:31):** words`: the marks close behind the time.
  const closed = isBold && text.startsWith('**', after) ? skipSpaces(text, after + 2, to) : after;
  return { name: { text: name, style: isBold ? 'bold' : grade, colon: hasColon, stamp }, after: closed };
}

/** Longest bracketed time: a range with fractions inside marks. */
const TAIL_REACH = 48;

const CLOSES_TAIL = new CharSet('])）］】}#');
const OPENS_TAIL = new CharSet('[(（［【{#');

function readTail(text: string, from: number, to: number): Stamp | null {
  if (from >= to || !CLOSES_TAIL.has(text.charCodeAt(to - 1))) return null;
  const first = Math.max(from, to - TAIL_REACH);
  for (let at = to - 2; at >= first; at--) {
    if (!OPENS_TAIL.has(text.charCodeAt(at))) continue;
    const stamp = readStamp(text, at, to);
    return stamp !== null && stamp.after === to ? stamp : null;
  }
  return null;
}
