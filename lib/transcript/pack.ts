/**
 * A transcript as bytes and back. The same bytes are stored, sent in messages (as base64) and written into backups.
 *
 *   "RAT" version(1)                magic
 *   text                            header: JSON with everything that is not a column
 *   text                            the transcript's text
 *   columns                         see `writeColumns`; differences, so that most numbers take one byte
 *   checksum (4)                    over all before it
 *
 * Columns are stored as differences that cannot be negative, so what is read back is sorted by construction.
 */
import { ByteReader, ByteWriter, checksum, DamagedBytes } from './bytes';
import { readNumbers, writeNumbers } from './number-columns';
import { headerOf, readHeader, type TranscriptHeader } from './pack-header';
import type { CueColumns, Transcript, Turn, WordColumns } from './types';
import { MAX_TIME } from './units';

const MAGIC = [0x52, 0x41, 0x54, 1] as const;
const CHECKSUM_BYTES = 4;

export function packTranscript(transcript: Transcript): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(transcript.text.length * 2 + 2048);
  writer.raw(Uint8Array.from(MAGIC));
  writer.text(JSON.stringify(headerOf(transcript)));
  writer.text(transcript.text);
  writeWords(writer, transcript.words);
  writeCues(writer, transcript.cues);
  writeNumbers(writer, differences(transcript.turns.map((turn) => turn.firstWord)));
  writeNumbers(
    writer,
    transcript.turns.map((turn) => (turn.speaker === null ? 0 : turn.speaker + 1)),
  );
  writeNumbers(writer, differences(transcript.paragraphs));
  writer.fixed32(checksum(writer.finish()));
  return writer.finish();
}

/** Null when the bytes are damaged, of another version, or describe something that is not a transcript. Never throws. */
export function unpackTranscript(bytes: Uint8Array): Transcript | null {
  try {
    return readTranscript(bytes);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}

function readTranscript(bytes: Uint8Array): Transcript {
  const end = bytes.length - CHECKSUM_BYTES;
  if (end < 0 || new ByteReader(bytes, end).fixed32() !== checksum(bytes, end))
    throw new DamagedBytes('wrong checksum');
  const { header, text, reader } = openPack(bytes);
  const words = readWords(reader, text.length);
  const count = words.offset.length;
  return {
    ...header,
    text,
    words,
    cues: readCues(reader, count),
    turns: readTurns(reader, header, count),
    paragraphs: strictlyIncreasing(readNumbers(reader, count), count, count > 0),
  };
}

/** What stands before the columns, and a reader that stands at the first of them. Throws `DamagedBytes`. */
export function openPack(bytes: Uint8Array): { header: TranscriptHeader; text: string; reader: ByteReader } {
  const end = bytes.length - CHECKSUM_BYTES;
  if (end < MAGIC.length || MAGIC.some((byte, index) => bytes[index] !== byte))
    throw new DamagedBytes('not a transcript');
  const reader = new ByteReader(bytes, MAGIC.length, end);
  const header = readHeader(reader.text());
  if (!header) throw new DamagedBytes('bad header');
  return { header, text: reader.text(), reader };
}

function writeWords(writer: ByteWriter, words: WordColumns): void {
  const count = words.offset.length;
  const gaps = new Uint32Array(count);
  for (let index = 0, end = 0; index < count; index++) {
    gaps[index] = at(words.offset, index) - end;
    end = at(words.offset, index) + at(words.length, index);
  }
  writeNumbers(writer, gaps);
  writeNumbers(writer, words.length);
  writeNumbers(writer, differences(words.start));
  writeNumbers(writer, slack(words.start, words.end));
  writeNumbers(writer, words.state);
  writeNumbers(writer, words.confidence ?? []);
}

function readWords(reader: ByteReader, textLength: number): WordColumns {
  const gaps = readNumbers(reader, textLength);
  const count = gaps.length;
  const length = sameLength(readNumbers(reader, count), count);
  const offset = new Uint32Array(count);
  let end = 0;
  for (let index = 0; index < count; index++) {
    if (at(length, index) === 0) throw new DamagedBytes('empty word');
    offset[index] = end + at(gaps, index);
    end = end + at(gaps, index) + at(length, index);
    if (end > textLength) throw new DamagedBytes('word outside the text');
  }
  const start = sums(sameLength(readNumbers(reader, count), count));
  const columns = { offset, length, start, end: ends(start, sameLength(readNumbers(reader, count), count)) };
  const state = bounded(sameLength(readNumbers(reader, count), count), 2);
  const confidence = readNumbers(reader, count);
  if (confidence.length === 0) return { ...columns, state };
  return { ...columns, state, confidence: bounded(sameLength(confidence, count), 255) };
}

function writeCues(writer: ByteWriter, cues: CueColumns): void {
  writeNumbers(writer, differences(cues.firstWord));
  writeNumbers(writer, differences(cues.start));
  writeNumbers(writer, slack(cues.start, cues.end));
}

function readCues(reader: ByteReader, wordCount: number): CueColumns {
  const firstWord = strictlyIncreasing(readNumbers(reader, wordCount), wordCount, wordCount > 0);
  const count = firstWord.length;
  const start = sums(sameLength(readNumbers(reader, count), count));
  return { firstWord, start, end: ends(start, sameLength(readNumbers(reader, count), count)) };
}

function readTurns(reader: ByteReader, header: TranscriptHeader, wordCount: number): Turn[] {
  const firstWords = strictlyIncreasing(readNumbers(reader, wordCount), wordCount, false);
  const speakers = sameLength(readNumbers(reader, firstWords.length), firstWords.length);
  return Array.from(firstWords, (firstWord, index) => {
    const speaker = at(speakers, index);
    if (speaker > header.speakers.length) throw new DamagedBytes('unknown speaker');
    return { speaker: speaker === 0 ? null : speaker - 1, firstWord };
  });
}

function differences(values: ArrayLike<number>): Uint32Array {
  const result = new Uint32Array(values.length);
  let before = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    result[index] = value - before;
    before = value;
  }
  return result;
}

