/** Some fields swallow line ends: then a whole copy of timed lines is one line, `0:00 words 0:04 words 0:09 words`. */
import { readStamp, type Stamp } from './stamps';

/** A text of more lines has kept its line ends. */
const MOST_LINES = 3;

/** Fewer times could be spoken ones. */
const FEWEST_TIMES = 4;

/** Milliseconds: lines of a transcript follow each other within this. */
const LONGEST_LINE = 60_000;

/** The text with a line end before each time, when it is one long line with times in order; else the text as it is. */
export function unfoldTimes(text: string): string {
  const ends = countLineEnds(text);
  if (ends >= MOST_LINES) return text;
  const stamps = stampsIn(text);
  // A time or two in each line are how its writer set it.
  if (stamps.length < FEWEST_TIMES || (ends > 0 && stamps.length < 3 * (ends + 1)) || (stamps[0]?.from ?? 0) > 200)
    return text;
  let inOrder = 0;
  for (const [index, stamp] of stamps.entries()) {
    const step = (stamp.start ?? 0) - (stamps[index - 1]?.start ?? 0);
    if (index > 0 && step >= 0 && step <= LONGEST_LINE) inOrder++;
  }
  if (inOrder * 10 < (stamps.length - 1) * 9) return text;
  const parts: string[] = [];
  let copied = 0;
  for (const { from } of stamps) {
    parts.push(text.slice(copied, from));
    copied = from;
  }
  return [...parts, text.slice(copied)].join('\n').trimStart();
}

function countLineEnds(text: string): number {
  let ends = 0;
  for (let at = 0; at < text.length && ends < MOST_LINES; at++) {
    const code = text.charCodeAt(at);
    // A line end at the very end begins no line.
    if ((code === 10 || code === 13) && at < text.length - 1) ends++;
  }
  return ends;
}

function stampsIn(text: string): Stamp[] {
  const stamps: Stamp[] = [];
  let afterSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (afterSpace && ((code >= 48 && code <= 57) || code === 91 || code === 40)) {
      const stamp = readStamp(text, at, text.length);
      if (stamp !== null && stamp.start !== null) {
        stamps.push(stamp);
        at = stamp.after - 1;
      } else if (code >= 48 && code <= 57) {
        // The rest of the number is not looked at again.
        while (at + 1 < text.length && text.charCodeAt(at + 1) >= 48 && text.charCodeAt(at + 1) <= 58) at++;
      }
    }
    afterSpace = code <= 32;
  }
  return stamps;
}
