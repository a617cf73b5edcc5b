// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { type Channel, meet, type Side } from '@/lib/platform/youtube/handshake';

/** Both halves run in one world here; the real ones share nothing but the document, which is all that is used. */
function join(order: readonly [Side, Side]): { page: Channel | null; isolated: Channel | null } {
  const met: { page: Channel | null; isolated: Channel | null } = { page: null, isolated: null };
  for (const side of order)
    meet(side, (channel) => {
      met[side] = channel;
    });
  return met;
}

const stop = new AbortController();
afterEach(() => document.body?.replaceChildren());

describe('the handshake', () => {
  it.each([[['page', 'isolated']], [['isolated', 'page']]] as const)(
    'joins both halves when they start as %j',
    (order) => {
      const { page, isolated } = join(order);
      const heard: string[] = [];
      page?.listen((text) => {
        heard.push(`page ${text}`);
        page.send('answer');
      }, stop.signal);
      isolated?.listen((text) => heard.push(`isolated ${text}`), stop.signal);
      isolated?.send('question');
      expect(heard).toEqual(['page question', 'isolated answer']);
    },
  );

  it('gives each pair a name of its own', () => {
    const names: string[] = [];
    const dispatch = document.dispatchEvent.bind(document);
    const one = join(['page', 'isolated']);
    const other = join(['page', 'isolated']);
    one.page?.listen((text) => names.push(text), stop.signal);
    other.isolated?.send('not for one');
    dispatch(new CustomEvent('>', { detail: 'forged' }));
    expect(names).toEqual([]);
  });

  it('closes its door when the page begins', async () => {
    let channel: Channel | null = null;
    meet('isolated', (opened) => {
      channel = opened;
    });
    document.body.append(document.createElement('script'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    const forged = new CustomEvent('hello', { detail: 'f'.repeat(32), cancelable: true });
    expect(document.dispatchEvent(forged)).toBe(true);
    expect(channel).toBeNull();
  });

  it('lets nobody join a pair that has met', () => {
    const { page } = join(['page', 'isolated']);
    const forged = new CustomEvent('hello', { detail: 'f'.repeat(32), cancelable: true });
    expect(document.dispatchEvent(forged)).toBe(true);
    const heard: string[] = [];
    page?.listen((text) => heard.push(text), stop.signal);
    document.dispatchEvent(new CustomEvent(`${'f'.repeat(32)}>`, { detail: 'forged' }));
    expect(heard).toEqual([]);
  });
});
