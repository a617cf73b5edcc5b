/** Reads the index inside one transaction: only the blocks that a query needs, each once. */
import { DamagedBytes } from '../../transcript/bytes';
import type { ReadTransaction } from '../shelf/store-port';
import { keysUnder } from '../shelf/store-port';
import type { IndexCache } from './index-cache';
import { DOCS_IN_CHUNK, type IndexState, type IndexStores, type LibraryStores, PLACE_BLOCK } from './index-stores';
import { EMPTY_STATE } from './maintain-index';
import type { Postings } from './postings';
import { unpackDirectory, VOCABULARY_BLOCKS } from './segment-writer';
import { findInBlock, readWordBlock, type TermEntry } from './word-block';

export const READ_STORES = [
  'indexState',
  'indexSegments',
  'indexWords',
  'indexTerms',
  'indexPlaces',
  'indexDocs',
  'indexLengths',
  'indexEpisodes',
  'indexCatalogue',
  'episodes',
  'transcripts',
  'notes',
  'meta',
] as const satisfies readonly (keyof LibraryStores)[];

/**
 * Blocks read at once. Measured in Chromium, nine megabytes of places: 24 ms by four, 42 one by one, 65 by sixty-four, which
 * are handed over only when the last is there.
 */
const BLOCKS_AT_ONCE = 4;

type BlockStore = keyof Pick<IndexStores, 'indexWords' | 'indexPlaces'>;

interface OpenSegment {
  readonly id: number;
  readonly directory: readonly string[];
}

/** One term in one segment. */
export interface TermPart {
  readonly segment: number;
  readonly entry: TermEntry;
  readonly postings: Postings;
}

/** One term in the whole index: its parts in the order of their documents, which never overlap. */
export interface IndexedTerm {
  readonly term: string;
  readonly parts: readonly TermPart[];
}

export class IndexReader {
  private constructor(
    private readonly tx: ReadTransaction<LibraryStores>,
    private readonly cache: IndexCache,
    readonly state: IndexState,
    private readonly segments: readonly OpenSegment[],
    private readonly lengths: readonly Uint32Array[],
  ) {}

  static async open(tx: ReadTransaction<LibraryStores>, cache: IndexCache): Promise<IndexReader> {
    const isCold = cache.directories.size === 0;
    const [state = EMPTY_STATE, lengths, all] = await Promise.all([
      tx.get('indexState', 'state'),
      tx.getAll('indexLengths'),
      isCold ? tx.getAll('indexSegments') : [],
    ]);
    for (const record of all) cache.directories.set(record.id, unpackDirectory(record.directory));
    cache.keepOnly(new Set(state.segments.map(({ id }) => id)));
    const unknown = state.segments.filter(({ id }) => !cache.directories.has(id));
    for (const record of await Promise.all(unknown.map(({ id }) => tx.get('indexSegments', id)))) {
      if (record) cache.directories.set(record.id, unpackDirectory(record.directory));
    }
    const segments = state.segments.map(({ id }) => ({ id, directory: cache.directories.get(id) ?? [] }));
    return new IndexReader(tx, cache, state, segments, lengths);
  }

  /** One more than the largest number of a document. */
  get docLimit(): number {
    return this.state.nextDoc;
  }

  /** Tokens of a document; 0 when it was removed. */
  lengthOf(doc: number): number {
    return this.lengths[Math.floor(doc / DOCS_IN_CHUNK)]?.[(doc % DOCS_IN_CHUNK) * 2] ?? 0;
  }

  episodeOf(doc: number): number {
    return this.lengths[Math.floor(doc / DOCS_IN_CHUNK)]?.[(doc % DOCS_IN_CHUNK) * 2 + 1] ?? 0;
  }

  /** Looks up exactly these terms, all at once. */
  async find(terms: readonly string[]): Promise<IndexedTerm[]> {
    return Promise.all(
      terms.map(async (term) => {
        const parts = await Promise.all(this.segments.map((segment) => this.findIn(segment, term)));
        return { term, parts: parts.filter((part) => part !== null) };
      }),
    );
  }

  private async findIn(segment: OpenSegment, term: string): Promise<TermPart | null> {
    const block = blockOf(segment.directory, term);
    if (block < 0) return null;
    const bytes = await this.block('indexWords', segment.id, block);
    const entry = findInBlock(bytes, term);
    return entry && { segment: segment.id, entry, postings: entry.postings() };
  }

