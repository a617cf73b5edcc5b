/**
 * By how much the media element's clock is ahead of the video's. Adverts that the server stitches into the stream leave no
 * class on the page: they lengthen the element's time, while the player's own clock leaves them out.
 */

/** Smaller differences are the two clocks being read at different moments. */
const NOTICEABLE_SECONDS = 0.1;

export interface Offset {
  /** Takes a pair of readings. `isPlaying`: the element is moving by itself. */
  learn(element: number, player: number, isPlaying: boolean): void;
  /** Seconds to take from the element's time. */
  seconds(): number;
  /** The element moves while the video stands: a stitched advert is on. */
  isAdvert(): boolean;
  forget(): void;
}

export function createOffset(): Offset {
  let offset = 0;
  let before: { readonly element: number; readonly player: number } | null = null;
  let isAdvert = false;

  return {
    learn(element, player, isPlaying) {
      const difference = element - player;
      const moved = before ? element - before.element : 0;
      const stood = before ? Math.abs(player - before.player) : 0;
      const isConfirmed = before !== null && Math.abs(before.element - before.player - difference) < NOTICEABLE_SECONDS;
      if (!isPlaying) isAdvert = false;
      // Too short a stretch tells nothing: the player may update its clock a few times a second only.
      else if (moved > 0.2) isAdvert = stood < 0.02 && Math.abs(difference) > NOTICEABLE_SECONDS;
      if (Math.abs(difference) <= NOTICEABLE_SECONDS) offset = 0;
      else if (isConfirmed || isAdvert) offset = difference;
      // Readings close together confirm nothing; wait until the element has moved, or the clocks have changed.
      if (before === null || moved > 0.2 || moved < 0 || !isPlaying || !isConfirmed) before = { element, player };
    },
    seconds: () => offset,
    isAdvert: () => isAdvert,
    forget() {
      offset = 0;
      before = null;
      isAdvert = false;
    },
  };
}
