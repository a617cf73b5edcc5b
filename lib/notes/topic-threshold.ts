/**
 * From which score a passage is shown as probably meant. A page about this very episode has many lines that fit well, and then its
 * weak lines are probably right too; where hardly any line fits, the page is about something else that shares words with it.
 * Fixed on the given pages against all given episodes.
 */

const LOWEST = 0.3;
const HIGHEST = 0.52;
/** Of a page with too few lines to judge by. */
const UNJUDGED = 0.4;
const FEWEST = 4;
/** Score from which a line fits well. */
const FITS = 0.47;
/** How fast fitting lines lower the threshold: from a third of them on it is lowest. */
const SLOPE = 0.66;

/** `fits`: of each line how well it fits, 1 where its very words were found, null where it is not looked for. */
export function topicThreshold(fits: readonly (number | null)[]): number {
  const lines = fits.filter((fit) => fit !== null);
  if (lines.length < FEWEST) return UNJUDGED;
  const fitting = lines.filter((fit) => fit >= FITS).length;
  return Math.max(LOWEST, HIGHEST - SLOPE * (fitting / lines.length));
}
