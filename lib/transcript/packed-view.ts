/**
 * A look into a packed transcript: for results that show two lines of it, where unpacking all columns would cost ten times
 * as much. Words are decoded from the first to the last one asked for, and no further.
 */
import { type ByteReader, DamagedBytes } from './bytes';
import { NumberColumn } from './number-columns';
import { openPack } from './pack';
import type { TranscriptHeader } from './pack-header';
import type { Speaker, Timing, Turn } from './types';

export class PackedView {
  readonly text: string;
  readonly wordCount: number;
  private readonly header: TranscriptHeader;
  private readonly gaps: NumberColumn;
  private readonly lengths: NumberColumn;
  private readonly starts: NumberColumn;
  private readonly states: NumberColumn;
  private readonly afterWords: ByteReader;
  private readonly offset: Uint32Array;
  private readonly length: Uint32Array;
  private readonly time: Uint32Array;
  private placed = 0;
  private timed = 0;
  private ownTurns: readonly Turn[] | null = null;

  /** Throws `DamagedBytes`; the checksum is not looked at. */
  constructor(bytes: Uint8Array) {
    const { header, text, reader } = openPack(bytes);
    this.header = header;
    this.text = text;
    this.gaps = new NumberColumn(reader, text.length);
    this.wordCount = this.gaps.count;
    this.lengths = new NumberColumn(reader, this.wordCount);
    this.starts = new NumberColumn(reader, this.wordCount);
    new NumberColumn(reader, this.wordCount);
    this.states = new NumberColumn(reader, this.wordCount);
    new NumberColumn(reader, this.wordCount);
    this.afterWords = reader;
    this.offset = new Uint32Array(this.wordCount);
    this.length = new Uint32Array(this.wordCount);
    this.time = new Uint32Array(this.wordCount);
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
    for (; this.timed <= word && this.timed < this.wordCount; this.timed++) {
      this.time[this.timed] = (this.time[this.timed - 1] ?? 0) + this.starts.next();
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

  private readTurns(): Turn[] {
    const reader = this.afterWords;
    for (let column = 0; column < 3; column++) new NumberColumn(reader, this.wordCount);
    const firstWords = new NumberColumn(reader, this.wordCount);
    const speakers = new NumberColumn(reader, this.wordCount);
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
    for (; this.placed <= word && this.placed < this.wordCount; this.placed++) {
      const before = this.placed === 0 ? 0 : (this.offset[this.placed - 1] ?? 0) + (this.length[this.placed - 1] ?? 0);
      this.offset[this.placed] = before + this.gaps.next();
      this.length[this.placed] = this.lengths.next();
      if (this.endOfPlaced() > this.text.length) throw new DamagedBytes('word outside the text');
    }
  }

  private endOfPlaced(): number {
    return (this.offset[this.placed] ?? 0) + (this.length[this.placed] ?? 0);
  }
}
