/** How alike two tokens sound, from their letters alone: enough to pair Ganz with GANs, not to judge spelling. */

/** Longer tokens are compared by their first letters: one machine word holds the state of the comparison. */
const MOST = 31;

/**
 * The least number of letters to insert, delete, replace or swap with a neighbour to make one word of the other (optimal string
 * alignment), by Hyyrö's bit-parallel method. Letters beyond the 31st of `pattern` are not looked at.
 */
export function editDistance(pattern: string, text: string): number {
  return scan(pattern, pattern.length > MOST ? text.slice(0, MOST) : text, false);
}

/** As `editDistance`, to the nearest beginning of `text`: for a word still being typed. */
export function prefixDistance(pattern: string, text: string): number {
  return scan(pattern, text, true);
}

function scan(pattern: string, text: string, prefix: boolean): number {
  const length = Math.min(pattern.length, MOST);
  if (length === 0) return prefix ? 0 : text.length;
  const top = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let diagonal = 0;
  let before = 0;
  let distance = length;
  let least = length;
  for (let i = 0; i < text.length; i++) {
    const here = positions(pattern, length, text.charCodeAt(i));
    const swapped = ((~diagonal & here) << 1) & before;
    diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
    const rise = minus | ~(diagonal | plus);
    const fall = diagonal & plus;
    if (rise & top) distance++;
    else if (fall & top) distance--;
    // Without the low bit the start of the text is free; with it every skipped letter counts.
    const shifted = (rise << 1) | 1;
    plus = (fall << 1) | ~(diagonal | shifted);
    minus = diagonal & shifted;
    before = here;
    if (distance < least) least = distance;
  }
  return prefix ? least : distance;
}

function positions(pattern: string, length: number, code: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) if (pattern.charCodeAt(i) === code) bits |= 1 << i;
  return bits;
}

/** 1 for equal, 0 for nothing in common: one minus the edits for each letter of the longer. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  if (shortest === 0 || shortest * 2 < longest) return 0;
  return Math.max(0, 1 - editDistance(a, b) / longest);
}
