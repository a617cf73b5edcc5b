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

  interface Counts {
    readonly nodes: number;
    readonly listeners: number;
  }

  async function count(): Promise<Counts> {
    const session = await browser.cdp();
    for (let turn = 0; turn < 6; turn += 1) {
      await session.send('HeapProfiler.collectGarbage');
      await pause(50);
    }
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { nodes, listeners: jsEventListeners };
  }

  /** What is held for a moment (a text that was just replaced, an event on its way) is gone when asked again; what is lost is not. */
  async function countAgain(before: Counts): Promise<Counts> {
    let now = await count();
    for (let turn = 0; turn < 12 && (now.nodes > before.nodes || now.listeners > before.listeners); turn += 1) {
      await pause(500);
      now = await count();
    }
    return now;
  }

  it(`the page has as many nodes and listeners as before: ${NAVIGATIONS} of them`, async () => {
    await browser.openWatch(videos.short);
    await untilHealth(browser, 'exact');
    await walk(10);
    const before = await count();
    await walk(NAVIGATIONS);
    const after = await countAgain(before);
    console.log('nodes and listeners', JSON.stringify({ before, after }));
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(0);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
  });
});
