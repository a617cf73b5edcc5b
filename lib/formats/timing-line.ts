/** Reads `start --> end` lines of SubRip and WebVTT, as tidy or as damaged as they come. */
import { indexOfCode, isSpace } from './lines';
import { type Clock, digitValue, isTime, readClock, timeWithFrames } from './times';

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

/** A cheap first look at a line's first character: most lines of a file are words and end here. */
export function mayBeTiming(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (at >= to) return false;
  if (code >= 48 && code <= 57) return true;
  if (code === 45 || code === 58 || code === 46 || code === 44) return true;
  return code >= 0x80 && digitValue(code) >= 0;
}

/**
 * Null when the line `from … to` is no timing line. `holdsArrow`: whether the line holds `-->`, where the caller knows; without
 * it, and without a digit at its start, a line is words.
 */
export function readTimingLine(text: string, from: number, to: number, holdsArrow = true): TimingLine | null {
  let at = from;
  while (at < to && isLeadingMark(text.charCodeAt(at))) at++;
  // The numbers of SubRip end here.
  if (to - at < SHORTEST_LINE) return null;
  const isLikely = mayBeTiming(text, at, to);
  if (isLikely) {
    const regular = readRegular(text, at, to);
    if (regular !== null) return regular;
  }
  return (isLikely || holdsArrow) && to - from <= LONGEST_DAMAGED_LINE ? readDamaged(text, at, to) : null;
}

function readRegular(text: string, from: number, to: number): TimingLine | null {
  const isNegative = text.charCodeAt(from) === 45;
  const start = readMoment(text, isNegative ? from + 1 : from, to);
  if (start === null) return null;
  const arrow = skipMarks(text, start.end, to);
  const afterArrow = skipArrow(text, arrow, to);
  if (afterArrow < 0) return null;
  const endFrom = skipMarks(text, afterArrow, to);
  const isEndNegative = text.charCodeAt(endFrom) === 45;
  const end = readMoment(text, isEndNegative ? endFrom + 1 : endFrom, to);
  if (end === null)
    return endFrom === to
      ? { start: timeOf(start, isNegative), end: null, after: to, isStandard: false, isNegative }
      : null;
  // A mere dash is an arrow only between clocks, on a line that holds nothing else.
  if (isWeakArrow(text, arrow) && (start.fields + end.fields < 4 || skipMarks(text, end.end, to) < to)) return null;
  return {
    start: timeOf(start, isNegative),
    end: timeOf(end, isEndNegative),
    after: end.end,
    isStandard:
      isStandardClock(text, from, start) && isStandardClock(text, endFrom, end) && text.startsWith('-->', arrow),
    isNegative: isNegative || isEndNegative,
  };
}

/** A clock, or seconds with a fraction (`59.240`), as some recognisers count until the first minute is full. */
function readMoment(text: string, from: number, to: number): Clock | null {
  return readClock(text, from, to) ?? readSeconds(text, from, to);
}

const LONGEST_SECONDS = 12;

function readSeconds(text: string, from: number, to: number): Clock | null {
  let at = from;
  while (at < to && at - from < LONGEST_SECONDS && isAsciiDigit(text.charCodeAt(at))) at++;
  const mark = text.charCodeAt(at);
  const fractionFrom = at + 1;
  if (at === from || at >= to || (mark !== 46 && mark !== 44)) return null;
  at = fractionFrom;
  while (at < to && at - fractionFrom < LONGEST_SECONDS && isAsciiDigit(text.charCodeAt(at))) at++;
  if (at === fractionFrom) return null;
  const time = Math.round(Number(`${text.slice(from, fractionFrom - 1)}.${text.slice(fractionFrom, at)}`) * 1000);
  return { time, end: at, fields: 1, fractionDigits: at - fractionFrom, regular: false, frames: null };
}

