/**
 * Where an episode turns to another topic, by the words alone: speech about one thing keeps using the same rare words, and where they
 * give way to others, there is a cut (Hearst's TextTiling). A long pause or a question makes a place likelier.
 */
import type { PassageIndex } from './passages';
import { unitsWith } from './passages';
import { startOf } from './places';
import { rarity } from './query-terms';

/** Units on each side of a place that are compared: about two minutes of speech each. */
const REACH = 10;
/** Words a topic should have on average, and at least. */
const WORDS_A_TOPIC = 850;
const FEWEST_WORDS = 260;
const MOST_TOPICS = 60;
/** Milliseconds of silence that count fully, and how much that adds to a place. */
const PAUSE = 2500;
const PAUSE_WEIGHT = 0.08;
const QUESTION_WEIGHT = 0.1;

/** Units at which topics begin, ascending; the first is 0. Empty for an index without units. */
export function topicCuts(index: PassageIndex): number[] {
  const units = index.unit.length - 1;
  if (units < 1) return [];
  const words = index.speech.id.length;
  const wanted = Math.min(MOST_TOPICS, Math.round(words / WORDS_A_TOPIC));
  const depth = depths(cohesion(index));
  const order = [...depth.keys()]
    .slice(1)
    .map((unit) => ({ unit, score: (depth[unit] ?? 0) + hints(index, unit) }))
    .sort((a, b) => b.score - a.score || a.unit - b.unit);
  const cuts = [0];
  for (const { unit } of order) {
    if (cuts.length >= wanted) break;
    if (isFarEnough(index, cuts, unit)) cuts.push(unit);
  }
  return cuts.sort((a, b) => a - b);
}

function isFarEnough(index: PassageIndex, cuts: readonly number[], unit: number): boolean {
  const at = index.unit[unit] ?? 0;
  if (index.speech.id.length - at < FEWEST_WORDS) return false;
  return cuts.every((cut) => Math.abs((index.unit[cut] ?? 0) - at) >= FEWEST_WORDS);
}

/** For each place between units how alike the speech before and after is: cosine of rarity-weighted counts. Sliding sums, so linear. */
function cohesion(index: PassageIndex): Float64Array {
  const units = index.unit.length - 1;
  const size = index.first.length - 1;
  const weight = Float64Array.from({ length: size }, (_, stem) => stemWeight(units, unitsWith(index, stem)));
  const left = new Sum(size, weight);
  const right = new Sum(size, weight);
  let dot = 0;
  const result = new Float64Array(units).fill(1);
  const bag = (unit: number) => index.stemOf.subarray(index.unit[unit] ?? 0, index.unit[unit + 1] ?? 0);
  const move = (sum: Sum, other: Sum, unit: number, sign: 1 | -1) => {
    if (unit < 0 || unit >= units) return;
    for (const stem of bag(unit)) if (stem >= 0) dot += sign * other.valueOf(stem) * sum.add(stem, sign);
  };
  for (let unit = 0; unit < REACH; unit++) move(right, left, unit, 1);
  for (let place = 1; place < units; place++) {
    move(right, left, place - 1, -1);
    move(right, left, place + REACH - 1, 1);
    move(left, right, place - 1, 1);
    move(left, right, place - 1 - REACH, -1);
    const norm = Math.sqrt(left.squares * right.squares);
    result[place] = norm > 1e-9 ? dot / norm : 0;
  }
  return result;
}

/** Words said once tie nothing together, words said everywhere tie everything. */
function stemWeight(units: number, containing: number): number {
  return containing < 2 ? 0 : rarity(units, containing);
}

/** A sum of weighted stems that knows its own length. */
class Sum {
  squares = 0;
  private readonly values: Float64Array;

  constructor(
    size: number,
    private readonly weight: Float64Array,
  ) {
    this.values = new Float64Array(size);
  }

  valueOf(stem: number): number {
    return this.values[stem] ?? 0;
  }

  /** Gives the weight that was added or taken. */
  add(stem: number, sign: 1 | -1): number {
    const weight = this.weight[stem] ?? 0;
    const before = this.values[stem] ?? 0;
    const after = before + sign * weight;
    this.squares += after * after - before * before;
    this.values[stem] = after;
    return weight;
  }
}

/** How much less alike a place is than the peaks on both sides of it. */
function depths(alike: Float64Array): Float64Array {
  const smooth = alike.map((value, at) => ((alike[at - 1] ?? value) + 2 * value + (alike[at + 1] ?? value)) / 4);
  return smooth.map((value, at) => climb(smooth, at, -1) + climb(smooth, at, 1) - 2 * value);
}

function climb(values: Float64Array, from: number, step: 1 | -1): number {
  let peak = values[from] ?? 0;
  for (let at = from + step; Math.abs(at - from) <= 3 * REACH; at += step) {
    const value = values[at];
    if (value === undefined || at < 1 || value < peak) break;
    peak = value;
  }
  return peak;
}

/** A pause before, and a question right behind, as hosts turn to something new by asking. */
function hints(index: PassageIndex, unit: number): number {
  const entry = index.unit[unit] ?? 0;
  const { transcript, word } = index.speech;
  const own = word[entry] ?? 0;
  const start = startOf(index.speech, entry);
  const pause = start === null ? 0 : start - (transcript.words.end[own - 1] ?? start);
  const end = (index.unit[unit + 1] ?? entry + 1) - 1;
  const from = transcript.words.offset[own] ?? 0;
  const to = (transcript.words.offset[word[end] ?? own] ?? from) + (transcript.words.length[word[end] ?? own] ?? 0);
  const asks = transcript.text.slice(from, to).includes('?');
  return PAUSE_WEIGHT * Math.min(1, Math.max(0, pause) / PAUSE) + (asks ? QUESTION_WEIGHT : 0);
}
