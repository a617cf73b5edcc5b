/**
 * Holds requests back once YouTube has asked to slow down. At most four requests in ten minutes go to the endpoints
 * that answered 429, however often somebody asks; others are not affected. What it knows can be written down and read again, so
 * that a new page does not begin by asking once more.
 */
import { isRecord } from '../formats/json';

/** Translations are limited first and by themselves, so they must not take the plain captions down with them. */
export type Endpoint = 'timedtext' | 'translation' | 'panel';

export interface Breaker {
  /** True: send it, the request is counted. `wished`: the reader asked for it. */
  admits(endpoint: Endpoint, wished: boolean): boolean;
  /** Tells the breaker that an endpoint answered 429. `retryAfter` in milliseconds where the server said so. */
  tripped(endpoint: Endpoint, retryAfter: number | null): void;
  /** An endpoint has given words again. */
  recovered(endpoint: Endpoint): void;
  /** Takes over what another page wrote down. Anything else is ignored. */
  recall(memory: unknown): void;
}

export interface BreakerInput {
  /** Milliseconds since 1970: what is written down must mean the same in every page. */
  readonly now: () => number;
  /** 0 to 1; spreads the retries of many tabs. */
  readonly random: () => number;
  /** Called with plain JSON whenever there is something to write down. */
  readonly onChange: (memory: BreakerMemory) => void;
}

export interface BreakerMemory {
  readonly trips: Readonly<Partial<Record<Endpoint, WrittenTrip>>>;
  /** When requests went to endpoints that had refused. */
  readonly sent: readonly number[];
}

interface WrittenTrip {
  /** How often in a row the endpoint has refused. */
  readonly count: number;
  /** Until then the server has asked not to be asked. */
  readonly notBefore: number;
}

interface Trip extends WrittenTrip {
  readonly automaticFrom: number;
  readonly wishedFrom: number;
}

const ENDPOINTS: readonly Endpoint[] = ['timedtext', 'translation', 'panel'];
const WINDOW_MS = 600_000;
const REQUESTS_IN_WINDOW = 4;
/** Without being asked, nothing is tried again for five minutes, then ten, twenty, at most an hour. */
const AUTOMATIC_PAUSE_MS = 300_000;
/** A reader who asks may try again after half a minute, then one, two, … */
const WISHED_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

export function createBreaker({ now, random, onChange }: BreakerInput): Breaker {
  let trips = new Map<Endpoint, Trip>();
  let sent: { readonly endpoint: Endpoint | null; readonly at: number }[] = [];

  const counted = () => sent.filter(({ endpoint }) => endpoint === null || trips.has(endpoint));

  function change(): void {
    const written = [...trips].map(([endpoint, { count, notBefore }]) => [endpoint, { count, notBefore }] as const);
    onChange({ trips: Object.fromEntries(written), sent: counted().map(({ at }) => at) });
  }

  return {
    admits(endpoint, wished) {
      const at = now();
      sent = sent.filter((request) => request.at >= at - WINDOW_MS && request.at <= at);
      const trip = trips.get(endpoint);
      const isEarly = trip !== undefined && at < (wished ? trip.wishedFrom : trip.automaticFrom);
      if (isEarly || (trip && counted().length >= REQUESTS_IN_WINDOW)) return false;
      sent.push({ endpoint, at });
      if (trip) change();
      return true;
    },
    tripped(endpoint, retryAfter) {
      const count = (trips.get(endpoint)?.count ?? 0) + 1;
      const grown = 2 ** Math.min(count - 1, 10) * (1 + random() * 0.25);
      const notBefore = now() + Math.min(retryAfter ?? 0, LONGEST_PAUSE_MS);
      const from = (pause: number) => Math.max(notBefore, now() + Math.min(pause * grown, LONGEST_PAUSE_MS));
      const pauses = { automaticFrom: from(AUTOMATIC_PAUSE_MS), wishedFrom: from(WISHED_PAUSE_MS) };
      trips.set(endpoint, { count, notBefore, ...pauses });
      change();
    },
    recovered(endpoint) {
      if (trips.delete(endpoint)) change();
    },
    recall(memory) {
      const written = readMemory(memory, now());
      if (written === null) return;
      // A page that was loaded since is the reader's wish too: it may ask once, as far as the count and the server allow.
      const recalled = [...written.trips].map(([endpoint, { count, notBefore }]): [Endpoint, Trip] => {
        const own = trips.get(endpoint);
        return [endpoint, own ?? { count, notBefore, automaticFrom: notBefore, wishedFrom: notBefore }];
      });
      trips = new Map(recalled);
      sent = [...sent.filter(({ endpoint }) => endpoint && !trips.has(endpoint)), ...written.sent];
    },
  };
}

/** Null for what is no memory of a breaker. Times too far ahead are damage, or a clock that was set back. */
function readMemory(memory: unknown, at: number) {
  if (!isRecord(memory) || !isRecord(memory.trips) || !Array.isArray(memory.sent)) return null;
  const trips = new Map<Endpoint, WrittenTrip>();
  for (const endpoint of ENDPOINTS) {
    const trip = memory.trips[endpoint];
    if (!isRecord(trip)) continue;
    const { count, notBefore } = trip;
    if (typeof count === 'number' && isNear(notBefore, at)) trips.set(endpoint, { count, notBefore });
  }
  const times = memory.sent.slice(0, 100).filter((time): time is number => isNear(time, at));
  return { trips, sent: times.map((time) => ({ endpoint: null, at: time })) };
}

function isNear(time: unknown, at: number): time is number {
  return typeof time === 'number' && Math.abs(time - at) <= LONGEST_PAUSE_MS;
}
