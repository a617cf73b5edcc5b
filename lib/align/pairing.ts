/** Which token of one text is which token of the other. The shared state of all steps of the search. */

/** How a token was matched. Numbers, because they live in a `Uint8Array`. */
export const Match = {
  none: 0,
  /** The same token on both sides. */
  equal: 1,
  /** Another spelling or hearing of it, one token for one. */
  alike: 2,
  /** Together with its neighbour one token of the other side, or one for two: `good fellow` and `goodfellow`. */
  joined: 3,
} as const;

/**
 * One entry for each token of the first text. Matches never cross: `from` and `to` are non-decreasing over the matched entries, and only
 * joined neighbours share a partner.
 */
export interface Pairing {
  /** First partner in the second text; -1 where there is none. */
  readonly from: Int32Array;
  /** Last partner, included; equal to `from` but for one token matched to two. */
  readonly to: Int32Array;
  /** Values of `Match`. */
  readonly how: Uint8Array;
}

export function emptyPairing(count: number): Pairing {
  return { from: new Int32Array(count).fill(-1), to: new Int32Array(count).fill(-1), how: new Uint8Array(count) };
}

export function setPair(pairing: Pairing, first: number, second: number, how: number): void {
  pairing.from[first] = second;
  pairing.to[first] = second;
  pairing.how[first] = how;
}

export function clearPair(pairing: Pairing, first: number): void {
  pairing.from[first] = -1;
  pairing.to[first] = -1;
  pairing.how[first] = Match.none;
}

/** Two stretches that stand between the same two matches: `a0 … a1` of the first text, `b0 … b1` of the second, ends excluded. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The gaps of a pairing inside one gap, in order; those with both sides empty are left out. */
export function gapsOf(pairing: Pairing, { a0, a1, b0, b1 }: Gap): Gap[] {
  const gaps: Gap[] = [];
  let a = a0;
  let b = b0;
  for (let i = a0; i < a1; i++) {
    const from = pairing.from[i] ?? -1;
    if (from < 0) continue;
    if (i > a || from > b) gaps.push({ a0: a, a1: i, b0: b, b1: Math.max(b, from) });
    a = i + 1;
    b = (pairing.to[i] ?? from) + 1;
  }
  if (a1 > a || b1 > b) gaps.push({ a0: a, a1, b0: b, b1 });
  return gaps;
}
