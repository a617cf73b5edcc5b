/**
 * The terms of some blocks without their postings: what is read to find terms that are only like a word. At its head stands
 * where the terms of each first letter begin, since few people miss that.
 */
import { ByteReader, ByteWriter } from '../../transcript/bytes';

export interface VocabularyEntry {
  readonly term: string;
  /** Documents of the segment that hold it. */
  readonly count: number;
}

/** `entries`: in code unit order. */
export function packVocabulary(entries: readonly VocabularyEntry[]): Uint8Array<ArrayBuffer> {
  const body = new ByteWriter(entries.length * 8 + 8);
  const initials = new ByteWriter(128);
  let letters = 0;
  let [index, at] = [0, 0];
  let before = '';
  for (const [next, { term, count }] of entries.entries()) {
    if (next === 0 || term.charCodeAt(0) !== before.charCodeAt(0)) {
      initials.number(term.charCodeAt(0));
      initials.number(next - index);
      initials.number(body.length - at);
      [index, at] = [next, body.length];
      letters++;
    }
    let shared = 0;
    while (shared < before.length && shared < term.length && before[shared] === term[shared]) shared++;
    body.number(shared);
    body.text(term.slice(shared));
    body.number(count);
    before = term;
  }
  const writer = new ByteWriter(body.length + initials.length + 16);
  writer.number(entries.length);
  writer.number(letters);
  writer.raw(initials.written());
  writer.raw(body.written());
  return writer.finish();
}

/** Packed entries, the first of them whole: for each what it shares with the one before, the rest of it, and its count. */
export interface VocabularyPart {
  readonly reader: ByteReader;
  readonly count: number;
}

/** The entries whose terms begin with this letter, one UTF-16 unit; all of them for null. Throws `DamagedBytes`. */
export function openVocabulary(bytes: Uint8Array, initial: number | null): VocabularyPart {
  const reader = new ByteReader(bytes);
  const all = reader.number();
  let [index, at] = [0, 0];
  let found: { readonly index: number; readonly at: number } | null = null;
  let limit = all;
  for (let letters = reader.count(3); letters > 0; letters--) {
    const unit = reader.number();
    index += reader.number();
    at += reader.number();
    if (unit === initial) found = { index, at };
    else if (found && limit === all) limit = index;
  }
  if (initial === null) return { reader, count: all };
  if (!found) return { reader, count: 0 };
  reader.skip(found.at);
  return { reader, count: limit - found.index };
}

/** In code unit order. Throws `DamagedBytes`. */
export function* readVocabulary(bytes: Uint8Array): Generator<VocabularyEntry> {
  const { reader, count } = openVocabulary(bytes, null);
  let term = '';
  for (let left = count; left > 0; left--) {
    term = term.slice(0, reader.number()) + reader.text();
    yield { term, count: reader.number() };
  }
}
