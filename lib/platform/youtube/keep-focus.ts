/**
 * Keeps the focus in our panel while it changes its place. The page hides a column a moment before we leave it, and what is
 * hidden loses the focus, in some browsers without a word.
 */

/** Milliseconds. Longer ago, the reader has turned to something else. */
const MOMENT = 500;

export interface FocusKeeper {
  /** Gives the focus back if it was lost just now and nothing else took it. */
  restore(): void;
  /** The panel went away: what had the focus there has no claim to it later. */
  forget(): void;
}

export function createFocusKeeper(root: ShadowRoot): FocusKeeper {
  let last: HTMLElement | null = null;
  let lostAt: number | null = null;
  root.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? target : null;
    lostAt = null;
  });
  root.addEventListener('focusout', (event) => {
    if (event instanceof FocusEvent && event.relatedTarget !== null) last = null;
    lostAt = performance.now();
  });
  return {
    restore() {
      const { activeElement, body } = document;
      const isLately = lostAt === null || performance.now() - lostAt < MOMENT;
      const isFree = root.activeElement === null && (activeElement === body || activeElement === null);
      if (last?.isConnected && isLately && isFree) last.focus({ preventScroll: true });
    },
    forget() {
      last = null;
    },
  };
}