  /**
   * Terms that begin with `beginning`, those in most documents first, at most `most`. Reads at most `mostBlocks` blocks of
   * each segment: a beginning of two letters is half a sentence away from being useful.
   */
  async beginning(beginning: string, most: number, mostBlocks = 12): Promise<IndexedTerm[]> {
    const found = new Map<string, { readonly segment: number; readonly entry: TermEntry }[]>();
    const read = this.segments.map(async ({ id, directory }) => {
      const from = Math.max(0, blockOf(directory, beginning));
      let end = from;
      while (end < directory.length && end < from + mostBlocks) {
        const first = directory[end] ?? '';
        if (end > from && first > beginning && !first.startsWith(beginning)) break;
        end++;
      }
      this.prepare('indexWords', id, from, end);
      const blocks = Array.from({ length: end - from }, (_, index) => this.block('indexWords', id, from + index));
      return { id, blocks: await Promise.all(blocks) };
    });
    for (const { id, blocks } of await Promise.all(read)) {
      for (const entry of blocks.flatMap((block) => readWordBlock(block, beginning))) {
        const entries = found.get(entry.term) ?? [];
        entries.push({ segment: id, entry });
        found.set(entry.term, entries);
      }
    }
    return [...found]
      .map(([term, entries]) => ({ term, entries, size: entries.reduce((sum, { entry }) => sum + entry.count, 0) }))
      .sort((a, b) => b.size - a.size || (a.term < b.term ? -1 : 1))
      .slice(0, most)
      .map(({ term, entries }) => ({
        term,
        parts: entries.map(({ segment, entry }) => ({ segment, entry, postings: entry.postings() })),
      }));
  }

  /** The vocabularies of all segments that hold the terms with this beginning, and their neighbours (all for the empty string). */
  async vocabularies(beginning: string): Promise<Uint8Array[]> {
    const read = this.segments.map(({ id, directory }) => {
      if (beginning === '') return this.tx.getAll('indexTerms', keysUnder(id));
      const from = Math.max(0, blockOf(directory, beginning) - VOCABULARY_BLOCKS + 1);
      const to = directory.findIndex((first) => first > beginning && !first.startsWith(beginning));
      return this.tx.getAll('indexTerms', { from: [id, from], to: [id, to < 0 ? directory.length : to] });
    });
    return (await Promise.all(read)).flat();
  }

  /** The bytes `from` to `to` of a segment's stream of places. Copied only where they lie in more than one block. */
  async placeBytes(segment: number, from: number, to: number): Promise<Uint8Array> {
    const first = Math.floor(from / PLACE_BLOCK);
    const last = Math.floor((to - 1) / PLACE_BLOCK);
    const blocks: Promise<Uint8Array>[] = [];
    for (let block = first; block <= last; block++) blocks.push(this.block('indexPlaces', segment, block));
    const pieces = (await Promise.all(blocks)).map((bytes, index) => {
      const begin = (first + index) * PLACE_BLOCK;
      return bytes.subarray(Math.max(0, from - begin), Math.max(0, to - begin));
    });
    const [only] = pieces;
    if (only && pieces.length === 1) return only;
    const whole = new Uint8Array(to - from);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  /**
   * Begins to read the blocks that hold the bytes `from` to `to` of a segment's stream of places, many at once: one block
   * after another, the way to the disk and back costs more than the bytes.
   */
  preparePlaces(segment: number, from: number, to: number): void {
    this.prepare('indexPlaces', segment, Math.floor(from / PLACE_BLOCK), Math.floor((to - 1) / PLACE_BLOCK) + 1);
  }

  private prepare(store: BlockStore, segment: number, from: number, end: number): void {
    const isNew = (block: number): boolean => {
      const key = `${store} ${segment} ${block}`;
      return !this.pending.has(key) && !this.cache.has(key);
    };
    for (let first = from; first < end; ) {
      let after = first;
      while (after < end && after - first < BLOCKS_AT_ONCE && isNew(after)) after++;
      if (after - first > 1) this.readRun(store, segment, first, after);
      first = Math.max(first + 1, after);
    }
  }

  private readRun(store: BlockStore, segment: number, first: number, end: number): void {
    const run = this.tx.getAll(store, { from: [segment, first], to: [segment, end] }).then((blocks) => {
      if (blocks.length !== end - first) throw new DamagedBytes(`a block of ${store} is missing`);
      return blocks;
    });
    for (let block = first; block < end; block++) {
      const key = `${store} ${segment} ${block}`;
      const reading = run.then((blocks) => this.keep(key, blocks[block - first]));
      // Whoever needs the block hears of a failure.
      reading.catch(() => undefined);
      this.pending.set(key, reading);
    }
  }

  get records(): Pick<ReadTransaction<LibraryStores>, 'get' | 'getAll'> {
    return this.tx;
  }

  private readonly pending = new Map<string, Promise<Uint8Array>>();

  private block(store: BlockStore, segment: number, block: number): Promise<Uint8Array> {
    const key = `${store} ${segment} ${block}`;
    const cached = this.cache.get(key);
    if (cached) return Promise.resolve(cached);
    const reading = this.pending.get(key) ?? this.readBlock(store, segment, block, key);
    this.pending.set(key, reading);
    return reading;
  }

  private async readBlock(store: BlockStore, segment: number, block: number, key: string): Promise<Uint8Array> {
    return this.keep(key, await this.tx.get(store, [segment, block]));
  }

  private keep(key: string, bytes: Uint8Array | undefined): Uint8Array {
    if (!bytes) throw new DamagedBytes(`block ${key} is missing`);
    this.cache.put(key, bytes);
    return bytes;
  }
}

/** The last block whose first term is not greater; -1 when the term is before all. */
function blockOf(directory: readonly string[], term: string): number {
  let [low, high] = [0, directory.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((directory[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
