import { describe, expect, it } from 'vitest';
import { offerPart } from '@/lib/platform/hand-over';
import { type BackgroundScope, createLaterPart } from '@/lib/platform/later-part';

/** A worker whose script offers `part`; `trouble` keeps it from being read. */
function worker(name: string, part: string) {
  const state = { read: 0, trouble: false, install: () => {} };
  const scope: BackgroundScope = {
    importScripts() {
      if (state.trouble) throw new Error('no such file');
      state.read++;
      offerPart(name, part);
    },
    addEventListener: (_event, listener) => {
      state.install = listener;
    },
  };
  return { state, scope };
}

describe('a part of the background in a script of its own', () => {
  it('is read when it is first asked for, and once', async () => {
    const { state, scope } = worker('once', 'the part');
    const get = createLaterPart<string>('once', 'once.js', scope);
    expect(state.read).toBe(0);
    expect(await Promise.all([get(), get()])).toEqual(['the part', 'the part']);
    expect(state.read).toBe(1);
  });

  it('is read while the worker is installed: later it could not be', async () => {
    const { state, scope } = worker('installed', 'the part');
    const get = createLaterPart<string>('installed', 'installed.js', scope);
    state.install();
    expect(state.read).toBe(1);
    expect(await get()).toBe('the part');
    expect(state.read).toBe(1);
  });

  it('says when it cannot be read, and tries again', async () => {
    const { state, scope } = worker('trouble', 'the part');
    state.trouble = true;
    const get = createLaterPart<string>('trouble', 'trouble.js', scope);
    await expect(get()).rejects.toThrow('no such file');
    state.trouble = false;
    expect(await get()).toBe('the part');
  });

  it('comes by itself where a page has both scripts in its list', async () => {
    const get = createLaterPart<string>('page', 'page.js', { addEventListener: () => {} });
    const asked = get();
    offerPart('page', 'the part');
    expect(await asked).toBe('the part');
  });
});
