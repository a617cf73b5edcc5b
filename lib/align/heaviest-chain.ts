import type { Run } from './anchors';

/**
 * The runs of greatest total length whose places ascend in both texts. Runs come in the order of the first text and do not overlap in
 * either, so this is a heaviest ascending subsequence of their places in the second, found with a tree of prefix maxima.
 */
export function heaviestChain(runs: readonly Run[]): Run[] {
  if (isAscending(runs)) return [...runs];
  const rank = ranks(runs);
  const best = new Int32Array(runs.length + 1).fill(-1);
  const weight = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const weightOf = (index: number) => (index < 0 ? 0 : (weight[index] ?? 0));
  let end = -1;
  for (let index = 0; index < runs.length; index++) {
    let previous = -1;
    for (let node = rank[index] ?? 0; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (weightOf(candidate) > weightOf(previous)) previous = candidate;
    }
    before[index] = previous;
    weight[index] = (runs[index]?.length ?? 0) + weightOf(previous);
    if (weightOf(index) > weightOf(end)) end = index;
    for (let node = (rank[index] ?? 0) + 1; node <= runs.length; node += node & -node)
      if (weightOf(index) > weightOf(best[node] ?? -1)) best[node] = index;
  }
  const chain: Run[] = [];
  for (let index = end; index >= 0; index = before[index] ?? -1) chain.push(runs[index] as Run);
  return chain.reverse();
}

function isAscending(runs: readonly Run[]): boolean {
  for (let i = 1; i < runs.length; i++) if ((runs[i]?.b ?? 0) <= (runs[i - 1]?.b ?? 0)) return false;
  return true;
}

/** For each run its place among all when sorted by the second text, from 0. */
function ranks(runs: readonly Run[]): Int32Array {
  const order = Uint32Array.from(runs.keys()).sort((x, y) => (runs[x]?.b ?? 0) - (runs[y]?.b ?? 0));
  const rank = new Int32Array(runs.length);
  for (let place = 0; place < order.length; place++) rank[order[place] ?? 0] = place;
  return rank;
}
