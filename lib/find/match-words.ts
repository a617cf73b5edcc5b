import type { CompiledQuery, Step } from './compile-query';
import type { FindIndex } from './find-index';

/** Matches as token ranges: `first[i]` to `last[i]`, both included, ascending, never overlapping. */
export interface TokenMatches {
  readonly count: number;
  /** May hold fewer than `count`: see `MOST_MATCHES`. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** More can be counted but not be looked at. */
export const MOST_MATCHES = 50_000;
/** "um, you know, uh" between two words of a query. */
const MOST_SKIPPED = 6;

/** All places where the query stands, the longest writing where several do. Between its words fillers and sounds may stand. */
export function matchWords(index: FindIndex, query: CompiledQuery): TokenMatches {
  const starts = startsOf(index, query[0] ?? []);
  const first = new Uint32Array(Math.min(starts.length, MOST_MATCHES));
  const last = new Uint32Array(first.length);
  let count = 0;
  let free = 0;
  for (let i = 0; i < starts.length; i++) {
    const place = starts[i] ?? 0;
    if (place < free) continue;
    const end = matchFrom(index, query, 0, place);
    if (end < 0) continue;
    // Beyond the end of the columns these do nothing.
    first[count] = place;
    last[count++] = end - 1;
    free = end;
  }
  return { count, first: first.subarray(0, count), last: last.subarray(0, count) };
}

/** The place after the longest match of the query from word `at` on that begins at `place`; -1 when there is none. */
function matchFrom(index: FindIndex, query: CompiledQuery, at: number, place: number): number {
  if (at === query.length) return place;
  let best = -1;
  for (const step of query[at] ?? []) {
    const next = walk(index, step, place, at === 0);
    if (next < 0) continue;
    const end = matchFrom(index, query, at + step.length, next);
    if (end > best) best = end;
  }
  return best;
}

/** The place after the step's tokens, or -1. */
function walk(index: FindIndex, step: Step, from: number, atStart: boolean): number {
  let place = from;
  for (let k = 0; k < step.ids.length; k++) {
    const wanted = step.ids[k] ?? -1;
    const ending = k === step.ids.length - 1 ? step.ending : null;
    place = reach(index, wanted, ending, place, !(atStart && k === 0));
    if (place < 0) return -1;
    place++;
  }
  return place;
}

/** Where the wanted token stands: at `place`, or after what may be skipped. */
function reach(index: FindIndex, wanted: number, ending: Uint8Array | null, from: number, skip: boolean): number {
  const { id, optional, count } = index.tokens;
  for (let place = from; place < count && place - from <= MOST_SKIPPED; place++) {
    const here = id[place] ?? 0;
    if (ending ? ending[here] === 1 : here === wanted) return place;
    if (!skip || optional[place] === 0) return -1;
  }
  return -1;
}

/** Every place, ascending, where a match can begin. */
function startsOf(index: FindIndex, steps: readonly Step[]): Uint32Array {
  const ids = new Set<number>();
  for (const step of steps) {
    const ending = step.ids.length === 1 ? step.ending : null;
    if (!ending) ids.add(step.ids[0] ?? -1);
    else for (let id = ending.indexOf(1); id >= 0; id = ending.indexOf(1, id + 1)) ids.add(id);
  }
  const lists = [...ids].map((id) => index.places.subarray(index.firstPlace[id], index.firstPlace[id + 1]));
  return lists.length === 1 ? (lists[0] ?? new Uint32Array()) : merged(index.tokens.count, lists);
}

/** Merging many lists costs more than marking the places and reading the marks in order. */
function merged(count: number, lists: readonly Uint32Array[]): Uint32Array {
  const marked = new Uint8Array(count);
  let size = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) marked[list[i] ?? 0] = 1;
    size += list.length;
  }
  const places = new Uint32Array(size);
  for (let place = 0, i = 0; i < size; place++) if (marked[place]) places[i++] = place;
  return places;
}
