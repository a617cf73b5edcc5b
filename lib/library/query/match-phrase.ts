/** From the places of single terms to the places where they stand one after the other. */
import type { DocPlaces } from '../index/read-places';
import { MOST_SKIPPED } from '../index/terms';

/** One occurrence: its first and last place, both included. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
}

/**
 * Occurrences of a phrase in one document, from left to right, never overlapping. `lists[i]`: places of its term `i`,
 * ascending. `optional`: places that may be passed over, ascending. `width`: tokens of the last term.
 */
export function matchPhrase(lists: readonly Uint32Array[], optional: Uint32Array, width: number): Occurrence[] {
  const [starts = new Uint32Array(), ...rest] = lists;
  const found: Occurrence[] = [];
  const at = rest.map(() => 0);
  let free = 0;
  let skipped = 0;
  for (const start of starts) {
    if (start < free) continue;
    while (skipped < optional.length && (optional[skipped] ?? 0) <= start) skipped++;
    let place = start;
    for (let index = 0; index < rest.length && place >= 0; index++) {
      place = nextPlace(rest[index] ?? new Uint32Array(), at, index, place, optional, skipped);
    }
    if (place < 0) continue;
    found.push({ first: start, last: place + width - 1 });
    free = place + width;
  }
  return found;
}

/** The first place of the list after `place` when only optional tokens stand between; -1 else. */
function nextPlace(
  list: Uint32Array,
  at: number[],
  index: number,
  place: number,
  optional: Uint32Array,
  skipped: number,
): number {
  let position = at[index] ?? 0;
  while (position < list.length && (list[position] ?? 0) <= place) position++;
  at[index] = position;
  const next = list[position];
  if (next === undefined || next > place + 1 + MOST_SKIPPED) return -1;
  return next === place + 1 || areOptional(optional, skipped, place + 1, next) ? next : -1;
}

/** True when every place from `from` up to `to` is in the list; `hint`: an index before the first that could be. */
function areOptional(optional: Uint32Array, hint: number, from: number, to: number): boolean {
  let position = hint;
  while (position < optional.length && (optional[position] ?? 0) < from) position++;
  for (let place = from; place < to; place++, position++) if (optional[position] !== place) return false;
  return true;
}

/** Documents in which some place of `right` follows one of `left` closely enough to be worth a closer look. */
export function closeDocs(left: DocPlaces, right: DocPlaces): number[] {
  const docs: number[] = [];
  for (const [doc, places] of left) {
    const others = right.get(doc);
    if (others && isEverClose(places, others)) docs.push(doc);
  }
  return docs.sort((a, b) => a - b);
}

function isEverClose(left: Uint32Array, right: Uint32Array): boolean {
  let position = 0;
  for (const place of left) {
    while (position < right.length && (right[position] ?? 0) <= place) position++;
    const next = right[position];
    if (next === undefined) return false;
    if (next - place <= MOST_SKIPPED + 1) return true;
  }
  return false;
}

/** True when a place follows another with a gap: only then the optional places have to be read. */
export function hasGap(lists: readonly Uint32Array[]): boolean {
  for (let index = 1; index < lists.length; index++) {
    const [left, right] = [lists[index - 1] ?? new Uint32Array(), lists[index] ?? new Uint32Array()];
    let position = 0;
    for (const place of left) {
      while (position < right.length && (right[position] ?? 0) <= place) position++;
      const next = right[position];
      if (next === undefined) break;
      if (next > place + 1 && next <= place + 1 + MOST_SKIPPED) return true;
    }
  }
  return false;
}
