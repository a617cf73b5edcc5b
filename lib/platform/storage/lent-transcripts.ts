/** Packed transcripts that the library does not hold, for as long as the worker lives. Whoever misses one lends it again. */
const MOST_BYTES = 96 * 1_048_576;

export class LentTranscripts {
  readonly #lent = new Map<string, Uint8Array>();

  get(key: string): Uint8Array | null {
    return this.#lent.get(key) ?? null;
  }

  /** The oldest go when there are too many. */
  put(key: string, bytes: Uint8Array): void {
    this.#lent.delete(key);
    this.#lent.set(key, bytes);
    let total = 0;
    for (const each of this.#lent.values()) total += each.length;
    for (const [oldest, each] of this.#lent) {
      if (total <= MOST_BYTES || oldest === key) return;
      total -= each.length;
      this.#lent.delete(oldest);
    }
  }
}
