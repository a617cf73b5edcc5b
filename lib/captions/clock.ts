import type { Stop } from '../ports';

/** Time as the chain sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since some fixed moment; only differences count. */
  now(): number;
  /** Calls once after `ms`; the returned function calls it off. */
  after(ms: number, call: () => void): Stop;
}
