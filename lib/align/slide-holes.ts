/**
 * Where words are said twice and the other side has them once, a hole can stand before either copy. It is slid to where sentences
 * begin and end; without such a sign a passage that was said again leaves out its first telling in the human text, and its second in the
 * timed one (measured on real pairs).
 */
import { clearPair, Match, type Pairing, setPair } from './pairing';
import type { SpokenTranscript } from './spoken-transcript';

/** Farther than anybody repeats himself word for word; a passage that stands in a text twice by mistake may be longer. */
const FARTHEST = 60;
const FARTHEST_COPY = 400;
/** A hole of more words may be a copy of what stands beside it, give or take so many words that were heard otherwise. */
const COPY = 20;
const LOOSE = 3;
/** Words of the timed side that may stand between two matches that move together. */
const NEAR = 8;
/** A shorter hole is a stammer: it stays where it is unless sentences say otherwise. */
const LONG = 6;

export function slideHoles(said: SpokenTranscript, heard: SpokenTranscript, pairing: Pairing): void {
  let before = -1;
  for (let i = 0; i < said.id.length; i++) {
    if ((pairing.from[i] ?? -1) < 0) continue;
    if (before >= 0) {
      const missing = i - before - 1;
      const extra = (pairing.from[i] ?? 0) - (pairing.to[before] ?? 0) - 1;
      const hole = { first: before + 1, end: i };
      const copy = missing > COPY && extra <= LOOSE ? copyIn(said.id, pairing, hole) : null;
      if (missing > 0 && (copy || extra === 0)) slideText(said, pairing, copy ?? hole);
      else if (missing === 0 && extra > 0) slideVideo(said, heard, pairing, i);
    }
    before = i;
  }
}

interface Range {
  readonly first: number;
  readonly end: number;
}

/** The hole is in the human side: words `first … end` have no partner, their neighbours' partners are neighbours. */
function slideText(said: SpokenTranscript, pairing: Pairing, { first, end }: Range): void {
  const left = reachOfCopy(said.id, pairing, { first, end }, -1);
  const right = reachOfCopy(said.id, pairing, { first, end }, 1);
  const shift = bestShift({ from: end - first < LONG ? 0 : -left, left, right }, (k) =>
    wholeSentences(said, first + k, end + k),
  );
  for (let k = 0; k < -shift; k++) movePair(pairing, first - 1 - k, end - 1 - k);
  for (let k = 0; k < shift; k++) movePair(pairing, end + k, first + k);
}

/**
 * The part of a long hole that is a copy of what stands beside it, if one is: a word at its edge may only have been heard wrong. A few
 * words that happen to stand on both sides are no copy.
 */
function copyIn(ids: Uint32Array, pairing: Pairing, hole: Range): Range | null {
  let best: Range | null = null;
  let farthest = COPY;
  for (let head = 0; head <= LOOSE; head++)
    for (let tail = 0; head + tail <= LOOSE; tail++) {
      const part = { first: hole.first + head, end: hole.end - tail };
      const reach = reachOfCopy(ids, pairing, part, -1) + reachOfCopy(ids, pairing, part, 1);
      if (reach > farthest) [best, farthest] = [part, reach];
    }
  return best;
}

/**
 * How far a hole of the human side can go over words that it has twice, however they were heard: what fits the one copy fits the other.
 * Ends with a word that is matched.
 */
function reachOfCopy(ids: Uint32Array, pairing: Pairing, { first, end }: Range, direction: -1 | 1): number {
  let last = -1;
  let whole = 0;
  for (let steps = 0; steps < FARTHEST_COPY; steps++) {
    const k = direction < 0 ? -1 - steps : steps;
    if (first + k < 0 || end + k >= ids.length || ids[first + k] !== ids[end + k]) break;
    const at = direction < 0 ? first + k : end + k;
    if (pairing.how[at] === Match.none) continue;
    // A second hole is not crossed, nor are two words that share a partner taken apart.
    if (pairing.how[at] === Match.joined || (last >= 0 && Math.abs((pairing.from[at] ?? 0) - last) > NEAR)) break;
    last = pairing.from[at] ?? 0;
    whole = steps + 1;
  }
  return whole;
}

/** The hole is in the timed side, before the partner of `i`: the human words around it may belong to either copy. */
function slideVideo(said: SpokenTranscript, heard: SpokenTranscript, pairing: Pairing, i: number): void {
  const first = (pairing.to[i - 1] ?? 0) + 1;
  const end = pairing.from[i] ?? 0;
  const left = reach(heard.id, pairing, first, end, -1, i);
  const right = reach(heard.id, pairing, first, end, 1, i);
  const isLong = end - first >= LONG;
  const shift = bestShift({ from: isLong ? right : 0, left, right }, (k) => {
    // Captions seldom have full stops: for a long passage the human sentence that goes on behind it is a sign too.
    const goesOn = isLong ? (said.opens[i + k] ?? 0) : 0;
    return goesOn + wholeSentences(heard, first + k, end + k);
  });
  const distance = end - first;
  for (let k = 1; k <= -shift; k++) setPair(pairing, i - k, (pairing.from[i - k] ?? 0) + distance, Match.equal);
  for (let k = 0; k < shift; k++) setPair(pairing, i + k, (pairing.from[i + k] ?? 0) - distance, Match.equal);
}

/**
 * How far the hole `first … end` of `ids` can go in a direction over tokens that stand on both its sides. `at` is the human entry at
 * which the matches that would move begin; they must be plain ones.
 */
function reach(ids: Uint32Array, pairing: Pairing, first: number, end: number, direction: -1 | 1, at: number): number {
  let steps = 0;
  while (steps < FARTHEST) {
    const k = direction < 0 ? -1 - steps : steps;
    if (first + k < 0 || end + k >= ids.length || ids[first + k] !== ids[end + k]) break;
    if (pairing.how[at + k] !== Match.equal) break;
    // The matches to be moved must stand side by side: a second hole is not crossed.
    const neighbour = at + k - direction;
    if (steps > 0 && Math.abs((pairing.from[at + k] ?? 0) - (pairing.from[neighbour] ?? 0)) !== 1) break;
    steps++;
  }
  return steps;
}

/** More than 0 where a sentence begins behind the hole; more still where one begins with it. A stammer ends in mid-sentence. */
function wholeSentences({ opens }: SpokenTranscript, first: number, end: number): number {
  const behind = opens[end] ?? 0;
  return behind === 0 ? 0 : behind + (opens[first] ?? 0);
}

/** The shift with the most openings; among equals `from`, then the leftmost. */
function bestShift(range: { from: number; left: number; right: number }, openings: (shift: number) => number): number {
  let best = range.from;
  for (let shift = -range.left; shift <= range.right; shift++) if (openings(shift) > openings(best)) best = shift;
  return best;
}

function movePair(pairing: Pairing, from: number, to: number): void {
  setPair(pairing, to, pairing.from[from] ?? -1, pairing.how[from] ?? Match.none);
  clearPair(pairing, from);
}
