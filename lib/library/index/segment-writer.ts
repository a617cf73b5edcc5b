/** Writes one segment, term after term, in one go or in steps with other workers' lives between them. */
import { ByteReader, ByteWriter } from '../../transcript/bytes';
import type { WriteTransaction } from '../shelf/store-port';
import { type IndexStores, PLACE_BLOCK, type SegmentRecord } from './index-stores';
import { skipPlaces } from './postings';
import { packVocabulary, type VocabularyEntry } from './vocabulary';
import { SKIP_BYTES, type Skip, WordBlockWriter } from './word-block';

/** Small: a query reads one such block for each word and segment, and walks it from the start. */
const WORD_BLOCK = 8192;
/** Blocks of words that one record of the vocabulary covers. */
export const VOCABULARY_BLOCKS = 8;

export interface WrittenTerm {
  readonly term: string;
  readonly docs: Uint32Array;
  readonly times: Uint32Array;
  /** Of all the documents, one after the other. */
  readonly places: Uint8Array;
}

export class SegmentWriter {
  private readonly directory: string[];
  private streamLength: number;
  private readonly stream: ByteWriter;
  private words: WordBlockWriter;
  private vocabulary: VocabularyEntry[] = [];
  private vocabularyFrom: number;
  /** Bytes handed over since the writer was made. */
  written = 0;

  /** `tail`: the last, unfilled block of places of a segment that was begun before. */
  constructor(
    private readonly tx: WriteTransaction<IndexStores>,
    private readonly id: number,
    private readonly base: number,
    begun: { readonly record: SegmentRecord; readonly tail: Uint8Array } | null,
  ) {
    this.directory = begun ? unpackDirectory(begun.record.directory) : [];
    this.streamLength = begun?.record.places ?? 0;
    this.stream = new ByteWriter(PLACE_BLOCK * 2);
    if (begun) this.stream.raw(begun.tail);
    this.words = new WordBlockWriter(base, this.streamLength);
    this.vocabularyFrom = this.directory.length;
  }

  /** Terms must come in code unit order. */
  add(term: WrittenTerm): void {
    const { places, docs } = term;
    this.words.add({ ...term, placesLength: places.length, skips: skipsOf(term) });
    this.vocabulary.push({ term: term.term, count: docs.length });
    this.stream.raw(places);
    this.streamLength += places.length;
    this.written += places.length;
    if (this.stream.length >= PLACE_BLOCK) this.emitPlaces(false);
    if (this.words.length >= WORD_BLOCK) this.emitWords();
  }

  /** Writes what is not full yet, and the segment's record. Go on with a new writer. */
  finish(): SegmentRecord {
    this.emitWords();
    this.emitVocabulary();
    this.emitPlaces(true);
    const record: SegmentRecord = {
      id: this.id,
      directory: packDirectory(this.directory),
      blocks: this.directory.length,
      places: this.streamLength,
    };
    this.tx.put('indexSegments', this.id, record);
    return record;
  }

  private emitWords(): void {
    if (this.words.isEmpty) return;
    const bytes = this.words.finish();
    this.tx.put('indexWords', [this.id, this.directory.length], bytes);
    this.written += bytes.length;
    this.directory.push(this.words.first);
    this.words = new WordBlockWriter(this.base, this.streamLength);
    if (this.directory.length - this.vocabularyFrom >= VOCABULARY_BLOCKS) this.emitVocabulary();
  }

  private emitVocabulary(): void {
    if (this.vocabulary.length === 0) return;
    this.tx.put('indexTerms', [this.id, this.vocabularyFrom], packVocabulary(this.vocabulary));
    this.vocabulary = [];
    this.vocabularyFrom = this.directory.length;
  }

  private emitPlaces(all: boolean): void {
    const bytes = this.stream.finish();
    let block = Math.floor((this.streamLength - bytes.length) / PLACE_BLOCK);
    let from = 0;
    for (; bytes.length - from >= PLACE_BLOCK; from += PLACE_BLOCK) {
      this.tx.put('indexPlaces', [this.id, block++], bytes.slice(from, from + PLACE_BLOCK));
    }
    const rest = bytes.subarray(from);
    if (all && rest.length > 0) this.tx.put('indexPlaces', [this.id, block], rest.slice());
    this.stream.clear();
    this.stream.raw(rest);
  }
}

function skipsOf({ times, places }: WrittenTerm): Skip[] {
  if (places.length <= SKIP_BYTES) return [];
  const skips: Skip[] = [];
  let offset = 0;
  let last = 0;
  for (let ordinal = 0; ordinal + 1 < times.length; ordinal++) {
    offset = skipPlaces(places, offset, times[ordinal] ?? 0);
    if (offset - last < SKIP_BYTES) continue;
    skips.push({ ordinal: ordinal + 1, offset });
    last = offset;
  }
  return skips;
}

export function packDirectory(terms: readonly string[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(terms.length * 12 + 8);
  writer.number(terms.length);
  for (const term of terms) writer.text(term);
  return writer.finish();
}

export function unpackDirectory(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes);
  return Array.from({ length: reader.count() }, () => reader.text());
}
