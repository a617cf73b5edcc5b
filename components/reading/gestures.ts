/** Tells whether a jump of the player was the reader's wish. */
import type { Stop } from '@/lib/ports';

/** Milliseconds that browsers let a click or key count as the user's doing (HTML, transient activation). */
const ACTIVE = 5000;

export class Gestures {
  #inPanel = Number.NEGATIVE_INFINITY;

  /** Notes clicks and keys inside our own root: they are no seek in the player. */
  watch(target: EventTarget): Stop {
    const stop = new AbortController();
    const note = () => {
      this.#inPanel = performance.now();
    };
    for (const type of ['pointerdown', 'keydown'])
      target.addEventListener(type, note, { capture: true, passive: true, signal: stop.signal });
    return () => stop.abort();
  }

  /**
   * True when somebody has just clicked or pressed a key outside our panel. Known limitation: a skip by another extension
   * within five seconds of such a click counts as the reader's.
   */
  get isByReader(): boolean {
    const activation = globalThis.navigator?.userActivation;
    if (activation && !activation.isActive) return false;
    return performance.now() - this.#inPanel > ACTIVE;
  }
}
