/** One tolerant reader for every clock people and programs write, and the bounds every time is held to. */
import { MAX_TIME } from '../transcript/units';

/** A clock as written, `1:02:03,450`; what it is worth is for the caller to judge. */
export interface Clock {
  /** Milliseconds, a whole number. May lie beyond `MAX_TIME`: see `isTime`. Frames of a fourth field are not in it. */
  readonly time: number;
  /** Index just after the clock. */
  readonly end: number;
  /** Numbers between colons: 2 is `M:SS`, 3 is `H:MM:SS`, 4 is `H:MM:SS:FF`. */
  readonly fields: number;
  /** Digits after the decimal point or comma; 0 where there is none. */
  readonly fractionDigits: number;
  /** True when every field after the first has two digits and is below 60, as a careful program writes it. */
  readonly regular: boolean;
  /** The fourth field of a time code counted in frames, else null. Three digits there are milliseconds instead. */
  readonly frames: number | null;
}

/** Beyond this a number of digits is only counted on, not added up: the time is far out of bounds already. */
const SATURATED = 1e12;

/** First digits of the other decimal scripts that turn up in machine-translated subtitle files. */
const FOREIGN_ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0xff10,
];

/** 0 to 9 for a decimal digit of any common script, -1 for everything else (NaN included). */
export function digitValue(code: number): number {
  if (code < 0x660) return code >= 48 && code <= 57 ? code - 48 : -1;
  // Most letters beyond Latin and all ideographs end here.
  if (code > 0x17e9 && code < 0xff10) return -1;
  for (const zero of FOREIGN_ZEROS) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
}

/** Frames of a time code that names no rate: between film, PAL and NTSC the error stays under a fifth of a second. */
const ASSUMED_FRAME_RATE = 25;

/** Milliseconds, the frames of a fourth field included. */
export function timeWithFrames({ time, frames }: Clock): number {
  return frames === null ? time : time + Math.min(999, Math.round((frames * 1000) / ASSUMED_FRAME_RATE));
}

function isColon(code: number): boolean {
  return code === 58 || code === 0xff1a || code === 0x2236;
}

function isDecimalMark(code: number): boolean {
  return code === 46 || code === 44 || code === 0xff0c || code === 0xff0e || code === 0x66b || code === 0x60c;
}

/**
 * Reads `M:SS`, `H:MM:SS`, each with or without `.fff` or `,fff` of any length, or `H:MM:SS:FF` and `H;MM;SS;FF`, starting exactly at
 * `from`. Null where no clock starts; a clock is never found in the middle of a longer number's digits because the
 * caller names the place. Fields after the first have one or two digits.
 */
export function readClock(text: string, from: number, to: number = text.length): Clock | null {
  let at = from;
  let total = 0;
  let fields = 0;
  let regular = true;
  let frames: number | null = null;
  let thousandths = 0;
  let hasSemicolon = false;
  for (;;) {
    const fieldStart = at;
    let value = 0;
    let digit = at < to ? digitValue(text.charCodeAt(at)) : -1;
    while (digit >= 0) {
      if (value < SATURATED) value = value * 10 + digit;
      at++;
      digit = at < to ? digitValue(text.charCodeAt(at)) : -1;
    }
    const digits = at - fieldStart;
    if (fields > 0) {
      if (digits === 0 || digits > 3 || (digits === 3 && fields !== 3)) {
        if (fields < 2) return null;
        at = fieldStart - 1;
        break;
      }
      if (digits !== 2 || value > 59) regular = false;
    } else if (digits === 0) return null;
    if (fields === 3) {
      if (digits === 3) thousandths = value;
      else frames = value;
    } else total = total * 60 + value;
    fields++;
    if (fields === 4 || at >= to) break;
    const mark = text.charCodeAt(at);
    if (mark === 59 && at + 1 < to && digitValue(text.charCodeAt(at + 1)) >= 0) hasSemicolon = true;
    else if (!isColon(mark)) break;
    at++;
  }
  // Semicolons say that a time code drops frames; elsewhere they are punctuation.
  if (fields < 2 || (hasSemicolon && fields < 4)) return null;
  const fractionTo = fields < 4 ? fractionEnd(text, at, to) : at;
  return {
    time: total * 1000 + thousandths + (fractionTo > at ? readThousandths(text, at + 1, fractionTo) : 0),
    end: fractionTo,
    fields,
    fractionDigits: Math.max(0, fractionTo - at - 1),
    regular,
    frames,
  };
}

/** Index after the digits behind a decimal mark at `from`; `from` when there is no mark or no digit. */
function fractionEnd(text: string, from: number, to: number): number {
  if (from + 1 >= to || !isDecimalMark(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < to && digitValue(text.charCodeAt(at)) >= 0) at++;
  return at === from + 1 ? from : at;
}

/** Digits behind the decimal mark as thousandths, rounded; those beyond the sixth change nothing. */
function readThousandths(text: string, from: number, to: number): number {
  let value = 0;
  let weight = 1000;
  for (let at = from; at < Math.min(to, from + 6); at++) {
    weight /= 10;
    value += digitValue(text.charCodeAt(at)) * weight;
  }
  return Math.round(value);
}

/** True for what a transcript may hold: a finite number between 0 and `MAX_TIME`. */
export function isTime(time: number): boolean {
  return time >= 0 && time <= MAX_TIME;
}

/**
 * A foreign number of milliseconds (`1360`, `"1360"`) as a whole one; null where it is no number or out of bounds.
 * Less than half a second below zero counts as zero: encoders' rounding.
 */
export function timeFromMilliseconds(value: unknown): number | null {
  const number = typeof value === 'string' ? parseDecimal(value) : value;
  if (typeof number !== 'number' || !(number >= -500 && number <= MAX_TIME)) return null;
  return Math.max(0, Math.round(number));
}

/** A foreign number of seconds (`1.36`, `"1.36"`, `"1.36s"`) in whole milliseconds; null as above. */
export function timeFromSeconds(value: unknown): number | null {
  const number = typeof value === 'string' ? parseDecimal(value.endsWith('s') ? value.slice(0, -1) : value) : value;
  return typeof number === 'number' ? timeFromMilliseconds(number * 1000) : null;
}

/** Longer than any number that means something; guards against megabytes of digits. */
const LONGEST_NUMBER = 40;

/** A decimal number as JSON and XML write it, white space around it allowed; null for anything else, hex and `Infinity` included. */
export function parseDecimal(text: string): number | null {
  const plain = parseDigits(text);
  if (plain >= 0) return plain;
  const trimmed = text.length <= 2 * LONGEST_NUMBER ? text.trim() : '';
  if (trimmed === '' || trimmed.length > LONGEST_NUMBER) return null;
  for (let at = 0; at < trimmed.length; at++) {
    const code = trimmed.charCodeAt(at);
    const isPart =
      (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 43 || code === 69 || code === 101;
    if (!isPart) return null;
  }
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** The value of up to nine ASCII digits and nothing else, as most numbers are; -1 for all others. */
function parseDigits(text: string): number {
  if (text.length > 9 || text.length === 0) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
