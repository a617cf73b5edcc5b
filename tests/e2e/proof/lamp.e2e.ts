/** The lit word against the times at which the words are spoken, beside a panel that waits for `timeupdate`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { beginWatching, endWatching, percentile } from './lamp-watch';
import { BROWSERS, openBrowser, pause, untilHealth } from './open';

/** Seconds; the whole conversation is for `tests/bench/lamp.bench.ts`. */
const WATCHED = 25;

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

  it('each word is lit at most two frames after it is said, which a panel on `timeupdate` misses by far', async () => {
    const id = stage.copy(videos.conversationAutomatic);
    await browser.openWatch(id);
    await untilHealth(browser, 'exact');
    await beginWatching(browser);
    await pause(WATCHED * 1000);
    const { lamp, control, words, neverLit } = await endWatching(browser, stage, id);
    expect(words).toBeGreaterThan(WATCHED * 1.5);
    expect(neverLit).toBe(0);
    expect(percentile(lamp.frames, 0.95)).toBeLessThanOrEqual(2);
    expect(percentile(control.ms, 0.95)).toBeGreaterThan(percentile(lamp.ms, 0.95) * 3);
  });
});
