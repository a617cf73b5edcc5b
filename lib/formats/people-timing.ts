/** What the times of a person's text tell about themselves. */
import type { SourceCue } from '../transcript/source';

/** Milliseconds. No recording begins this late, but conversations do. */
const LATE = 5 * 3_600_000;

export function areTimesOfDay(cues: readonly SourceCue[]): boolean {
  const first = cues.find((cue) => cue.start !== null)?.start ?? 0;
  const last = cues.at(-1)?.start ?? first;
  return first > LATE && last - first < first && last < 86_400_000;
}

/** Half of the units are longer than this: blocks, not lines. */
const BLOCK = 30_000;

/** Most units are longer than lines are. */
export function isSparse(timed: readonly SourceCue[]): boolean {
  if (timed.length < 3) return false;
  let long = 0;
  for (let index = 1; index < timed.length; index++) {
    if ((timed[index]?.start ?? 0) - (timed[index - 1]?.start ?? 0) > BLOCK) long++;
  }
  return long * 2 > timed.length - 1;
}
