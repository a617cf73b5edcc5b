/**
 * How late a word is lit, over the whole spoken conversation: each word's time is known from the synthesiser. Beside the lamp, in
 * the same run: a bare timer for each word (the best there is) and a look at the clock on `timeupdate` (what most panels do).
 * `LAMP_SECONDS=60` for a shorter run.
 */
import { beginWatching, endWatching, type Lateness, percentile } from '../e2e/proof/lamp-watch';
import { BROWSERS, openBrowser, pause, untilHealth } from '../e2e/proof/open';
import { startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';

ensureBuilt();
const id = videos.conversationAutomatic;
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50 });
await stage.warm(id);
const whole = (await stage.video(id)).durationMs / 1000 - 4;
const seconds = Number(process.env.LAMP_SECONDS ?? whole);

const shares = [0.5, 0.95, 0.99, 1];
head('browser', 'how', 'words', 'never lit', 'frames late p50', 'p95', 'p99', 'most', 'ms p50', 'p95', 'p99', 'most');
for (const name of BROWSERS) {
  const browser = await openBrowser(name, { stage });
  try {
    await browser.openWatch(id);
    await untilHealth(browser, 'exact');
    await beginWatching(browser, stage, id);
    await pause(seconds * 1000);
    const report = await endWatching(browser, stage, id);
    const tell = (how: string, { frames, ms }: Lateness, never: number) =>
      row(
        name,
        how,
        report.words,
        never,
        ...shares.map((share) => percentile(frames, share)),
        ...shares.map((share) => percentile(ms, share).toFixed(0)),
      );
    tell('Readalong', report.lamp, report.neverLit);
    tell('a bare timer', report.timer, 0);
    tell('on timeupdate', report.control, 0);
  } finally {
    await browser.close();
  }
}
await stage.close();
console.log('\nFrames from the first that could have shown the word; milliseconds from when it is heard to the frame.');
