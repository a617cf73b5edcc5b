/**
 * Gives the words of captions made by hand the times that the recogniser heard. Both tracks run on the clock of one video, so
 * words are paired by their spelling within a few seconds; nothing is moved further than that.
 */
import { contentHash } from '../transcript/content-hash';
import { lastAtMost } from '../transcript/lookup';
import { type Transcript, type WordColumns, WordState } from '../transcript/types';

/** People set a line up to this much before or after it is said. */
const REACH_MS = 3_000;
/** With fewer words in common the tracks do not say the same: another language, another cut. */
const LEAST_SHARE = 0.5;
/** A word that says itself again and again ("no, no, no …") is paired with the nearest few only. */
const MOST_CANDIDATES = 12;

/** Null when the tracks have too little in common. The text, cues and paragraphs stay as they are. */
export function lendTimes(written: Transcript, heard: Transcript): Transcript | null {
  const spellings = spellingsOf(written);
  const pairs = longestChain(candidates(spellings, written.words.start, heard));
  const spoken = spellings.reduce((count, spelling) => (spelling === '' ? count : count + 1), 0);
  if (pairs.length === 0 || pairs.length < LEAST_SHARE * spoken) return null;
  const words = takeTimes(written, heard, pairs);
  const key = written.id.slice(0, written.id.lastIndexOf(':'));
  return { ...written, id: `${key}:${contentHash(written.text, words.start)}`, timing: 'word', words };
}

interface Pair {
  readonly written: number;
  readonly heard: number;
}

/** Pairs of equal words near each other, by written word, and for one written word by heard word from the last to the first. */
function candidates(spellings: readonly string[], starts: Uint32Array, heard: Transcript): Pair[] {
  const places = new Map<string, number[]>();
  spellingsOf(heard).forEach((spelling, word) => {
    const known = places.get(spelling);
    if (known) known.push(word);
    else if (spelling !== '') places.set(spelling, [word]);
  });
  const pairs: Pair[] = [];
  spellings.forEach((spelling, word) => {
    const list = places.get(spelling);
    if (!list) return;
    const near = nearby(list, heard.words.start, starts[word] ?? 0);
    for (let index = near.length - 1; index >= 0; index -= 1) pairs.push({ written: word, heard: near[index] ?? 0 });
  });
  return pairs;
}

/** Entries of a sorted list of words whose start lies within reach of a time, in order; the nearest when there are many. */
function nearby(list: readonly number[], start: Uint32Array, time: number): number[] {
  let from = firstFrom(list, start, time - REACH_MS);
  let to = firstFrom(list, start, time + REACH_MS + 1);
  const distance = (index: number) => Math.abs((start[list[index] ?? 0] ?? 0) - time);
  while (to - from > MOST_CANDIDATES) {
    if (distance(from) > distance(to - 1)) from += 1;
    else to -= 1;
  }
  return list.slice(from, to);
}

function firstFrom(list: readonly number[], start: Uint32Array, time: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[list[middle] ?? 0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest run of pairs that rises in both columns (patience sorting, n log n). */
function longestChain(pairs: readonly Pair[]): Pair[] {
  /** For each length, the pair that ends a chain of it with the smallest heard word. */
  const tails: number[] = [];
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ heard }, index) => {
    const length = lastAtMost(ends, heard - 1) + 1;
    before[index] = length > 0 ? (tails[length - 1] ?? -1) : -1;
    tails[length] = index;
    ends[length] = heard;
  });
  const chain: Pair[] = [];
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

function takeTimes(written: Transcript, heard: Transcript, pairs: readonly Pair[]): WordColumns {
  const { words } = written;
  const count = words.start.length;
  const start = Uint32Array.from(words.start);
  const end = Uint32Array.from(words.end);
  const state = new Uint8Array(count).fill(WordState.between);
  for (const pair of pairs) {
    start[pair.written] = heard.words.start[pair.heard] ?? 0;
    end[pair.written] = heard.words.end[pair.heard] ?? 0;
    state[pair.written] = WordState.given;
  }
  for (let from = 0; from < count; ) {
    if (state[from] === WordState.given) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < count && state[to] !== WordState.given) to += 1;
    squeeze({ start, end, length: words.length }, from, to, to < count ? (start[to] ?? 0) : null);
    from = to;
  }
  for (let word = 0; word < count; word += 1) {
    const limit = word + 1 < count ? (start[word + 1] ?? 0) : Number.POSITIVE_INFINITY;
    end[word] = Math.max(start[word] ?? 0, Math.min(end[word] ?? 0, limit));
  }
  return { ...words, start, end, state };
}

/**
 * Words between two that were heard keep the times of their line as far as those fit in; where they do not, they share the gap by
 * their length. `limit`: start of the next heard word, null at the end.
 */
function squeeze(
  columns: { readonly start: Uint32Array; readonly end: Uint32Array; readonly length: Uint32Array },
  from: number,
  to: number,
  limit: number | null,
): void {
  const { start, end, length } = columns;
  const least = from > 0 ? Math.max(start[from - 1] ?? 0, end[from - 1] ?? 0) : 0;
  const most = limit ?? Number.POSITIVE_INFINITY;
  const fits = (start[from] ?? 0) >= least && (start[to - 1] ?? 0) <= most;
  if (fits) return;
  const begin = Math.min(least, most);
  const stop = limit ?? Math.max(begin, end[to - 1] ?? 0);
  let total = 0;
  for (let word = from; word < to; word += 1) total += length[word] ?? 0;
  let passed = 0;
  for (let word = from; word < to; word += 1) {
    start[word] = Math.round(begin + ((stop - begin) * passed) / total);
    passed += length[word] ?? 0;
    end[word] = Math.round(begin + ((stop - begin) * passed) / total);
  }
}

function spellingsOf({ text, words }: Transcript): string[] {
  return Array.from(words.offset, (from, word) => {
    // Longer ones are no words, and expansions of compatibility characters have no bound.
    return spellingOf(text.slice(from, from + Math.min(60, words.length[word] ?? 0)));
  });
}

/** A word without case, accents and punctuation; empty for a dash. */
function spellingOf(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

const PLAIN = /^[a-z0-9]*$/;
