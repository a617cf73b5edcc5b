/** Finds the very words of an anchor: every place where they are spoken, then the one among them that is meant. */
import { lastAtMost } from '../transcript/lookup';
import type { Milliseconds } from '../transcript/units';
import { exactRuns, type Run } from './exact-runs';
import { startOf } from './places';
import { bitsOf, type SpeechIndex } from './speech-index';

/** An anchor as comparable tokens. */
export interface Sought {
  readonly quote: Uint32Array;
  readonly prefix: Uint32Array;
  readonly suffix: Uint32Array;
  readonly time: Milliseconds | null;
  readonly share: number;
}

interface Candidate extends Run {
  /** Shares of the words before and after that are there, 0 to 1; 1 where there were none. */
  readonly before: number;
  readonly after: number;
  /** The words right beside the quote are there, before or after. */
  readonly beside: boolean;
  /** Milliseconds from where the words were. */
  readonly away: number;
}

/** Mean share of the words around from which a place is the same one wherever it is; on each side at least a few. */
const SAME_PLACE = 0.5;
const EACH_SIDE = 0.3;
const ONE_SIDE = 0.8;
/** Milliseconds from where the words were within which a lower share is enough, and that share. */
const CLOSE = 30_000;
const SOME_PLACE = 0.35;
/** Bits from which words are rare enough to be known almost without their surroundings, beyond the episode's length. */
const UNMISTAKABLE = 14;
/** Words that may have come in between the quote and what stood around it. */
const SLACK = 5;
/** Words right beside the quote that are looked at, and how many of them must be there. */
const BESIDE = 4;
const BESIDE_SAME = 3;
const MILLISECONDS_A_WORD = 380;

/** The place whose surroundings are the same ones, or which is where the words were before, or the only one there can be. */
export function samePlace(sought: Sought, index: SpeechIndex): Run | null {
  const runs = exactRuns(index, sought.quote, expectedEntry(sought, index));
  const places = runs.filter((run) => isWholeWords(index, run)).map((run) => look(sought, index, run));
  places.sort((a, b) => shareOf(b) - shareOf(a) || a.away - b.away);
  const same = places.find(isSame);
  if (same) return same;
  const close = places.find((place) => place.away <= CLOSE && shareOf(place) >= SOME_PLACE && place.beside);
  if (close) return close;
  const [only] = places;
  if (!only || places.length > 1) return null;
  let bits = 0;
  for (const token of sought.quote) bits += bitsOf(index, token);
  const isRare = bits >= Math.log2(index.id.length + 1) + UNMISTAKABLE;
  return isRare && (shareOf(only) >= SOME_PLACE || only.away <= CLOSE) ? only : null;
}

function shareOf({ before, after }: Candidate): number {
  return (before + after) / 2;
}

/** Where a passage was cut out right beside the words, one side is enough if it touches them. */
function isSame(place: Candidate): boolean {
  const isBoth = Math.min(place.before, place.after) >= EACH_SIDE && shareOf(place) >= SAME_PLACE;
  return isBoth || (place.beside && Math.max(place.before, place.after) >= ONE_SIDE);
}

/** "that" is not in "that's". */
function isWholeWords({ word }: SpeechIndex, { from, to }: Run): boolean {
  return word[from - 1] !== word[from] && word[to] !== word[to - 1];
}

function look(sought: Sought, index: SpeechIndex, { from, to }: Run): Candidate {
  const { prefix, suffix } = sought;
  const left = index.id.subarray(Math.max(0, from - prefix.length - SLACK), from);
  const right = index.id.subarray(to, Math.min(index.id.length, to + suffix.length + SLACK));
  const nearLeft = inCommon(prefix.slice(-BESIDE), left.slice(-BESIDE - 1));
  const nearRight = inCommon(suffix.slice(0, BESIDE), right.slice(0, BESIDE + 1));
  return {
    from,
    to,
    before: prefix.length > 0 ? inCommon(prefix, left) / prefix.length : 1,
    after: suffix.length > 0 ? inCommon(suffix, right) / suffix.length : 1,
    beside: nearLeft >= Math.min(BESIDE_SAME, prefix.length) || nearRight >= Math.min(BESIDE_SAME, suffix.length),
    away: awayFrom(sought, index, from),
  };
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
