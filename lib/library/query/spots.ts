/** Spots: stretches of one transcript in which the words of a query stand near each other. What a reader calls a place. */
import type { Occurrence } from './match-phrase';

export interface Mark extends Occurrence {
  /** Which clause of the query. */
  readonly clause: number;
}

export interface Spot {
  /** In order, not overlapping. */
  readonly marks: readonly Mark[];
  readonly first: number;
  readonly last: number;
  /** Of its distinct clauses. */
  readonly weight: number;
  readonly score: number;
}

export interface SpotRules {
  /** Marks with at most so many tokens between them are in one spot. */
  readonly gap: number;
  /** A spot is at most so many tokens long. */
  readonly span: number;
  /** How much each clause says. */
  readonly weights: readonly number[];
}

/** For words looked for: a spot is about what stands in two lines. */
export const WORD_SPOTS = { gap: 14, span: 32 };
/** For questions: a spot is a short paragraph. */
export const PASSAGE_SPOTS = { gap: 40, span: 90 };

/** A spot that says less than this share of the best one is only the query's small words. */
const LEAST_SHARE = 0.4;

/** Clauses beyond these share a bit: more words than anybody types. */
const MOST_CLAUSES = 31;

/** All spots in reading order. `found[i]`: occurrences of clause `i`, in order. */
export function findSpots(found: readonly (readonly Occurrence[])[], rules: SpotRules): Spot[] {
  const marks = inOrder(found);
  const spots: Spot[] = [];
  let best = 0;
  let from = 0;
  let clauses = 0;
  for (let at = 0; at <= marks.length; at++) {
    const mark = marks[at];
    const start = marks[from];
    const previous = at > from ? marks[at - 1] : undefined;
    const isNear =
      mark && previous && start && mark.first - previous.last <= rules.gap && mark.last - start.first < rules.span;
    if (previous && !isNear) {
      const weight = weightOf(clauses, rules.weights);
      best = Math.max(best, weight);
      spots.push(spotOf(marks.slice(from, at), clauses, weight));
      from = at;
      clauses = 0;
    }
    if (mark) clauses |= 1 << Math.min(mark.clause, MOST_CLAUSES - 1);
  }
  return spots.filter((spot) => spot.weight >= LEAST_SHARE * best);
}

/** All marks by their places; of two that overlap the one that begins first, the longer of two that begin together. */
function inOrder(found: readonly (readonly Occurrence[])[]): Mark[] {
  const marks: Mark[] = [];
  found.forEach((occurrences, clause) => {
    for (const { first, last } of occurrences) marks.push({ first, last, clause });
  });
  if (found.length > 1) marks.sort((a, b) => a.first - b.first || b.last - a.last);
  let free = 0;
  return marks.filter((mark) => {
    if (mark.first < free) return false;
    free = mark.last + 1;
    return true;
  });
}

function spotOf(marks: readonly Mark[], clauses: number, weight: number): Spot {
  const first = marks[0]?.first ?? 0;
  const last = marks.at(-1)?.last ?? first;
  const distinct = bitsIn(clauses);
  // Words close together mean each other; a word said twice is a little more than once.
  const closeness = distinct > 1 ? distinct / (last - first + 1) : 0;
  return { marks, first, last, weight, score: weight * (1 + closeness) + 0.05 * (marks.length - distinct) };
}

function weightOf(clauses: number, weights: readonly number[]): number {
  let sum = 0;
  for (let bits = clauses; bits !== 0; bits &= bits - 1) sum += weights[31 - Math.clz32(bits & -bits)] ?? 0;
  return sum;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let bits = value; bits !== 0; bits &= bits - 1) count++;
  return count;
}
