/**
 * Holds requests back once YouTube has asked to slow down. At most four requests in ten minutes go to the endpoints
 * that answered 429, however often somebody asks; others are not affected.
 */
import type { Clock } from './clock';

/** Translations are limited first and by themselves, so they must not take the plain captions down with them. */
export type Endpoint = 'timedtext' | 'translation' | 'panel';

export interface Breaker {
  /** True: send it, the request is counted. `wished`: the reader asked for it. */
  admits(endpoint: Endpoint, wished: boolean): boolean;
  /** Tells the breaker that an endpoint answered 429. `retryAfter` in milliseconds where the server said so. */
  tripped(endpoint: Endpoint, retryAfter: number | null): void;
  /** An endpoint has given words again. */
  recovered(endpoint: Endpoint): void;
}

const WINDOW_MS = 600_000;
const REQUESTS_IN_WINDOW = 4;
/** Without being asked, nothing is tried again for five minutes, then ten, twenty, at most an hour. */
const AUTOMATIC_PAUSE_MS = 300_000;
/** A reader who asks may try again after half a minute, then one, two, … */
const WISHED_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface Trip {
  count: number;
  automaticFrom: number;
  wishedFrom: number;
}

/** `random` spreads the retries of many tabs: 0 to 1. */
export function createBreaker(clock: Clock, random: () => number): Breaker {
  const trips = new Map<Endpoint, Trip>();
  let sent: { endpoint: Endpoint; at: number }[] = [];

  const isWindowFull = (): boolean => sent.filter(({ endpoint }) => trips.has(endpoint)).length >= REQUESTS_IN_WINDOW;

  return {
    admits(endpoint, wished) {
      const now = clock.now();
      sent = sent.filter(({ at }) => at >= now - WINDOW_MS);
      const trip = trips.get(endpoint);
      if (trip && (now < (wished ? trip.wishedFrom : trip.automaticFrom) || isWindowFull())) return false;
      sent.push({ endpoint, at: now });
      return true;
    },
    tripped(endpoint, retryAfter) {
      const now = clock.now();
      const count = (trips.get(endpoint)?.count ?? 0) + 1;
      const grown = 2 ** (count - 1) * (1 + random() * 0.25);
      const asked = Math.min(retryAfter ?? 0, LONGEST_PAUSE_MS);
      trips.set(endpoint, {
        count,
        automaticFrom: now + Math.max(asked, Math.min(AUTOMATIC_PAUSE_MS * grown, LONGEST_PAUSE_MS)),
        wishedFrom: now + Math.max(asked, Math.min(WISHED_PAUSE_MS * grown, LONGEST_PAUSE_MS)),
      });
    },
    recovered(endpoint) {
      trips.delete(endpoint);
    },
  };
}
