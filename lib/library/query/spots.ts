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

/** All spots in reading order. `found[i]`: occurrences of clause `i`. */
export function findSpots(found: readonly (readonly Occurrence[])[], rules: SpotRules): Spot[] {
  const marks = found
    .flatMap((occurrences, clause) => occurrences.map((occurrence): Mark => ({ ...occurrence, clause })))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const spots: Spot[] = [];
  let run: Mark[] = [];
  const close = (): void => {
    if (run.length > 0) spots.push(spotOf(run, rules));
    run = [];
  };
  for (const mark of marks) {
    const previous = run.at(-1);
    if (previous && mark.first <= previous.last) continue;
    const [start] = run;
    if (previous && start && (mark.first - previous.last > rules.gap || mark.last - start.first >= rules.span)) close();
    run.push(mark);
  }
  close();
  const best = Math.max(0, ...spots.map((spot) => clauseSum(spot, rules)));
  return spots.filter((spot) => clauseSum(spot, rules) >= LEAST_SHARE * best);
}

function spotOf(marks: readonly Mark[], rules: SpotRules): Spot {
  const first = marks[0]?.first ?? 0;
  const last = marks.at(-1)?.last ?? first;
  const spot = { marks, first, last, score: 0 };
  const distinct = new Set(marks.map(({ clause }) => clause)).size;
  // Words close together mean each other; a word said twice is a little more than once.
  const closeness = distinct > 1 ? distinct / (last - first + 1) : 0;
  return { ...spot, score: clauseSum(spot, rules) * (1 + closeness) + 0.05 * (marks.length - distinct) };
}

function clauseSum({ marks }: Pick<Spot, 'marks'>, { weights }: SpotRules): number {
  let sum = 0;
  for (const clause of new Set(marks.map((mark) => mark.clause))) sum += weights[clause] ?? 0;
  return sum;
}
