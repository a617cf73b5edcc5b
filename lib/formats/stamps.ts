/** Times as people and programs set them into text: `[00:01:02]`, `(1:02)`, `0:31 - 0:45`, `[1h2m3s]`, `[0.00s -> 4.00s]`. */
import { CharSet } from './char-set';
import { isSpace, skipSpaces } from './lines';
import { digitValue, isTime, readClock } from './times';

export interface Stamp {
  /** Milliseconds; null for what looks like a time and cannot be one, such as `999:99:99`. */
  readonly start: number | null;
  /** Milliseconds; null where only a start is written. */
  readonly end: number | null;
  /** Where it begins, brackets and Markdown marks included. */
  readonly from: number;
  /** Index just after it, brackets, link target and marks included. */
  readonly after: number;
  readonly bracketed: boolean;
  /** True when a fraction of a second is written. */
  readonly fine: boolean;
  /** True when hours are written, as in `00:01:02`: prose hardly ever does. */
  readonly hours: boolean;
}

interface Moment {
  readonly time: number | null;
  readonly end: number;
  readonly fine: boolean;
  /** May stand without brackets. */
  readonly bare: boolean;
  readonly hours: boolean;
}

const OPENERS = new CharSet('[({<【（［〔#');
const CLOSERS = new CharSet('])}>】）］〕#');
/** Markdown's marks and escapes may stand before and after brackets. */
const MARKS = new CharSet('*_`\\');

/** Brackets and marks before a time; more is decoration that means something else. */
const MOST_OPENERS = 8;

/** Reads a stamp that begins exactly at `from`. Null when there is none. Looks no further than the stamp itself. */
export function readStamp(text: string, from: number, to: number): Stamp | null {
  let at = from;
  let open = 0;
  for (let seen = 0; at < to && seen < MOST_OPENERS; seen++, at++) {
    const code = text.charCodeAt(at);
    if (OPENERS.has(code)) open++;
    else if (!MARKS.has(code) && !(open > 0 && code === 32)) break;
  }
  const first = readMoment(text, at, to);
  if (first === null || (open === 0 && !first.bare)) return null;
  const tenth = open > 0 && isTenth(text, first.end) ? 2 : 0;
  const tenths = tenth === 0 ? 0 : digitValue(text.charCodeAt(first.end + 1)) * 100;
  const range = readRangeEnd(text, first.end + tenth, to);
  const after =
    open > 0 ? closeBrackets(text, range?.end ?? first.end + tenth, to) : skipMarks(text, range?.end ?? first.end, to);
  if (after < 0 || (open === 0 && isMisread(text, after, to))) return null;
  return {
    start: first.time === null || !isTime(first.time + tenths) ? null : first.time + tenths,
    end: range?.time ?? null,
    from,
    after,
    bracketed: open > 0,
    fine: first.fine || tenth > 0,
    hours: first.hours,
  };
}

/** The tenth of a second in `#00:01:02-5#`, as German programs write it. */
function isTenth(text: string, at: number): boolean {
  return text.charAt(at) === '-' && digitValue(text.charCodeAt(at + 1)) >= 0 && text.charAt(at + 2) === '#';
}

function readMoment(text: string, from: number, to: number): Moment | null {
  if (from >= to || digitValue(text.charCodeAt(from)) < 0) return null;
  return readClockMoment(text, from, to) ?? readUnits(text, from, to) ?? readPlainSeconds(text, from, to);
}

function readClockMoment(text: string, from: number, to: number): Moment | null {
  const clock = readClock(text, from, to);
  if (clock === null) return null;
  // `1:2` is a ratio or a verse; `0:0:3.20` is how one recorder writes three seconds.
  if (!clock.regular && clock.fields === 2 && secondFieldLength(text, from, clock.end) < 2) return null;
  const isPossible = isTime(clock.time) && (clock.regular || !hasLargeField(text, from, clock.end));
  return {
    time: isPossible ? clock.time : null,
    end: clock.end,
    fine: clock.fractionDigits > 0,
    bare: true,
    hours: clock.fields > 2,
  };
}

function secondFieldLength(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && digitValue(text.charCodeAt(at)) >= 0) at++;
  const start = ++at;
  while (at < to && digitValue(text.charCodeAt(at)) >= 0) at++;
  return at - start;
}

