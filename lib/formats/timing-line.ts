/** Reads `start --> end` lines of SubRip and WebVTT, as tidy or as damaged as they come. */
import { isSpace } from './lines';
import { type Clock, digitValue, isTime, readClock } from './times';

export interface TimingLine {
  /** Milliseconds; null where unreadable or impossible. */
  readonly start: number | null;
  readonly end: number | null;
  /** Index just after the times; settings or words may follow. */
  readonly after: number;
  /** Written as the standard of WebVTT has it. */
  readonly isStandard: boolean;
  /** A time was below zero and is read as zero. */
  readonly isNegative: boolean;
}

/** Characters before the first digit of a time: marks of direction that editors of right-to-left text leave behind. */
function isLeadingMark(code: number): boolean {
  return isSpace(code) || code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e);
}

/** A cheap first look: most lines of a file are words and end here. */
function mayBeTiming(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (at >= to) return false;
  if (code >= 48 && code <= 57) return true;
  if (code === 45 || code === 58 || code === 46 || code === 44) return true;
  return code >= 0x80 && digitValue(code) >= 0;
}

/** Null when the line `from … to` is no timing line. */
export function readTimingLine(text: string, from: number, to: number): TimingLine | null {
  let at = from;
  while (at < to && isLeadingMark(text.charCodeAt(at))) at++;
  if (mayBeTiming(text, at, to)) {
    const regular = readRegular(text, at, to);
    if (regular !== null) return regular;
  }
  return to - from <= LONGEST_DAMAGED_LINE ? readDamaged(text, at, to) : null;
}

function readRegular(text: string, from: number, to: number): TimingLine | null {
  const isNegative = text.charCodeAt(from) === 45;
  const start = readClock(text, isNegative ? from + 1 : from, to);
  if (start === null) return null;
  const arrow = skipMarks(text, start.end, to);
  const afterArrow = skipArrow(text, arrow, to);
  if (afterArrow < 0) return null;
  const endFrom = skipMarks(text, afterArrow, to);
  const isEndNegative = text.charCodeAt(endFrom) === 45;
  const end = readClock(text, isEndNegative ? endFrom + 1 : endFrom, to);
  if (end === null)
    return endFrom === to
      ? { start: timeOf(start, isNegative), end: null, after: to, isStandard: false, isNegative }
      : null;
  // A mere dash is an arrow only on a line that holds nothing else.
  if (isWeakArrow(text, arrow) && skipMarks(text, end.end, to) < to) return null;
  return {
    start: timeOf(start, isNegative),
    end: timeOf(end, isEndNegative),
    after: end.end,
    isStandard:
      isStandardClock(text, from, start) && isStandardClock(text, endFrom, end) && text.startsWith('-->', arrow),
    isNegative: isNegative || isEndNegative,
  };
}

/** `MM:SS.ttt` or `HH:MM:SS.ttt`, the hours of any length (https://www.w3.org/TR/webvtt1/#webvtt-timestamp and its parser). */
function isStandardClock(text: string, from: number, clock: Clock): boolean {
  if (clock.fractionDigits !== 3 || !clock.regular || text.charCodeAt(clock.end - 4) !== 46) return false;
  return clock.fields === 3 || (text.charCodeAt(from + 2) === 58 && text.charCodeAt(from) < 54);
}

/** Frames of a time code that names no rate: between film, PAL and NTSC the error stays under a fifth of a second. */
const ASSUMED_FRAME_RATE = 25;

function timeOf(clock: Clock, isNegative: boolean): number | null {
  const frames = clock.frames === null ? 0 : Math.min(999, Math.round((clock.frames * 1000) / ASSUMED_FRAME_RATE));
  const time = isNegative ? 0 : clock.time + frames;
  return isTime(time) ? time : null;
}

function skipMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isLeadingMark(text.charCodeAt(at))) at++;
  return at;
}

function isDash(code: number): boolean {
  return code === 45 || code === 61 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** `-->`, `->`, `- ->`, `—>`, `→`, `--&gt;`, or a lone dash; index after it, -1 when there is none. */
function skipArrow(text: string, from: number, to: number): number {
  if (from >= to) return -1;
  const first = text.charCodeAt(from);
  if (first === 0x2192 || first === 0x2794 || first === 0x21d2) return from + 1;
  let at = from;
  while (at < to && at - from < 8 && (isDash(text.charCodeAt(at)) || (at > from && isSpace(text.charCodeAt(at))))) at++;
  if (at < to && text.charCodeAt(at) === 62) return at + 1;
  if (at > from && text.startsWith('&gt;', at)) return at + 4;
  return isDash(first) ? from + 1 : -1;
}

function isWeakArrow(text: string, arrow: number): boolean {
  const first = text.charCodeAt(arrow);
  if (!isDash(first)) return false;
  for (let at = arrow + 1; at < arrow + 9; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 38) return false;
    if (!isDash(code) && !isSpace(code)) return true;
  }
  return true;
}

