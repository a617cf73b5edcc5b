import { DamagedBytes } from '../../transcript/bytes';
import type { IndexedTerm, IndexReader, TermPart } from './index-reader';
import { skipPlaces } from './postings';
import type { Skip } from './word-block';

/**
 * Where something stands in some documents: one column of all places, cut by document. Plain columns, because a common word
 * stands millions of times in thousands of documents, and making a list for each would cost more than reading them.
 */
export interface DocPlaces {
  /** Ascending. */
  readonly docs: Uint32Array;
  /** Places of `docs[i]` are `places[first[i]]` up to `places[first[i + 1]]`, ascending. */
  readonly first: Uint32Array;
  readonly places: Uint32Array;
}

export const NO_PLACES: DocPlaces = { docs: new Uint32Array(), first: new Uint32Array(1), places: new Uint32Array() };

/** Index of a document; -1 when it is not there. `from`: where to begin looking, for those who ask in ascending order. */
export function indexOfDoc({ docs }: DocPlaces, doc: number, from = 0): number {
  const index = lowerBound(docs, doc, from);
  return docs[index] === doc ? index : -1;
}

/** The places of a term in those of `docs` (ascending) that hold it. */
export async function placesOfTerm(
  reader: IndexReader,
  term: IndexedTerm,
  docs: ArrayLike<number>,
): Promise<DocPlaces> {
  const parts = term.parts.map((part) => ({ part, ordinals: wantedOrdinals(part, docs) }));
  let count = 0;
  let total = 0;
  for (const { part, ordinals } of parts) {
    count += ordinals.length;
    for (const ordinal of ordinals) total += part.postings.times[ordinal] ?? 0;
  }
  const found = { docs: new Uint32Array(count), first: new Uint32Array(count + 1), places: new Uint32Array(total) };
  let doc = 0;
  let place = 0;
  await Promise.all(
    parts.map(({ part, ordinals }) => {
      const at = { doc, place };
      doc += ordinals.length;
      for (const ordinal of ordinals) place += part.postings.times[ordinal] ?? 0;
      return readPart(reader, part, ordinals, found, at);
    }),
  );
  found.first[count] = total;
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
  return !only || more.length === 0 ? (only ?? NO_PLACES) : united(each);
}

/** Sends for the places of terms that will be asked for next, so that they come while others are decoded. */
export function preparePlaces(reader: IndexReader, terms: readonly IndexedTerm[], docs: ArrayLike<number>): void {
  for (const { parts } of terms) {
    for (const part of parts) prepare(reader, part.segment, stretchesOf(part, wantedOrdinals(part, docs)));
  }
}

function united(each: readonly DocPlaces[]): DocPlaces {
  const all = new Set<number>();
  for (const { docs } of each) for (const doc of docs) all.add(doc);
  const docs = Uint32Array.from(all).sort();
  const first = new Uint32Array(docs.length + 1);
  const places = new Uint32Array(each.reduce((sum, column) => sum + column.places.length, 0));
  const at = new Uint32Array(each.length);
  let end = 0;
  docs.forEach((doc, index) => {
    const begin = end;
    each.forEach((column, which) => {
      const own = at[which] ?? 0;
      if (column.docs[own] !== doc) return;
      const stretch = column.places.subarray(column.first[own], column.first[own + 1]);
      places.set(stretch, end);
      end += stretch.length;
      at[which] = own + 1;
    });
    places.subarray(begin, end).sort();
    first[index + 1] = end;
  });
  return { docs, first, places };
}

/** Which of the term's documents are wanted, ascending. */
function wantedOrdinals({ postings }: TermPart, docs: ArrayLike<number>): Uint32Array {
  const wanted = new Uint32Array(Math.min(docs.length, postings.docs.length));
  let count = 0;
  let ordinal = 0;
  const last = postings.docs.at(-1) ?? -1;
  for (let index = docs.length === 0 ? 0 : lowerBound(docs, postings.docs[0] ?? 0); index < docs.length; index++) {
    const doc = docs[index] ?? 0;
    if (doc > last) break;
    ordinal = lowerBound(postings.docs, doc, ordinal);
    if (postings.docs[ordinal] === doc) wanted[count++] = ordinal;
  }
  return wanted.subarray(0, count);
}

