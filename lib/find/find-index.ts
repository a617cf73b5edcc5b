import { Lexicon } from '../speech/lexicon';
import { tokenise } from '../speech/tokenise';
import { type Tokens, wordOfToken } from '../speech/tokens';
import type { Transcript } from '../transcript/types';

/** Everything finding needs of one transcript: its tokens and, for each different token, the places where it stands. */
export interface FindIndex {
  readonly text: string;
  /** Offsets of the transcript's words. */
  readonly wordOffset: Uint32Array;
  readonly tokens: Tokens;
  /** For each token the word it stands in. */
  readonly word: Uint32Array;
  /** The places of lexicon number `n` are `places[firstPlace[n]]` up to `places[firstPlace[n + 1]]`, ascending. */
  readonly firstPlace: Uint32Array;
  readonly places: Uint32Array;
  /** Lexicon numbers in the order of their tokens, for beginnings of words. */
  readonly sorted: Uint32Array;
}

/** About 30 ms for ten hours of speech. */
export function buildFindIndex(transcript: Pick<Transcript, 'text' | 'words'>): FindIndex {
  const lexicon = new Lexicon();
  const tokens = tokenise(transcript.text, lexicon);
  return {
    text: transcript.text,
    wordOffset: transcript.words.offset,
    tokens,
    word: wordOfToken(tokens, transcript.words.offset),
    ...placesOf(tokens),
    sorted: sortedVocabulary(lexicon),
  };
}

function placesOf({ id, count, lexicon }: Tokens): Pick<FindIndex, 'firstPlace' | 'places'> {
  const firstPlace = new Uint32Array(lexicon.size + 1);
  for (let i = 0; i < count; i++) firstPlace[(id[i] ?? 0) + 1] = (firstPlace[(id[i] ?? 0) + 1] ?? 0) + 1;
  for (let n = 0; n < lexicon.size; n++) firstPlace[n + 1] = (firstPlace[n + 1] ?? 0) + (firstPlace[n] ?? 0);
  const places = new Uint32Array(count);
  const next = firstPlace.slice();
  for (let i = 0; i < count; i++) {
    const n = id[i] ?? 0;
    places[next[n] ?? 0] = i;
    next[n] = (next[n] ?? 0) + 1;
  }
  return { firstPlace, places };
}

/** By code units, as `<` compares: all tokens with one beginning stand together. */
function sortedVocabulary(lexicon: Lexicon): Uint32Array {
  const { words } = lexicon;
  const order = Array.from(words.keys());
  order.sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  return Uint32Array.from(order);
}

/** Lexicon numbers of all tokens that begin with `beginning`. */
export function beginningWith(index: FindIndex, beginning: string): Uint32Array {
  const { sorted } = index;
  const { lexicon } = index.tokens;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lexicon.word(sorted[middle] ?? 0) < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && lexicon.word(sorted[end] ?? 0).startsWith(beginning)) end++;
  return sorted.subarray(low, end);
}
