/**
 * By how much the media element's clock is ahead of the video's. Adverts that the server stitches into the stream leave no
 * class on the page: they lengthen the element's time, while the player's own clock leaves them out.
 */

/** Smaller differences come of a player that sets its clock only four times a second. Adverts are seconds long. */
const NOTICEABLE_SECONDS = 0.3;
/** Two readings closer than this tell nothing about which clock moves, for the same reason. */
const TELLING_SECONDS = 0.3;
/** A clock that has moved less than this has stood. */
const STANDING_SECONDS = 0.02;
/** How well two differences must agree to be one offset. */
const AGREEING_SECONDS = 0.1;

export interface Offset {
  /** Takes a pair of readings. `isPlaying`: the element is moving by itself. */
  learn(element: number, player: number, isPlaying: boolean): void;
  /** Seconds to take from the element's time. */
  seconds(): number;
  /** The element moves while the video stands: a stitched advert is on. */
  isAdvert(): boolean;
  forget(): void;
}

interface Reading {
  readonly element: number;
  readonly player: number;
}

export function createOffset(): Offset {
  let offset = 0;
  /** The reading before this one, to confirm a difference by. */
  let last: Reading | null = null;
  /** A reading far enough back to tell which clock moves. */
  let base: Reading | null = null;
  let isAdvert = false;

  function look(now: Reading, isPlaying: boolean): void {
    const moved = base ? now.element - base.element : 0;
    if (!isPlaying) isAdvert = false;
    else if (base && moved > TELLING_SECONDS) {
      const hasStood = Math.abs(now.player - base.player) < STANDING_SECONDS;
      isAdvert = hasStood && now.element - now.player > NOTICEABLE_SECONDS;
    }
    if (base === null || moved > TELLING_SECONDS || moved < 0 || !isPlaying) base = now;
  }

  return {
    learn(element, player, isPlaying) {
      const now = { element, player };
      look(now, isPlaying);
      const difference = element - player;
      const isConfirmed = last !== null && Math.abs(last.element - last.player - difference) < AGREEING_SECONDS;
      if (Math.abs(difference) <= NOTICEABLE_SECONDS) offset = 0;
      else if (isConfirmed || isAdvert) offset = difference;
      last = now;
    },
    seconds: () => offset,
    isAdvert: () => isAdvert,
    forget() {
      offset = 0;
      last = null;
      base = null;
      isAdvert = false;
    },
  };
}
