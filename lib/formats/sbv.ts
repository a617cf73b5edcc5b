/** SubViewer as YouTube downloads it: `0:00:00.599,0:00:04.160`, lines of words, a blank line. */
import type { SourceCue } from '../transcript/source';
import { readCueBlocks } from './cue-blocks';
import { settleEnd } from './cue-times';
import { finishCues } from './finish-cues';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { LineWalker, skipSpaces } from './lines';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { byteOrderMark, readSubRipText } from './srt';
import { isTime, readClock } from './times';
import type { TimingLine } from './timing-line';

/** Two clocks with nothing but a comma between them, alone on their line. */
function readSbvTiming(text: string, from: number, to: number): TimingLine | null {
  const start = readClock(text, from, to);
  if (start === null || text.charCodeAt(start.end) !== 44) return null;
  const endFrom = skipSpaces(text, start.end + 1, to);
  const end = readClock(text, endFrom, to);
  if (end === null) return null;
  const after = skipSpaces(text, end.end, to);
  if (after < to) return null;
  return {
    start: isTime(start.time) ? start.time : null,
    end: isTime(end.time) ? end.time : null,
    after,
    isStandard: true,
    isNegative: false,
  };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const rules = { isWebVtt: false, readTiming: readSbvTiming };
  const cues: SourceCue[] = [];
  let emptyCues = 0;
  readCueBlocks(new LineWalker(text, byteOrderMark(text)), rules, problems, (times, line, _settings, from, to) => {
    const words = readSubRipText(text.slice(from, to).replaceAll('[br]', '\n').replaceAll('[BR]', '\n'));
    const { start, end } = times;
    if (words === '') emptyCues++;
    else cues.push({ start, end: settleEnd(start, end, line, problems), text: words });
  });
  return finishCues(cues, problems, { emptyCues });
}

/** A file begins with its first times, or with a header of SubViewer. */
const SAMPLE = 20_000;

function guess(text: string): Guess | null {
  const sample = text.slice(0, SAMPLE);
  let count = 0;
  for (const lines = new LineWalker(sample); lines.next(); ) {
    const from = skipSpaces(sample, lines.start, lines.end);
    if (from < lines.end && readSbvTiming(sample, from, lines.end) !== null) count++;
  }
  if (count === 0) return null;
  return { confidence: count > 1 ? 0.97 : 0.9, evidence: `${count} lines of \`0:00:01.000,0:00:02.000\`` };
}

export const sbv: Shape = { id: 'sbv', name: 'SubViewer captions', guess, parse };
