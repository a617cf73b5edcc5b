/**
 * The element's clock between its steps. Firefox moves `currentTime` on only every 40 ms (seen in ESR 153), so that words would
 * be lit as much late; a clock that has just stepped is right, and from there the wall clock goes on. Chromium's clock is
 * smooth already, and comes out as it went in.
 */
export interface SmoothClock {
  /** Seconds. `isMoving`: the element plays, and is neither seeking nor waiting. */
  read(raw: number, rate: number, isMoving: boolean): number;
}

/** Seconds. A clock that is further behind than its steps explain was set back, or has stood still. */
const LONGEST_STEP = 0.06;
/** Seconds for which the best reading counts: a pause in the sound that nobody told of is forgotten after it. */
const MEMORY = 1;

/** `now`: seconds that only ever go forward. */
export function createSmoothClock(now: () => number): SmoothClock {
  /** How far the element's clock was ahead of the wall's, at best, in this stretch of time and in the one before. */
  let best = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  let since = 0;
  let told = Number.NEGATIVE_INFINITY;
  let rateNow = 1;

  function begin(raw: number): number {
    best = Number.NEGATIVE_INFINITY;
    before = Number.NEGATIVE_INFINITY;
    told = raw;
    return raw;
  }

  return {
    read(raw, rate, isMoving) {
      if (!isMoving || rate !== rateNow) {
        rateNow = rate;
        return begin(raw);
      }
      const at = now();
      if (at - since > MEMORY) {
        before = at - since > 2 * MEMORY ? Number.NEGATIVE_INFINITY : best;
        best = Number.NEGATIVE_INFINITY;
        since = at;
      }
      best = Math.max(best, raw - at * rate);
      const time = at * rate + Math.max(best, before);
      if (time - raw > LONGEST_STEP * rate) {
        begin(raw);
        best = raw - at * rate;
        return raw;
      }
      // Never back by a little: the word before would be lit again.
      if (time >= told || told - time > LONGEST_STEP * rate) told = time;
      return told;
    },
  };
}
