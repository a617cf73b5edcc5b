/** An extension that knows nothing of the token gets nothing from the stage: else the stage would prove nothing. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import { launchChromium } from './chromium';
import type { BrowserDriver } from './driver';
import { launchFirefox } from './firefox';

const extension = resolve('tests/stage/control-extension');

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], potDelay: 0 });
  await stage.warm(videos.short);
});
afterAll(() => stage?.close());

interface Got {
  readonly found: { vssId: string; status: number; events: number }[];
  readonly textTracks: number;
}

describe.each([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
] as const)('the control in %s', (_, launch) => {
  let browser: BrowserDriver;

  beforeAll(async () => {
    browser = await launch({ stage, extension });
  });
  afterAll(() => browser?.close());

  async function gotFrom(videoId: string): Promise<Got> {
    await browser.openWatch(videoId);
    return JSON.parse(await browser.waitFor(() => document.documentElement.dataset.control ?? '')) as Got;
  }

  it('gets empty answers for withheld tracks', async () => {
    expect(await gotFrom(videos.short)).toEqual({
      found: [
        { vssId: '.en', status: 200, events: 0 },
        { vssId: 'a.en', status: 200, events: 0 },
      ],
      textTracks: 0,
    });
  });

  it('gets the words of tracks that are not withheld', async () => {
    const got = await gotFrom(stage.copy(videos.short, { exp: 'none' }));
    expect(got.found).toHaveLength(2);
    for (const track of got.found) expect(track.events).toBeGreaterThan(20);
  });
});
