/**
 * Work that can rest: it yields wherever a reader's page may want to paint or answer in between. Whoever runs it decides whether
 * to rest there.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Things done between two rests: some milliseconds of them. */
export const THINGS_IN_STEP = 1500;

/** Runs all of it at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
