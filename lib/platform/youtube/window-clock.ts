import type { Clock } from '../../captions/clock';

/** The page's own time. In a tab behind others timers slow down to one a second, which is soon enough there. */
export const windowClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
