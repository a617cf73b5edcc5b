/**
 * Landmarks of a packed transcript: where to begin reading it in the middle. A result shows two lines of an hour, and without
 * them all words before those lines would have to be read.
 */
import { ByteReader, ByteWriter } from './bytes';
import type { ColumnMark } from './number-columns';

/** Words between two landmarks. */
export const STRETCH = 256;

/** Where the words of a stretch begin. */
export interface PlaceMark {
  /** Where the word before it ends, in UTF-16 units of the text. */
  readonly end: number;
  readonly gaps: ColumnMark;
  readonly lengths: ColumnMark;
}

/** Where the times of a stretch begin. */
export interface TimeMark {
  /** Start of the word before it, milliseconds. */
  readonly time: number;
  readonly starts: ColumnMark;
}

/** Where the columns begin that are looked into, in bytes from the first column. */
export interface ColumnStarts {
  readonly lengths: number;
  readonly starts: number;
  readonly states: number;
  readonly turns: number;
}

export interface Landmarks {
  readonly columns: ColumnStarts;
  /** One for each stretch. */
  readonly places: readonly PlaceMark[];
  readonly times: readonly TimeMark[];
}

export const COLUMN_START: ColumnMark = { position: 0, value: 0, left: 0 };

/** `size`: bytes of the packed transcript, by which `readLandmarks` knows that they belong together. */
export function writeLandmarks({ columns, places, times }: Landmarks, size: number): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.number(size);
  for (const start of [columns.lengths, columns.starts, columns.states, columns.turns]) writer.number(start);
  writer.number(places.length);
  let [end, time] = [0, 0];
  const written = [COLUMN_START, COLUMN_START, COLUMN_START];
  for (const [stretch, place] of places.entries()) {
    const timed = times[stretch] ?? { time, starts: COLUMN_START };
    writer.number(place.end - end);
    writer.number(timed.time - time);
    [end, time] = [place.end, timed.time];
    for (const [column, mark] of [place.gaps, place.lengths, timed.starts].entries()) {
      writer.number(mark.position - (written[column]?.position ?? 0));
      writer.number(mark.left);
      if (mark.left > 0) writer.number(mark.value);
      written[column] = mark;
    }
  }
  return writer.finish();
}

/** Null when they were written for other bytes. Throws `DamagedBytes`. */
export function readLandmarks(bytes: Uint8Array, size: number): Landmarks | null {
  const reader = new ByteReader(bytes);
  if (reader.number() !== size) return null;
  const columns = {
    lengths: reader.number(),
    starts: reader.number(),
    states: reader.number(),
    turns: reader.number(),
  };
  const count = reader.count(8);
  const [places, times]: [PlaceMark[], TimeMark[]] = [[], []];
  let [end, time] = [0, 0];
  let [gaps, lengths, starts] = [COLUMN_START, COLUMN_START, COLUMN_START];
  for (let stretch = 0; stretch < count; stretch++) {
    end += reader.number();
    time += reader.number();
    gaps = readMark(reader, gaps);
    lengths = readMark(reader, lengths);
    starts = readMark(reader, starts);
    places.push({ end, gaps, lengths });
    times.push({ time, starts });
  }
  return { columns, places, times };
}

function readMark(reader: ByteReader, before: ColumnMark): ColumnMark {
  const position = before.position + reader.number();
  const left = reader.number();
  return { position, left, value: left > 0 ? reader.number() : 0 };
}
