/**
 * Counts two words that follow each other in many documents, without making columns of their places: of two common words those
 * are tens of megabytes, and merging two sorted columns is a guess at every step. Instead one document's places are marked.
 */
import { DamagedBytes } from '../../transcript/bytes';
import type { IndexedTerm, IndexReader, TermPart } from '../index/index-reader';
import { type Postings, skipPlaces } from '../index/postings';
import { lowerBound } from '../index/read-places';
import { MOST_SKIPPED } from '../index/terms';
import type { Times } from './match-clauses';

/** Two different terms of one token each. */
export interface Pair {
  readonly left: IndexedTerm;
  readonly right: IndexedTerm;
  /** What may be passed over between them. */
  readonly optional: IndexedTerm | null;
}

/** Adds to `times` how often the pair stands in those of `docs` (ascending). As `PhraseScanner` counts. */
export async function countPairs(
  reader: IndexReader,
  { left, right, optional }: Pair,
  docs: Uint32Array,
  times: Times,
): Promise<void> {
  const marks = new PlaceMarks(mostTokens(reader, docs));
  const segments = left.parts.flatMap((part) => {
    const other = partIn(right, part.segment);
    return other ? [{ left: part, right: other, optional: optional && partIn(optional, part.segment) }] : [];
  });
  for (const parts of segments) {
    for (const part of [parts.left, parts.right, parts.optional]) if (part) send(reader, part);
  }
  for (const parts of segments) {
    const [lefts, rights, sounds] = await Promise.all([
      streamOf(reader, parts.left),
      streamOf(reader, parts.right),
      parts.optional && streamOf(reader, parts.optional),
    ]);
    for (const doc of within(docs, parts.left.postings)) {
      if (!lefts.moveTo(doc) || !rights.moveTo(doc)) continue;
      const hasSounds = sounds?.moveTo(doc) ?? false;
      times[doc] = (times[doc] ?? 0) + marks.count(lefts, rights, hasSounds ? sounds : null);
    }
  }
}

function partIn({ parts }: IndexedTerm, segment: number): TermPart | null {
  return parts.find((part) => part.segment === segment) ?? null;
}

function mostTokens(reader: IndexReader, docs: Uint32Array): number {
  let most = 0;
  for (const doc of docs) most = Math.max(most, reader.lengthOf(doc));
  return most;
}

/** Those of `docs` from the first to the last document of a term. */
function within(docs: Uint32Array, { docs: own }: Postings): Uint32Array {
  return docs.subarray(lowerBound(docs, own[0] ?? 0), lowerBound(docs, (own.at(-1) ?? -1) + 1));
}

function send(reader: IndexReader, { segment, entry: { placesAt, placesLength } }: TermPart): void {
  reader.preparePlaces(segment, placesAt, placesAt + placesLength);
}

async function streamOf(reader: IndexReader, { segment, entry, postings }: TermPart): Promise<PlaceStream> {
  const bytes = await reader.placeBytes(segment, entry.placesAt, entry.placesAt + entry.placesLength);
  return new PlaceStream(bytes, postings);
}

/** A term's places in one segment, read from the first document to the last. */
class PlaceStream {
  private at = 0;
  private ordinal = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly postings: Postings,
  ) {}

  /** Goes on to a document; false when it does not hold the term. */
  moveTo(doc: number): boolean {
    const { docs, times } = this.postings;
    for (; (docs[this.ordinal] ?? doc) < doc; this.ordinal++)
      this.at = skipPlaces(this.bytes, this.at, times[this.ordinal] ?? 0);
    return docs[this.ordinal] === doc;
  }

  /** Puts the places in the document it stands at into `into`, goes behind it, and gives their number. Each is below `limit`. */
  read(into: Uint32Array, limit: number): number {
    const { bytes } = this;
    const count = this.postings.times[this.ordinal++] ?? 0;
    let { at } = this;
    let place = 0;
    for (let index = 0; index < count; index++) {
      let byte = bytes[at++] ?? 0xff;
      place += byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        if (at >= bytes.length || shift > 28) throw new DamagedBytes('places end early');
        byte = bytes[at++] ?? 0xff;
        place += (byte & 0x7f) << shift;
      }
      if (place >= limit) throw new DamagedBytes('a place behind the last token');
      into[index] = place;
    }
    this.at = at;
    return count;
  }
}

/** The places of one document after another. A mark of an earlier document is a smaller number, so nothing is ever wiped. */
class PlaceMarks {
  /** Places that a left word, and what may be passed over after it, lead to; how much was passed over is added. */
  private readonly led: Uint32Array;
  private readonly rights: Uint32Array;
  private readonly places: Uint32Array;
  private stamp = 0;

  constructor(private readonly tokens: number) {
    this.led = new Uint32Array(tokens + 2);
    this.rights = new Uint32Array(tokens + 2);
    this.places = new Uint32Array(tokens);
  }

  count(lefts: PlaceStream, rights: PlaceStream, sounds: PlaceStream | null): number {
    const { led, rights: marked, places, tokens } = this;
    this.stamp += MOST_SKIPPED + 1;
    const { stamp } = this;
    for (let index = lefts.read(places, tokens) - 1; index >= 0; index--) led[(places[index] ?? 0) + 1] = stamp;
    let count = 0;
    for (let index = rights.read(places, tokens) - 1; index >= 0; index--) {
      const place = places[index] ?? 0;
      marked[place] = stamp;
      if (led[place] === stamp) count++;
    }
    const passed = sounds?.read(places, tokens) ?? 0;
    for (let index = 0; index < passed; index++) {
      const place = places[index] ?? 0;
      const from = led[place] ?? 0;
      // The next right word is the one that counts, also where it is a sound itself.
      if (from < stamp || from - stamp >= MOST_SKIPPED || marked[place] === stamp || led[place + 1] === stamp) continue;
      led[place + 1] = from + 1;
      if (marked[place + 1] === stamp) count++;
    }
    return count;
  }
}
