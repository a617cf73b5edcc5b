/** Words that were read once: kept through every death of the background, and there at once the next time without YouTube. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelope } from '../../../lib/protocol/envelope';
import { randomFrom } from '../../stage/episodes/random';
import { type Stage, startStage, videos } from '../../stage/index';
import type { ChromiumDriver } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { BROWSERS, openBrowser, openChromium, pause, troubles, untilHealth, untilWords } from './open';

/** `READALONG_SOAK=1` makes it the long run. */
const EPISODES = process.env.READALONG_SOAK ? 100 : 25;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({
    upgradeDelay: [0, 50],
    rerenderAt: [],
    potDelay: 30,
    panelDelay: 0,
    navigationDelay: 0,
    playerLag: 0,
  });
  await stage.warm(videos.short, videos.asrOnly);
});
afterAll(() => stage?.close());

const follow = (browser: BrowserDriver, id: string) => browser.evaluate((to) => window.__stage.navigate(to), id);

interface Opened {
  readonly ok: boolean;
  readonly value: { readonly transcripts: readonly { readonly id: string }[] } | null;
}

/** Asks the background from another tab of the browser. */
async function ask<T>(page: Page, name: string, args: object): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await page.evaluate(
      (message) =>
        (
          window as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
        ).chrome.runtime
          .sendMessage(message)
          .catch(() => null),
      envelope('background', name, args),
    );
    if (answer || attempt === 5) return answer as T;
  }
}

describe.runIf(BROWSERS.includes('chromium'))('while the background dies again and again', () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await openChromium({ stage });
  });
  afterAll(() => browser?.close());

  it(`nothing is lost, doubled or torn of ${EPISODES} episodes and twice as many deaths`, async () => {
    const random = randomFrom(50);
    const ids = Array.from({ length: EPISODES }, () => stage.copy(videos.asrOnly));
    let deaths = 0;
    await browser.openWatch(ids[0] ?? '');
    for (const id of ids) {
      await follow(browser, id);
      await browser.waitFor((to) => window.__stage.current()?.id === to, id);
      for (const until of ['', 'exact']) {
        if (until === '') await untilWords(browser);
        else await untilHealth(browser, until);
        await pause(random.below(60));
        if (await browser.killBackground()) deaths += 1;
      }
    }
    expect(deaths).toBeGreaterThan(EPISODES * 1.5);

    const other = await browser.context.newPage();
    await other.goto(`${browser.extensionOrigin}options.html`);
    const count = async () => {
      const counts: number[] = [];
      for (const videoId of ids) {
        const { value } = await ask<Opened>(other, 'openEpisode', { videoId });
        counts.push(value?.transcripts.length ?? 0);
      }
      return counts;
    };
    // A save that did not get through is tried again by the page after two, five and fifteen seconds.
    let counts = await count();
    for (let turn = 0; turn < 25 && counts.some((each) => each !== 1); turn += 1) {
      await pause(1_000);
      counts = await count();
    }
    await other.close();
    expect(counts).toEqual(ids.map(() => 1));
  });
});

describe.each(BROWSERS)('in %s, the second time', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  /** Milliseconds from following a link until words stand in a frame. */
  const timeToWords = (id: string) =>
    browser.evaluate(
      async ({ to, selector }) => {
        const body = () => document.querySelector(selector)?.shadowRoot?.querySelector('.body');
        const started = performance.now();
        window.__stage.navigate(to);
        // The words of the video before go at once.
        while ((body()?.textContent?.length ?? 0) > 0 && performance.now() - started < 5_000)
          await new Promise((frame) => requestAnimationFrame(frame));
        while ((body()?.textContent?.length ?? 0) < 200 && performance.now() - started < 10_000)
          await new Promise((frame) => requestAnimationFrame(frame));
        return performance.now() - started;
      },
      { to: id, selector: sidebarSelector },
    );

  it('the words are there within 300 ms, whole and exact, though captions cannot be reached and the background slept', async () => {
    const [id, other] = [stage.copy(videos.asrOnly), stage.copy(videos.short)];
    await browser.openWatch(id);
    await untilHealth(browser, 'exact');
    const first = await browser.inSidebar((root) => root.querySelector('.body')?.textContent);
    const late = await troubles(async () => {
      await follow(browser, other);
      await browser.waitFor((to) => window.__stage.current()?.id === to, other);
      await untilHealth(browser, 'exact');
      stage.set({ captionsOffline: true }, id);
      stage.clearRequests();
      await browser.killBackground();
      const ms = await timeToWords(id);
      console.log(`${name}: words from the library after ${ms.toFixed(0)} ms`);
      return ms <= 300 ? [] : [ms];
    });
    expect(late).toEqual([]);
    await untilHealth(browser, 'exact');
    expect(await browser.inSidebar((root) => root.querySelector('.body')?.textContent)).toBe(first);
    const asked = stage.requests.filter(({ path }) => path === '/youtubei/v1/get_panel' || path === '/api/timedtext');
    expect(asked).toEqual([]);
  });

  it('the words are there when the page is loaded anew, though captions cannot be reached', async () => {
    const id = stage.copy(videos.short);
    await browser.openWatch(id);
    await untilHealth(browser, 'exact');
    await pause(500);
    stage.set({ captionsOffline: true }, id);
    await browser.reload();
    await untilWords(browser);
    await untilHealth(browser, 'exact');
  });
});
