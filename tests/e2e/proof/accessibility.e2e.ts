/** axe on the built extension: every state that can be brought about in the page, both themes, and the extension's own pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, type StageOptions, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { narrow, sidebarSelector, wide } from '../drivers/driver';
import { axeFindings } from './axe';
import { BROWSERS, openBrowser, untilHealth, untilWords } from './open';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });
  await stage.warm(videos.conversation, videos.short, videos.arabic, videos.japanese);
});
afterAll(() => stage?.close());

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  const click = (selector: string, text = '') =>
    browser.waitForSidebar(
      (root, wanted) => {
        const found = [...root.querySelectorAll<HTMLElement>(wanted.selector)].find(
          (each) => each.textContent?.includes(wanted.text) || each.getAttribute('aria-label')?.includes(wanted.text),
        );
        found?.click();
        return found !== undefined;
      },
      { selector, text },
    );
  const shows = (selector: string) =>
    browser.waitForSidebar((root, wanted) => root.querySelector(wanted) !== null, selector);
  const typed = (text: string) =>
    browser.inSidebar((root, wanted) => {
      const field = root.querySelector<HTMLInputElement>('.query');
      if (!field) throw new Error('Find is not open.');
      field.value = wanted;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }, text);
  const leave = async () => {
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('.menu button, .sheet button, .query')?.focus());
    await browser.press('Escape');
  };

  async function inBothThemes(): Promise<string[]> {
    const found: string[] = [];
    for (const dark of [false, true]) {
      await browser.setDark(dark);
      await browser.waitForSidebar(
        (root, wanted) => root.querySelector<HTMLElement>('[data-theme]')?.dataset.theme === wanted,
        dark ? 'dark' : 'light',
      );
      found.push(...(await axeFindings(browser, sidebarSelector)));
    }
    await browser.setDark(false);
    return found;
  }

  /** Ways through the sidebar of one video; each leaves it as the next expects it. */
  const walks: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['words that are followed', () => untilHealth(browser, 'exact')],
    ['find, empty', () => click('.icon', 'Find').then(() => shows('.query'))],
    ['find with matches', () => typed('tide').then(() => shows('.matches'))],
    ['find with other spelling', () => typed('slucie').then(() => shows('.find-note, .matches'))],
    ['find without matches', () => typed('zzzzqqqq')],
    ['the settings', () => leave().then(() => click('.icon[data-popover="settings"]'))],
    ['the list of keys', () => click('.choice', 'Keys').then(() => shows('.sheet'))],
    ['the sources', () => leave().then(() => click('.health').then(() => shows('.menu')))],
    ['the translations', () => click('.choice', 'Translate')],
    ['the technical details', () => leave().then(() => click('.health').then(() => click('.choice', 'Technical')))],
    ['the notes', () => leave().then(() => click('.tab', 'Notes'))],
    ['the outline', () => click('.tab', 'Outline').then(() => shows('.outline'))],
    [
      'words away from now',
      async () => {
        await click('.tab', 'Words');
        await browser.inSidebar((root) => {
          const body = root.querySelector('.body');
          body?.dispatchEvent(new WheelEvent('wheel', { deltaY: 900, bubbles: true }));
          body?.scrollBy(0, 2_500);
        });
        await shows('button.pill');
      },
    ],
    ['an advert', () => browser.evaluate(() => window.__stage.playAdvert(30)).then(() => shows('.pill.advert'))],
    [
      'a narrow window',
      async () => {
        await browser.evaluate(() => window.__stage.skipAdvert());
        await browser.setViewport(narrow);
        await shows('[data-layout="below"]');
      },
    ],
    ['theatre', () => browser.setViewport(wide).then(() => browser.setLayout('theatre'))],
    ['the tab that is left when hidden', () => browser.setLayout('columns').then(() => click('.icon', 'Hide'))],
  ];

  it('nothing is found in any state of a video with words', async () => {
    await browser.openWatch(stage.copy(videos.conversation), '&t=40');
    const found: Record<string, string[]> = {};
    for (const [state, go] of walks) {
      await go();
      const findings = await inBothThemes();
      if (findings.length > 0) found[state] = findings;
    }
    expect(found).toEqual({});
  });

  it.each<[string, string, Partial<StageOptions>, string]>([
    ['while words are on their way', videos.short, { panel: 'stalled', pot: 'never' }, '.empty .text'],
    ['with rough times', videos.short, { pot: 'never' }, '.row'],
    ['without captions', videos.noCaptions, {}, '.empty .title'],
    ['live', videos.live, {}, '.empty .title'],
    ['before a premiere', videos.upcoming, {}, '.empty .title'],
    ['behind a sign-in', videos.age, {}, '.empty .title'],
    ['that cannot be played', videos.unplayable, {}, '.empty .title'],
    ['when YouTube refuses', videos.short, { panel: 'empty-object', timedtext: 'empty', exp: 'none' }, '.empty .title'],
    ['when captions are damaged', videos.short, { panel: 'no-rows', timedtext: 'truncated' }, '.empty .title'],
    ['in Arabic', videos.arabic, {}, '.row'],
    ['in Japanese', videos.japanese, {}, '.row'],
  ])('nothing is found %s', async (_state, like, options, sign) => {
    await browser.openWatch(Object.keys(options).length > 0 ? stage.copy(like, options) : like);
    await shows(sign);
    expect(await inBothThemes()).toEqual([]);
  });

  it('words that run from right to left have their panel the same way', async () => {
    await browser.openWatch(videos.arabic);
    await untilWords(browser);
    const { direction, language, time, text } = await browser.inSidebar((root) => {
      const row = root.querySelector<HTMLElement>('.row');
      const words = document.createRange();
      words.selectNodeContents(row?.lastChild ?? root);
      const doc = root.querySelector<HTMLElement>('.doc');
      return {
        direction: doc?.dir,
        language: doc?.lang,
        time: row?.querySelector('.time')?.getBoundingClientRect().left ?? 0,
        text: words.getBoundingClientRect().right,
      };
    });
    expect({ direction, language }).toEqual({ direction: 'rtl', language: 'ar' });
    expect(time).toBeGreaterThanOrEqual(text - 1);
  });

  it.each(['options.html', 'popup.html', 'library.html'])('nothing is found on %s', async (page) => {
    await browser.openExtensionPage(page);
    await browser.waitFor(() => document.querySelector('main, h1, button') !== null);
    expect(await axeFindings(browser, null)).toEqual([]);
  });
});
