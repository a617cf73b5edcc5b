/** The best pairing of two short stretches, by the usual table (Needleman and Wunsch, 1970), with two tokens for one allowed. */
import { type Gap, Match, type Pairing, setPair } from './pairing';
import type { Sameness } from './sameness';

const Step = { skipA: 1, skipB: 2, equal: 3, alike: 4, replace: 5, twoForOne: 6, oneForTwo: 7 } as const;
/** A token without a partner. */
const SKIP = -30;
/** Two tokens that have nothing in common at the same place: rather than two skips. */
const REPLACE = -45;
/** Bytes of a table that are not given back. */
const LARGEST_KEPT = 1 << 20;
/** Before any real score, and far from overflowing when costs are added. */
const NEVER = -1e9;

/** Memory of the last table, kept for the next: gaps are many and small. */
let steps = new Uint8Array(1 << 12);
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

/** Fills the gap. Time and memory are the product of its sides: the caller bounds it. */
export function fillGap(a: Uint32Array, b: Uint32Array, gap: Gap, sameness: Sameness, pairing: Pairing): void {
  const width = gap.b1 - gap.b0 + 1;
  const cells = (gap.a1 - gap.a0 + 1) * width;
  if (steps.length < cells) steps = new Uint8Array(cells);
  if (rows[0].length < width) rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  fillTable(a, b, gap, sameness);
  walkBack(gap, width, pairing);
  if (steps.length > LARGEST_KEPT) steps = new Uint8Array(1 << 12);
}

function fillTable(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Gap, sameness: Sameness): void {
  const width = b1 - b0 + 1;
  let [before, above, row] = rows;
  above[0] = 0;
  for (let j = 1; j < width; j++) {
    above[j] = (above[j - 1] ?? 0) + SKIP;
    steps[j] = Step.skipB;
  }
  for (let i = 1; i <= a1 - a0; i++) {
    const own = a[a0 + i - 1] ?? 0;
    const previous = i > 1 ? (a[a0 + i - 2] ?? 0) : -1;
    row[0] = (above[0] ?? 0) + SKIP;
    steps[i * width] = Step.skipA;
    for (let j = 1; j < width; j++) {
      const other = b[b0 + j - 1] ?? 0;
      let best = NEVER;
      let step = 0;
      const diagonal = above[j - 1] ?? 0;
      if (own === other) {
        best = diagonal + sameness.equal(own);
        step = Step.equal;
      } else {
        const alike = sameness.alike(own, other);
        best = diagonal + (alike > 0 ? alike : REPLACE);
        step = alike > 0 ? Step.alike : Step.replace;
        const two = previous < 0 ? 0 : sameness.joined(previous, own, other);
        if (two > 0 && (before[j - 1] ?? 0) + two > best) {
          best = (before[j - 1] ?? 0) + two;
          step = Step.twoForOne;
        }
        const one = j < 2 ? 0 : sameness.joined(b[b0 + j - 2] ?? 0, other, own);
        if (one > 0 && (above[j - 2] ?? 0) + one > best) {
          best = (above[j - 2] ?? 0) + one;
          step = Step.oneForTwo;
        }
      }
      if ((above[j] ?? 0) + SKIP > best) {
        best = (above[j] ?? 0) + SKIP;
        step = Step.skipA;
      }
      if ((row[j - 1] ?? 0) + SKIP > best) {
        best = (row[j - 1] ?? 0) + SKIP;
        step = Step.skipB;
      }
      row[j] = best;
      steps[i * width + j] = step;
    }
    const oldest = before;
    before = above;
    above = row;
    row = oldest;
  }
}

function walkBack({ a0, a1, b0, b1 }: Gap, width: number, pairing: Pairing): void {
  let i = a1 - a0;
  let j = b1 - b0;
  while (i > 0 || j > 0) {
    const step = steps[i * width + j];
    const first = a0 + i - 1;
    const second = b0 + j - 1;
    if (step === Step.skipA) i--;
    else if (step === Step.skipB) j--;
    else if (step === Step.twoForOne) {
      setPair(pairing, first, second, Match.joined);
      setPair(pairing, first - 1, second, Match.joined);
      i -= 2;
      j--;
    } else if (step === Step.oneForTwo) {
      setPair(pairing, first, second, Match.joined);
      pairing.from[first] = second - 1;
      i--;
      j -= 2;
    } else {
      if (step !== Step.replace) setPair(pairing, first, second, step === Step.equal ? Match.equal : Match.alike);
      i--;
      j--;
    }
  }
}
