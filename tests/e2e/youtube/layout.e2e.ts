/** Where the panel stands, in every shape of the page. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { narrow, sidebarSelector, wide } from '../drivers/driver';
import { isFirefox, launchBrowser } from './browser';

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 100], rerenderAt: [], exp: 'none' });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});
beforeEach(async () => {
  await browser.setViewport(wide);
  await browser.openWatch(videos.short);
  await browser.waitForSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200);
});

interface Place {
  readonly parent: string;
  readonly panel: { left: number; top: number; right: number; bottom: number; width: number; height: number };
  readonly player: Place['panel'];
  readonly count: number;
  readonly words: boolean;
}

/** Lets the page come to rest, then says where everything is. */
async function place(): Promise<Place> {
  await new Promise((resolve) => setTimeout(resolve, 450));
  return browser.evaluate((selector) => {
    const box = (element: Element | null) => {
      const { left, top, right, bottom, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom, width, height };
    };
    const host = document.querySelector(selector);
    return {
      parent: host?.parentElement?.id || host?.parentElement?.localName || '',
      panel: box(host),
      player: box(document.querySelector('#movie_player')),
      count: document.querySelectorAll(selector).length,
      words: (host?.shadowRoot?.querySelector('.body')?.textContent?.length ?? 0) > 200,
    };
  }, sidebarSelector);
}

/** Through a page of the extension. Firefox gives a driver's script no extension APIs there, so those tests are Chromium's. */
async function setSetting(name: string, value: unknown): Promise<void> {
  await browser.openExtensionPage('options.html');
  await browser.evaluate(
    async (items) => {
      const { chrome } = window as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } };
      await chrome.storage.local.set(items);
    },
    { [`setting.${name}`]: value },
  );
  await browser.openWatch(videos.short);
}

describe('the panel', () => {
  it('stands in the right column, level with the player and as high', async () => {
    const { parent, panel, player } = await place();
    expect(parent).toBe('secondary-inner');
    expect(Math.abs(panel.top - player.top)).toBeLessThanOrEqual(1);
    expect(Math.abs(panel.height - player.height)).toBeLessThanOrEqual(1);
    expect(panel.left).toBeGreaterThanOrEqual(player.right);
    expect(panel.width).toBe(402);
  });

  it('stays in sight while the page scrolls', async () => {
    await browser.evaluate(() => window.scrollTo(0, 900));
    expect((await place()).panel.top).toBe(72);
  });

  it('stands between player and title in a narrow window, and goes back', async () => {
    await browser.setViewport(narrow);
    const { panel, player, words } = await place();
    expect(panel.top - player.bottom).toBe(12);
    expect(panel.left).toBe(12);
    expect(panel.height).toBe(460);
    expect(words).toBe(true);
    await browser.setViewport(wide);
    expect((await place()).parent).toBe('secondary-inner');
  });

  it('keeps the focus in find when it goes below the player and back', async () => {
    const click = (selector: string) =>
      browser.inSidebar((root, wanted) => root.querySelector<HTMLElement>(wanted)?.click(), selector);
    const focused = () => browser.inSidebar((root) => root.activeElement?.className ?? null);
    await click('.icon[aria-label^="Find"]');
    await expect.poll(focused).toBe('query');
    await browser.setViewport(narrow);
    expect((await place()).panel.left).toBe(12);
    await expect.poll(focused).toBe('query');
    await browser.setViewport(wide);
    expect((await place()).parent).toBe('secondary-inner');
    await expect.poll(focused).toBe('query');
    await browser.press('Escape');
  });

  it('stands under the player in theatre', async () => {
    await browser.setLayout('theatre');
    const { parent, panel, player } = await place();
    expect(parent).toBe('secondary-inner');
    expect(panel.top).toBeGreaterThanOrEqual(player.bottom);
    expect(panel.height).toBeGreaterThanOrEqual(420);
    await browser.setLayout('columns');
  });

  it.each([
    ['a live chat', () => browser.evaluate(() => window.__stage.setLiveChat(true))],
    ['YouTube’s own transcript', () => browser.evaluate(() => window.__stage.openTranscript())],
  ])('stands beside %s', async (_name, open) => {
    await open();
    const { parent, panel, player } = await place();
    expect(parent).toBe('secondary-inner');
    expect(Math.abs(panel.top - player.top)).toBeLessThanOrEqual(1);
    const covered = await browser.evaluate((bottom) => {
      const parts = document.querySelectorAll('#panels > [visibility$=EXPANDED], ytd-live-chat-frame');
      return [...parts].some((part) => part.getBoundingClientRect().top < bottom);
    }, panel.bottom);
    expect(covered).toBe(false);
  });

  it.each([
    ['the column is built again', () => browser.evaluate(() => window.__stage.rerender())],
    ['the page becomes a grid', () => browser.evaluate(() => window.__stage.rebuildRoot('grid'))],
  ])('is there, once and with its words, after %s', async (_name, change) => {
    await change();
    const { parent, count, words } = await place();
    expect(parent).toBe('secondary-inner');
    expect(count).toBe(1);
    expect(words).toBe(true);
  });

  it('follows the theme of the page', async () => {
    const theme = () => browser.inSidebar((root) => root.querySelector<HTMLElement>('[data-theme]')?.dataset.theme);
    expect(await theme()).toBe('light');
    await browser.setDark(true);
    await place();
    expect(await theme()).toBe('dark');
    await browser.setDark(false);
  });

  it('folds to a tab that covers neither player nor column', async () => {
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('[title="Hide the words"]')?.click());
    const { panel, player } = await place();
    expect([panel.width, panel.height]).toEqual([24, 132]);
    expect(Math.abs(panel.left - player.right)).toBeLessThanOrEqual(1);
    const related = await browser.evaluate(() => {
      const { top = 0, left = 0 } = document.querySelector('#related')?.getBoundingClientRect() ?? {};
      return { top, left };
    });
    expect(Math.abs(related.top - player.top)).toBeLessThanOrEqual(1);
    expect(panel.right).toBeLessThanOrEqual(related.left + 1);
  });

  it('is nowhere when the column has been taken from the page, and floats in the end', async () => {
    await browser.evaluate(() => document.querySelector('#columns')?.remove());
    await browser.waitFor(
      (selector) => document.querySelector(selector)?.parentElement === document.body,
      sidebarSelector,
      9_000,
    );
    expect((await place()).words).toBe(true);
  });
});

