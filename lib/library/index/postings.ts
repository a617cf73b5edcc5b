/**
 * Bytes of the two columns that an index is made of.
 *
 * Postings of a term: for each document, in ascending order, `difference × 2 + once`, and the number of occurrences where it
 * is not once. The first difference is to `base`, the segment's first document.
 *
 * Places of a term in a document: differences, the first to 0; one document after the other. They do not say how long they
 * are: the postings know how many there are.
 */
import { type ByteReader, type ByteWriter, DamagedBytes } from '../../transcript/bytes';

export interface Postings {
  /** Ascending. */
  readonly docs: Uint32Array;
  /** Occurrences in each; at least 1. */
  readonly times: Uint32Array;
}

export function writePostings(writer: ByteWriter, { docs, times }: Postings, base: number): void {
  let before = base;
  for (let index = 0; index < docs.length; index++) {
    const doc = docs[index] ?? 0;
    const count = times[index] ?? 1;
    writer.number((doc - before) * 2 + (count === 1 ? 1 : 0));
    if (count !== 1) writer.number(count);
    before = doc;
  }
}

export function readPostings(reader: ByteReader, count: number, base: number): Postings {
  if (count > reader.left) throw new DamagedBytes('more postings than bytes');
  const docs = new Uint32Array(count);
  const times = new Uint32Array(count);
  let doc = base;
  for (let index = 0; index < count; index++) {
    const value = reader.number();
    doc += value >>> 1;
    docs[index] = doc;
    times[index] = value & 1 ? 1 : reader.number();
  }
  return { docs, times };
}

export function writePlaces(writer: ByteWriter, places: ArrayLike<number>, from = 0, to = places.length): void {
  let before = 0;
  for (let index = from; index < to; index++) {
    const place = places[index] ?? 0;
    writer.number(place - before);
    before = place;
  }
}

/** The offset after `count` numbers from `at` on. */
export function skipPlaces(bytes: Uint8Array, at: number, count: number): number {
  let offset = at;
  for (let left = count; left > 0; ) {
    const byte = bytes[offset++];
    if (byte === undefined) throw new DamagedBytes('places end early');
    if (byte < 0x80) left--;
  }
  return offset;
}
