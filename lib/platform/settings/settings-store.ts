/** The reader's settings in `storage.local`: one key each, so that two pages that change different ones never collide. */
import type { Stop } from '../../ports';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../protocol/settings';

/** The part of `browser.storage` that is used. */
export interface StorageLike {
  readonly local: {
    get(keys: string[]): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
  readonly onChanged: {
    addListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
    removeListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
  };
}

export interface SettingsStore {
  /** Never rejects: settings that cannot be read are the default ones. */
  load(): Promise<Settings>;
  /** Resolves to false when the browser did not take it. */
  save(change: Partial<Settings>): Promise<boolean>;
  /** Calls back with whole settings after each change, made here or elsewhere. */
  watch(listener: (settings: Settings) => void): Stop;
}

const PREFIX = 'setting.';
const NAMES = Object.keys(DEFAULT_SETTINGS);
const KEYS = NAMES.map((name) => PREFIX + name);

export function createSettingsStore(area: StorageLike): SettingsStore {
  const load = async (): Promise<Settings> => {
    try {
      const stored = await area.local.get(KEYS);
      return readSettings(Object.fromEntries(NAMES.map((name) => [name, stored[PREFIX + name]])));
    } catch {
      return DEFAULT_SETTINGS;
    }
  };
  return {
    load,
    async save(change) {
      const items = Object.entries(change).map(([name, value]) => [PREFIX + name, value] as const);
      try {
        await area.local.set(Object.fromEntries(items));
        return true;
      } catch {
        return false;
      }
    },
    watch(listener) {
      const onChanged = (changes: Record<string, unknown>, name: string): void => {
        if (name === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) void load().then(listener);
      };
      area.onChanged.addListener(onChanged);
      return () => area.onChanged.removeListener(onChanged);
    },
  };
}
