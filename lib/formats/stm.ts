/** STM, the segment list of NIST's tools: file, channel, speaker, start, end, a label in angle brackets, words. Seconds. */
import type { SourceCue } from '../transcript/source';
import { tidyLine } from './clean-text';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { recognised } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cueFromText } from './spoken-words';
import { timeFromSeconds } from './times';

export const stm: Shape = { id: 'stm', name: 'Segment list (STM)', guess, parse };

const HEAD = /^(\S{1,200}) (\S{1,20}) (\S{1,100}) (\d{1,6}(?:\.\d{1,6})?) (\d{1,6}(?:\.\d{1,6})?) (?:<[^<>]{0,200}> )?/;

/** Reaches behind the longest head. */
const REACH = 600;

function guess(text: string): Guess | null {
  const walker = new LineWalker(text);
  let lines = 0;
  let fitting = 0;
  while (lines < 50 && walker.next()) {
    if (isComment(walker)) continue;
    lines++;
    if (headOf(walker) !== null) fitting++;
  }
  if (lines < 2 || fitting * 10 < lines * 9) return null;
  return { confidence: 0.95, evidence: `${fitting} lines of \`file channel speaker start end words\`` };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const cues: (SourceCue | null)[] = [];
  const walker = new LineWalker(text);
  while (walker.next() && cues.length < MAX_CUES) {
    const head = isComment(walker) ? null : headOf(walker);
    if (head === null) continue;
    const [whole, , , name = '', start, end] = head;
    const speaker = tidyLine(name) || null;
    // Stretches that count for nothing are marked so.
    if (walker.text.startsWith('ignore_time_segment_in_scoring', walker.start + whole.length)) continue;
    const words = text.slice(walker.start + whole.length, walker.end);
    cues.push(cueFromText(words, [], { start: timeFromSeconds(start), end: timeFromSeconds(end), speaker }));
  }
  return recognised(cues);
}

function isComment(walker: LineWalker): boolean {
  return walker.isBlank || walker.text.startsWith(';;', walker.start);
}

function headOf({ text, start, end }: LineWalker): RegExpExecArray | null {
  const match = HEAD.exec(text.slice(start, Math.min(end, start + REACH)));
  return match !== null && Number(match[4]) <= Number(match[5]) ? match : null;
}
