/** What is left in the page after many navigations: as many nodes and listeners as before. Chromium: it can count them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { ChromiumDriver } from '../drivers/chromium';
import { BROWSERS, openChromium, pause, untilHealth } from './open';

/** `READALONG_SOAK=1` makes it the long run. */
const NAVIGATIONS = process.env.READALONG_SOAK ? 500 : 40;

let stage: Stage;
let browser: ChromiumDriver;

describe.runIf(BROWSERS.includes('chromium'))('after many navigations', () => {
  beforeAll(async () => {
    stage = await startStage({
      upgradeDelay: [0, 50],
      rerenderAt: [],
      navigationDelay: 0,
      playerLag: 0,
      panelDelay: 0,
      potDelay: 20,
    });
    await stage.warm(videos.short, videos.asrOnly);
    browser = await openChromium({ stage });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  async function walk(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      const id = turn % 2 === 0 ? videos.asrOnly : videos.short;
      await browser.evaluate((to) => window.__stage.navigate(to), id);
      await browser.waitFor((to) => window.__stage.current()?.id === to, id);
      await untilHealth(browser, 'exact');
    }
    await pause(600);
  }

  async function count(): Promise<{ nodes: number; listeners: number }> {
    const session = await browser.cdp();
    for (let turn = 0; turn < 6; turn += 1) {
      await session.send('HeapProfiler.collectGarbage');
      await pause(50);
    }
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { nodes, listeners: jsEventListeners };
  }

  it(`the page has as many nodes and listeners as before: ${NAVIGATIONS} of them`, async () => {
    await browser.openWatch(videos.short);
    await untilHealth(browser, 'exact');
    await walk(10);
    const before = await count();
    await walk(NAVIGATIONS);
    expect(await count()).toEqual(before);
  });
});
