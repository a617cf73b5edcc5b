/** The way nearly all lines of times are written, read without a detour. */
import { digitValue } from './times';

/** Characters of `00:00:01,000` and of ` --> `. */
const PLAIN_CLOCK = 12;
const PLAIN_ARROW = 5;
const PLAIN_LINE = 2 * PLAIN_CLOCK + PLAIN_ARROW;

/** Times to be overwritten by the next line, so that a file of a million lines needs no million objects. */
export interface PlainTimes {
  start: number;
  end: number;
  isStandard: boolean;
}

/**
 * Reads a line that begins exactly as nearly all are written, `00:00:01,000 --> 00:00:02,000`, into `times` and returns the index
 * after it; -1, and `times` as they were, for all other lines.
 */
export function readPlainTimes(text: string, from: number, to: number, times: PlainTimes): number {
  // Most lines of words end at the first of these looks.
  if (to - from < PLAIN_LINE || !isPlainArrow(text, from + PLAIN_CLOCK)) return -1;
  const start = readPlainClock(text, from);
  const end = readPlainClock(text, from + PLAIN_CLOCK + PLAIN_ARROW);
  if (start < 0 || end < 0 || digitValue(text.charCodeAt(from + PLAIN_LINE)) >= 0) return -1;
  times.start = start;
  times.end = end;
  times.isStandard = text.charCodeAt(from + 8) === 46 && text.charCodeAt(from + 25) === 46;
  return from + PLAIN_LINE;
}

/** ` --> `, looked at from its middle on. */
function isPlainArrow(text: string, at: number): boolean {
  if (text.charCodeAt(at + 2) !== 45 || text.charCodeAt(at + 1) !== 45 || text.charCodeAt(at + 3) !== 62) return false;
  return text.charCodeAt(at) === 32 && text.charCodeAt(at + 4) === 32;
}

/** `HH:MM:SS,mmm` or `HH:MM:SS.mmm`, the minutes and seconds below 60; -1 for anything else. */
function readPlainClock(text: string, at: number): number {
  const mark = text.charCodeAt(at + 8);
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58 || (mark !== 44 && mark !== 46)) return -1;
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  const seconds = twoDigits(text, at + 6);
  const tenths = text.charCodeAt(at + 9) - 48;
  const rest = twoDigits(text, at + 10);
  if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || tenths < 0 || tenths > 9 || rest < 0)
    return -1;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + tenths * 100 + rest;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
