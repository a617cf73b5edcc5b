/**
 * Moves the body for us, and tells a reader's scroll from our own. It never calls `scrollIntoView`, which would scroll the
 * page too.
 */
import type { Stop } from '@/lib/ports';
import type { Hold } from '@/lib/sidebar/follow';

/** Milliseconds of one move. */
const MOVE = 260;
/** Pixels. Rounding and sub-pixel layout stay below. */
const SLACK = 3;

const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

export class ScrollMover {
  #frame = 0;
  /** Where we left the body; a scroll that ends elsewhere was the reader's, or the layout's. */
  #left = 0;

  constructor(private readonly scroller: HTMLElement) {}

  get isMoving(): boolean {
    return this.#frame !== 0;
  }

  get isLost(): boolean {
    return !this.isMoving && Math.abs(this.scroller.scrollTop - this.#left) > SLACK;
  }

  jump(top: number): void {
    this.cancel();
    this.scroller.scrollTop = top;
    this.accept();
  }

  /** Eases out over 260 ms; jumps when the way is longer than two bodies, or motion is not wanted. */
  glide(top: number): void {
    const from = this.scroller.scrollTop;
    const goal = Math.max(0, Math.min(top, this.scroller.scrollHeight - this.scroller.clientHeight));
    if (Math.abs(goal - from) < 1) return;
    if (isMotionUnwanted() || Math.abs(goal - from) > 2 * this.scroller.clientHeight) this.jump(goal);
    else this.#ease(from, goal);
  }

  #ease(from: number, goal: number): void {
    this.cancel();
    let began = -1;
    const step = (now: number) => {
      if (began < 0) began = now;
      const share = Math.min(1, (now - began) / MOVE);
      this.scroller.scrollTop = from + (goal - from) * (1 - (1 - share) ** 3);
      this.accept();
      this.#frame = share < 1 ? requestAnimationFrame(step) : 0;
    };
    this.#frame = requestAnimationFrame(step);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Accepts where the layout has put the body, as after a change of width or a slice above. */
  accept(): void {
    this.#left = this.scroller.scrollTop;
  }

  /**
   * Calls back when the reader scrolls, by whatever means, and never for our own moves. `isLayout` says whether a change
   * of place that nobody asked for came from the layout.
   */
  watch(onReader: (did: Hold) => void, onScroll: () => void, isLayout: () => boolean): Stop {
    const stop = new AbortController();
    const passive = { passive: true, signal: stop.signal };
    const reader = (did: Hold) => {
      this.cancel();
      onReader(did);
    };
    this.scroller.addEventListener(
      'wheel',
      (event) => {
        if (event.deltaY !== 0 && !event.ctrlKey) reader('scroll');
      },
      passive,
    );
    this.scroller.addEventListener('touchmove', () => reader('touch'), passive);
    this.scroller.addEventListener(
      'keydown',
      (event) => {
        if (SCROLL_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !isPress(event)) reader('key');
      },
      passive,
    );
    this.scroller.addEventListener(
      'scroll',
      () => {
        if (this.isLost && !isLayout()) reader('scroll');
        if (!this.isMoving) this.accept();
        onScroll();
      },
      passive,
    );
    return () => {
      this.cancel();
      stop.abort();
    };
  }
}

/** The space bar on a time button presses it. */
function isPress(event: KeyboardEvent): boolean {
  return event.key === ' ' && event.composedPath()[0] instanceof HTMLButtonElement;
}

export function isMotionUnwanted(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
