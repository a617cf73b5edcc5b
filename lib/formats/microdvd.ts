/** Two old shapes of one line for each cue: MicroDVD `{frame}{frame}words|words` and MPL2 `[tenths][tenths]words|words`. */
import type { SourceCue } from '../transcript/source';
import { tidyRows } from './clean-text';
import { settleEnd } from './cue-times';
import { decodeEntities } from './entities';
import { finishCues } from './finish-cues';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker, skipSpaces } from './lines';
import { stripMarkup, stripOverrides } from './markup';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { isTime, parseDecimal } from './times';

interface Frames {
  readonly start: number;
  readonly end: number | null;
  /** Index of the words. */
  readonly after: number;
}

/** `{123}{456}` or `[123][456]`, the second number optional. Null when the line does not begin so. */
function readFrames(text: string, from: number, to: number, open: number, close: number): Frames | null {
  const first = readBracket(text, from, to, open, close);
  if (first === null || first.value === null) return null;
  const second = readBracket(text, first.after, to, open, close);
  return second === null ? null : { start: first.value, end: second.value, after: second.after };
}

interface Bracket {
  readonly value: number | null;
  readonly after: number;
}

function readBracket(text: string, from: number, to: number, open: number, close: number): Bracket | null {
  if (from >= to || text.charCodeAt(from) !== open) return null;
  let value = 0;
  let at = from + 1;
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    if (value < 1e12) value = value * 10 + digit;
  }
  if (at >= to || text.charCodeAt(at) !== close) return null;
  return { value: at === from + 1 ? null : value, after: at + 1 };
}

/** Films' rate, which files without a rate of their own were mostly made for. */
const ASSUMED_FRAME_RATE = 23.976;
const TENTHS = 10;

interface Rules {
  readonly open: number;
  readonly close: number;
  /** Units in a second; null: frames, whose rate the first line tells. */
  readonly rate: number | null;
}

const MICRODVD: Rules = { open: 123, close: 125, rate: null };
const MPL2: Rules = { open: 91, close: 93, rate: TENTHS };

function read(text: string, rules: Rules): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const cues: SourceCue[] = [];
  let rate = rules.rate;
  let emptyCues = 0;
  for (const lines = new LineWalker(text); lines.next() && cues.length < MAX_CUES; ) {
    const from = skipSpaces(text, lines.start, lines.end);
    if (from === lines.end || text.startsWith('{DEFAULT}', from)) continue;
    const frames = readFrames(text, from, lines.end, rules.open, rules.close);
    if (frames === null) {
      problems.add('cue-without-time', lines.number, 'A line without a time was left out.');
      continue;
    }
    const raw = text.slice(frames.after, lines.end);
    const stated = rate === null ? readRate(frames, raw) : null;
    if (stated !== null) {
      rate = stated;
      continue;
    }
    rate ??= assumeRate(problems);
    const words = readWords(raw);
    if (words === '') emptyCues++;
    else {
      const start = toTime(frames.start, rate);
      cues.push({ start, end: settleEnd(start, toTime(frames.end, rate), lines.number, problems), text: words });
    }
  }
  if (cues.length >= MAX_CUES) problems.add('too-many-cues', null, 'Only the first million captions were read.');
  return finishCues(cues, problems, { emptyCues });
}

/** `{1}{1}25` or `{0}{0}23.976` on the first line. */
function readRate(frames: Frames, raw: string): number | null {
  if (frames.start > 1 || frames.end === null || frames.end > 1) return null;
  const rate = parseDecimal(raw.slice(0, 20).replace(',', '.').replace(/fps$/i, ''));
  return rate !== null && rate >= 5 && rate <= 240 ? rate : null;
}

function assumeRate(problems: Problems): number {
  problems.add(
    'frame-rate-assumed',
    1,
    `The times are counted in frames and the file does not say how many make a second; ${ASSUMED_FRAME_RATE} were assumed.`,
  );
  return ASSUMED_FRAME_RATE;
}

function toTime(units: number | null, rate: number): number | null {
  if (units === null) return null;
  const time = Math.round((units * 1000) / rate);
  return isTime(time) ? time : null;
}

/** `|` breaks lines, `/` before one means italics, `{y:i}` and `{C:$0000ff}` are styles. */
function readWords(raw: string): string {
  const text = stripMarkup(stripOverrides(raw));
  return tidyRows(decodeEntities(text.includes('/') ? withoutSlashes(text) : text), BAR);
}

const BAR = 124;

function withoutSlashes(text: string): string {
  const inner = text.replace(/\|\//g, '|');
  const from = skipSpaces(inner, 0, inner.length);
  return inner.charCodeAt(from) === 47 ? inner.slice(from + 1) : inner;
}

const SAMPLE = 20_000;

function guess(text: string, rules: Rules, what: string): Guess | null {
  const sample = text.slice(0, SAMPLE);
  let count = 0;
  let others = 0;
  for (const lines = new LineWalker(sample); lines.next(); ) {
    const from = skipSpaces(sample, lines.start, lines.end);
    if (from === lines.end) continue;
    if (readFrames(sample, from, lines.end, rules.open, rules.close) !== null) count++;
    else others++;
  }
  if (count === 0 || others > count / 4 + 1) return null;
  return { confidence: count > 2 ? 0.96 : 0.85, evidence: `${count} lines of ${what}` };
}

export const microdvd: Shape = {
  id: 'microdvd',
  name: 'MicroDVD subtitles',
  guess: (text) => guess(text, MICRODVD, '`{frame}{frame}words`'),
  parse: (text) => read(text, MICRODVD),
};

export const mpl2: Shape = {
  id: 'mpl2',
  name: 'MPL2 subtitles',
  guess: (text) => guess(text, MPL2, '`[time][time]words`'),
  parse: (text) => read(text, MPL2),
};