/** True when minutes or seconds are over 59. */
function hasLargeField(text: string, from: number, to: number): boolean {
  let value = 0;
  let field = 0;
  for (let at = from; at < to; at++) {
    const digit = digitValue(text.charCodeAt(at));
    if (digit >= 0) value = Math.min(value * 10 + digit, 1e6);
    else {
      if (field > 0 && value > 59) return true;
      field++;
      value = 0;
      if (field > 2) return false;
    }
  }
  return field > 0 && field < 3 && value > 59;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** `1h2m3s`, `1h 02m 03s`, `12m30s`, `45s`. */
function readUnits(text: string, from: number, to: number): Moment | null {
  let at = from;
  let total = 0;
  let units = 0;
  let last = Number.POSITIVE_INFINITY;
  let end = from;
  while (units < 3) {
    const numberStart = at;
    let value = 0;
    for (let digit = digitAt(text, at, to); digit >= 0; digit = digitAt(text, at, to)) {
      value = Math.min(value * 10 + digit, 1e9);
      at++;
    }
    const size = Object.hasOwn(UNIT_SECONDS, text.charAt(at)) ? (UNIT_SECONDS[text.charAt(at)] ?? 0) : 0;
    if (at === numberStart || at >= to || size === 0 || size >= last) break;
    at++;
    if (at < to && isWordCharacter(text.charCodeAt(at)) && digitAt(text, at, to) < 0) break;
    total += value * size;
    last = size;
    units++;
    end = at;
    at = skipSpaces(text, at, Math.min(to, at + 1));
  }
  if (units === 0 || (units === 1 && last !== 1)) return null;
  return { time: isTime(total * 1000) ? total * 1000 : null, end, fine: false, bare: units > 1, hours: units > 2 };
}

function digitAt(text: string, at: number, to: number): number {
  return at < to ? digitValue(text.charCodeAt(at)) : -1;
}

/** `12.34s` or `12.34`: seconds with a fraction, as recognisers print them between brackets. */
function readPlainSeconds(text: string, from: number, to: number): Moment | null {
  let at = from;
  while (digitAt(text, at, to) >= 0 && at - from < 7) at++;
  if (text.charAt(at) !== '.' || digitAt(text, at + 1, to) < 0) return null;
  at++;
  while (digitAt(text, at, to) >= 0 && at - from < 16) at++;
  const time = Math.round(Number(text.slice(from, at)) * 1000);
  if (Number.isNaN(time)) return null;
  if (text.charAt(at) === 's') at++;
  return { time: isTime(time) ? time : null, end: at, fine: true, bare: false, hours: false };
}

const RANGE_SIGNS = ['-->', '->', '→', '–', '—', '-', '~', 'to '];

/** Of these signs the first characters. */
const BEGINS_RANGE = new CharSet('-→–—~t');

function readRangeEnd(text: string, from: number, to: number): Moment | null {
  const at = skipSpaces(text, from, to);
  if (at >= to || !BEGINS_RANGE.has(text.charCodeAt(at))) return null;
  for (const sign of RANGE_SIGNS) {
    if (text.startsWith(sign, at) && at + sign.length <= to) {
      const end = readMoment(text, skipSpaces(text, at + sign.length, to), to);
      return end !== null && (end.bare || end.fine) ? end : null;
    }
  }
  return null;
}

/** Index after the closing brackets (and a Markdown link's target); -1 when something else stands inside them. */
function closeBrackets(text: string, from: number, to: number): number {
  let at = from;
  let closed = 0;
  for (; at < to; at++) {
    const char = text.charAt(at);
    if (char === '(' && closed > 0 && text.charAt(at - 1) === ']') {
      const end = text.indexOf(')', at);
      if (end < 0 || end >= to) return at;
      at = end;
    } else if (CLOSERS.has(text.charCodeAt(at))) closed++;
    else if (!MARKS.has(text.charCodeAt(at)) && !(closed === 0 && isSpace(text.charCodeAt(at)))) break;
  }
  return closed > 0 ? at : -1;
}

function skipMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charAt(at) === '*' || text.charAt(at) === '`')) at++;
  return at;
}

/** A number that goes on (`1:02:03:04:05`, `12:30-ish`) or a time of day (`3:30pm`) is no stamp. */
function isMisread(text: string, after: number, to: number): boolean {
  if (after >= to) return false;
  const code = text.charCodeAt(after);
  if (digitValue(code) >= 0) return true;
  const next = text.charAt(after);
  if ((next === ':' || next === '/' || next === '%') && digitAt(text, after + 1, to) >= 0) return true;
  return isDayHalf(text, skipSpaces(text, after, to), to);
}

function isDayHalf(text: string, at: number, to: number): boolean {
  const half = text.slice(at, Math.min(to, at + 4)).toLowerCase();
  if (half.startsWith('a.m.') || half.startsWith('p.m.')) return true;
  return (half.startsWith('am') || half.startsWith('pm')) && !isWordCharacter(text.charCodeAt(at + 2));
}

/** Letters and digits, roughly: everything from U+00C0 on counts. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f) && !isSpace(code);
}

/** The next time between brackets among words; round ones only where hours are written, as prose writes `(10:30)`. */
export function nextInlineStamp(text: string, from: number, to: number): Stamp | null {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 91 && code !== 40) continue;
    const stamp = readStamp(text, at, to);
    if (stamp !== null && stamp.start !== null && (code === 91 || stamp.hours)) {
      // An escape before the bracket belongs to it.
      return text.charAt(at - 1) === '\\' && at > from ? { ...stamp, from: at - 1 } : stamp;
    }
  }
  return null;
}

/** A time that stands nowhere in the text any more. */
export function bareStamp(start: number): Stamp {
  return { start, end: null, from: 0, after: 0, bracketed: false, fine: false, hours: false };
}