/** What lies between two skips and is wanted: read in one go, or not at all. */
interface Stretch {
  readonly firstOrdinal: number;
  /** Bytes of the segment's stream. */
  readonly start: number;
  readonly end: number;
  readonly wanted: Uint32Array;
}

async function readPart(
  reader: IndexReader,
  part: TermPart,
  ordinals: Uint32Array,
  found: DocPlaces,
  at: { readonly doc: number; readonly place: number },
): Promise<void> {
  const { postings, segment } = part;
  const stretches = stretchesOf(part, ordinals);
  prepare(reader, segment, stretches);
  let { doc, place } = at;
  await Promise.all(
    stretches.map(({ start, end, firstOrdinal, wanted }) => {
      const target = { doc, place };
      doc += wanted.length;
      for (const ordinal of wanted) place += postings.times[ordinal] ?? 0;
      return reader
        .placeBytes(segment, start, end)
        .then((bytes) => decodeStretch(bytes, firstOrdinal, wanted, postings, found, target));
    }),
  );
}

function stretchesOf({ entry }: TermPart, ordinals: Uint32Array): Stretch[] {
  const skips: readonly Skip[] = [{ ordinal: 0, offset: 0 }, ...entry.skips];
  const stretches: Stretch[] = [];
  for (let from = 0, skip = 0; from < ordinals.length; skip++) {
    const next = skips[skip + 1];
    const limit = next?.ordinal ?? Number.POSITIVE_INFINITY;
    let to = from;
    while (to < ordinals.length && (ordinals[to] ?? 0) < limit) to++;
    if (to === from) continue;
    const begin = skips[skip] ?? { ordinal: 0, offset: 0 };
    stretches.push({
      firstOrdinal: begin.ordinal,
      start: entry.placesAt + begin.offset,
      end: entry.placesAt + (next?.offset ?? entry.placesLength),
      wanted: ordinals.subarray(from, to),
    });
    from = to;
  }
  return stretches;
}

/** Stretches that follow each other are on their way together. */
function prepare(reader: IndexReader, segment: number, stretches: readonly Stretch[]): void {
  for (let from = 0; from < stretches.length; ) {
    let to = from + 1;
    while (stretches[to] && stretches[to]?.start === stretches[to - 1]?.end) to++;
    reader.preparePlaces(segment, stretches[from]?.start ?? 0, stretches[to - 1]?.end ?? 0);
    from = to;
  }
}

function decodeStretch(
  bytes: Uint8Array,
  firstOrdinal: number,
  wanted: Uint32Array,
  postings: TermPart['postings'],
  found: DocPlaces,
  target: { readonly doc: number; readonly place: number },
): void {
  const { places } = found;
  const { length } = bytes;
  let at = 0;
  let ordinal = firstOrdinal;
  let { doc, place: write } = target;
  for (let index = 0; index < wanted.length; index++) {
    const goal = wanted[index] ?? 0;
    for (; ordinal < goal; ordinal++) at = skipPlaces(bytes, at, postings.times[ordinal] ?? 0);
    found.docs[doc] = postings.docs[goal] ?? 0;
    found.first[doc++] = write;
    let place = 0;
    const end = write + (postings.times[goal] ?? 0);
    while (write < end) {
      // A common word's next place is nearly always within a byte's reach; behind the last byte stands what is never one.
      const byte = bytes[at] ?? 0x80;
      if (byte < 0x80) {
        at++;
        place += byte;
      } else {
        let shift = 0;
        for (let more = 0x80; more > 0x7f; shift += 7) {
          if (at >= length || shift > 28) throw new DamagedBytes('places end early');
          more = bytes[at++] ?? 0;
          place += (more & 0x7f) << shift;
        }
      }
      places[write++] = place;
    }
    ordinal++;
  }
}

/** Index of the first value that is not smaller, looking from `from` on with growing strides: both lists are walked once. */
export function lowerBound(values: ArrayLike<number>, wanted: number, from = 0): number {
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
