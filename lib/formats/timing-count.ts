import { indexOfCode, LineWalker, skipSpaces } from './lines';
import { readTimingLine } from './timing-line';

/** Enough of a text to know by; a file whose first captions come later is no subtitle file. */
const SAMPLE = 100_000;

export interface TimingCount {
  /** Lines `start --> end` in the first part of the text. */
  readonly count: number;
  /** Those with a decimal comma. */
  readonly comma: number;
  /** Lines with other words or nothing. */
  readonly others: number;
}

/** Counts for guessing. Only lines that are readable as times count, so words about arrows do not. */
export function countTimingLines(text: string): TimingCount {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let count = 0;
  let comma = 0;
  let others = 0;
  for (const lines = new LineWalker(sample); lines.next(); ) {
    const from = skipSpaces(sample, lines.start, lines.end);
    const timing = from === lines.end ? null : readTimingLine(sample, from, lines.end);
    if (timing === null || timing.start === null) others++;
    else {
      count++;
      if (indexOfCode(sample, 44, from, lines.end) > 0) comma++;
    }
  }
  return { count, comma, others };
}
