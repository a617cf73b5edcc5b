/** The whole sidebar without a pointer, in the order a keyboard goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { BROWSERS, openBrowser, untilHealth } from './open';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });
  await stage.warm(videos.conversation);
});
afterAll(() => stage?.close());

interface Focus {
  readonly name: string;
  /** Something can be seen at the element that shows where the focus is. */
  readonly isSeen: boolean;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
    await browser.openWatch(videos.conversation, '&t=60');
    await untilHealth(browser, 'exact');
  });
  afterAll(() => browser?.close());

  /** What has the focus in the sidebar; an empty name when it is elsewhere. */
  const focus = (): Promise<Focus> =>
    browser.inSidebar((root) => {
      const active = root.activeElement as HTMLElement | null;
      if (!active) return { name: '', isSeen: false };
      const { labels } = active as HTMLInputElement;
      const label = active.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? active.textContent ?? '';
      const drawn = [active, ...(labels ?? []), ...(labels?.[0]?.children ?? [])].some((each) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        // The edge of the panel shows a bar of its own.
        const bar = each.matches('.grip') && getComputedStyle(each, '::after').opacity === '1';
        return bar || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
      return { name: label.trim(), isSeen: drawn || active.matches('.query') };
    });
  const named = async () => (await focus()).name;
  const time = () => browser.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const press = async (...keys: string[]) => {
    for (const key of keys) await browser.press(key);
  };
  /** Goes on with Tab until the wanted thing has the focus. */
  async function tabTo(wanted: RegExp, key = 'Tab'): Promise<void> {
    const met: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await browser.press(key);
      const name = await named();
      if (wanted.test(name)) return;
      met.push(name);
    }
    throw new Error(`${wanted} is not reached; met: ${met.join(' | ')}`);
  }

  it('every control is reached from the page by Tab, is seen to have the focus, and lets go again', async () => {
    await browser.evaluate((selector) => {
      const before = document.createElement('button');
      before.textContent = 'before';
      const host = document.querySelector(selector);
      host?.before(before);
      before.focus();
    }, sidebarSelector);
    const met: Focus[] = [];
    for (let step = 0; step < 40; step += 1) {
      await browser.press('Tab');
      const now = await focus();
      if (now.name === '' && met.length > 0) break;
      if (now.name !== '') met.push(now);
    }
    const names = met.map((each) => each.name);
    const wanted = ['Words', 'Find', 'Reading settings', 'Hide', 'Transcript', 'second', 'Captions', 'Width'];
    for (const each of wanted) expect(names.some((one) => one.includes(each)) ? each : names).toBe(each);
    expect(met.filter(({ isSeen }) => !isSeen)).toEqual([]);
    // A thousand times are one stop.
    expect(names.length).toBeLessThanOrEqual(14);
    await browser.press('Shift+Tab');
    expect(await named()).toBe(names.at(-1));
  });

  it('find, walk, and back to where one was', async () => {
    await tabTo(/^Find/, 'Shift+Tab');
    await press('Enter');
    expect(await named()).toMatch(/^Find in the words/);
    await browser.type('tide');
    const count = () => browser.inSidebar((root) => root.querySelector('.matches')?.textContent ?? '');
    const first = await count();
    expect(first).toMatch(/^\d+ of \d+$/);
    await press('Enter');
    expect(await count()).not.toBe(first);
    await press('Shift+Enter');
    expect(await count()).toBe(first);
    await press('Escape');
    expect(await named()).toMatch(/^Find/);
    expect(await browser.inSidebar((root) => root.querySelector('.query'))).toBeNull();
  });

  it('change the settings', async () => {
    await tabTo(/^Reading settings/);
    await press('Enter');
    const view = () => browser.inSidebar((root) => root.querySelector('.doc')?.className ?? '');
    expect(await view()).toContain('paragraphs');
    await tabTo(/^Paragraphs/);
    await press('ArrowRight');
    await browser.waitForSidebar((root) => root.querySelector('.doc')?.classList.contains('lines'));
    await press('ArrowLeft');
    await browser.waitForSidebar((root) => root.querySelector('.doc')?.classList.contains('paragraphs'));
    await tabTo(/^Show times/);
    await press('Space');
    await browser.waitForSidebar((root) => root.querySelector('.body.without-times') !== null);
    await press('Space');
    await browser.waitForSidebar((root) => root.querySelector('.body.without-times') === null);
    await press('Escape');
    expect(await named()).toMatch(/^Reading settings/);
  });

  it('read from time to time, play from one, look away and come back to now', async () => {
    await tabTo(/second/);
    const start = await time();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await press('Enter');
    await browser.waitFor((from) => (document.querySelector('video')?.currentTime ?? 0) > from + 15, start);
    for (let step = 0; step < 12; step += 1) await press('ArrowDown');
    await browser.waitForSidebar((root) => root.querySelector('button.pill') !== null);
    await tabTo(/^Back to now/);
    await press('Enter');
    await browser.waitForSidebar((root) => root.querySelector('button.pill') === null);
  });

  it('see all keys and come back, but only where single keys are wanted', async () => {
    await tabTo(/second/, 'Shift+Tab');
    const before = await named();
    await press('?');
    expect(await named()).toBe('Close');
    const sheet = () => browser.inSidebar((root) => root.querySelector('.sheet')?.getAttribute('aria-label') ?? '');
    expect(await sheet()).toBe('Keys');
    await press('Escape');
    expect([await sheet(), await named()]).toEqual(['', before]);
    // With the focus in the page the key is the page's own.
    await browser.inSidebar((root) => (root.activeElement as HTMLElement | null)?.blur());
    await press('?');
    expect(await sheet()).toBe('');
  });

  it('see where the words come from, and choose others', async () => {
    await tabTo(/^Captions/);
    await press('Enter');
    await browser.waitForSidebar((root) => root.querySelector('.menu[role="menu"]') !== null);
    const before = await named();
    await press('ArrowDown');
    expect(await named()).not.toBe(before);
    await press('Escape');
    expect(await named()).toMatch(/^Captions/);
  });

  it('open the outline and go to a chapter', async () => {
    await tabTo(/^Words$/, 'Shift+Tab');
    await press('ArrowRight', 'ArrowRight');
    expect(await named()).toBe('Outline');
    // Until it is made there is nothing to stop at, and Tab leaves the page for the browser.
    await browser.waitForSidebar((root) => root.querySelector('.chapter-row') !== null);
    await tabTo(/^[\d:]+How a tide mill works/);
    await press('Enter');
    await browser.waitFor(() => Math.abs((document.querySelector('video')?.currentTime ?? 0) - 40) < 4);
    await tabTo(/^Outline$/, 'Shift+Tab');
    await press('Home');
    expect(await named()).toBe('Words');
  });

  it('make the panel wider, hide it and bring it back', async () => {
    const width = () =>
      browser.evaluate((selector) => document.querySelector(selector)?.clientWidth ?? 0, sidebarSelector);
    await tabTo(/^Width/);
    const before = await width();
    await press('ArrowLeft', 'ArrowLeft');
    await browser.waitFor(({ selector, from }) => (document.querySelector(selector)?.clientWidth ?? 0) >= from + 30, {
      selector: sidebarSelector,
      from: before,
    });
    await press('ArrowRight', 'ArrowRight');
    await tabTo(/^Hide/, 'Shift+Tab');
    await press('Enter');
    expect(await named()).toMatch(/^Show the words/);
    await press('Enter');
    expect(await named()).toBe('Words');
  });
});
