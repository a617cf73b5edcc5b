import type { PlayerPort } from '@/lib/ports';
import type { Milliseconds } from '@/lib/transcript/units';

/** Seeks on the reader's clicks, and takes the last one back. */
export class Seeks {
  /** Where the video was before, and when that was. */
  #before: { readonly time: number; readonly at: number } | null = null;

  constructor(private readonly player: PlayerPort) {}

  /** False when the player will not be sought now. */
  to(time: number): boolean {
    this.#before = { time: this.player.read().time, at: performance.now() };
    return this.player.seek(time as Milliseconds);
  }

  /** Goes to where the video would be now, had it not been sought. False when nothing is to be taken back. */
  undo(): boolean {
    const before = this.#before;
    if (!before) return false;
    this.#before = null;
    const { paused, rate } = this.player.read();
    const passed = paused ? 0 : (performance.now() - before.at) * rate;
    this.player.seek((before.time + passed) as Milliseconds);
    return true;
  }
}
