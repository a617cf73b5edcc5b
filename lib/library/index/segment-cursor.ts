import { DamagedBytes } from '../../transcript/bytes';
import type { ReadTransaction } from '../shelf/store-port';
import { type IndexStores, PLACE_BLOCK } from './index-stores';
import type { Postings } from './postings';
import { readWordBlock, type TermEntry } from './word-block';

/** Walks the terms of one segment in order. What ends in `AtHand` does not wait; it says so when it has to. */
export class SegmentCursor {
  private block = -1;
  private entries: TermEntry[] = [];
  private at = 0;
  private placeBlock: { readonly number: number; readonly bytes: Uint8Array } | null = null;

  constructor(
    private readonly tx: Pick<ReadTransaction<IndexStores>, 'get'>,
    private readonly id: number,
    private readonly directory: readonly string[],
  ) {}

  /** The current term; null after the last. */
  get term(): string | null {
    return this.entries[this.at]?.term ?? null;
  }

  /** To the first term that is greater; null: to the first of all. */
  async seekAfter(after: string | null): Promise<void> {
    let block = 0;
    if (after !== null) while (block + 1 < this.directory.length && (this.directory[block + 1] ?? '') <= after) block++;
    await this.load(block);
    if (after === null) return;
    while (this.term !== null && this.term <= after) if (!this.advanceAtHand()) await this.advance();
  }

  advanceAtHand(): boolean {
    if (this.at + 1 >= this.entries.length) return false;
    this.at++;
    return true;
  }

  advance(): Promise<void> {
    return this.load(this.block + 1);
  }

  postings(): Postings {
    return this.current().postings();
  }

  /** The bytes of the current term's places when their block was read already. */
  placesAtHand(): Uint8Array | null {
    const { placesAt, placesLength } = this.current();
    const block = Math.floor(placesAt / PLACE_BLOCK);
    const from = placesAt % PLACE_BLOCK;
    if (this.placeBlock?.number !== block || from + placesLength > PLACE_BLOCK) return null;
    return this.placeBlock.bytes.subarray(from, from + placesLength);
  }

  async places(): Promise<Uint8Array> {
    const { placesAt, placesLength } = this.current();
    const whole = new Uint8Array(placesLength);
    for (let filled = 0; filled < placesLength; ) {
      const bytes = await this.readPlaceBlock(Math.floor((placesAt + filled) / PLACE_BLOCK));
      const from = (placesAt + filled) % PLACE_BLOCK;
      const piece = bytes.subarray(from, from + placesLength - filled);
      if (piece.length === 0) throw new DamagedBytes('places end early');
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  private current(): TermEntry {
    const entry = this.entries[this.at];
    if (!entry) throw new RangeError('The cursor is after the last term. Look at `term` first.');
    return entry;
  }

  private async load(block: number): Promise<void> {
    this.block = block;
    const bytes = block < this.directory.length ? await this.tx.get('indexWords', [this.id, block]) : undefined;
    this.entries = bytes ? readWordBlock(bytes) : [];
    this.at = 0;
  }

  private async readPlaceBlock(number: number): Promise<Uint8Array> {
    if (this.placeBlock?.number === number) return this.placeBlock.bytes;
    const bytes = await this.tx.get('indexPlaces', [this.id, number]);
    if (!bytes) throw new DamagedBytes('a block of places is missing');
    this.placeBlock = { number, bytes };
    return bytes;
  }
}
