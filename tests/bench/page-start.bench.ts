/**
 * What being there costs a page of YouTube before it has its first words, in Chromium: each of our scripts as it is set up in a
 * page that is loaded anew, and how long the document takes to be read with and without us.
 */
import { percentile } from '../e2e/proof/lamp-watch';
import { openChromium, pause } from '../e2e/proof/open';
import { type ScriptStart, traceDuring } from '../e2e/proof/tasks';
import { startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';

ensureBuilt();
const ROUNDS = Number(process.env.ROUNDS ?? 10);
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
await stage.warm(videos.short);

async function load(extension: null | undefined): Promise<{ scripts: ScriptStart[][]; read: number[] }> {
  const browser = await openChromium({ stage, ...(extension === null ? { extension } : {}) });
  const scripts: ScriptStart[][] = [];
  const read: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await browser.goto('about:blank');
    const trace = await traceDuring(
      browser,
      async () => {
        await browser.openWatch(stage.copy(videos.short));
        await pause(700);
      },
      { isLight: true },
    );
    // The first page of a browser pays for more than itself.
    if (round === 0) continue;
    scripts.push(trace.scripts());
    read.push(
      await browser.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return entry?.domContentLoadedEventEnd ?? 0;
      }),
    );
  }
  await browser.close();
  return { scripts, read };
}

const ours = await load(undefined);
const without = await load(null);
await stage.close();

head('script', 'ms of work p50', 'most', 'begins, ms after the navigation, p50');
for (const { name } of ours.scripts[0] ?? []) {
  const starts = ours.scripts.flatMap((each) => each.filter((script) => script.name === name));
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
for (const [name, { read }] of [
  ['with Readalong', ours],
  ['without', without],
] as const)
  row(name, percentile(read, 0.5).toFixed(0), percentile(read, 0.95).toFixed(0));
