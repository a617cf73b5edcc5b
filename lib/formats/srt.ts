/** SubRip: numbered cues with `HH:MM:SS,mmm --> HH:MM:SS,mmm`. There is no standard, so everything that is met is read. */
import type { SourceCue } from '../transcript/source';
import { isPlain, tidyText } from './clean-text';
import { readCueBlocks } from './cue-blocks';
import { reportNegative, settleEnd } from './cue-times';
import { decodeEntities } from './entities';
import { finishCues } from './finish-cues';
import { findMark, joinMarked, type Mark } from './highlighted';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { LineWalker, skipSpaces } from './lines';
import { endsInOverride, overrideTail, stripMarkup, stripOverrides } from './markup';
import { Problems } from './problems';
import { unrollCues } from './rolling';
import type { Guess, Parsed, Shape } from './shape';
import { countTimingLines } from './timing-count';

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const cues: SourceCue[] = [];
  let emptyCues = 0;
  let isOverrideOpen = false;
  const lines = new LineWalker(text, byteOrderMark(text));
  readCueBlocks(lines, { isWebVtt: false }, problems, (times, line, settings, from, to) => {
    const isUntouched = !isOverrideOpen && (times.isPlain || (settings === '' && isPlain(text, from, to)));
    const raw = text.slice(from, to);
    let words = raw;
    if (!isUntouched) {
      const body = settings === '' ? raw : rawWords(settings, raw);
      const whole = isOverrideOpen ? body.slice(overrideTail(body)) : body;
      isOverrideOpen = endsInOverride(whole);
      words = readSubRipText(whole);
    }
    if (words === '') {
      emptyCues++;
      return;
    }
    const { start, end, isNegative } = times;
    if (isNegative) reportNegative(line, problems);
    cues.push({ start, end: settleEnd(start, end, line, problems), text: words });
  });
  const told = joinMarked(cues, problems, () => marksOf(text)) ?? unrollCues(cues, problems);
  return finishCues(told, problems, { emptyCues });
}

/** The second reading that tells what is marked in each caption: few files need it. */
function marksOf(text: string): (Mark | null)[] {
  const marks: (Mark | null)[] = [];
  const lines = new LineWalker(text, byteOrderMark(text));
  readCueBlocks(lines, { isWebVtt: false }, new Problems(), (_times, _line, settings, from, to) => {
    const body = settings === '' ? text.slice(from, to) : rawWords(settings, text.slice(from, to));
    if (readSubRipText(body) !== '') marks.push(findMark(body, readSubRipText));
  });
  return marks;
}

/** Where the text starts behind a byte order mark. */
export function byteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** What a reader sees of a SubRip cue: tags and override codes gone, entities decoded, lines kept. */
export function readSubRipText(body: string): string {
  // Each looks for its own sign first and returns the text as it is where there is none.
  return tidyText(decodeEntities(stripMarkup(breakLines(stripOverrides(body)))));
}

/** `\N`, as SubStation breaks lines and converters forget to, and its hard space. */
function breakLines(body: string): string {
  if (!body.includes('\\')) return body;
  return body.replaceAll('\\N', '\n').replace(/\\h(?![a-z])/g, '\u00a0');
}

/** Some files put the first words on the line of the times, where others have coordinates. */
function rawWords(settings: string, body: string): string {
  const from = skipSpaces(settings, 0, settings.length);
  if (from === settings.length || isSettings(settings, from)) return body;
  const first = settings.slice(from);
  return body === '' ? first : `${first}\n${body}`;
}

/** `X1:40 X2:600 Y1:20 Y2:50`, `align:start position:0%`. */
function isSettings(text: string, from: number): boolean {
  const end = text.length;
  for (let at = from; at < end; ) {
    const tokenFrom = at;
    let colon = -1;
    for (; at < end && skipSpaces(text, at, end) === at; at++) if (text.charCodeAt(at) === 58 && colon < 0) colon = at;
    if (colon <= tokenFrom || colon === at - 1) return false;
    at = skipSpaces(text, at, end);
  }
  return true;
}

function guess(text: string): Guess | null {
  const head = text.slice(0, 64).trimStart();
  if (head.startsWith('WEBVTT') || head.startsWith('<')) return null;
  const { count, comma } = countTimingLines(text);
  if (count === 0) return null;
  const evidence = `${count === 1 ? 'a line' : `${count} lines`} of \`00:00:01,000 --> 00:00:02,000\``;
  return { confidence: comma > 0 || count > 2 ? 0.97 : 0.9, evidence };
}

export const srt: Shape = { id: 'srt', name: 'SubRip subtitles', guess, parse };
