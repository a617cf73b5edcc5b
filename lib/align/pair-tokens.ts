import type { Lexicon } from '../speech/lexicon';
import { anchorGap, trimGap } from './anchors';
import { fillGap } from './fill-gap';
import { emptyPairing, type Gap, gapsOf, type Pairing } from './pairing';
import { Sameness } from './sameness';

/** Tokens of an anchor, the surest first. Four words in a row hardly ever stand once in each of two texts by chance. */
const FIRST_SIZE = 4;
/** Cells of a table that is cheaper than looking for more anchors, and of the largest that is filled at all. */
const SMALL_TABLE = 1_600;
const LARGE_TABLE = 1_000_000;
/** Cells of all tables together; about a quarter of a second. Only texts that do not belong together come near. */
const ALL_TABLES = 12_000_000;

/**
 * Which token of `a` is which of `b`, both numbered by one lexicon: unique runs of four tokens first, then, inside each gap, of three,
 * two and one, then the table. Linear memory; time in proportion to the text where the texts belong together.
 */
export function pairTokens(a: Uint32Array, b: Uint32Array, lexicon: Lexicon): { pairing: Pairing; sameness: Sameness } {
  const pairing = emptyPairing(a.length);
  const sameness = new Sameness(lexicon, a, b);
  const open: { gap: Gap; size: number }[] = [{ gap: { a0: 0, a1: a.length, b0: 0, b1: b.length }, size: FIRST_SIZE }];
  let cellsLeft = ALL_TABLES;
  for (let next = open.pop(); next; next = open.pop()) {
    const gap = trimGap(a, b, next.gap, pairing);
    const cells = (gap.a1 - gap.a0) * (gap.b1 - gap.b0);
    if (cells === 0) continue;
    const isSmall = cells <= SMALL_TABLE || next.size === 0;
    if (isSmall) {
      if (cells > LARGE_TABLE || cells > cellsLeft) continue;
      cellsLeft -= cells;
      fillGap(a, b, gap, sameness, pairing);
      continue;
    }
    const found = anchorGap(a, b, gap, next.size, pairing);
    // What stands twice in the text may stand once in a gap: the same size again, while it finds something.
    if (found) for (const rest of gapsOf(pairing, gap)) open.push({ gap: rest, size: next.size });
    else open.push({ gap, size: next.size - 1 });
  }
  return { pairing, sameness };
}
