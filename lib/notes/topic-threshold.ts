/**
 * From which score a passage is shown as probably meant. A page about this very episode has many lines that fit well, and then its
 * weak lines are probably right too; where hardly any line fits, the page is about something else that shares words with it.
 * Fixed on the given pages against all given episodes.
 */
import type { Passage } from './rank-passages';

const LOWEST = 0.3;
const HIGHEST = 0.52;
/** Of a page with too few lines to judge by. */
const UNJUDGED = 0.4;
const FEWEST = 4;
/** Score from which a line fits well. */
const FITS = 0.47;
/** How fast fitting lines lower the threshold: from a third of them on it is lowest. */
const SLOPE = 0.66;

/** `found`: lines whose very words were found, null for those ranked by topic. */
export function topicThreshold(
  found: readonly ({ readonly state: string } | null)[],
  ranked: readonly (readonly Passage[])[],
): number {
  let lines = 0;
  let fitting = 0;
  found.forEach((located, at) => {
    if (located?.state === 'unsought') return;
    lines++;
    if (located !== null || (ranked[at]?.[0]?.score ?? 0) >= FITS) fitting++;
  });
  if (lines < FEWEST) return UNJUDGED;
  return Math.max(LOWEST, HIGHEST - SLOPE * (fitting / lines));
}
