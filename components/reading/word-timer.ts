/**
 * One timer, set for the next word. The player's events re-set it, and catch what a timer misses: seeks, stalls, rates,
 * throttled tabs. Four wake-ups a second instead of sixty.
 */
import type { PlayerEvent, PlayerPort, Stop } from '@/lib/ports';
import { delayUntil, momentAt } from '@/lib/sidebar/word-clock';
import type { Transcript } from '@/lib/transcript/types';

/** Milliseconds. A longer sleep is cut, in case the player's clock and ours drift apart. */
const LONGEST_SLEEP = 2000;

export class WordTimer {
  transcript: Transcript | null = null;
  word: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: Stop;

  constructor(
    private readonly player: PlayerPort,
    private readonly onWord: (word: number | null) => void,
    onPlayer: (event: PlayerEvent) => void,
  ) {
    this.#stop = player.subscribe((event) => {
      if (event !== 'tick') onPlayer(event);
      this.check();
    });
  }

  /** Looks at the player now, says so when the word has changed, and sets the timer for the next change. */
  check(): void {
    clearTimeout(this.#timer);
    if (!this.transcript) {
      this.#say(null);
      return;
    }
    const state = this.player.read();
    const moment = momentAt(this.transcript, state.time);
    this.#say(moment.word);
    const delay = delayUntil(moment.next, state);
    if (delay !== null) this.#timer = setTimeout(() => this.check(), Math.min(delay, LONGEST_SLEEP));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  #say(word: number | null): void {
    if (word === this.word) return;
    this.word = word;
    this.onWord(word);
  }
}
