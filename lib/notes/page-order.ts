/**
 * Pages mostly tell things in the order in which they were said. Where the sure places of a list are in order, the unsure ones are
 * nudged towards it; where they are not (insights sorted by weight), nothing happens.
 */
import type { NoteItem } from './items';
import type { Passage } from './rank-passages';

/** What full order can add to a score: enough to choose between two passages that are alike, not to overrule the words. */
const BONUS = 0.06;
/** Score from which a first place counts as sure, and how many of them a list must have. */
const SURE = 0.45;
const FEWEST = 3;
/** Longer lists are transcripts or damage; their order is their own. */
const LONGEST = 400;
/** Candidates of an item that are considered. */
const LOOKED_AT = 6;

export function addOrderBonus(
  items: readonly NoteItem[],
  ranked: readonly (readonly Passage[])[],
): readonly (readonly Passage[])[] {
  const result = [...ranked];
  for (const list of lists(items, ranked)) {
    const order = orderOf(list.map((at) => ranked[at]?.[0]));
    if (order <= 0) continue;
    const chain = bestChain(list.map((at) => (ranked[at] ?? []).slice(0, LOOKED_AT)));
    list.forEach((at, place) => {
      const chosen = chain[place];
      if (chosen) result[at] = raise(ranked[at] ?? [], chosen, BONUS * order);
    });
  }
  return result;
}

/** Items of one kind, in the order of the page; answers keep the place of their questions. */
function lists(items: readonly NoteItem[], ranked: readonly (readonly Passage[])[]): number[][] {
  const byKind = new Map<string, number[]>();
  items.forEach((item, at) => {
    if ((ranked[at]?.length ?? 0) === 0 || item.kind === 'gist' || item.kind === 'summary') return;
    const list = byKind.get(item.kind) ?? [];
    list.push(at);
    byKind.set(item.kind, list);
  });
  return [...byKind.values()].filter((list) => list.length >= FEWEST && list.length <= LONGEST);
}

/** From -1 (backwards) over 0 (no order) to 1: neighbours among the sure places that follow each other. */
function orderOf(firsts: readonly (Passage | undefined)[]): number {
  const sure = firsts.filter((passage): passage is Passage => passage !== undefined && passage.score >= SURE);
  if (sure.length < FEWEST) return 0;
  let rising = 0;
  for (let at = 1; at < sure.length; at++) if ((sure[at]?.from ?? 0) >= (sure[at - 1]?.from ?? 0)) rising++;
  return (2 * rising) / (sure.length - 1) - 1;
}

interface Link {
  readonly passage: Passage;
  readonly sum: number;
  readonly before: Link | null;
}

/** One candidate of each item, or none, so that places never go back and the scores add up to most. */
function bestChain(lists: readonly (readonly Passage[])[]): (Passage | null)[] {
  // Best chain that ends at or before a place: kept sorted by place, with rising sums.
  let ends: Link[] = [];
  for (const candidates of lists) {
    const fresh = candidates.map((passage) => {
      const before = lastBefore(ends, passage.from);
      return { passage, sum: passage.score + (before?.sum ?? 0), before };
    });
    ends = keepBest([...ends, ...fresh]);
  }
  const used = new Set<Passage>();
  for (let link: Link | null = ends[ends.length - 1] ?? null; link !== null; link = link.before) used.add(link.passage);
  return lists.map((candidates) => candidates.find((passage) => used.has(passage)) ?? null);
}

function lastBefore(ends: readonly Link[], place: number): Link | null {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.passage.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1] ?? null;
}

function keepBest(links: Link[]): Link[] {
  links.sort((a, b) => a.passage.from - b.passage.from || b.sum - a.sum);
  const kept: Link[] = [];
  for (const link of links) if (link.sum > (kept[kept.length - 1]?.sum ?? -1)) kept.push(link);
  return kept;
}

function raise(ranked: readonly Passage[], chosen: Passage, bonus: number): Passage[] {
  return ranked
    .map((passage) => (passage === chosen ? { ...passage, score: passage.score + bonus } : passage))
    .sort((a, b) => b.score - a.score || a.from - b.from);
}
