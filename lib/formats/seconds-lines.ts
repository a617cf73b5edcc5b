/** Lines that begin with seconds as programs print them: `12.34 words`, `12.34 - 15.6: words`, `12.3s: words`. */
import type { SourceCue } from '../transcript/source';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { recognised } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cueFromText } from './spoken-words';
import { timeFromSeconds } from './times';

export const secondsLines: Shape = { id: 'seconds-lines', name: 'Lines with seconds', guess, parse };

/** The fraction, the `s` or the end tells it from numbered lines. */
const HEAD =
  /^\s{0,20}(?:(\d{1,6}\.\d{1,6})s?|(\d{1,6})s)(?:\s{0,3}(?:-|–|-->|->|→|\t|,)\s{0,3}(\d{1,6}(?:\.\d{1,6})?)s?)?(?:\s{0,3}[:|\-–]\s{0,3}|\s{1,20})(?=\S)/;

/** Reaches behind the longest head. */
const REACH = 90;

/** Lines looked at to tell the shape. */
const MOST_LINES = 100;
const FEWEST = 3;

/** Words a second: slower and faster lines are numbered sections, prices or measurements. */
const SLOWEST = 0.2;
const FASTEST = 8;

function guess(text: string): Guess | null {
  const walker = new LineWalker(text);
  const pace = { lines: 0, fitting: 0, ended: 0, ordered: 0, first: 0, last: 0, words: 0 };
  while (pace.lines < MOST_LINES && walker.next()) {
    if (walker.isBlank) continue;
    pace.lines++;
    const head = headOf(walker);
    if (head === null) continue;
    if (pace.fitting === 0) pace.first = head.start;
    else if (head.start >= pace.last) pace.ordered++;
    if (pace.fitting > 0)
      pace.words += walker.text.slice(head.after, Math.min(walker.end, head.after + 2000)).split(' ').length;
    pace.fitting++;
    if (head.end !== null) pace.ended++;
    pace.last = head.start;
  }
  const { lines, fitting, ended, ordered, first, last, words } = pace;
  if (fitting < FEWEST || fitting * 10 < lines * 9 || ordered * 20 < (fitting - 1) * 19) return null;
  const perSecond = (words * 1000) / Math.max(1, last - first);
  if (perSecond < SLOWEST || perSecond > FASTEST) return null;
  return {
    confidence: fitting > 5 || ended === fitting ? 0.93 : 0.86,
    evidence: `${fitting} lines of \`seconds words\``,
  };
}

interface Head {
  /** Milliseconds. */
  readonly start: number;
  readonly end: number | null;
  readonly after: number;
}

function headOf({ text, start, end }: LineWalker): Head | null {
  const match = HEAD.exec(text.slice(start, Math.min(end, start + REACH)));
  const time = match === null ? null : timeFromSeconds(match[1] ?? match[2]);
  if (match === null || time === null) return null;
  return {
    start: time,
    end: match[3] === undefined ? null : timeFromSeconds(match[3]),
    after: start + match[0].length,
  };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const cues: (SourceCue | null)[] = [];
  const walker = new LineWalker(text);
  let head: Pick<Head, 'start' | 'end'> = { start: 0, end: null };
  let lines: string[] = [];
  const close = () => {
    cues.push(cueFromText(lines.join('\n'), [], { ...head, speaker: null }));
    lines = [];
  };
  while (walker.next() && cues.length < MAX_CUES) {
    const own = headOf(walker);
    if (own !== null) {
      close();
      head = own;
    }
    lines.push(text.slice(own?.after ?? walker.start, walker.end));
  }
  close();
  return recognised(cues);
}
