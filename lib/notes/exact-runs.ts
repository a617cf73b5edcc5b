import { lastAtMost } from '../transcript/lookup';
import { countOf, type SpeechIndex } from './speech-index';

/** Entries of a speech index: `from` up to `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Places of one word that are tried. */
const MOST_PLACES = 400;

/**
 * Every place where exactly these tokens follow each other, at most fillers between them; ascending. Of words more common than can
 * be tried, the places nearest to entry `around`.
 */
export function exactRuns(index: SpeechIndex, tokens: Uint32Array, around: number): Run[] {
  let rarest = 0;
  tokens.forEach((token, at) => {
    if (countOf(index, token) < countOf(index, tokens[rarest] ?? 0)) rarest = at;
  });
  const token = tokens[rarest];
  if (token === undefined || countOf(index, token) === 0) return [];
  const places = index.places.subarray(index.first[token] ?? 0, index.first[token + 1] ?? 0);
  const runs: Run[] = [];
  for (const place of nearest(places, around)) {
    const from = walk(index, tokens, rarest, place, -1);
    const last = from < 0 ? -1 : walk(index, tokens, rarest, place, 1);
    if (last >= 0) runs.push({ from, to: last + 1 });
  }
  return runs;
}

/** Follows the tokens from one of them to their end in one direction, over fillers; -1 where they break off. */
function walk(index: SpeechIndex, tokens: Uint32Array, at: number, place: number, step: 1 | -1): number {
  let entry = place;
  for (let next = at + step; next >= 0 && next < tokens.length; next += step) {
    let to = entry + step;
    while (to >= 0 && to < index.id.length && index.id[to] !== tokens[next] && index.filler[to]) to += step;
    if (index.id[to] !== tokens[next]) return -1;
    entry = to;
  }
  return entry;
}

/** The values of a sorted column around a value, at most `MOST_PLACES`. */
function nearest(places: Uint32Array, expected: number): Uint32Array {
  if (places.length <= MOST_PLACES) return places;
  const middle = lastAtMost(places, expected);
  const from = Math.min(Math.max(0, middle - (MOST_PLACES >> 1)), places.length - MOST_PLACES);
  return places.subarray(from, from + MOST_PLACES);
}
