import type { Steps } from '../../transcript/steps';

/** Not yet in every browser that we allow. */
interface Yielding {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/**
 * Ends the current task, so that the page can paint and answer its user before we go on. Where the browser can be told that this
 * is only a breath, we go on before whatever else the page has planned.
 */
export function breathe(scope: Yielding = globalThis as Yielding): Promise<void> {
  return scope.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume, 0));
}

/** Does work with a breath before and after each step: the size of a task, not of the work, is what the page feels. */
export async function inBreaths<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    await breathe();
    const { done, value } = steps.next();
    if (!done) continue;
    await breathe();
    return value;
  }
}

/** Milliseconds. Nothing is painted in a tab that nobody looks at. */
const LONGEST_FRAME = 50;

/** Goes on when what was changed until now has been painted. */
export function untilPainted(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, LONGEST_FRAME);
    requestAnimationFrame(() => setTimeout(resume, 0));
  });
}
