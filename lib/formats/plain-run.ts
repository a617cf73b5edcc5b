/**
 * The shortcut for what nearly all subtitle files are made of: times, words, one blank line, a number. Such stretches are read
 * without looking at single lines; at the first cue that is anything else the block reader takes over. It would find the same.
 */
import { isPlain } from './clean-text';
import { type PlainTimes, readPlainTimes } from './plain-times';
import { mayBeTiming } from './timing-line';

/** Longer bodies are no plain cues. */
const LONGEST_BODY = 1000;
const LONGEST_NUMBER = 9;

/** Where a run is: behind the line of an open cue's times. */
export interface PlainRun {
  /** Of the open cue. */
  readonly times: PlainTimes;
  /** 1-based line of the times. */
  line: number;
  /** Index of the line after them. */
  at: number;
  /** The last number read before times; as it was where no number stood. */
  number: number;
}

/** The times of the next cue while the last one is handed over. */
const next: PlainTimes = { start: 0, end: 0, isStandard: false };

/**
 * Moves the run behind the next cue's times and returns the index after the open cue's words; -1, and nothing moved, where
 * something is not plain.
 */
export function stepPlainRun(text: string, run: PlainRun): number {
  const from = run.at;
  let line = run.line + 1;
  let end = from;
  // Row by row, to the line feed that another one follows. Searching for single characters is what engines do fastest.
  for (let at = from; ; at = end + 1, line++) {
    end = text.indexOf('\n', at);
    if (end <= at || end - from > LONGEST_BODY || mayBeTiming(text, at, end)) return -1;
    if (text.charCodeAt(end + 1) === 10) break;
  }
  if (!isPlain(text, from, end)) return -1;
  let at = end + 1;
  for (; text.charCodeAt(at) === 10; at++) line++;
  line++;
  let { number } = run;
  const numberEnd = isDigit(text.charCodeAt(at)) ? endOfNumber(text, at) : -1;
  if (numberEnd > 0) {
    number = numberOf(text, at, numberEnd);
    at = numberEnd + 1;
    line++;
  }
  const after = readPlainTimes(text, at, text.length, next);
  if (after < 0 || text.charCodeAt(after) !== 10) return -1;
  run.line = line;
  run.at = after + 1;
  run.number = number;
  return end;
}

/** Makes the times just found those of the open cue. */
export function openNext(run: PlainRun): void {
  run.times.start = next.start;
  run.times.end = next.end;
  run.times.isStandard = next.isStandard;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Index of the line feed behind a line of digits; -1 when the line is none (times begin with digits too). */
function endOfNumber(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at)) && at - from <= LONGEST_NUMBER) at++;
  return text.charCodeAt(at) === 10 ? at : -1;
}

function numberOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
