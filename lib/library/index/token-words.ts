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

/** The word of each token, ascending. Throws `DamagedBytes`. */
export function unpackTokenWords(bytes: Uint8Array, tokenCount: number): Uint32Array {
  const reader = new ByteReader(bytes);
  const wordCount = reader.number();
  const words = new Uint32Array(tokenCount);
  let token = 0;
  let word = 0;
  let odd = -1;
  while (word < wordCount) {
    const hasMore = reader.left > 0;
    odd = hasMore ? odd + reader.number() : wordCount;
    const count = hasMore ? reader.number() : 0;
    if (odd < word || odd > wordCount) throw new DamagedBytes('word out of order');
    if (token + (odd - word) + count > tokenCount) throw new DamagedBytes('more tokens than the document has');
    while (word < odd) words[token++] = word++;
    for (let left = count; left > 0; left--) words[token++] = word;
    word++;
  }
  return words;
}
