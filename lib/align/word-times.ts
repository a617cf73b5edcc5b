/** From matched tokens to times of words: what was matched, what lies between, what cannot be known. */
import type { Transcript } from '../transcript/types';
import { fillBetween } from './fill-between';
import { Match, type Pairing } from './pairing';
import type { SpokenTranscript } from './spoken-transcript';

/** How a word of the human text came by its time. Numbers, because they live in a `Uint8Array`. */
export const AlignedState = {
  /** Its match in the timed text says it. */
  matched: 0,
  /** Reckoned inside a short gap between two matched words. */
  between: 1,
  /** In a hole: no time. */
  unknown: 2,
} as const;

/** One entry for each word of the human transcript. */
export interface AlignedWords {
  /** Milliseconds. Where the state is `unknown` both repeat the time before. Starts never decrease, ends never pass the next start. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Values of `AlignedState`. */
  readonly state: Uint8Array;
  /** First and last word of the timed transcript that it was matched to; -1 where it was not. */
  readonly heardFirst: Int32Array;
  readonly heardLast: Int32Array;
  /** 1 where all of the word was matched to the same tokens: heard as it is written. */
  readonly exact: Uint8Array;
}

/** Times of the spoken entries of the timed side, in ms. */
export interface EntryTimes {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

export function entryTimes(spoken: SpokenTranscript, { words }: Pick<Transcript, 'words'>): EntryTimes {
  const start = new Float64Array(spoken.id.length);
  const end = new Float64Array(spoken.id.length);
  for (let i = 0; i < spoken.id.length; i++) {
    const word = spoken.word[i] ?? 0;
    const from = words.start[word] ?? 0;
    const length = (words.end[word] ?? 0) - from;
    start[i] = from + length * (spoken.begin[i] ?? 0);
    end[i] = from + length * (spoken.finish[i] ?? 0);
  }
  return { start, end };
}

export interface TimingInput {
  readonly human: Pick<Transcript, 'text' | 'words'>;
  readonly said: SpokenTranscript;
  readonly timed: Pick<Transcript, 'text' | 'words'>;
  readonly heard: SpokenTranscript;
  readonly pairing: Pairing;
}

/** Times for every word of the human text that can have one. */
export function timeWords(input: TimingInput): AlignedWords {
  const times = entryTimes(input.heard, input.timed);
  const words = unknownWords(input.human.words.offset.length);
  words.exact.fill(1);
  const heardEntry = takeMatches(input, times, words);
  fillBetween(input, { times, words, heardEntry });
  settle(words);
  return words;
}

/** Words of which nothing is known. */
export function unknownWords(count: number): AlignedWords {
  return {
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    state: new Uint8Array(count).fill(AlignedState.unknown),
    heardFirst: new Int32Array(count).fill(-1),
    heardLast: new Int32Array(count).fill(-1),
    exact: new Uint8Array(count),
  };
}

/** First and last matched entry of the timed side for each human word; -1 where there is none. */
export interface HeardEntries {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function takeMatches({ said, heard, pairing }: TimingInput, times: EntryTimes, words: AlignedWords): HeardEntries {
  const first = new Int32Array(words.state.length).fill(-1);
  const last = new Int32Array(words.state.length).fill(-1);
  for (let i = 0; i < said.id.length; i++) {
    const from = pairing.from[i] ?? -1;
    const word = said.word[i] ?? 0;
    if (pairing.how[i] !== Match.equal) words.exact[word] = 0;
    if (from < 0) continue;
    const to = pairing.to[i] ?? from;
    const [start, end] = sharedTimes(pairing, i, times);
    if (first[word] === -1) {
      first[word] = from;
      words.start[word] = start;
      words.heardFirst[word] = heard.word[from] ?? 0;
      words.state[word] = AlignedState.matched;
    }
    last[word] = to;
    words.end[word] = Math.max(words.start[word] ?? 0, end);
    words.heardLast[word] = heard.word[to] ?? 0;
  }
  return { first, last };
}

/** Two entries matched to one share its time. */
function sharedTimes(pairing: Pairing, i: number, times: EntryTimes): readonly [number, number] {
  const from = pairing.from[i] ?? 0;
  const start = times.start[from] ?? 0;
  const end = times.end[pairing.to[i] ?? 0] ?? 0;
  if (pairing.how[i] !== Match.joined) return [start, end];
  if (pairing.from[i + 1] === from) return [start, (start + end) / 2];
  if (pairing.from[i - 1] === from) return [(start + end) / 2, end];
  return [start, end];
}

/** Makes the promises of `AlignedWords` true. */
function settle({ start, end, state }: AlignedWords): void {
  let reached = 0;
  for (let word = 0; word < start.length; word++) {
    if (state[word] === AlignedState.unknown) continue;
    reached = Math.max(reached, start[word] ?? 0);
    start[word] = reached;
    end[word] = Math.max(reached, end[word] ?? 0);
  }
  let next = Number.POSITIVE_INFINITY;
  for (let word = start.length - 1; word >= 0; word--) {
    if (state[word] === AlignedState.unknown) continue;
    end[word] = Math.min(end[word] ?? 0, next);
    next = start[word] ?? 0;
  }
  for (let word = 0; word < start.length; word++) {
    if (state[word] === AlignedState.unknown) start[word] = end[word] = word > 0 ? (end[word - 1] ?? 0) : 0;
  }
}
