/** The terms of some blocks without their postings: what is read to find terms that are only like a word. */
import { ByteReader, ByteWriter } from '../../transcript/bytes';

export interface VocabularyEntry {
  readonly term: string;
  /** Documents of the segment that hold it. */
  readonly count: number;
}

export function packVocabulary(entries: readonly VocabularyEntry[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(entries.length * 8 + 8);
  writer.number(entries.length);
  let before = '';
  for (const { term, count } of entries) {
    let shared = 0;
    while (shared < before.length && shared < term.length && before[shared] === term[shared]) shared++;
    writer.number(shared);
    writer.text(term.slice(shared));
    writer.number(count);
    before = term;
  }
  return writer.finish();
}

/** In code unit order. Throws `DamagedBytes`. */
export function* readVocabulary(bytes: Uint8Array): Generator<VocabularyEntry> {
  const reader = new ByteReader(bytes);
  let term = '';
  for (let left = reader.number(); left > 0; left--) {
    term = term.slice(0, reader.number()) + reader.text();
    yield { term, count: reader.number() };
  }
}