function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `MM:SS.ttt` or `HH:MM:SS.ttt`, the hours of any length (https://www.w3.org/TR/webvtt1/#webvtt-timestamp and its parser). */
function isStandardClock(text: string, from: number, clock: Clock): boolean {
  if (clock.fractionDigits !== 3 || !clock.regular || text.charCodeAt(clock.end - 4) !== 46) return false;
  return clock.fields === 3 || (text.charCodeAt(from + 2) === 58 && text.charCodeAt(from) < 54);
}

function timeOf(clock: Clock, isNegative: boolean): number | null {
  const time = isNegative ? 0 : timeWithFrames(clock);
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

/** `0:01->0:02` or `0:01 -->`. */
const SHORTEST_LINE = 8;

/** Longer lines are words. */
const LONGEST_DAMAGED_LINE = 120;

/**
 * Lines with `-->` whose times are broken: with spaces inside, as translation engines leave them, or unreadable on one side or
 * both. Null when there are words, since then they are words about arrows.
 */
function readDamaged(text: string, from: number, to: number): TimingLine | null {
  const head = findArrowHead(text, from, to);
  if (head < 0) return null;
  const isAllClock = isClockLike(text, from, to);
  if (isAllClock) {
    const packed = withoutSpaces(text.slice(from, to));
    const regular = readRegular(packed, 0, packed.length);
    if (regular !== null && regular.after === packed.length) return { ...regular, after: to, isStandard: false };
  }
  let arrow = head;
  while (arrow > from && isDash(text.charCodeAt(arrow - 1))) arrow--;
  if (!isAllClock && head - arrow < 2) return null;
  const afterFrom = skipMarks(text, head + 1, to);
  const afterTo = endOfRun(text, afterFrom, to);
  const start = wholeTime(text, from, trimMarks(text, from, arrow));
  const endClock = readClock(text, afterFrom, to)?.end ?? -1;
  const end = wholeTime(text, afterFrom, endClock > 0 ? endClock : afterTo);
  const isTiming =
    start !== null ||
    beginsWithClock(text, from, arrow) ||
    (end !== null && afterTo - afterFrom > SHORTEST_FULL_CLOCK && arrow - from <= LONGEST_CLOCK) ||
    (isClockLike(text, from, arrow) && isClockLike(text, afterFrom, afterTo) && indexOfCode(text, 58, from, to) >= 0);
  if (!isTiming) return null;
  return { start, end, after: Math.max(endClock, afterTo), isStandard: false, isNegative: false };
}

/** Index of the first `>` with a dash before it; -1 when there is none. */
function findArrowHead(text: string, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (text.charCodeAt(at) === 62 && isDash(text.charCodeAt(at - 1))) return at;
  return -1;
}

/** Characters between a clock and its arrow that still leave it a line of times: `00:01.000 -a -->`. */
const MOST_RUBBISH = 5;
/** `00:01.000`, and what a clock takes with spaces around it. */
const SHORTEST_FULL_CLOCK = 8;
const LONGEST_CLOCK = 16;

/** Digits, separators, dashes, arrows and the `NaN` of a program that failed; no words. */
function isClockLike(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const isPart = isSeparator(code) || isDash(code) || code === 62 || digitValue(code) >= 0 || isLeadingMark(code);
    if (isPart) continue;
    if (code !== 78 || !text.startsWith('NaN', at)) return false;
    at += 2;
  }
  return true;
}

function isSeparator(code: number): boolean {
  return code === 58 || code === 46 || code === 44 || code === 59;
}

function beginsWithClock(text: string, from: number, to: number): boolean {
  const clock = readClock(text, from, to);
  return clock !== null && to - clock.end <= MOST_RUBBISH;
}

function trimMarks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isLeadingMark(text.charCodeAt(at - 1))) at--;
  return at;
}

function wholeTime(text: string, from: number, to: number): number | null {
  const clock = readClock(text, from, to);
  if (clock !== null && clock.end === to) return timeOf(clock, false);
  return looseTime(text, from, to);
}

/** `00.00.01.500`, `00;00;01,500`: at least three groups of digits, the last of three digits, whatever stands between them. */
function looseTime(text: string, from: number, to: number): number | null {
  let total = 0;
  let groups = 0;
  let groupFrom = from;
  for (let at = from; at <= to; at++) {
    const isLast = at === to;
    if (!isLast && digitValue(text.charCodeAt(at)) >= 0) continue;
    const digits = at - groupFrom;
    if (digits === 0 || digits > 3 || (digits === 3) !== isLast || !(isLast || isSeparator(text.charCodeAt(at))))
      return null;
    total = total * (isLast ? 1000 : 60) + numberOf(text, groupFrom, at);
    groups++;
    groupFrom = at + 1;
  }
  return groups >= 3 && isTime(total) ? total : null;
}

function numberOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + digitValue(text.charCodeAt(at));
  return value;
}

function withoutSpaces(line: string): string {
  let packed = '';
  for (let at = 0; at < line.length; at++) if (!isLeadingMark(line.charCodeAt(at))) packed += line.charAt(at);
  return packed;
}

function endOfRun(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isSpace(text.charCodeAt(at))) at++;
  return at;
}
