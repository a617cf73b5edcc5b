/** The lit word against the times at which the words are spoken, beside a panel that waits for `timeupdate`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { beginWatching, endWatching, percentile } from './lamp-watch';
import { BROWSERS, openBrowser, pause, troubles, untilHealth } from './open';

/** Seconds; the whole conversation is for `tests/bench/lamp.bench.ts`. */
const WATCHED = 15;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50 });
  await stage.warm(videos.conversationAutomatic);
});
afterAll(() => stage?.close());

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  it('each word is lit at most two frames after it is said, as soon as a bare timer could; on `timeupdate` it would be far later', async () => {
    const id = stage.copy(videos.conversationAutomatic);
    await browser.openWatch(id);
    await untilHealth(browser, 'exact');
    const late = await troubles(async () => {
      await beginWatching(browser, stage, id);
      await pause(WATCHED * 1000);
      const { lamp, control, timer, words, neverLit } = await endWatching(browser, stage, id);
      expect(words).toBeGreaterThan(WATCHED);
      const frames = percentile(lamp.frames, 0.95);
      const best = percentile(timer.frames, 0.95);
      const times = Math.round(percentile(control.ms, 0.95) / percentile(lamp.ms, 0.95));
      console.log(`${words} words: ${frames} frames late, a bare timer ${best}; on timeupdate ${times} times as late`);
      return neverLit === 0 && frames <= Math.max(2, best + 1) && times >= 2 ? [] : [{ neverLit, frames, best, times }];
    });
    expect(late).toEqual([]);
  });
});
