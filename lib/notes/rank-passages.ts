/** Ranks stretches of the episode by how much of a note's matter is spoken in them. */
import type { PassageIndex } from './passages';
import type { Term } from './query-terms';

export interface Passage {
  /** Entries of the speech index: `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1: share of the note's weighty words that are spoken here, words close together counting more. */
  readonly score: number;
}

/** Units of a window: a claim is made in a few sentences, a paragraph of notes tells of a few minutes. */
const WINDOWS: readonly (readonly [terms: number, units: number])[] = [
  [14, 4],
  [28, 6],
  [Number.POSITIVE_INFINITY, 9],
];
/** BM25's saturation: the second mention of a word says less than the first. */
const SATURATION = 0.8;
/** Weight a note lacks before its score can be high: two words, both found, prove little. */
const PRIOR = 12;
const MOST = 12;

export function rankPassages(index: PassageIndex, terms: readonly Term[]): Passage[] {
  const units = index.unit.length - 1;
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  if (units < 1 || total === 0) return [];
  const size = WINDOWS.find(([most]) => terms.length <= most)?.[1] ?? 4;
  const scores = windowScores(index, terms, size, units);
  const found: Passage[] = [];
  for (const window of peaks(scores, size)) {
    const passage = trim(index, terms, window, Math.min(units, window + size));
    found.push({ ...passage, score: Math.min(1, ((scores[window] ?? 0) + passage.bonus) / (total + PRIOR)) });
  }
  return found.sort((a, b) => b.score - a.score || a.from - b.from);
}

function windowScores(index: PassageIndex, terms: readonly Term[], size: number, units: number): Float64Array {
  const scores = new Float64Array(units);
  const counts = new Float64Array(units);
  const touched: number[] = [];
  for (const term of terms) {
    for (const { id, trust } of term.stems) {
      for (let at = index.first[id] ?? 0; at < (index.first[id + 1] ?? 0); at++) {
        const unit = index.postings[at] ?? 0;
        const count = (index.counts[at] ?? 0) * trust;
        for (let window = Math.max(0, unit - size + 1); window <= unit; window++) {
          if (counts[window] === 0) touched.push(window);
          counts[window] = (counts[window] ?? 0) + count;
        }
      }
    }
    for (const window of touched) {
      const count = counts[window] ?? 0;
      scores[window] = (scores[window] ?? 0) + (term.weight * count * (1 + SATURATION)) / (count + SATURATION);
      counts[window] = 0;
    }
    touched.length = 0;
  }
  return scores;
}

/** Windows better than all that overlap them, best first. */
function peaks(scores: Float64Array, size: number): number[] {
  // Windows far below the best are never shown.
  const left = scores.slice();
  const found: number[] = [];
  let least = 0;
  while (found.length < MOST) {
    const window = highest(left);
    const score = left[window] ?? 0;
    if (found.length === 0) least = score * 0.15;
    if (score <= least) break;
    found.push(window);
    left.fill(0, Math.max(0, window - size + 1), window + size);
  }
  return found;
}

/** Of equal ones the first. */
function highest(values: Float64Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}

/** Cuts off the units at both ends of a window that add little, and looks at how close the words stand together. */
function trim(index: PassageIndex, terms: readonly Term[], first: number, end: number) {
  const weightOf = new Map<number, number>();
  for (const term of terms)
    for (const { id, trust } of term.stems) weightOf.set(id, Math.max(weightOf.get(id) ?? 0, term.weight * trust));
  const gains: number[] = [];
  let bonus = 0;
  const seen = new Set<number>();
  for (let unit = first; unit < end; unit++) {
    let gain = 0;
    let last = -1;
    let lastEntry = -9;
    for (let entry = index.unit[unit] ?? 0; entry < (index.unit[unit + 1] ?? 0); entry++) {
      const stem = index.stemOf[entry] ?? -1;
      const weight = stem >= 0 ? weightOf.get(stem) : undefined;
      if (weight === undefined) continue;
      gain += seen.has(stem) ? weight * 0.3 : weight;
      if (!seen.has(stem) && last >= 0 && last !== stem && entry - lastEntry <= 3) bonus += 0.25 * weight;
      seen.add(stem);
      last = stem;
      lastEntry = entry;
    }
    gains.push(gain);
  }
  const [low, high] = densest(gains);
  return { from: index.unit[first + low] ?? 0, to: index.unit[first + high + 1] ?? 0, bonus };
}

/** The run of units that gains most over half the average of the window: units at its ends that add little are cut off. */
function densest(gains: readonly number[]): readonly [first: number, last: number] {
  const level = (gains.reduce((sum, gain) => sum + gain, 0) / gains.length) * 0.5;
  let best = Number.NEGATIVE_INFINITY;
  let range: readonly [number, number] = [0, 0];
  let start = 0;
  let sum = 0;
  gains.forEach((gain, at) => {
    if (sum <= 0) {
      start = at;
      sum = 0;
    }
    sum += gain - level;
    if (sum > best) {
      best = sum;
      range = [start, at];
    }
  });
  return range;
}
