const NONE = -1;
const REPEATED = -2;

export interface RunRange {
  /** First and last start of a run. */
  readonly first: number;
  readonly last: number;
  /** Tokens of a run. */
  readonly size: number;
}

/** Open-addressed table of the runs of one text, to find those that stand once in it and once in another. */
export class RunTable {
  private readonly mask: number;
  /** Where the slot's run stands in this text first. */
  private readonly own: Int32Array;
  private readonly isRepeated: Uint8Array;
  /** Where it stands in the other text, or `REPEATED`. */
  private readonly other: Int32Array;
  private readonly size: number;

  constructor(
    private readonly tokens: Uint32Array,
    { first, last, size }: RunRange,
  ) {
    let capacity = 16;
    while (capacity < (last - first + 1) * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.size = size;
    this.own = new Int32Array(capacity).fill(NONE);
    this.isRepeated = new Uint8Array(capacity);
    this.other = new Int32Array(capacity).fill(NONE);
    for (let place = first; place <= last; place++) {
      const slot = this.slotFor(tokens, place);
      if (this.own[slot] === NONE) this.own[slot] = place;
      else this.isRepeated[slot] = 1;
    }
  }

  /** For each start `first … last` in the other text the place of its run here, where it stands once in both; else -1. */
  partners(tokens: Uint32Array, first: number, last: number): Int32Array {
    const slots = new Int32Array(last - first + 1);
    for (let place = first; place <= last; place++) {
      const slot = this.slotFor(tokens, place);
      slots[place - first] = slot;
      this.other[slot] = this.other[slot] === NONE ? place : REPEATED;
    }
    return slots.map((slot) =>
      this.other[slot] === REPEATED || this.isRepeated[slot] ? NONE : (this.own[slot] ?? NONE),
    );
  }

  /** The slot that holds this run, or the empty one where it would be. */
  private slotFor(tokens: Uint32Array, at: number): number {
    let hash = 0;
    for (let k = 0; k < this.size; k++) hash = Math.imul(hash ^ (tokens[at + k] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    let slot = (hash ^ (hash >>> 13)) & this.mask;
    while (this.own[slot] !== NONE && !this.isSame(tokens, at, this.own[slot] ?? 0)) slot = (slot + 1) & this.mask;
    return slot;
  }

  private isSame(tokens: Uint32Array, at: number, place: number): boolean {
    for (let k = 0; k < this.size; k++) if (tokens[at + k] !== this.tokens[place + k]) return false;
    return true;
  }
}
