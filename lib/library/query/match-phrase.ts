/** From the places of single terms to the places where they stand one after the other. */
import type { DocPlaces } from '../index/read-places';
import { MOST_SKIPPED } from '../index/terms';

/** One occurrence: its first and last place, both included. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
}

const NOTHING = new Uint32Array();

/**
 * Counts the occurrences of a phrase in one document, from left to right, never overlapping. `lists[i]`: places of its term `i`,
 * ascending. `optional`: places that may be passed over, ascending. `width`: tokens of the last term. Puts them into `found`
 * when it is given; counting alone makes nothing, which matters for ten thousand documents.
 */
export function scanPhrase(
  lists: readonly Uint32Array[],
  optional: Uint32Array,
  width: number,
  found: Occurrence[] | null = null,
): number {
  const starts = lists[0] ?? NOTHING;
  const at = new Uint32Array(lists.length);
  let count = 0;
  let free = 0;
  let skipped = 0;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    if (start < free) continue;
    while (skipped < optional.length && (optional[skipped] ?? 0) <= start) skipped++;
    let place = start;
    for (let term = 1; term < lists.length; term++) {
      const list = lists[term] ?? NOTHING;
      let position = at[term] ?? 0;
      while (position < list.length && (list[position] ?? 0) <= place) position++;
      at[term] = position;
      const next = position < list.length ? (list[position] ?? 0) : Number.POSITIVE_INFINITY;
      if (next === place + 1) {
        place = next;
        continue;
      }
      const isNear = next <= place + 1 + MOST_SKIPPED;
      place = isNear && areOptional(optional, skipped, place + 1, next) ? next : -1;
      if (place < 0) break;
    }
    if (place < 0) continue;
    count++;
    found?.push({ first: start, last: place + width - 1 });
    free = place + width;
  }
  return count;
}

/** True when every place from `from` up to `to` is in the list; `hint`: an index before the first that could be. */
function areOptional(optional: Uint32Array, hint: number, from: number, to: number): boolean {
  let position = hint;
  while (position < optional.length && (optional[position] ?? 0) < from) position++;
  for (let place = from; place < to; place++, position++) if (optional[position] !== place) return false;
  return true;
}

/** Documents in which some place of `right` follows one of `left` closely enough to be worth a closer look, ascending. */
export function closeDocs(left: DocPlaces, right: DocPlaces, docs: readonly number[]): number[] {
  return docs.filter((doc) => isEverClose(left.get(doc) ?? NOTHING, right.get(doc) ?? NOTHING));
}

function isEverClose(left: Uint32Array, right: Uint32Array): boolean {
  let position = 0;
  for (let index = 0; index < left.length; index++) {
    const place = left[index] ?? 0;
    while (position < right.length && (right[position] ?? 0) <= place) position++;
    if (position === right.length) return false;
    if ((right[position] ?? 0) - place <= MOST_SKIPPED + 1) return true;
  }
  return false;
}
