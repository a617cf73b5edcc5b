/** Moving between pages without loading one: in every frame the words are those of the video in the address. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { launchBrowser } from './browser';
import { buildTalk } from './marked-talk';

let stage: Stage;
let browser: BrowserDriver;
let marked: { id: string; mark: string }[] = [];

/** `READALONG_SOAK=1` makes it the long run. */
const NAVIGATIONS = process.env.READALONG_SOAK ? 1_000 : 60;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 300] });
  await stage.warm(videos.short);
  const short = await stage.video(videos.short);
  marked = ['amber', 'birch', 'coral', 'delta', 'ember'].map((mark, index) => ({
    mark,
    id: stage.add(buildTalk(short, mark), {
      navigationDelay: [0, 80, 400, 1_500, 150][index] ?? 0,
      playerLag: [60, -60, 300, 0, 900][index] ?? 0,
      panelDelay: [0, 900, 100, 3_000, 300][index] ?? 0,
      timedtextDelay: [0, 1_200, 100, 0, 2_500][index] ?? 0,
      potDelay: [0, 400, 100, 800, 50][index] ?? 0,
      exp: index % 2 === 0 ? 'xpe' : 'none',
    }),
  }));
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});
beforeEach(() => browser.openWatch(marked[0]?.id ?? ''));

/** Looks at every frame, and at every change of the panel, from now on. */
async function audit(): Promise<void> {
  await browser.evaluate(
    ({ selector, talks }) => {
      const wrong: string[] = [];
      let frames = 0;
      const look = () => {
        frames += 1;
        const id = new URL(location.href).pathname === '/watch' ? new URL(location.href).searchParams.get('v') : null;
        const root = document.querySelector(selector)?.shadowRoot;
        const text = root?.querySelector('.body')?.textContent ?? '';
        for (const talk of talks)
          if (talk.id !== id && text.includes(talk.mark)) wrong.push(`${talk.mark} at ${location.href}`);
      };
      const watch = () => {
        look();
        requestAnimationFrame(watch);
      };
      watch();
      Object.assign(window, { audited: () => ({ wrong: [...new Set(wrong)], frames }) });
    },
    { selector: sidebarSelector, talks: marked },
  );
}

const audited = () =>
  browser.evaluate(() => (window as unknown as { audited: () => { wrong: string[]; frames: number } }).audited());

const showsOnly = (mark: string) =>
  browser.waitForSidebar((root, wanted) => root.querySelector('.body')?.textContent?.includes(wanted), mark, 12_000);

/** Mulberry32: the same walk each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it('from A to B and back at once shows A', async () => {
  await audit();
  const [a, b] = marked;
  for (let turn = 0; turn < 5; turn += 1) {
    await browser.evaluate((id) => window.__stage.navigate(id), b?.id ?? '');
    await new Promise((resolve) => setTimeout(resolve, turn * 120));
    await browser.evaluate((id) => window.__stage.navigate(id), a?.id ?? '');
    await showsOnly(a?.mark ?? '');
  }
  expect((await audited()).wrong).toEqual([]);
});

it('anywhere, in any order and at any pace shows no frame with another video’s words', async () => {
  await audit();
  const next = random(20_261_124);
  const places = [
    ...marked.map(({ id }) => id),
    '/shorts/abcdefghijk',
    `/live/${videos.live}`,
    '/',
    '/results?search_query=x',
  ];
  for (let turn = 0; turn < NAVIGATIONS; turn += 1) {
    const roll = next();
    // At either end of the history there is nowhere to go, which one driver takes for an error.
    if (roll < 0.15) await browser.back().catch(() => undefined);
    else if (roll < 0.25) await browser.forward().catch(() => undefined);
    else {
      const place = places[Math.floor(next() * places.length)] ?? '/';
      const isList = place.length === 11 && next() < 0.2;
      await browser.evaluate(
        (to) => window.__stage.navigate(to),
        isList ? `/watch?v=${place}&list=PL1&index=2` : place,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, next() ** 3 * 1_500));
  }
  const last = marked[2];
  await browser.evaluate((to) => window.__stage.navigate(to), last?.id ?? '');
  await showsOnly(last?.mark ?? '');
  const { wrong, frames } = await audited();
  expect(wrong).toEqual([]);
  expect(frames).toBeGreaterThan(NAVIGATIONS);
});

it('to a page without a video takes the panel away', async () => {
  await showsOnly(marked[0]?.mark ?? '');
  await browser.evaluate(() => window.__stage.navigate('/results?search_query=x'));
  await browser.waitFor((selector) => document.querySelector(selector) === null, sidebarSelector);
  await browser.evaluate((to) => window.__stage.navigate(to), marked[1]?.id ?? '');
  await showsOnly(marked[1]?.mark ?? '');
});
