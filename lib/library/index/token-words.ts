/**
 * From a token to the word of the transcript it stands in. Nearly every word is one token, so only the words that are not
 * are written: gaps between them, and how many tokens they have.
 */

import { type Tokens, wordOfToken } from '../../speech/tokens';
import { ByteReader, ByteWriter, DamagedBytes } from '../../transcript/bytes';

export function packTokenWords(tokens: Tokens, wordOffsets: Uint32Array): Uint8Array<ArrayBuffer> {
  const words = wordOfToken(tokens, wordOffsets);
  const counts = new Uint32Array(wordOffsets.length);
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  const writer = new ByteWriter();
  writer.number(wordOffsets.length);
  let last = -1;
  for (let word = 0; word < counts.length; word++) {
    if (counts[word] === 1) continue;
    writer.number(word - last);
    writer.number(counts[word] ?? 0);
    last = word;
  }
  return writer.finish();
}

/**
 * The word of each token. What is written is read once; then each look-up is a search among the words that are not one token, so
 * that two lines of an episode do not cost a column of all its words.
 */
export class TokenWords {
  /** Words that are not one token, ascending, and the first token behind each. */
  private readonly odd: number[] = [];
  private readonly behind: number[] = [];
  private readonly counts: number[] = [];

  /** Throws `DamagedBytes`. */
  constructor(
    bytes: Uint8Array,
    private readonly tokenCount: number,
  ) {
    const reader = new ByteReader(bytes);
    const wordCount = reader.number();
    let [word, token] = [0, 0];
    for (let odd = -1; reader.left > 0; ) {
      odd += reader.number();
      const count = reader.number();
      if (odd < word || odd >= wordCount) throw new DamagedBytes('word out of order');
      token += odd - word + count;
      word = odd + 1;
      this.odd.push(odd);
      this.behind.push(token);
      this.counts.push(count);
    }
    if (token + wordCount - word > tokenCount) throw new DamagedBytes('more tokens than the document has');
  }

  /** 0 for a token that the document does not have. */
  wordOf(token: number): number {
    if (token >= this.tokenCount) return 0;
    const { odd, behind, counts } = this;
    let [low, high] = [0, odd.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((behind[middle] ?? 0) <= token) low = middle + 1;
      else high = middle;
    }
    const next = odd[low];
    // Among the single tokens before the next odd word, or one of that word's own.
    const before = (odd[low - 1] ?? -1) + 1 + token - (behind[low - 1] ?? 0);
    if (next === undefined || before < next || (counts[low] ?? 0) === 0) return before;
    return next;
  }
}
