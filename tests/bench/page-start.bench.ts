/**
 * What being there costs a page of YouTube before it has its first words, in Chromium: each of our scripts as it is set up in a
 * page that is loaded anew, and how long the document takes to be read with and without us.
 */
import type { ChromiumDriver } from '../e2e/drivers/chromium';
import { percentile } from '../e2e/proof/lamp-watch';
import { openChromium, pause } from '../e2e/proof/open';
import { type ScriptStart, traceDuring } from '../e2e/proof/tasks';
import { startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';

ensureBuilt();
const ROUNDS = Number(process.env.ROUNDS ?? 10);
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
await stage.warm(videos.short);

interface Load {
  readonly scripts: readonly ScriptStart[];
  readonly read: number;
}

async function load(browser: ChromiumDriver): Promise<Load> {
  await browser.goto('about:blank');
  const trace = await traceDuring(
    browser,
    async () => {
      await browser.openWatch(stage.copy(videos.short));
      await pause(700);
    },
    { isLight: true },
  );
  const read = await browser.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry?.domContentLoadedEventEnd ?? 0;
  });
  return { scripts: trace.scripts(), read };
}

const browsers = [await openChromium({ stage }), await openChromium({ stage, extension: null })] as const;
const ours: Load[] = [];
const without: Load[] = [];
// By turns, so that what else the machine does meets both alike. The first page of a browser pays for more than itself.
for (const browser of browsers) await load(browser);
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(await load(browsers[0]));
  without.push(await load(browsers[1]));
}
for (const browser of browsers) await browser.close();
await stage.close();

head('script', 'ms of work p50', 'most', 'begins, ms after the navigation, p50');
for (const { name } of ours[0]?.scripts ?? []) {
  const starts = ours.flatMap(({ scripts }) => scripts.filter((script) => script.name === name));
  const works = starts.map(({ cpu }) => cpu);
  row(
    name,
    percentile(works, 0.5).toFixed(1),
    percentile(works, 1).toFixed(1),
    percentile(
      starts.map(({ at }) => at),
      0.5,
    ).toFixed(0),
  );
}
console.log();
head('document read, ms', 'p50', 'p95');
for (const [name, loads] of [
  ['with Readalong', ours],
  ['without', without],
] as const) {
  const read = loads.map((each) => each.read);
  row(name, percentile(read, 0.5).toFixed(0), percentile(read, 0.95).toFixed(0));
}
