/**
 * A block of a segment's dictionary: terms in code unit order with their postings, and where their places stand in the
 * segment's stream of places. Terms are written as what differs from the term before, and every sixteenth as a whole: there a
 * search begins. Places follow each other in the stream in the order of the terms, so only lengths are written.
 */
import { ByteReader, ByteWriter, DamagedBytes } from '../../transcript/bytes';
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

/** Terms from one that is written as a whole to the next. */
const RUN = 16;

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
  private readonly runs = new ByteWriter(256);
  private before = '';
  private count = 0;
  private firstTerm = '';
  private places = 0;
  private run = { at: 0, places: 0 };

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
    const shared = this.count % RUN === 0 ? this.beginRun() : sharedLength(this.before, term);
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
    this.places += placesLength;
    this.count++;
  }

  /** Letters that a term which is written as a whole shares with the one before: none. */
  private beginRun(): 0 {
    const run = { at: this.body.length, places: this.places };
    if (this.count > 0) {
      this.runs.number(run.at - this.run.at);
      this.runs.number(run.places - this.run.places);
    }
    this.run = run;
    return 0;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter(this.body.length + this.runs.length + 20);
    writer.number(this.count);
    writer.number(this.base);
    writer.number(this.placesAt);
    writer.raw(this.runs.written());
    writer.raw(this.body.written());
    return writer.finish();
  }
}

/** Where a term stands that is written as a whole. */
interface Run {
  /** Offset in the block. */
  readonly at: number;
  readonly placesAt: number;
  /** Terms from it to the end of the block. */
  readonly left: number;
}

/** Walks a block term by term; only what is asked for is made of them. */
class BlockWalk {
  private reader: ByteReader;
  private left: number;
  private readonly runs: readonly Run[];
  private readonly base: number;
  private nextPlaces: number;
  term = '';
  private count = 0;
  private placesAt = 0;
  private placesLength = 0;
  private skips: readonly Skip[] = [];
  private from = 0;
  private to = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.reader = new ByteReader(bytes);
    this.left = this.reader.number();
    this.base = this.reader.number();
    this.nextPlaces = this.reader.number();
    this.runs = this.readRuns();
  }

  private readRuns(): Run[] {
    const { reader } = this;
    const steps: [bytes: number, places: number][] = [];
    for (let more = Math.ceil(this.left / RUN); more > 1; more--) steps.push([reader.number(), reader.number()]);
    let run: Run = { at: reader.position, placesAt: this.nextPlaces, left: this.left };
    const runs = [run];
    for (const [bytes, places] of steps) {
      run = { at: run.at + bytes, placesAt: run.placesAt + places, left: run.left - RUN };
      runs.push(run);
    }
    return runs;
  }

  /** Goes to the last term written as a whole that is not greater; to the first when there is none. */
  seek(wanted: string): void {
    let [low, high] = [1, this.runs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.termOf(this.runs[middle]) <= wanted) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low - 1];
    if (!run) return;
    this.reader = this.reader.fork(run.at);
    this.left = run.left;
    this.nextPlaces = run.placesAt;
  }

  private termOf(run: Run | undefined): string {
    const reader = this.reader.fork(run?.at ?? 0);
    if (reader.number() !== 0) throw new DamagedBytes('a term that should be whole is not');
    return reader.text();
  }

  next(): boolean {
    if (this.left-- <= 0) return false;
    const { reader } = this;
    const shared = reader.number();
    this.term = this.term.slice(0, shared) + reader.text();
    this.count = reader.number();
    this.placesLength = reader.number();
    this.skips = this.placesLength > SKIP_BYTES ? readSkips(reader) : NO_SKIPS;
    const length = reader.number();
    this.from = reader.position;
    this.to = this.from + length;
    reader.skip(length);
    this.placesAt = this.nextPlaces;
    this.nextPlaces += this.placesLength;
    return true;
  }

  entry(): TermEntry {
    const { term, count, placesAt, placesLength, skips, bytes, from, to, base } = this;
    const postings = (): Postings => readPostings(new ByteReader(bytes, from, to), count, base);
    return { term, count, placesAt, placesLength, skips, postings };
  }
}

const NO_SKIPS: readonly Skip[] = [];

/** The terms of a block that begin so (all for the empty string), in order. Throws `DamagedBytes`. */
export function readWordBlock(bytes: Uint8Array, beginning = ''): TermEntry[] {
  const entries: TermEntry[] = [];
  const walk = new BlockWalk(bytes);
  if (beginning !== '') walk.seek(beginning);
  while (walk.next()) {
    if (walk.term.startsWith(beginning)) entries.push(walk.entry());
    else if (walk.term > beginning) break;
  }
  return entries;
}

/** The entry of exactly this term, or null. */
export function findInBlock(bytes: Uint8Array, wanted: string): TermEntry | null {
  const walk = new BlockWalk(bytes);
  walk.seek(wanted);
  while (walk.next()) {
    if (walk.term === wanted) return walk.entry();
    if (walk.term > wanted) return null;
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

function readSkips(reader: ByteReader): Skip[] {
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
