/** How alike two tokens sound, from their letters alone: enough to pair Ganz with GANs, not to judge spelling. */

/** Longer tokens are compared by their first letters: one machine word holds the state of the comparison. */
const MOST = 31;

/** Measures one word against many. Build it once for each word looked for. */
export interface Comparer {
  /**
   * The least number of letters to insert, delete, replace or swap with a neighbour to make one word of the other (optimal string
   * alignment). Letters beyond the 31st are not looked at.
   */
  distance(text: string): number;
  /** As `distance`, to the nearest beginning of `text`: for a word still being typed. */
  prefixDistance(text: string): number;
}

/** Hyyrö's bit-parallel method: the column of the table of distances lives in two machine words. */
export function comparer(pattern: string): Comparer {
  const length = Math.min(pattern.length, MOST);
  const ascii = new Int32Array(128);
  const others = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const code = pattern.charCodeAt(i);
    if (code < 128) ascii[code] = (ascii[code] ?? 0) | (1 << i);
    else others.set(code, (others.get(code) ?? 0) | (1 << i));
  }
  const scan = (text: string, prefix: boolean): number => {
    const end = pattern.length > MOST ? Math.min(text.length, MOST) : text.length;
    if (length === 0) return prefix ? 0 : end;
    const top = 1 << (length - 1);
    let plus = -1;
    let minus = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    let least = length;
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      const here = (code < 128 ? ascii[code] : others.get(code)) ?? 0;
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
    return prefix ? least : distance;
  };
  return { distance: (text) => scan(text, false), prefixDistance: (text) => scan(text, true) };
}

/** 1 for equal, 0 for nothing in common: one minus the edits for each letter of the longer. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  if (shortest === 0 || shortest * 2 < longest) return 0;
  return Math.max(0, 1 - comparer(a).distance(b) / longest);
}
