/** Getting the words: how soon, from where, and what stands there when a source is missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, type StageOptions, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { launchBrowser } from './browser';

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

/** Opens a fresh copy of the short talk, so that the library knows nothing of it. */
async function openCopy(options: Partial<StageOptions> = {}): Promise<string> {
  const id = stage.copy(videos.short, options);
  stage.clearRequests();
  await browser.openWatch(id);
  return id;
}

const words = (timeout = 10_000) =>
  browser.waitForSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200, undefined, timeout);
const waitForHealth = (part: string, timeout = 12_000) =>
  browser.waitForSidebar((root, wanted) => root.querySelector('.health')?.textContent?.includes(wanted), part, timeout);
/** What the panel says when a bare timer ends that was set at a navigation, or when the token came: a busy machine holds up both alike. */
const healthAfter = (ms: number, id: string | null) =>
  browser.evaluate(
    async ({ delay, to, selector }) => {
      const timer = new Promise((done) => setTimeout(done, delay));
      if (to) window.__stage.navigate(to);
      else void window.__stage.grantPot();
      await timer;
      return document.querySelector(selector)?.shadowRoot?.querySelector('.health')?.textContent;
    },
    { delay: ms, to: id, selector: sidebarSelector },
  );
const sentence = (timeout = 10_500) =>
  browser.waitForSidebar((root) => root.querySelector('.empty .title')?.textContent, undefined, timeout);
const requests = (id: string) =>
  stage.requests
    .filter(({ path, query }) => path === '/youtubei/v1/get_panel' || (path === '/api/timedtext' && query.v === id))
    .map(({ path, query }) =>
      path === '/api/timedtext'
        ? `timedtext${query.kind ? ' of the recogniser' : ''}${query.pot ? ' with token' : ''}`
        : 'panel',
    );

describe('with every track withheld', () => {
  it('shows text within a second of navigation and exact times within half a second of the token', async () => {
    await openCopy({ potDelay: 60_000 });
    await words();
    const id = stage.copy(videos.short, { potDelay: 60_000 });
    stage.clearRequests();
    expect(await healthAfter(1_000, id)).toContain('Rough');
    expect(await words()).toBe(true);
    expect(await healthAfter(500, null)).toContain('exact');
    await waitForHealth('exact to the word');
    expect(requests(id)).toEqual(['panel', 'timedtext with token', 'timedtext of the recogniser with token']);
  });

  it('uses the token of captions that are on already', async () => {
    const id = await openCopy({ captionsOn: true, panel: 'failed-precondition' });
    await waitForHealth('exact');
    expect(requests(id)).toContain('timedtext with token');
  });
});

describe('captions turned on for a moment', () => {
  it('on the reader’s wish bring exact times, and leave the switch and what the player remembers as they were', async () => {
    await openCopy({ potDelay: 60_000, panelDelay: 0 });
    await waitForHealth('the best there is');
    const remembered = () =>
      browser.evaluate(() => ({
        sticky: localStorage.getItem('yt-player-sticky-caption'),
        language: localStorage.getItem('yt-player-caption-sticky-language'),
        isOn: document.querySelector('.ytp-subtitles-button')?.getAttribute('aria-pressed'),
      }));
    await browser.evaluate(() => {
      localStorage.setItem('yt-player-sticky-caption', 'as the viewer left it');
      localStorage.removeItem('yt-player-caption-sticky-language');
    });
    const before = await remembered();
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('.health')?.click());
    await browser.waitForSidebar((root) => {
      const item = [...root.querySelectorAll<HTMLElement>('[role^=menuitem]')].find((each) =>
        each.textContent?.includes('for a moment'),
      );
      item?.click();
      return item !== undefined;
    });
    await browser.waitFor(
      () => document.querySelector('.ytp-subtitles-button')?.getAttribute('aria-pressed') === 'true',
    );
    await browser.evaluate(() => window.__stage.grantPot());
    await waitForHealth('exact');
    await browser.waitFor(
      () => document.querySelector('.ytp-subtitles-button')?.getAttribute('aria-pressed') !== 'true',
    );
    // The player may write once more while it comes to rest.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await remembered()).toEqual(before);
  });
});

