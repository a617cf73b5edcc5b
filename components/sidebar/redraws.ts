/** When the sidebar is drawn again: once for all that happens in a task, after the first second of loading, while a clock is shown. */

/** Milliseconds. A reader sees nothing of loading before. */
const FIRST_SECOND = 1000;
/** Milliseconds between two looks at the time while it is drawn by the views themselves. */
const TICK = 1000;

export class Redraws {
  /** The first second of loading is over. */
  isWaiting = false;
  #isQueued = false;
  #loading: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly draw: () => void) {}

  queue(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      if (this.#isQueued) this.draw();
    });
  }

  /** It is being drawn now: what was queued is in it. */
  drawn(): void {
    this.#isQueued = false;
  }

  /** Another video begins to load. */
  beginLoading(): void {
    clearTimeout(this.#loading);
    this.isWaiting = false;
    this.#loading = setTimeout(() => {
      this.isWaiting = true;
      this.queue();
    }, FIRST_SECOND);
  }

  tick(isWanted: boolean): void {
    clearInterval(this.#ticking);
    if (isWanted) this.#ticking = setInterval(() => this.draw(), TICK);
  }

  stop(): void {
    clearTimeout(this.#loading);
    clearInterval(this.#ticking);
    this.#isQueued = false;
  }
}
