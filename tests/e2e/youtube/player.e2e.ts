/** The clock of the video: adverts, stitched adverts, seeks, one element for all videos. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, type StageOptions, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { launchBrowser } from './browser';

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 100, exp: 'none' });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

async function openCopy(options: Partial<StageOptions> = {}, query = ''): Promise<string> {
  const id = stage.copy(videos.short, options);
  await browser.openWatch(id, query);
  await browser.waitForSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200);
  return id;
}

/** The words that are lit, and the player's own time in seconds. */
const lit = () =>
  browser.evaluate(() => {
    const texts: string[] = [];
    for (const name of ['readalong-now', 'readalong-nowish'])
      for (const range of CSS.highlights.get(name) ?? []) {
        const { startContainer, startOffset, endOffset } = range;
        texts.push(startContainer.textContent?.slice(startOffset, endOffset) ?? '');
      }
    const player = document.querySelector('#movie_player') as unknown as { getCurrentTime(): number };
    return { text: texts.join(' '), time: player.getCurrentTime() };
  });

/** Whether a word said at that time, half a second either way, is among the lit ones. */
async function isRight(id: string, shown: { text: string; time: number }): Promise<boolean> {
  const truth = await stage.truth(id);
  const near = truth.filter(
    (word) =>
      Math.abs(word.start / 1000 - shown.time) < 0.6 ||
      (word.start / 1000 <= shown.time && word.end / 1000 >= shown.time),
  );
  if (near.length === 0) return true;
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
  return near.some((word) => ` ${bare(shown.text)} `.includes(bare(word.text)));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('adverts', () => {
  it('before the video light nothing but its beginning, and the words are right soon after', async () => {
    const id = await openCopy({ adverts: [{ seconds: 2, at: 0 }] });
    await pause(600);
    expect((await lit()).time).toBe(0);
    await browser.waitFor(() => !document.querySelector('.ad-showing'), undefined, 6_000);
    await pause(1_500);
    expect(await isRight(id, await lit())).toBe(true);
  });

  it('in the middle hold the words where they are', async () => {
    const id = await openCopy({}, '&t=30');
    await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 30.5);
    await browser.evaluate(() => window.__stage.playAdvert(3));
    await pause(400);
    const first = await lit();
    await pause(1_200);
    const second = await lit();
    expect(second.text).toBe(first.text);
    expect(await browser.inSidebar((root) => root.textContent?.includes('words wait'))).toBe(true);
    await browser.waitFor(() => !document.querySelector('.ad-showing'), undefined, 6_000);
    await pause(1_000);
    expect(await isRight(id, await lit())).toBe(true);
  });

  it('stitched into the media are taken out of the clock', async () => {
    const id = await openCopy({ stitchedAdvert: 15 }, '&t=40');
    await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 56);
    await pause(800);
    const shown = await lit();
    expect(shown.time).toBeLessThan(50);
    expect(await isRight(id, shown)).toBe(true);
  });

  it('stitched into the media do not mislead a seek', async () => {
    await openCopy({ stitchedAdvert: 15 }, '&t=40');
    await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 56);
    await pause(800);
    await browser.inSidebar((root) => root.querySelectorAll<HTMLElement>('.time')[1]?.click());
    await pause(400);
    const { time } = await lit();
    const label = await browser.inSidebar((root) => root.querySelectorAll<HTMLElement>('.time')[1]?.dataset.time ?? '');
    const [minutes, seconds] = label.split(':').map(Number);
    expect(time).toBeGreaterThanOrEqual((minutes ?? 0) * 60 + (seconds ?? 0) - 1);
    expect(time).toBeLessThan((minutes ?? 0) * 60 + (seconds ?? 0) + 3);
  });
});

describe('the element', () => {
  it('is followed when it is sought by others', async () => {
    const id = await openCopy();
    for (const seconds of [60, 20, 90]) {
      await browser.evaluate((to) => {
        const player = document.querySelector('#movie_player') as unknown as { seekTo(seconds: number): void };
        player.seekTo(to);
      }, seconds);
      await pause(900);
      expect(await isRight(id, await lit())).toBe(true);
    }
  });

  it('is followed when YouTube puts another in its place', async () => {
    const id = await openCopy();
    await browser.evaluate(() => {
      const old = document.querySelector('video');
      const fresh = old?.cloneNode() as HTMLVideoElement;
      fresh.src = old?.src ?? '';
      fresh.muted = true;
      old?.pause();
      old?.replaceWith(fresh);
      fresh.currentTime = 70;
      void fresh.play();
      const player = document.querySelector('#movie_player') as unknown as { getCurrentTime(): number };
      player.getCurrentTime = () => fresh.currentTime;
    });
    await pause(1_500);
    const shown = await lit();
    expect(shown.time).toBeGreaterThan(70);
    expect(await isRight(id, shown)).toBe(true);
  });

  it('lights nothing of the next video with the clock of the last', async () => {
    await openCopy({}, '&t=80');
    await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 80);
    const next = stage.copy(videos.short, { playerLag: 1_500 });
    await browser.evaluate((target) => window.__stage.navigate(target), next);
    await pause(900);
    const early = await lit();
    const truth = await stage.truth(next);
    const late = truth
      .filter((word) => word.start > 60_000)
      .slice(0, 400)
      .map((word) => word.text);
    expect(early.text === '' || (truth[0] && early.text.includes(truth[0].text))).toBe(true);
    expect(late.length).toBeGreaterThan(0);
  });
});
