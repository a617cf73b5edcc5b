import { describe, expect, it } from 'vitest';
import { createSettingsStore, type StorageLike } from '../../lib/platform/settings/settings-store';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/protocol/settings';

function fakeStorage(initial: Record<string, unknown> = {}) {
  const items = new Map(Object.entries(initial));
  const listeners = new Set<(changes: Record<string, unknown>, area: string) => void>();
  const storage: StorageLike = {
    local: {
      get: async (keys) => Object.fromEntries(keys.map((key) => [key, items.get(key)])),
      async set(change) {
        for (const [key, value] of Object.entries(change)) items.set(key, value);
        for (const listener of listeners) listener(change, 'local');
      },
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  return { storage, items, listeners };
}

describe('createSettingsStore', () => {
  it('starts with the defaults and keeps what is changed', async () => {
    const { storage } = fakeStorage();
    const store = createSettingsStore(storage);
    expect(await store.load()).toEqual(DEFAULT_SETTINGS);
    await store.save({ textSize: 20, view: 'lines' });
    expect(await createSettingsStore(storage).load()).toEqual({ ...DEFAULT_SETTINGS, textSize: 20, view: 'lines' });
  });

  it('falls back value by value when storage holds damage', async () => {
    const { storage } = fakeStorage({ 'setting.textSize': 900, 'setting.view': {}, 'setting.showTimes': false });
    expect(await createSettingsStore(storage).load()).toEqual({ ...DEFAULT_SETTINGS, showTimes: false });
  });

  it('loses neither of two changes made at once by two pages', async () => {
    const { storage } = fakeStorage();
    await Promise.all([
      createSettingsStore(storage).save({ textSize: 20 }),
      createSettingsStore(storage).save({ lamp: 'off' }),
    ]);
    expect(await createSettingsStore(storage).load()).toMatchObject({ textSize: 20, lamp: 'off' });
  });

  it('tells of changes until it is stopped', async () => {
    const { storage, listeners } = fakeStorage();
    const store = createSettingsStore(storage);
    const seen: Settings[] = [];
    const stop = store.watch((settings) => seen.push(settings));
    await store.save({ textSize: 18 });
    await storage.local.set({ foreign: 1 });
    await Promise.resolve();
    stop();
    expect(seen.map(({ textSize }) => textSize)).toEqual([18]);
    expect(listeners.size).toBe(0);
  });

  it('gives defaults and false where storage does not work', async () => {
    const refuse = () => Promise.reject(new Error('no storage'));
    const { storage } = fakeStorage();
    const store = createSettingsStore({ ...storage, local: { get: refuse, set: refuse } });
    expect(await store.load()).toEqual(DEFAULT_SETTINGS);
    expect(await store.save({ textSize: 18 })).toBe(false);
  });
});
