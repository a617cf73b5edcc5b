/** Times that stand alone on their lines, with what they belong to above or below. */
import type { PageLine } from './read-lines';
import { takeLeadingTime } from './stated-times';

export function isLoneTime({ mark, text }: PageLine): boolean {
  return mark === 'plain' && takeLeadingTime(text)?.text === '';
}

/** At least two times alone on their lines, each right below words, the last with nothing below. */
export function areTitlesAbove(lines: readonly PageLine[]): boolean {
  let count = 0;
  let last = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !isLoneTime(line)) continue;
    const above = lines[at - 1];
    if (!above || above.mark === 'blank' || isLoneTime(above)) return false;
    count++;
    last = at;
  }
  return count > 1 && (lines[last + 1]?.mark ?? 'blank') === 'blank';
}