describe('with a source switched off', () => {
  it.each<[string, Partial<StageOptions>, string]>([
    ['the panel refuses', { panel: 'failed-precondition' }, 'exact'],
    ['the panel is empty', { panel: 'empty-object' }, 'exact'],
    ['the panel has no rows', { panel: 'no-rows' }, 'exact'],
    ['the panel is cut short', { panel: 'truncated' }, 'exact'],
    ['the panel never ends', { panel: 'stalled' }, 'exact'],
    ['the panel has legacy rows and no token comes', { panel: 'legacy-rows', pot: 'never' }, 'exact to the line'],
    ['no token comes', { pot: 'never' }, 'the best there is'],
    ['captions are empty whatever the token', { timedtext: 'empty' }, 'the best there is'],
    ['captions are a shell', { timedtext: 'shell' }, 'the best there is'],
    ['captions are only the magic word', { timedtext: 'wire-magic' }, 'the best there is'],
    ['captions are cut short', { timedtext: 'truncated' }, 'the best there is'],
    ['captions are forbidden', { timedtext: 'forbidden' }, 'the best there is'],
    ['captions are not found', { timedtext: 'not-found' }, 'the best there is'],
    ['captions are cut off', { timedtext: 'cut' }, 'the best there is'],
    ['captions are of another shape', { timedtext: 'other-json' }, 'the best there is'],
    [
      'captions need no token and the panel refuses',
      { exp: 'none', panel: 'failed-precondition', pot: 'never' },
      'exact',
    ],
    ['addresses are relative', { relativeCaptionUrls: true, panel: 'failed-precondition' }, 'exact'],
    ['the page is a grid', { root: 'grid' }, 'exact'],
  ])('serves the next one when %s', async (_name, options, expected) => {
    const id = await openCopy({ potDelay: 300, ...options });
    await words();
    await waitForHealth(expected);
    const asked = requests(id);
    for (const source of new Set(asked)) expect(asked.filter((each) => each === source)).toHaveLength(1);
  });

  it.each<[string, Partial<StageOptions>, RegExp]>([
    ['everything is withheld', { panel: 'failed-precondition', pot: 'never' }, /did not send/],
    ['captions are empty and the panel too', { panel: 'empty-object', timedtext: 'empty' }, /did not send/],
    ['captions are cut short and the panel is empty', { panel: 'no-rows', timedtext: 'truncated' }, /./],
  ])('says so by name within ten seconds when %s', async (_name, options, expected) => {
    await openCopy({ potDelay: 300, ...options });
    expect(await sentence()).toMatch(expected);
  });

  it.each(['modern', 'combined-modern'] as const)(
    'reads YouTube’s own panel, the %s one, once the viewer opens it',
    async (transcriptButton) => {
      const id = await openCopy({ panel: 'failed-precondition', pot: 'never', transcriptButton });
      await sentence();
      stage.set({ panel: 'normal' }, id);
      await browser.evaluate(() => window.__stage.openTranscript());
      await words();
      await waitForHealth('Rough times');
    },
  );
});

describe('of videos without words', () => {
  it.each([
    [videos.noCaptions, /no captions/],
    [videos.live, /Live now/],
    [videos.upcoming, /./],
    [videos.age, /./],
    [videos.bot, /./],
    [videos.private, /./],
    [videos.unplayable, /./],
    [videos.removed, /./],
  ])('%s has its own sentence and costs no request', async (id, expected) => {
    stage.clearRequests();
    await browser.openWatch(id);
    expect(await sentence()).toMatch(expected);
    expect(requests(id)).toEqual([]);
  });
});

it('a robot check ends the search at once with what there is, and the next video does not ask again', async () => {
  await openCopy({ potDelay: 0, timedtext: 'captcha' });
  await waitForHealth('asks for a pause');
  const next = stage.copy(videos.short, { potDelay: 0 });
  await browser.evaluate((to) => window.__stage.navigate(to), next);
  await browser.waitFor((to) => window.__stage.current()?.id === to, next);
  await waitForHealth('asks for a pause');
  expect(stage.requestsTo('/api/timedtext', next)).toEqual([]);
  // A page that is loaded anew may ask once, and is answered now.
  await browser.reload();
  await waitForHealth('exact');
});
