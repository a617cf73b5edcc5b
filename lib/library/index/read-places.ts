import type { IndexedTerm, IndexReader, TermPart } from './index-reader';
import { PLACE_BLOCK } from './index-stores';
import { readPlaces, skipPlaces } from './postings';
import type { Skip } from './word-block';

/** Where terms stand: for each document the places, ascending. */
export type DocPlaces = Map<number, Uint32Array>;

/** The places of a term in those of `docs` (ascending) that hold it. */
export async function placesOfTerm(
  reader: IndexReader,
  term: IndexedTerm,
  docs: ArrayLike<number>,
): Promise<DocPlaces> {
  const found: DocPlaces = new Map();
  await Promise.all(term.parts.map((part) => readPart(reader, part, docs, found)));
  return found;
}

/** The places of several terms as if they were one: a beginning, a word with its misspellings. */
export async function placesOfAny(
  reader: IndexReader,
  terms: readonly IndexedTerm[],
  docs: ArrayLike<number>,
): Promise<DocPlaces> {
  const each = await Promise.all(terms.map((term) => placesOfTerm(reader, term, docs)));
  const [only, ...more] = each;
  if (!only || more.length === 0) return only ?? new Map();
  const lists = new Map<number, Uint32Array[]>();
  for (const places of each) {
    for (const [doc, list] of places) {
      const known = lists.get(doc);
      if (known) known.push(list);
      else lists.set(doc, [list]);
    }
  }
  return new Map([...lists].map(([doc, all]) => [doc, mergeSorted(all)]));
}

/** A run of a term's documents whose places are read in one go: from a skip to the last wanted document before another. */
interface Stretch {
  readonly skip: Skip;
  /** Which of the term's documents, ascending. */
  readonly ordinals: number[];
  /** Bytes from the start of the term's places: where the next skip begins. */
  readonly end: number;
}

async function readPart(reader: IndexReader, part: TermPart, docs: ArrayLike<number>, found: DocPlaces): Promise<void> {
  const { entry, postings, segment } = part;
  const stretches = stretchesOf(part, docs);
  await Promise.all(
    stretches.map(async ({ skip, ordinals, end }) => {
      const from = entry.placesAt + skip.offset;
      const first = Math.floor(from / PLACE_BLOCK);
      const bytes = await reader.placeBytes(segment, first, Math.floor((entry.placesAt + end - 1) / PLACE_BLOCK));
      let at = from - first * PLACE_BLOCK;
      let ordinal = skip.ordinal;
      for (const wanted of ordinals) {
        for (; ordinal < wanted; ordinal++) at = skipPlaces(bytes, at, postings.times[ordinal] ?? 0);
        const read = readPlaces(bytes, at, postings.times[ordinal] ?? 0);
        found.set(postings.docs[ordinal] ?? 0, read.places);
        at = read.end;
        ordinal++;
      }
    }),
  );
}

function stretchesOf({ entry, postings }: TermPart, docs: ArrayLike<number>): Stretch[] {
  const skips = [{ ordinal: 0, offset: 0 }, ...entry.skips];
  const stretches: Stretch[] = [];
  let skipIndex = 0;
  let ordinal = 0;
  for (let index = 0; index < docs.length && ordinal < postings.docs.length; index++) {
    const doc = docs[index] ?? 0;
    ordinal = lowerBound(postings.docs, doc, ordinal);
    if (postings.docs[ordinal] !== doc) continue;
    while ((skips[skipIndex + 1]?.ordinal ?? Number.POSITIVE_INFINITY) <= ordinal) skipIndex++;
    const skip = skips[skipIndex] ?? { ordinal: 0, offset: 0 };
    const last = stretches.at(-1);
    if (last?.skip === skip) last.ordinals.push(ordinal);
    else stretches.push({ skip, ordinals: [ordinal], end: skips[skipIndex + 1]?.offset ?? entry.placesLength });
  }
  return stretches;
}

/** Index of the first value that is not smaller, looking from `from` on with growing strides: both lists are walked once. */
export function lowerBound(values: Uint32Array, wanted: number, from = 0): number {
  let stride = 1;
  let low = from;
  while (low + stride < values.length && (values[low + stride] ?? 0) < wanted) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(values.length, low + stride + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeSorted(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0] ?? new Uint32Array();
  const merged = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    merged.set(list, at);
    at += list.length;
  }
  return merged.sort();
}
