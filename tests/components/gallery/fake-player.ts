import type { PlayerEvent, PlayerPort, PlayerState } from '../../../lib/ports';
import type { Milliseconds } from '../../../lib/transcript/units';

/** A player that stands still until told otherwise, and plays by the real clock when told to. */
export class FakePlayer implements PlayerPort {
  #state: PlayerState;
  #playedFrom: number | null = null;
  readonly #listeners = new Set<(event: PlayerEvent) => void>();

  constructor(time = 0) {
    this.#state = {
      time: time as Milliseconds,
      duration: 4_096_000 as Milliseconds,
      rate: 1,
      paused: true,
      stalled: false,
      advert: false,
    };
  }

  read(): PlayerState {
    if (this.#playedFrom === null || this.#state.advert) return this.#state;
    const played = (performance.now() - this.#playedFrom) * this.#state.rate;
    return { ...this.#state, time: Math.round(this.#state.time + played) as Milliseconds };
  }

  seek(time: Milliseconds): boolean {
    if (this.#state.advert) return false;
    this.set({ time });
    this.tell('seeked');
    return true;
  }

  setPaused(paused: boolean): void {
    this.set({ paused });
    this.tell('flow');
  }

  subscribe(listener: (event: PlayerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<PlayerState>): void {
    this.#state = { ...this.read(), ...change };
    this.#playedFrom = this.#state.paused ? null : performance.now();
  }

  tell(event: PlayerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}
