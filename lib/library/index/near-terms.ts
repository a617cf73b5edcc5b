/**
 * Finds the terms nearest to a word in packed vocabularies, without making strings of the others. Terms are in order, so each
 * shares its beginning with the one before: the table of distances goes on from there, and once a beginning is too far from the
 * word, all terms that begin so are passed over.
 */
import { openVocabulary } from './vocabulary';

export interface NearTerm {
  readonly term: string;
  /** Documents of all segments that hold it. */
  readonly count: number;
}

export interface NearOptions {
  /** Letters to insert, delete, replace or swap with a neighbour, at most. */
  readonly most: number;
  /** The word is still being typed: terms that only begin nearly so count as half a step further than whole ones. */
  readonly unfinished: boolean;
  /** Only terms that begin with this letter; all for the empty string. */
  readonly initial: string;
}

/** A term longer than this is compared by its beginning. */
const LONGEST = 128;
/** A beginning counts as half a step further, and halves are no whole numbers. */
const HALF = 0.5;

/**
 * The terms at the least distance from `word` (never the word itself), those in more documents first. `vocabularies`: what
 * `packVocabulary` made, of any number of segments. Throws `DamagedBytes`.
 */
export function nearestTerms(vocabularies: Iterable<Uint8Array>, word: string, options: NearOptions): NearTerm[] {
  const walk = new NearWalk(word, options);
  for (const vocabulary of vocabularies) walk.read(vocabulary);
  return [...walk.counts]
    .map(([term, count]) => ({ term, count }))
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
}

class NearWalk {
  /** Of the terms at the least distance so far. */
  readonly counts = new Map<string, number>();
  /** The least distance so far, or the greatest that is allowed. */
  private least: number;
  private readonly width: number;
  private readonly pattern: Uint16Array;
  private readonly initial: number | null;
  /** The term's letters, as far as they were looked at. */
  private readonly units = new Uint16Array(LONGEST);
  /** For each length of the term's beginning its distances to every beginning of the word, one row after the other. */
  private readonly rows: Uint8Array;
  /** The least value of each row: no longer beginning comes nearer, but by a swap. */
  private readonly floors = new Uint8Array(LONGEST + 1);
  /** The least distance of the whole word to a beginning up to this one. */
  private readonly begun = new Uint8Array(LONGEST + 1);

  constructor(
    word: string,
    private readonly options: NearOptions,
  ) {
    this.pattern = Uint16Array.from({ length: Math.min(LONGEST, word.length) }, (_, index) => word.charCodeAt(index));
    this.width = this.pattern.length + 1;
    this.least = options.most + (options.unfinished ? HALF : 0);
    this.initial = options.initial === '' ? null : options.initial.charCodeAt(0);
    this.rows = new Uint8Array((LONGEST + 1) * this.width);
    for (let at = 0; at < this.width; at++) this.rows[at] = at;
    this.begun[0] = this.pattern.length;
  }

  read(vocabulary: Uint8Array): void {
    const { reader, count: all } = openVocabulary(vocabulary, this.initial);
    /** Rows that hold for the term at hand. */
    let valid = 0;
    /** Every term that shares so many letters with the one before is too far as well. */
    let dead = Number.POSITIVE_INFINITY;
    for (let left = all; left > 0; left--) {
      const shared = reader.number();
      const text = reader.position;
      const units = reader.number();
      const bytes = reader.raw(reader.number());
      const count = reader.number();
      if (shared >= dead) continue;
      dead = Number.POSITIVE_INFINITY;
      valid = Math.min(valid, shared);
      const length = Math.min(LONGEST, shared + units);
      if (units === bytes.length) this.units.set(bytes.subarray(0, length - shared), shared);
      else this.take(shared, length, reader.fork(text).text());
      if (!this.isPossible(length)) continue;
      while (valid < length && dead > valid) {
        valid++;
        if (this.row(valid) > this.least) dead = valid;
      }
      if (dead > length) this.add(length, count);
    }
  }

  private take(from: number, to: number, text: string): void {
    for (let at = from; at < to; at++) this.units[at] = text.charCodeAt(at - from);
  }

  private isPossible(length: number): boolean {
    const word = this.pattern.length;
    return length >= word - this.least && (this.options.unfinished || length <= word + this.least);
  }

  /**
   * The next row of optimal string alignment. Gives the least distance that a term with this beginning can have, in the worst
   * case by a swap of the next letter with this one.
   */
  private row(depth: number): number {
    const { rows, width, pattern, units } = this;
    const at = depth * width;
    const above = at - width;
    const unit = units[depth - 1];
    rows[at] = depth;
    let floor = depth;
    for (let column = 1; column < width; column++) {
      const other = pattern[column - 1];
      let best = (rows[above + column - 1] ?? 0) + (unit === other ? 0 : 1);
      best = Math.min(best, (rows[above + column] ?? 0) + 1, (rows[at + column - 1] ?? 0) + 1);
      if (depth > 1 && column > 1 && unit === pattern[column - 2] && units[depth - 2] === other)
        best = Math.min(best, (rows[above - width + column - 2] ?? 0) + 1);
      rows[at + column] = best;
      if (best < floor) floor = best;
    }
    this.floors[depth] = floor;
    this.begun[depth] = Math.min(this.begun[depth - 1] ?? 0, rows[at + width - 1] ?? 0);
    const bySwap = (this.floors[depth - 1] ?? 0) + 1;
    const bound = Math.min(floor, bySwap);
    return this.options.unfinished ? Math.min(bound, (this.begun[depth] ?? 0) + HALF) : bound;
  }

  private add(length: number, count: number): void {
    const whole = this.rows[length * this.width + this.width - 1] ?? 0;
    const distance = this.options.unfinished ? Math.min(whole, (this.begun[length] ?? 0) + HALF) : whole;
    if (distance === 0 || distance > this.least) return;
    if (distance < this.least) this.counts.clear();
    this.least = distance;
    const term = String.fromCharCode(...this.units.subarray(0, length));
    this.counts.set(term, (this.counts.get(term) ?? 0) + count);
  }
}