/** Silence after each stretch: mostly 0, so it packs better than the length. The last has its length instead. */
function slack(start: Uint32Array, end: Uint32Array): Uint32Array {
  const result = new Uint32Array(start.length);
  const last = start.length - 1;
  for (let index = 0; index < last; index++) result[index] = at(start, index + 1) - at(end, index);
  if (last >= 0) result[last] = at(end, last) - at(start, last);
  return result;
}

/** Turns what `slack` gave back into ends. */
function ends(start: Uint32Array, slacks: Uint32Array): Uint32Array {
  const result = new Uint32Array(start.length);
  const last = start.length - 1;
  for (let index = 0; index <= last; index++) {
    const end = index === last ? at(start, index) + at(slacks, index) : at(start, index + 1) - at(slacks, index);
    if (end < at(start, index) || end > MAX_TIME) throw new DamagedBytes('time outside its place');
    result[index] = end;
  }
  return result;
}

/** Times from their differences. */
function sums(deltas: Uint32Array): Uint32Array {
  const result = new Uint32Array(deltas.length);
  let sum = 0;
  for (let index = 0; index < deltas.length; index++) {
    sum += at(deltas, index);
    if (sum > MAX_TIME) throw new DamagedBytes('time too late');
    result[index] = sum;
  }
  return result;
}

/** Words from their differences. */
function strictlyIncreasing(deltas: Uint32Array, below: number, startsAtZero: boolean): Uint32Array {
  if (startsAtZero && (deltas.length === 0 || deltas[0] !== 0)) throw new DamagedBytes('first is not word 0');
  const result = new Uint32Array(deltas.length);
  let sum = 0;
  for (let index = 0; index < deltas.length; index++) {
    sum += at(deltas, index);
    if ((index > 0 && deltas[index] === 0) || sum >= below) throw new DamagedBytes('place outside the words');
    result[index] = sum;
  }
  return result;
}

function bounded(values: Uint32Array, most: number): Uint8Array {
  if (values.some((value) => value > most)) throw new DamagedBytes('value out of range');
  return Uint8Array.from(values);
}

function sameLength(values: Uint32Array, length: number): Uint32Array {
  if (values.length !== length) throw new DamagedBytes('columns differ in length');
  return values;
}

function at(values: Uint32Array, index: number): number {
  return values[index] ?? 0;
}
