/** Finds the very words of an anchor: every place where they are spoken, then the one among them that is meant. */
import { lastAtMost } from '../transcript/lookup';
import type { Milliseconds } from '../transcript/units';
import { startOf } from './places';
import { bitsOf, countOf, type SpeechIndex } from './speech-index';

/** An anchor as comparable tokens. */
export interface Sought {
  readonly quote: Uint32Array;
  readonly prefix: Uint32Array;
  readonly suffix: Uint32Array;
  readonly time: Milliseconds | null;
  readonly share: number;
}

interface Exact {
  /** Entries of the index. */
  readonly from: number;
  readonly to: number;
  /** Share of the words around that are there, 0 to 1. */
  readonly context: number;
}

/** Share of the words around from which a place is the same one wherever it is. */
const SAME_PLACE = 0.5;
/** Milliseconds from where the words were within which a lower share is enough, and that share. */
const CLOSE = 30_000;
const SOME_PLACE = 0.35;
/** Bits from which words are rare enough to be known almost without their surroundings, beyond the episode's length. */
const UNMISTAKABLE = 14;
/** Words that may have come in between the quote and what stood around it. */
const CONTEXT_SLACK = 5;
/** Places of a common word that are compared. */
const MOST_PLACES = 400;
const MILLISECONDS_A_WORD = 380;

/** The place whose surroundings are the same ones, or which is where the words were before, or the only one there can be. */
export function samePlace(sought: Sought, index: SpeechIndex): { from: number; to: number } | null {
  const places = exactPlaces(sought, index);
  const away = new Map(places.map((place) => [place, awayFrom(sought, index, place.from)]));
  places.sort((a, b) => b.context - a.context || (away.get(a) ?? 0) - (away.get(b) ?? 0));
  const best = places[0];
  if (!best || best.context >= SAME_PLACE) return best ?? null;
  const close = places.filter((place) => (away.get(place) ?? 0) <= CLOSE);
  if (close[0] && close[0].context >= SOME_PLACE) return close[0];
  let bits = 0;
  for (const token of sought.quote) bits += bitsOf(index, token);
  const isRare = bits >= Math.log2(index.id.length + 1) + UNMISTAKABLE;
  return isRare && places.length === 1 && (best.context >= SOME_PLACE || close.length === 1) ? best : null;
}

/** Every place where exactly these words are spoken, the nearest ones only where they are very common. */
function exactPlaces(sought: Sought, index: SpeechIndex): Exact[] {
  const { quote } = sought;
  let rarest = 0;
  quote.forEach((token, at) => {
    if (countOf(index, token) < countOf(index, quote[rarest] ?? 0)) rarest = at;
  });
  const token = quote[rarest] ?? 0;
  if (countOf(index, token) === 0) return [];
  const places = index.places.subarray(index.first[token] ?? 0, index.first[token + 1] ?? 0);
  const found: Exact[] = [];
  for (const place of nearest(places, expectedEntry(sought, index))) {
    const from = walk(index, quote, rarest, place, -1);
    const last = from < 0 ? -1 : walk(index, quote, rarest, place, 1);
    if (last >= 0 && isWholeWords(index, from, last))
      found.push({ from, to: last + 1, context: contextOf(index, sought, from, last + 1) });
  }
  return found;
}

/** Follows the quote from one of its words to its end in one direction, over fillers; -1 where it breaks off. */
function walk(index: SpeechIndex, quote: Uint32Array, at: number, place: number, step: 1 | -1): number {
  let entry = place;
  for (let next = at + step; next >= 0 && next < quote.length; next += step) {
    let to = entry + step;
    while (to >= 0 && to < index.id.length && index.id[to] !== quote[next] && index.filler[to]) to += step;
    if (index.id[to] !== quote[next]) return -1;
    entry = to;
  }
  return entry;
}

/** "that" is not in "that's". */
function isWholeWords({ word }: SpeechIndex, from: number, last: number): boolean {
  return word[from - 1] !== word[from] && word[last + 1] !== word[last];
}

function contextOf(index: SpeechIndex, { prefix, suffix }: Sought, from: number, to: number): number {
  const total = prefix.length + suffix.length;
  if (total === 0) return 1;
  const before = index.id.subarray(Math.max(0, from - prefix.length - CONTEXT_SLACK), from);
  const after = index.id.subarray(to, Math.min(index.id.length, to + suffix.length + CONTEXT_SLACK));
  return (inCommon(prefix, before) + inCommon(suffix, after)) / total;
}

/** Length of the longest common subsequence. */
function inCommon(a: Uint32Array, b: Uint32Array): number {
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (const token of a) {
    for (let j = 1; j <= b.length; j++)
      row[j] = b[j - 1] === token ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}

/** Milliseconds from where the words were; where times are not known, the same reckoned from the share of the transcript. */
export function awayFrom(sought: Sought, index: SpeechIndex, entry: number): number {
  const time = startOf(index, entry);
  if (time !== null && sought.time !== null) return Math.abs(time - sought.time);
  return Math.abs(entry - sought.share * index.id.length) * MILLISECONDS_A_WORD;
}

function expectedEntry(sought: Sought, index: SpeechIndex): number {
  const { words, timing } = index.transcript;
  if (sought.time === null || timing === 'none') return sought.share * index.id.length;
  return lastAtMost(index.word, Math.max(0, lastAtMost(words.start, sought.time)));
}

/** The entries of a sorted column around a value, at most `MOST_PLACES`. */
function nearest(places: Uint32Array, expected: number): Uint32Array {
  if (places.length <= MOST_PLACES) return places;
  const middle = lastAtMost(places, expected);
  const from = Math.min(Math.max(0, middle - (MOST_PLACES >> 1)), places.length - MOST_PLACES);
  return places.subarray(from, from + MOST_PLACES);
}
