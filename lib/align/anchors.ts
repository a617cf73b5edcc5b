/** Sure places first: short runs of tokens that stand exactly once in each text. */
import { heaviestChain } from './heaviest-chain';
import { type Gap, Match, type Pairing, setPair } from './pairing';
import { uniquePartners } from './run-table';

/** Neighbouring unique runs on one diagonal: `length` of them, beginning at `a` and `b`. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * Matches the tokens of all runs of `size` tokens that are unique in both sides of the gap, keeping the heaviest set that does not
 * cross. False when there is none.
 */
export function anchorGap(a: Uint32Array, b: Uint32Array, gap: Gap, size: number, pairing: Pairing): boolean {
  const chain = heaviestChain(uniqueRuns(a, b, gap, size));
  let nextA = gap.a0;
  let nextB = gap.b0;
  for (const run of chain) {
    const end = run.length + size - 1;
    // Neighbouring runs may overlap by less than their size; the earlier keeps what it has.
    for (let i = Math.max(0, nextA - run.a, nextB - run.b); i < end; i++) {
      setPair(pairing, run.a + i, run.b + i, Match.equal);
      nextA = run.a + i + 1;
      nextB = run.b + i + 1;
    }
  }
  return chain.length > 0;
}

/** In the order of the first text. */
function uniqueRuns(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Gap, size: number): Run[] {
  if (a1 - a0 < size || b1 - b0 < size) return [];
  const partner = uniquePartners(
    { tokens: a, first: a0, last: a1 - size, size },
    { tokens: b, first: b0, last: b1 - size, size },
  );
  const runs: Run[] = [];
  for (let i = 0; i < partner.length; i++) {
    const place = partner[i] ?? -1;
    if (place < 0) continue;
    let length = 1;
    while (partner[i + length] === place + length) length++;
    runs.push({ a: a0 + i, b: place, length });
    i += length - 1;
  }
  return runs;
}

/**
 * Lets the matches at both ends of a gap grow over equal tokens; gives what is left of the gap. Where both could have the same
 * tokens, the longer growth has the better claim.
 */
export function trimGap(a: Uint32Array, b: Uint32Array, gap: Gap, pairing: Pairing): Gap {
  let { a0, a1, b0, b1 } = gap;
  const most = Math.min(a1 - a0, b1 - b0);
  let head = 0;
  while (head < most && a[a0 + head] === b[b0 + head]) head++;
  let tail = 0;
  while (tail < most && a[a1 - 1 - tail] === b[b1 - 1 - tail]) tail++;
  if (head >= tail) tail = Math.min(tail, most - head);
  else head = Math.min(head, most - tail);
  for (; head > 0; head--) setPair(pairing, a0++, b0++, Match.equal);
  for (; tail > 0; tail--) setPair(pairing, --a1, --b1, Match.equal);
  return { a0, a1, b0, b1 };
}
