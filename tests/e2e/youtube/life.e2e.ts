/** What the background and the popup ask of a tab, and what is left of it after an update. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import { type ChromiumDriver, launchChromium } from '../drivers/chromium';
import { sidebarSelector } from '../drivers/driver';

let stage: Stage;
let browser: ChromiumDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], navigationDelay: 0, playerLag: 0, panelDelay: 0 });
  await stage.warm(videos.short, videos.asrOnly);
  browser = await launchChromium({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const words = () => browser.waitForSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200);
const go = async (id: string) => {
  await browser.evaluate((to) => window.__stage.navigate(to), id);
  await browser.waitFor((to) => window.__stage.current()?.id === to, id);
};

describe('asked by the background', () => {
  /** As the background and the popup call a tab: from a page of the extension, to every tab. */
  async function call(name: string, args: object): Promise<unknown> {
    const page = await browser.context.newPage();
    await page.goto(`${browser.extensionOrigin}options.html`);
    const answers = await page.evaluate(
      async (message) => {
        interface Tabs {
          query(filter: object): Promise<{ id?: number }[]>;
          sendMessage(id: number, message: unknown): Promise<unknown>;
        }
        const { tabs } = (window as unknown as { chrome: { tabs: Tabs } }).chrome;
        const found = await tabs.query({});
        return Promise.all(found.map(({ id }) => tabs.sendMessage(id ?? 0, message).catch(() => null)));
      },
      { protocol: 'readalong', version: 1, to: 'tab', call: name, args },
    );
    await page.close();
    return answers.find((answer) => answer);
  }

  it('the tab says what it shows', async () => {
    const id = stage.copy(videos.short);
    await browser.openWatch(id);
    await browser.waitForSidebar((root) => root.querySelector('.health')?.textContent?.includes('Captions'));
    expect(await call('status', {})).toMatchObject({
      ok: true,
      value: { videoId: id, shown: true, health: { name: expect.stringMatching(/Captions|Rough/) } },
    });
  });

  it('the sidebar folds and unfolds, and find opens with the words asked for', async () => {
    await browser.openWatch(stage.copy(videos.short));
    await words();
    await call('toggleSidebar', {});
    await browser.waitFor(
      (selector) => document.querySelector(selector)?.getBoundingClientRect().width === 24,
      sidebarSelector,
    );
    await call('openFind', { query: 'keeper' });
    const field = await browser.waitForSidebar((root) => root.querySelector('input')?.value);
    expect(field).toBe('keeper');
  });

  it('the reader arrives at a place in another video, once it lets itself be sought', async () => {
    const id = stage.copy(videos.short, { adverts: [{ seconds: 1, at: 0 }] });
    await browser.openWatch(id);
    await call('arrive', { videoId: id, arrival: { transcriptId: null, time: 90_000, query: 'keeper' } });
    await browser.waitFor(
      () => !document.querySelector('.ad-showing') && (document.querySelector('video')?.currentTime ?? 0) > 89,
      undefined,
      15_000,
    );
    expect(await browser.waitForSidebar((root) => root.querySelector('input')?.value)).toBe('keeper');
  });

  it('a page without a video refuses', async () => {
    await browser.goto('https://www.youtube.com/results?search_query=x');
    expect(await call('toggleSidebar', {})).toMatchObject({ ok: false });
  });
});

describe('after an update of the extension under the page', () => {
  it('the words stay readable and seekable, and nothing is reported', async () => {
    await browser.openWatch(stage.copy(videos.short));
    await words();
    const before = browser.errors.length;
    const worker = browser.worker();
    await worker
      ?.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await browser.inSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200)).toBe(true);
    await browser.inSidebar((root) => root.querySelectorAll<HTMLElement>('.time')[2]?.click());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await browser.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeGreaterThan(5);
    await go(stage.copy(videos.short));
    await words();
    expect(await browser.evaluate((selector) => document.querySelectorAll(selector).length, sidebarSelector)).toBe(1);
    expect(browser.errors.slice(before).filter((line) => /context invalidated|Uncaught/i.test(line))).toEqual([]);
  });
});
