/**
 * A look into a packed transcript: for results that show two lines of it, where unpacking all columns would cost ten times
 * as much. Words are decoded a stretch at a time; with landmarks only the stretches asked for, else all up to them.
 */
import { type ByteReader, DamagedBytes } from './bytes';
import {
  COLUMN_START,
  type ColumnStarts,
  type PlaceMark,
  readLandmarks,
  STRETCH,
  type TimeMark,
  writeLandmarks,
} from './landmarks';
import { NumberColumn } from './number-columns';
import { openPack } from './pack';
import type { TranscriptHeader } from './pack-header';
import type { Speaker, Timing, Turn } from './types';

/** Columns of the cues, between those of the words and those of the turns. */
const CUE_COLUMNS = 3;

export class PackedView {
  readonly text: string;
  readonly wordCount: number;
  private readonly header: TranscriptHeader;
  private readonly columns: ColumnStarts;
  private readonly gaps: NumberColumn;
  private readonly lengths: NumberColumn;
  private readonly starts: NumberColumn;
  private readonly states: NumberColumn;
  private readonly turnsReader: ByteReader;
  private readonly offset: Uint32Array;
  private readonly length: Uint32Array;
  private readonly time: Uint32Array;
  /** Where each stretch begins, as far as that is known. */
  private readonly places: PlaceMark[];
  private readonly times: TimeMark[];
  /** 1 for each stretch that is decoded. */
  private readonly placed: Uint8Array;
  private readonly timed: Uint8Array;
  private ownTurns: readonly Turn[] | null = null;

  /** `landmarks`: from `packLandmarks`, if there are any. Throws `DamagedBytes`; the checksum is not looked at. */
  constructor(
    private readonly bytes: Uint8Array,
    landmarks: Uint8Array | null = null,
  ) {
    const { header, text, reader } = openPack(bytes);
    const known = landmarks && readLandmarks(landmarks, bytes.length);
    const base = reader.position;
    this.header = header;
    this.text = text;
    this.columns = known?.columns ?? findColumns(reader.fork(base), text.length);
    this.gaps = new NumberColumn(reader, text.length);
    this.wordCount = this.gaps.count;
    this.lengths = new NumberColumn(reader.fork(base + this.columns.lengths), this.wordCount);
    this.starts = new NumberColumn(reader.fork(base + this.columns.starts), this.wordCount);
    this.states = new NumberColumn(reader.fork(base + this.columns.states), this.wordCount);
    this.turnsReader = reader.fork(base + this.columns.turns);
    this.offset = new Uint32Array(this.wordCount);
    this.length = new Uint32Array(this.wordCount);
    this.time = new Uint32Array(this.wordCount);
    this.places = [...(known?.places ?? [{ end: 0, gaps: COLUMN_START, lengths: COLUMN_START }])];
    this.times = [...(known?.times ?? [{ time: 0, starts: COLUMN_START }])];
    this.placed = new Uint8Array(this.stretches);
    this.timed = new Uint8Array(this.stretches);
  }

  get id(): string {
    return this.header.id;
  }

  get timing(): Timing {
    return this.header.timing;
  }

  get speakers(): readonly Speaker[] {
    return this.header.speakers;
  }

  offsetOf(word: number): number {
    this.place(word);
    return this.offset[word] ?? 0;
  }

  endOf(word: number): number {
    this.place(word);
    return (this.offset[word] ?? 0) + (this.length[word] ?? 0);
  }

  /** As `WordColumns.start`. */
  startOf(word: number): number {
    const wanted = stretchOf(word);
    for (let stretch = Math.min(wanted, this.times.length - 1); stretch <= wanted; stretch++) {
      if (this.timed[stretch] === 0) this.timeStretch(stretch);
    }
    return this.time[word] ?? 0;
  }

  /** As `WordColumns.state`. Mostly one run, so looking it up is short. */
  stateOf(word: number): number {
    return this.states.at(word);
  }

  get turns(): readonly Turn[] {
    this.ownTurns ??= this.readTurns();
    return this.ownTurns;
  }

  /** What a later view of the same bytes needs to begin anywhere. Reads all of it. */
  landmarks(): Uint8Array<ArrayBuffer> {
    this.place(this.wordCount - 1);
    this.startOf(this.wordCount - 1);
    const { columns, places, times } = this;
    const { stretches } = this;
    return writeLandmarks(
      { columns, places: places.slice(0, stretches), times: times.slice(0, stretches) },
      this.bytes.length,
    );
  }

  private get stretches(): number {
    return Math.ceil(this.wordCount / STRETCH);
  }

  private readTurns(): Turn[] {
    const firstWords = NumberColumn.pass(this.turnsReader, this.wordCount);
    const speakers = new NumberColumn(this.turnsReader, this.wordCount);
    const turns: Turn[] = [];
    let firstWord = 0;
    for (let index = 0; index < firstWords.count; index++) {
      firstWord += firstWords.next();
      const speaker = speakers.next();
      turns.push({ firstWord, speaker: speaker === 0 ? null : speaker - 1 });
    }
    return turns;
  }

  private place(word: number): void {
    const wanted = stretchOf(word);
    if (this.placed[wanted] === 1) return;
    for (let stretch = Math.min(wanted, this.places.length - 1); stretch <= wanted; stretch++) {
      if (this.placed[stretch] === 0) this.placeStretch(stretch);
    }
  }

  private placeStretch(stretch: number): void {
    const { offset, length, gaps, lengths } = this;
    const mark = this.places[stretch];
    if (!mark) throw new DamagedBytes('no such stretch');
    gaps.goTo(mark.gaps);
    lengths.goTo(mark.lengths);
    let { end } = mark;
    const limit = Math.min(this.wordCount, (stretch + 1) * STRETCH);
    for (let word = stretch * STRETCH; word < limit; word++) {
      offset[word] = end + gaps.next();
      length[word] = lengths.next();
      end = (offset[word] ?? 0) + (length[word] ?? 0);
      if (end > this.text.length) throw new DamagedBytes('word outside the text');
    }
    this.placed[stretch] = 1;
    this.places[stretch + 1] ??= { end, gaps: gaps.mark, lengths: lengths.mark };
  }

  private timeStretch(stretch: number): void {
    const mark = this.times[stretch];
    if (!mark) throw new DamagedBytes('no such stretch');
    this.starts.goTo(mark.starts);
    let { time } = mark;
    const limit = Math.min(this.wordCount, (stretch + 1) * STRETCH);
    for (let word = stretch * STRETCH; word < limit; word++) {
      time += this.starts.next();
      this.time[word] = time;
    }
    this.timed[stretch] = 1;
    this.times[stretch + 1] ??= { time, starts: this.starts.mark };
  }
}

/** What a `PackedView` of the same bytes takes, to look at any word without reading those before it. Throws `DamagedBytes`. */
export function packLandmarks(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new PackedView(bytes).landmarks();
}

function stretchOf(word: number): number {
  return Math.floor(word / STRETCH);
}

/** Walks over all columns up to those of the turns. */
function findColumns(reader: ByteReader, textLength: number): ColumnStarts {
  const base = reader.position;
  const { count } = NumberColumn.pass(reader, textLength);
  const pass = (): number => {
    const start = reader.position - base;
    NumberColumn.pass(reader, count);
    return start;
  };
  const [lengths, starts] = [pass(), pass()];
  pass(); // ends
  const states = pass();
  pass(); // confidence
  for (let cueColumn = 0; cueColumn < CUE_COLUMNS; cueColumn++) pass();
  return { lengths, starts, states, turns: reader.position - base };
}
