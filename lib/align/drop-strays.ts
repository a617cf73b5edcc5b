/** Takes out matches that are chance: a lone "and the" in the middle of words the other text does not have. */
import { clearPair, type Pairing } from './pairing';
import type { Sameness } from './sameness';

/** Matches side by side in both texts. */
interface Block {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly weight: number;
}

/** What a token without a partner, on either side, speaks against the matches around it. A match of a rare word is worth 160. */
const UNMATCHED = 25;
/** So much against ends an island: 20 words on one side that the other does not have. */
const DROP = 500;
/** An island must weigh this much to be believed: four or five words. */
const BELIEVED = 500;

/**
 * Divides the matches into islands, stretches where they are dense enough to carry each other, and clears those that are too light, but
 * for islands that stand just where their neighbours would place them. Linear.
 */
export function dropStrays(a: Uint32Array, pairing: Pairing, sameness: Sameness): void {
  const blocks = blocksOf(a, pairing, sameness);
  const islands = islandsOf(blocks);
  const kept: Block[] = [];
  for (let i = 0; i < islands.length; i++) {
    const island = islands[i] as Block;
    const next = islands.slice(i + 1, i + 4).find((other) => other.weight >= BELIEVED);
    if (island.weight >= BELIEVED || (next && isConsistent(kept.at(-1), island, next))) kept.push(island);
  }
  clearOutside(kept, pairing);
}

function blocksOf(a: Uint32Array, pairing: Pairing, sameness: Sameness): Block[] {
  const { from, to } = pairing;
  const blocks: Block[] = [];
  for (let i = 0; i < a.length; i++) {
    if ((from[i] ?? -1) < 0) continue;
    const a0 = i;
    let weight = sameness.evidence(a[i] ?? 0);
    while (i + 1 < a.length && follows(pairing, i)) weight += sameness.evidence(a[++i] ?? 0);
    blocks.push({ a0, a1: i + 1, b0: from[a0] ?? 0, b1: (to[i] ?? 0) + 1, weight });
  }
  return blocks;
}

function follows({ from, to }: Pairing, i: number): boolean {
  const next = from[i + 1] ?? -1;
  const last = to[i] ?? 0;
  return next >= 0 && (next === last || next === last + 1);
}

/** Between `one` and the later `other`. */
function unmatchedBetween(one: Block, other: Block): number {
  return other.a0 - one.a1 + Math.max(0, other.b0 - one.b1);
}

function islandsOf(blocks: readonly Block[]): Block[] {
  const islands: Block[] = [];
  for (let first = 0; first < blocks.length; ) {
    let score = blocks[first]?.weight ?? 0;
    let best = score;
    let last = first;
    for (let next = first + 1; next < blocks.length; next++) {
      score -= UNMATCHED * unmatchedBetween(blocks[next - 1] as Block, blocks[next] as Block);
      if (score <= 0 || best - score > DROP) break;
      score += blocks[next]?.weight ?? 0;
      if (score < best) continue;
      best = score;
      last = next;
    }
    const { a0, b0 } = blocks[first] as Block;
    const { a1, b1 } = blocks[last] as Block;
    islands.push({ a0, a1, b0, b1, weight: best });
    first = last + 1;
  }
  return islands;
}

/** True when both texts have about as much between the neighbours, and the island stands at the same place in it. */
function isConsistent(before: Block | undefined, island: Block, after: Block): boolean {
  if (!before) return false;
  const wholeA = after.a0 - before.a1;
  const wholeB = after.b0 - before.b1;
  if (Math.abs(wholeA - wholeB) > Math.max(3, Math.max(wholeA, wholeB) / 4)) return false;
  const shift = island.a0 - before.a1 - (island.b0 - before.b1);
  return Math.abs(shift) <= Math.max(2, wholeA / 5);
}

function clearOutside(kept: readonly Block[], pairing: Pairing): void {
  let island = 0;
  for (let i = 0; i < pairing.from.length; i++) {
    while (island < kept.length && (kept[island]?.a1 ?? 0) <= i) island++;
    if (island >= kept.length || i < (kept[island]?.a0 ?? 0)) clearPair(pairing, i);
  }
}
