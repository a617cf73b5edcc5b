import { type ByteReader, type ByteWriter, DamagedBytes } from './bytes';

const PLAIN = 0;
const RUNS = 1;

/**
 * Writes whole numbers (0 to 2^32 - 1) in the shorter of two ways: one after the other, or as runs of equal values
 * (gaps between words are nearly all 1, states nearly all 0).
 */
export function writeNumbers(writer: ByteWriter, values: ArrayLike<number>): void {
  const runs = countRuns(values);
  writer.number(values.length);
  if (runs * 2 >= values.length) {
    writer.number(PLAIN);
    for (let index = 0; index < values.length; index++) writer.number(values[index] ?? 0);
    return;
  }
  writer.number(RUNS);
  let index = 0;
  while (index < values.length) {
    const end = runEnd(values, index);
    writer.number(values[index] ?? 0);
    writer.number(end - index);
    index = end;
  }
}

/** Reads a column; `most` bounds its length, since a run of millions takes only a few bytes. */
export function readNumbers(reader: ByteReader, most: number): Uint32Array<ArrayBuffer> {
  const length = reader.number();
  if (length > most) throw new DamagedBytes('column too long');
  const kind = reader.number();
  const values = new Uint32Array(length);
  if (kind === PLAIN) {
    if (length > reader.left) throw new DamagedBytes('column too long');
    for (let index = 0; index < length; index++) values[index] = reader.number();
    return values;
  }
  if (kind !== RUNS) throw new DamagedBytes('unknown column');
  let index = 0;
  while (index < length) {
    const value = reader.number();
    const run = reader.number();
    if (run === 0 || run > length - index) throw new DamagedBytes('bad run');
    values.fill(value, index, index + run);
    index += run;
  }
  return values;
}

/** Where a column is being read: enough to go on from there later. */
export interface ColumnMark {
  /** Bytes from the column's first number. */
  readonly position: number;
  /** Of the run that is being read; 0 in a column without runs. */
  readonly value: number;
  readonly left: number;
}

/** A column that is read number by number, as far as one needs. */
export class NumberColumn {
  readonly count: number;
  private readonly hasRuns: boolean;
  private readonly from: number;
  private reader: ByteReader;
  private value = 0;
  private left = 0;

  /** Reads no further than the column's head. Throws `DamagedBytes`; `most` bounds the length. */
  constructor(
    private readonly whole: ByteReader,
    most: number,
  ) {
    this.count = whole.number();
    const kind = whole.number();
    if (this.count > most || kind > RUNS) throw new DamagedBytes('bad column');
    this.hasRuns = kind === RUNS;
    this.from = whole.position;
    this.reader = whole.fork(this.from);
  }

  /** The column at which `whole` stands, and moves `whole` behind it. */
  static pass(whole: ByteReader, most: number): NumberColumn {
    const column = new NumberColumn(whole, most);
    if (!column.hasRuns) whole.skipNumbers(column.count);
    else for (let passed = 0; passed < column.count; ) passed += skipRun(whole);
    return column;
  }

  get mark(): ColumnMark {
    return { position: this.reader.position - this.from, value: this.value, left: this.left };
  }

  goTo({ position, value, left }: ColumnMark): void {
    this.reader = this.whole.fork(this.from + position);
    this.value = value;
    this.left = left;
  }

  /** The next number, from the first on; 0 after the last. */
  next(): number {
    if (!this.hasRuns) return this.reader.number();
    if (this.left === 0) {
      this.value = this.reader.number();
      this.left = this.reader.number();
    }
    this.left--;
    return this.value;
  }

  /** The number at a place, found by walking from the start: for columns of few runs. */
  at(place: number): number {
    const reader = this.whole.fork(this.from);
    if (!this.hasRuns) reader.skipNumbers(place);
    for (let passed = 0; this.hasRuns; ) {
      const value = reader.number();
      passed += reader.number();
      if (passed > place) return value;
    }
    return reader.number();
  }
}

function skipRun(reader: ByteReader): number {
  reader.number();
  const run = reader.number();
  if (run === 0) throw new DamagedBytes('bad run');
  return run;
}

function countRuns(values: ArrayLike<number>): number {
  let runs = 0;
  for (let index = 0; index < values.length; index = runEnd(values, index)) runs++;
  return runs;
}

function runEnd(values: ArrayLike<number>, from: number): number {
  let end = from + 1;
  while (end < values.length && values[end] === values[from]) end++;
  return end;
}
