/**
 * A block of a segment's dictionary: terms in code unit order with their postings, and where their places stand in the
 * segment's stream of places. Terms are written as what differs from the term before. Places follow each other in the
 * stream in the order of the terms, so only lengths are written.
 */
import { ByteReader, ByteWriter } from '../../transcript/bytes';
import { type Postings, readPostings, writePostings } from './postings';

/** A document of a term whose places can be reached without reading those before it. */
export interface Skip {
  /** Which of the term's documents. */
  readonly ordinal: number;
  /** Bytes from the start of the term's places. */
  readonly offset: number;
}

/** The distance between skips, in bytes of places. Terms with fewer have none. */
export const SKIP_BYTES = 4096;

export interface TermEntry {
  readonly term: string;
  /** Documents that hold it. */
  readonly count: number;
  readonly postings: () => Postings;
  /** Offset of its places in the segment's stream. */
  readonly placesAt: number;
  readonly placesLength: number;
  readonly skips: readonly Skip[];
}

export interface TermData extends Postings {
  readonly term: string;
  readonly placesLength: number;
  readonly skips: readonly Skip[];
}

export class WordBlockWriter {
  private readonly body = new ByteWriter(8192);
  private readonly postings = new ByteWriter(1024);
  private before = '';
  private count = 0;
  private firstTerm = '';

  constructor(
    private readonly base: number,
    private readonly placesAt: number,
  ) {}

  get length(): number {
    return this.body.length;
  }

  get first(): string {
    return this.firstTerm;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  add({ term, docs, times, placesLength, skips }: TermData): void {
    if (this.count === 0) this.firstTerm = term;
    const shared = sharedLength(this.before, term);
    this.body.number(shared);
    this.body.text(term.slice(shared));
    this.body.number(docs.length);
    this.body.number(placesLength);
    writeSkips(this.body, placesLength, skips);
    this.postings.clear();
    writePostings(this.postings, { docs, times }, this.base);
    this.body.number(this.postings.length);
    this.body.raw(this.postings.written());
    this.before = term;
    this.count++;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter(this.body.length + 16);
    writer.number(this.count);
    writer.number(this.base);
    writer.number(this.placesAt);
    writer.raw(this.body.written());
    return writer.finish();
  }
}

/** The terms of a block, in order. Throws `DamagedBytes`. */
export function* readWordBlock(bytes: Uint8Array): Generator<TermEntry> {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const base = reader.number();
  let placesAt = reader.number();
  let term = '';
  for (let index = 0; index < count; index++) {
    term = term.slice(0, reader.number()) + reader.text();
    const documents = reader.number();
    const placesLength = reader.number();
    const skips = readSkips(reader, placesLength);
    const length = reader.number();
    const from = reader.position;
    reader.skip(length);
    yield {
      term,
      count: documents,
      postings: () => readPostings(new ByteReader(bytes, from, from + length), documents, base),
      placesAt,
      placesLength,
      skips,
    };
    placesAt += placesLength;
  }
}

/** The entry of exactly this term, or null. */
export function findInBlock(bytes: Uint8Array, wanted: string): TermEntry | null {
  for (const entry of readWordBlock(bytes)) {
    if (entry.term === wanted) return entry;
    if (entry.term > wanted) return null;
  }
  return null;
}

function writeSkips(writer: ByteWriter, placesLength: number, skips: readonly Skip[]): void {
  if (placesLength <= SKIP_BYTES) return;
  writer.number(skips.length);
  let before: Skip = { ordinal: 0, offset: 0 };
  for (const skip of skips) {
    writer.number(skip.ordinal - before.ordinal);
    writer.number(skip.offset - before.offset);
    before = skip;
  }
}

function readSkips(reader: ByteReader, placesLength: number): Skip[] {
  if (placesLength <= SKIP_BYTES) return [];
  const skips: Skip[] = [];
  let [ordinal, offset] = [0, 0];
  for (let left = reader.count(2); left > 0; left--) {
    ordinal += reader.number();
    offset += reader.number();
    skips.push({ ordinal, offset });
  }
  return skips;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
