/** A reader in the real page is left alone: while words are said, while better times come, while an advert plays. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, type StageOptions, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { BROWSERS, openBrowser, pause, untilHealth, untilWords } from './open';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });
  await stage.warm(videos.conversation);
});
afterAll(() => stage?.close());

interface Sight {
  /** The first row in sight, by its words. */
  readonly words: string;
  /** Where it stands in the window. */
  readonly top: number;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  let box = { x: 0, y: 0, top: 0 };

  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  async function open(options: Partial<StageOptions> = {}): Promise<void> {
    await browser.openWatch(stage.copy(videos.conversationAutomatic, options), '&t=60');
    await untilWords(browser);
    await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 60.2);
    box = await browser.inSidebar((root) => {
      const { x, y, width, height } = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2, top: y };
    });
  }

  const sight = (): Promise<Sight> =>
    browser.inSidebar((root) => {
      const body = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      const row = [...root.querySelectorAll('.row')].find((each) => each.getBoundingClientRect().bottom > body.top + 4);
      return {
        words: row?.lastChild?.textContent?.slice(0, 40) ?? '',
        top: Math.round(row?.getBoundingClientRect().top ?? 0),
      };
    });
  /** Every place the words stood at in some milliseconds of playing, looked at in each frame. */
  const placesDuring = (ms: number) =>
    browser.inSidebar(async (root, time) => {
      const body = root.querySelector('.body');
      const places = new Set<number>();
      const until = performance.now() + time;
      while (performance.now() < until) {
        places.add(Math.round(body?.scrollTop ?? 0));
        await new Promise((frame) => requestAnimationFrame(frame));
      }
      return [...places];
    }, ms);
  /** The longest word of a row that stands below what is in sight, less than a body away. */
  const wordBelow = () =>
    browser.inSidebar((root) => {
      const { bottom, height } = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      const row = [...root.querySelectorAll('.row')].find(
        (each) => each.getBoundingClientRect().top > bottom + height / 3,
      );
      const words = row?.lastChild?.textContent?.match(/[a-z]+/g) ?? [];
      return words.sort((a, b) => b.length - a.length)[0] ?? '';
    });
  const hasPill = () => browser.inSidebar((root) => root.querySelector('button.pill') !== null);
  const backToNow = async () => {
    const pill = await browser.waitForSidebar((root) => {
      const { x, y, width, height } = root.querySelector('button.pill')?.getBoundingClientRect() ?? new DOMRect();
      return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
    });
    await browser.click(pill?.x ?? 0, pill?.y ?? 0);
    await browser.waitForSidebar((root) => root.querySelector('button.pill') === null);
    await browser.waitForSidebar((root) => {
      const body = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      const on = root.querySelector('.row.on')?.getBoundingClientRect() ?? new DOMRect();
      return on.bottom > body.top && on.top < body.bottom;
    });
  };

  describe('with exact words', () => {
    beforeEach(() => open().then(() => untilHealth(browser, 'exact')));

    it('who scrolled away stays there while words are said, and comes back by the pill', async () => {
      await browser.wheel(box.x, box.y, 1_200);
      await browser.waitForSidebar((root) => root.querySelector('button.pill') !== null);
      await pause(400);
      expect(await placesDuring(2_000)).toHaveLength(1);
      await backToNow();
      // And is led on from there.
      const said = await browser.inSidebar((root) => root.querySelector('.body')?.scrollTop ?? 0);
      await browser.evaluate(() => {
        (document.querySelector('#movie_player') as unknown as { seekTo(seconds: number): void }).seekTo(150);
      });
      await browser.waitForSidebar((root, from) => (root.querySelector('.body')?.scrollTop ?? 0) > from + 200, said);
    });

    it('who selects keeps the selection and the place', async () => {
      await browser.drag({ x: box.x - 60, y: box.y - 30 }, { x: box.x + 60, y: box.y + 30 });
      const selected = () =>
        browser.inSidebar((root) =>
          String((root as ShadowRoot & { getSelection?(): Selection }).getSelection?.() ?? getSelection()),
        );
      const chosen = await selected();
      if (name === 'chromium') expect(chosen.length).toBeGreaterThan(10);
      await pause(300);
      expect(await placesDuring(1_500)).toHaveLength(1);
      expect(await selected()).toBe(chosen);
    });

    it('who types in find is taken to the match at once and left there', async () => {
      await browser.inSidebar((root) => root.querySelector<HTMLElement>('.icon[aria-label^="Find"]')?.click());
      await browser.waitForSidebar((root) => root.activeElement?.matches('.query'));
      // Nothing is led on meanwhile.
      await browser.evaluate(() => document.querySelector('video')?.pause());
      await pause(600);
      const word = await wordBelow();
      const [places] = await Promise.all([placesDuring(1_500), browser.type(word)]);
      // Where it stood, and at most one place for each letter: nothing in between.
      expect(places.length).toBeGreaterThan(1);
      expect(places.length).toBeLessThanOrEqual(1 + word.length);
      await browser.press('Enter');
      await browser.press('Enter');
      await pause(600);
      expect(await placesDuring(1_500)).toHaveLength(1);
      await browser.press('Escape');
    });

    it('who follows sees nothing move while an advert plays', async () => {
      await browser.evaluate(() => window.__stage.playAdvert(2));
      await browser.waitForSidebar((root) => root.querySelector('.pill.advert') !== null);
      await pause(300);
      expect(await placesDuring(1_000)).toHaveLength(1);
      await browser.waitForSidebar((root) => root.querySelector('.pill.advert') === null);
      expect(await hasPill()).toBe(false);
    });
  });

  it('who reads elsewhere keeps line and height when better times come', async () => {
    await open({ potDelay: 1_500 });
    await untilHealth(browser, 'Rough');
    await browser.wheel(box.x, box.y, 1_000);
    await browser.waitForSidebar((root) => root.querySelector('button.pill') !== null);
    await pause(400);
    const before = await sight();
    await untilHealth(browser, 'exact');
    await pause(300);
    const after = await sight();
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);
  });

  it('who follows sees no jump when better times come', async () => {
    await open({ potDelay: 1_500 });
    await untilHealth(browser, 'Rough');
    await browser.evaluate(() => document.querySelector('video')?.pause());
    await pause(500);
    const before = await sight();
    await browser.evaluate(() => window.__stage.grantPot());
    await untilHealth(browser, 'exact');
    await pause(300);
    const after = await sight();
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);
  });
});
