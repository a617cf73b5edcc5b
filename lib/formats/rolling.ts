/**
 * Captions that roll: each shows the last row of the one before once more above its own, often with a flash of the plain row in
 * between. YouTube's automatic WebVTT is made so, and what was converted from it. Here every row is told once.
 */
import type { SourceCue, SourceWord } from '../transcript/source';
import type { Problems } from './problems';

/**
 * Share of captions that begin with the row before and go on with another, from which on it is the file's way. Where flashes of
 * the plain row stand in between it is a half. Captions that repeat each other whole are no sign: choruses do.
 */
const ROLLING_SHARE = 0.3;
const FEWEST_ROLLED = 3;
/** After so many without a sign of rolling the rest is not looked at. */
const SAMPLE = 200;

export interface RollingHints {
  /** The file says itself that it rolls: YouTube's header and settings. */
  readonly isKnown?: boolean;
}

/** Cues in the order of their times, rows joined by `\n`. Those that do not roll come back as they are. */
export function unrollCues(cues: SourceCue[], problems: Problems, hints: RollingHints = {}): SourceCue[] {
  if (!(hints.isKnown ?? false) && !isRolling(cues)) return cues;
  const unrolled: SourceCue[] = [];
  let shown: readonly string[] = [];
  for (const cue of cues) {
    const rows = cue.text.split('\n');
    const repeated = repeatedRows(shown, rows);
    shown = rows;
    if (repeated === rows.length) continue;
    unrolled.push(repeated === 0 ? cue : withoutRows(cue, rows, repeated));
  }
  const left = cues.length - unrolled.length;
  if (left > 0) problems.add('rolled-lines', null, 'The captions roll: each line came several times and is told once.');
  return unrolled;
}

function isRolling(cues: readonly SourceCue[]): boolean {
  let rolled = 0;
  for (let index = 1; index < cues.length; index++) {
    if (index === SAMPLE && rolled < (ROLLING_SHARE / 2) * SAMPLE) return false;
    const before = cues[index - 1];
    const cue = cues[index];
    if (before === undefined || cue === undefined || !touches(before, cue)) continue;
    if (rollsOn(before.text, cue.text)) rolled++;
  }
  return rolled >= FEWEST_ROLLED && rolled >= ROLLING_SHARE * cues.length;
}

/** Whether a text begins with the last rows of the one before and has more behind them. */
function rollsOn(before: string, text: string): boolean {
  if (!text.includes('\n')) return false;
  const rows = text.split('\n');
  const repeated = repeatedRows(before.split('\n'), rows);
  return repeated > 0 && repeated < rows.length;
}

/** Longest pause between a row and its repetition, in milliseconds. */
const LONGEST_PAUSE = 100;

function touches(before: SourceCue, cue: SourceCue): boolean {
  const { end } = before;
  return end !== null && cue.start !== null && Math.abs(cue.start - end) <= LONGEST_PAUSE;
}

/** How many rows at the start of a caption are the last rows of the one before. Windows have few rows. */
function repeatedRows(shown: readonly string[], rows: readonly string[]): number {
  for (let count = Math.min(shown.length, rows.length, 4); count > 0; count--) {
    let isSame = true;
    for (let index = 0; index < count && isSame; index++) isSame = shown[shown.length - count + index] === rows[index];
    if (isSame) return count;
  }
  return 0;
}

function withoutRows(cue: SourceCue, rows: readonly string[], repeated: number): SourceCue {
  const text = rows.slice(repeated).join('\n');
  if (cue.words === undefined) return { ...cue, text };
  const words = dropCharacters(cue.words, cue.text.length - text.length);
  return { ...cue, text, words };
}

/** The words without their first characters; a word cut in two keeps its second part and the cue's start. */
function dropCharacters(words: readonly SourceWord[], count: number): SourceWord[] {
  const kept: SourceWord[] = [];
  let dropped = 0;
  for (const word of words) {
    const here = Math.min(word.text.length, count - dropped);
    dropped += here;
    if (here < word.text.length) kept.push(here === 0 ? word : { ...word, text: word.text.slice(here) });
  }
  return kept;
}