/** Longer lines are words. */
const LONGEST_DAMAGED_LINE = 120;

/**
 * Lines with `-->` whose times are broken: with spaces inside, as translation engines leave them, or unreadable on one side or
 * both. Null when there are letters, since then they are words about arrows.
 */
function readDamaged(text: string, from: number, to: number): TimingLine | null {
  const line = text.slice(from, to);
  if (!line.includes('>') && !line.includes('→')) return null;
  const packed = withoutSpaces(line);
  const regular = packed.length < line.length ? readRegular(packed, 0, packed.length) : null;
  if (regular !== null && regular.after === packed.length) return { ...regular, after: to, isStandard: false };
  const arrow = line.indexOf('-->');
  if (arrow < 0) return null;
  const before = line.slice(0, arrow);
  const afterFrom = skipMarks(line, arrow + 3, line.length);
  const endTo = endOfRun(line, afterFrom);
  const start = readWhole(before);
  const end = readClock(line, afterFrom)?.end ?? -1;
  const endTime = end > 0 ? wholeTime(line.slice(afterFrom, end)) : wholeTime(line.slice(afterFrom, endTo));
  const rest = line.slice(afterFrom, endTo);
  const isTiming =
    start !== null ||
    beginsWithClock(before) ||
    (endTime !== null && rest.length > SHORTEST_FULL_CLOCK && before.length <= LONGEST_CLOCK) ||
    (isClockLike(before) && isClockLike(rest) && line.includes(':'));
  if (!isTiming) return null;
  return { start, end: endTime, after: from + Math.max(end, endTo), isStandard: false, isNegative: false };
}

/** Characters between a clock and its arrow that still leave it a line of times: `00:01.000 -a -->`. */
const MOST_RUBBISH = 5;

/** `00:01.000`, and what a clock takes with spaces around it. */
const SHORTEST_FULL_CLOCK = 8;
const LONGEST_CLOCK = 16;

/** Digits, separators, dashes and the `NaN` of a program that failed; no words. */
function isClockLike(part: string): boolean {
  const bare = part.replaceAll('NaN', '');
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    const isPart = digitValue(code) >= 0 || code === 58 || code === 46 || code === 44 || code === 59 || isDash(code);
    if (!isPart && !isLeadingMark(code)) return false;
  }
  return true;
}

function beginsWithClock(before: string): boolean {
  const clock = readClock(before, 0);
  return clock !== null && before.length - clock.end <= MOST_RUBBISH;
}

function readWhole(part: string): number | null {
  const from = skipMarks(part, 0, part.length);
  let to = part.length;
  while (to > from && isLeadingMark(part.charCodeAt(to - 1))) to--;
  return wholeTime(part.slice(from, to));
}

function wholeTime(part: string): number | null {
  const clock = readClock(part, 0);
  if (clock !== null && clock.end === part.length) return timeOf(clock, false);
  return looseTime(part);
}

/** `00.00.01.500`, `00;00;01,500`: at least three groups of digits, the last of three digits, whatever stands between them. */
function looseTime(part: string): number | null {
  let total = 0;
  let groups = 0;
  let from = 0;
  for (let at = 0; at <= part.length; at++) {
    const code = part.charCodeAt(at);
    if (at < part.length && digitValue(code) >= 0) continue;
    const digits = at - from;
    const isLast = at === part.length;
    const isSeparator = code === 46 || code === 44 || code === 58 || code === 59;
    if (digits === 0 || digits > 3 || (digits === 3) !== isLast || !(isLast || isSeparator)) return null;
    total = isLast ? total * 1000 + numberOf(part, from, at) : total * 60 + numberOf(part, from, at);
    groups++;
    from = at + 1;
  }
  return groups >= 3 && isTime(total) ? total : null;
}

function numberOf(part: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + digitValue(part.charCodeAt(at));
  return value;
}

function withoutSpaces(line: string): string {
  let packed = '';
  for (let at = 0; at < line.length; at++) if (!isSpace(line.charCodeAt(at))) packed += line.charAt(at);
  return packed;
}

function endOfRun(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSpace(line.charCodeAt(at))) at++;
  return at;
}
