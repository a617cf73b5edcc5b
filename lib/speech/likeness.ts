/** How alike two tokens sound, from their letters alone: enough to pair Ganz with GANs, not to judge spelling. */

/** One machine word holds the state of the comparison of tokens up to this length. */
const MOST = 31;
/** Longer strings are compared by the textbook's table, up to this many letters of each. */
const LONGEST = 1_000;

/** Measures one word against many. */
export interface Comparer {
  /**
   * The least number of letters to insert, delete, replace or swap with a neighbour to make one word of the other (optimal string
   * alignment). Letters beyond the thousandth are not looked at.
   */
  distance(text: string): number;
  /** As `distance`, to the nearest beginning of `text`: for a word still being typed. */
  prefixDistance(text: string): number;
}

export function comparer(pattern: string): Comparer {
  const places = new Int32Array(128);
  fillPlaces(places, pattern);
  return {
    distance: (text) => scan(places, pattern, text, false),
    prefixDistance: (text) => scan(places, pattern, text, true),
  };
}

/** Filled for one comparison and emptied after it: a table for each would cost more than the comparison. */
const shared = new Int32Array(128);

/** `Comparer.distance` of two words, when each is compared but once or twice. */
export function editDistance(pattern: string, text: string): number {
  fillPlaces(shared, pattern);
  const distance = scan(shared, pattern, text, false);
  for (let i = 0; i < pattern.length && i < MOST; i++) shared[pattern.charCodeAt(i) & 127] = 0;
  return distance;
}

/** For each ASCII letter the places where the pattern has it, a bit each. */
function fillPlaces(places: Int32Array, pattern: string): void {
  for (let i = 0; i < pattern.length && i < MOST; i++) {
    const code = pattern.charCodeAt(i);
    if (code < 128) places[code] = (places[code] ?? 0) | (1 << i);
  }
}

/** Hyyrö's bit-parallel method: the column of the table of distances lives in two machine words. */
function scan(places: Int32Array, pattern: string, text: string, toBeginning: boolean): number {
  const { length } = pattern;
  const end = Math.min(text.length, LONGEST);
  if (length === 0) return toBeginning ? 0 : end;
  if (length > MOST) return byTable(pattern.slice(0, LONGEST), text.slice(0, LONGEST), toBeginning);
  const top = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let diagonal = 0;
  let before = 0;
  let distance = length;
  let least = length;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const here = code < 128 ? (places[code] ?? 0) : otherPlaces(pattern, length, code);
    const swapped = ((~diagonal & here) << 1) & before;
    diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
    const rise = minus | ~(diagonal | plus);
    const fall = diagonal & plus;
    if (rise & top) distance++;
    else if (fall & top) distance--;
    const shifted = (rise << 1) | 1;
    plus = (fall << 1) | ~(diagonal | shifted);
    minus = diagonal & shifted;
    before = here;
    if (distance < least) least = distance;
  }
  return toBeginning ? least : distance;
}

function otherPlaces(pattern: string, length: number, code: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) if (pattern.charCodeAt(i) === code) bits |= 1 << i;
  return bits;
}

function byTable(pattern: string, text: string, toBeginning: boolean): number {
  let before = new Uint16Array(pattern.length + 1);
  let above = Uint16Array.from(before.keys());
  let row = new Uint16Array(pattern.length + 1);
  let least = pattern.length;
  for (let j = 1; j <= text.length; j++) {
    row[0] = j;
    for (let i = 1; i <= pattern.length; i++) {
      const isEqual = pattern.charCodeAt(i - 1) === text.charCodeAt(j - 1);
      let best = Math.min((above[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1, (above[i - 1] ?? 0) + (isEqual ? 0 : 1));
      const isSwapped =
        i > 1 &&
        j > 1 &&
        pattern[i - 1] === text[j - 2] &&
        pattern[i - 2] === text[j - 1] &&
        best > (before[i - 2] ?? 0) + 1;
      if (isSwapped) best = (before[i - 2] ?? 0) + 1;
      row[i] = best;
    }
    least = Math.min(least, row[pattern.length] ?? 0);
    [before, above, row] = [above, row, before];
  }
  return toBeginning ? least : (above[pattern.length] ?? 0);
}

/** 1 for equal, 0 for nothing in common: one minus the edits for each letter of the longer. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  if (shortest === 0 || shortest * 2 < longest) return 0;
  return Math.max(0, 1 - editDistance(a, b) / longest);
}
