/**
 * How soon there is something to read, in Chromium: from the navigation to words where every track is withheld, from the token
 * to exact times, from the last byte of a long answer to the frame that shows its first words. Beside it in the same
 * run: reading the same answer and putting it into one text node, the least that can be done.
 */
import { sidebarSelector } from '../e2e/drivers/driver';
import { percentile } from '../e2e/proof/lamp-watch';
import { openChromium, pause, untilHealth, untilWords } from '../e2e/proof/open';
import { traceDuring } from '../e2e/proof/tasks';
import { writeCaptions } from '../stage/captions/formats';
import { startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';

ensureBuilt();
const ROUNDS = Number(process.env.ROUNDS ?? 8);
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
await stage.warm(videos.short, videos.threeHours, videos.tenHours);
const browser = await openChromium({ stage });

interface Marks {
  marks?: { words: number; exact: number };
}

/** Waits in the page, frame by frame: asking from outside would add its own time. */
const untilShown = (part: string) =>
  browser.evaluate(
    async ({ selector, wanted }) => {
      for (;;) {
        const root = document.querySelector(selector)?.shadowRoot;
        const isThere = (root?.querySelector('.body')?.textContent?.length ?? 0) > 200;
        if (isThere && root?.querySelector('.health')?.textContent?.includes(wanted)) return performance.now();
        await new Promise((frame) => requestAnimationFrame(frame));
      }
    },
    { selector: sidebarSelector, wanted: part },
  );

const toWords: number[] = [];
const toExact: number[] = [];
await browser.openWatch(stage.copy(videos.short, { potDelay: 60_000 }));
await untilWords(browser);
for (let round = 0; round < ROUNDS; round += 1) {
  const id = stage.copy(videos.short, { potDelay: 60_000, panelDelay: 0 });
  const from = await browser.evaluate((to) => {
    delete (window as Marks).marks;
    window.__stage.navigate(to);
    return performance.now();
  }, id);
  await browser.waitFor((to) => window.__stage.current()?.id === to, id);
  toWords.push((await untilShown('Rough')) - from);
  const granted = await browser.evaluate(() => {
    const at = performance.now();
    void window.__stage.grantPot();
    return at;
  });
  toExact.push((await untilShown('exact')) - granted);
}
head('what', 'rounds', 'ms p50', 'p95', 'bound');
for (const [what, times, bound] of [
  ['navigation to words, the page’s own 150 ms included', toWords, 1_000],
  ['token to exact times', toExact, 500],
] as const)
  row(what, times.length, percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0), bound);

console.log();
head('answer of', 'kB', 'last byte to painted, ms of work', 'by the clock', 'least possible, ms of work', 'times');
for (const [hours, id] of [
  [3, videos.threeHours],
  [10, videos.tenHours],
] as const) {
  const { tracks } = await stage.video(id);
  const [track] = tracks;
  const text = track ? writeCaptions(track.body, 'json3') : '';
  await browser.goto('https://www.youtube.com/');
  const copy = stage.copy(id, { exp: 'none', panel: 'failed-precondition' });
  const trace = await traceDuring(
    browser,
    async () => {
      await browser.openWatch(copy);
      await browser.evaluate(async (selector) => {
        while (!document.querySelector(selector)?.shadowRoot?.querySelector('.row'))
          await new Promise((frame) => setTimeout(frame));
        performance.mark('first-rows');
      }, sidebarSelector);
      await untilHealth(browser, 'exact', 30_000);
    },
    { isLight: true },
  );
  const ours = trace.fromBytesTo('first-rows', '/api/timedtext');
  await pause(1_000);
  const least = await traceDuring(
    browser,
    () =>
      browser.evaluate((json) => {
        const started = performance.now();
        const { events } = JSON.parse(json) as { events: { segs?: { utf8: string }[] }[] };
        const box = document.createElement('div');
        box.style.cssText = 'height:500px;overflow:auto;width:400px';
        box.textContent = events.map(({ segs }) => segs?.map(({ utf8 }) => utf8).join('') ?? '').join(' ');
        document.body.append(box);
        box.getBoundingClientRect();
        performance.measure('least', { start: started });
      }, text),
    { isLight: true },
  );
  const floor = least.tasks()[0]?.cpu ?? 0;
  row(
    `${hours} hours`,
    (text.length / 1000).toFixed(0),
    ours?.cpu.toFixed(0) ?? '?',
    ours?.wall.toFixed(0) ?? '?',
    floor.toFixed(0),
    ((ours?.cpu ?? 0) / floor).toFixed(1),
  );
}
await browser.close();
await stage.close();
