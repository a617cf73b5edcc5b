/** What the reader has just chosen here holds at once, while the browser writes it down and tells of older choices. */
import type { Settings } from '../../protocol/settings';

export interface OwnChoices {
  note(change: Partial<Settings>): void;
  /** Settings as they were told, with what was chosen here since over them. */
  over(told: Settings): Settings;
  stop(): void;
}

/** Milliseconds after which the browser has written down and told, or has failed for good. */
const HOLD_MS = 1_000;

export function createOwnChoices(): OwnChoices {
  let chosen: Partial<Settings> = {};
  let holding: ReturnType<typeof setTimeout> | undefined;
  return {
    note(change) {
      chosen = { ...chosen, ...change };
      clearTimeout(holding);
      holding = setTimeout(() => {
        chosen = {};
      }, HOLD_MS);
    },
    over: (told) => ({ ...told, ...chosen }),
    stop: () => clearTimeout(holding),
  };
}