describe('in full screen', () => {
  it('stays away unless the reader wants it', async () => {
    await browser.setLayout('fullscreen');
    const { parent } = await place();
    expect(parent).toBe('secondary-inner');
    await browser.setLayout('columns');
    expect((await place()).words).toBe(true);
  });

  it.skipIf(isFirefox).each([
    ['page', () => browser.setLayout('fullscreen')],
    ['player', () => browser.evaluate(() => document.querySelector('#movie_player')?.requestFullscreen())],
  ])('stands over the picture, controls free, when the %s is the one', async (_name, enter) => {
    await setSetting('fullScreen', 'show');
    await enter();
    const { panel, words } = await place();
    expect(panel.width).toBe(402);
    expect(panel.top).toBe(16);
    expect(panel.right).toBe(wide.width - 16);
    expect(panel.bottom).toBe(wide.height - 88);
    expect(words).toBe(true);
    await browser.setLayout('columns');
    expect((await place()).parent).toBe('secondary-inner');
    await setSetting('fullScreen', 'hide');
  });
});

it.skipIf(isFirefox)('over the picture goes with the player’s controls when the reader wants it so', async () => {
  await setSetting('fullScreen', 'with-controls');
  await place();
  await browser.setLayout('fullscreen');
  await place();
  const visibility = () =>
    browser.evaluate(
      (selector) => getComputedStyle(document.querySelector(selector) ?? document.body).visibility,
      sidebarSelector,
    );
  const fade = (on: boolean) =>
    browser.evaluate((value) => document.querySelector('#movie_player')?.classList.toggle('ytp-autohide', value), on);
  await fade(true);
  await place();
  expect(await visibility()).toBe('hidden');
  await fade(false);
  await place();
  expect(await visibility()).toBe('visible');
  await browser.setLayout('columns');
  await setSetting('fullScreen', 'hide');
});

it.skipIf(isFirefox)('takes the width the reader gave it, and the player what is left', async () => {
  await setSetting('panelWidth', 520);
  const { panel, player } = await place();
  expect(panel.width).toBe(520);
  expect(player.right).toBeLessThanOrEqual(panel.left);
  await setSetting('panelWidth', 402);
  expect((await place()).panel.width).toBe(402);
});

it.skipIf(isFirefox)(
  'starts folded when the reader wants it so, and is not there at all when not wanted beside videos',
  async () => {
    await setSetting('startCollapsed', true);
    expect((await place()).panel.width).toBe(24);
    await setSetting('startCollapsed', false);
    await setSetting('showBesideVideos', false);
    expect((await place()).count).toBe(0);
    await setSetting('showBesideVideos', true);
    expect((await place()).count).toBe(1);
  },
);
