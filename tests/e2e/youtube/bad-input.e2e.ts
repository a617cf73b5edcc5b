/** Answers that are wrong, hostile or endless: each ends within ten seconds in a readable state, and the page goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, type StageOptions, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { troubles } from '../proof/open';
import { launchBrowser } from './browser';

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({
    upgradeDelay: [0, 50],
    rerenderAt: [],
    exp: 'none',
    panel: 'failed-precondition',
    pot: 'never',
  });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

async function openCopy(options: Partial<StageOptions>): Promise<void> {
  await browser.openWatch(stage.copy(videos.short, options));
}

/** The search itself ends within ten seconds; the rest is for a machine that is busy. */
const state = (timeout = 15_000) =>
  browser.waitForSidebar(
    (root) => {
      const words = root.querySelector('.body')?.textContent?.length ?? 0;
      return words > 50 ? 'words' : root.querySelector('.empty .title')?.textContent;
    },
    undefined,
    timeout,
  );

/** The page still answers, and goes on answering. */
async function pageIsAlive(): Promise<void> {
  const held = await troubles(async () => {
    const started = Date.now();
    await browser.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    const ms = Date.now() - started;
    return ms < 1_500 ? [] : [ms];
  });
  expect(held).toEqual([]);
}

describe('captions', () => {
  it.each<[string, Partial<StageOptions>, RegExp]>([
    ['that carry markup and scripts', { timedtext: 'hostile' }, /^words$/],
    ['with impossible times', { timedtext: 'bad-times' }, /^words$/],
    ['that are one cue of 100 kB', { timedtext: 'long-cue' }, /^words$/],
    ['of 60 MB', { timedtext: 'huge' }, /cannot be read/],
    ['of a million cues', { timedtext: 'million' }, /cannot be read/],
    ['that drip for eight seconds', { timedtext: 'drip' }, /./],
    ['that come ten seconds late', { timedtext: 'slow' }, /./],
    ['that never come', { timedtext: 'stalled' }, /./],
    ['cut off', { timedtext: 'cut' }, /read|send/],
    ['signed for a time that has passed', { timedtext: 'expired' }, /./],
  ])('%s', async (_name, options, expected) => {
    await openCopy(options);
    expect(await state()).toMatch(expected);
    await pageIsAlive();
    expect(await browser.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined();
    expect(
      await browser.inSidebar((root) => root.querySelectorAll('script, img, iframe, a[href^=javascript]').length),
    ).toBe(0);
    expect(await browser.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  });
});

it.each(['drip', 'slow'] as const)('words that are late (%s) are shown when they come', async (timedtext) => {
  await openCopy({ timedtext });
  await browser.waitForSidebar(
    (root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200,
    undefined,
    15_000,
  );
  expect(await browser.inSidebar((root) => root.querySelector('.empty'))).toBeNull();
});

it('a panel that carries markup and scripts is text', async () => {
  await openCopy({ panel: 'hostile', timedtext: 'empty' });
  expect(await state()).toBe('words');
  expect(await browser.inSidebar((root) => root.querySelectorAll('script, img, iframe').length)).toBe(0);
});

it('a storm of refusals costs at most four requests, however often the reader asks', async () => {
  stage.set({ panel: 'too-many', timedtext: 'too-many' });
  stage.clearRequests();
  for (let turn = 0; turn < 4; turn += 1) {
    await openCopy({});
    await state();
    await browser.inSidebar((root) => {
      for (const button of root.querySelectorAll<HTMLElement>('.empty button'))
        if (button.textContent === 'Try again') button.click();
    });
  }
  const asked = stage.requests.filter(({ path }) => path === '/api/timedtext' || path === '/youtubei/v1/get_panel');
  expect(asked.length).toBeLessThanOrEqual(4);
  stage.reset();
});
