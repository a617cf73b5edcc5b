/**
 * From a key press in find to the frame that shows what it found, in episodes of three and of ten hours, in Chromium.
 * Beside it in the same run: a naive panel, and the same keys in a field of the page that does nothing. To the frame there is
 * also the wait for the screen, which shows one every 16.7 ms: whoever drew one a moment ago waits longest.
 */
import type { ChromiumDriver } from '../e2e/drivers/chromium';
import { percentile } from '../e2e/proof/lamp-watch';
import { openChromium, pause, untilHealth } from '../e2e/proof/open';
import { type Cost, traceDuring } from '../e2e/proof/tasks';
import { startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';
import { buildNaivePanel } from './naive-panel';

ensureBuilt();
const TYPED = ['the tide gauge on the island ', 'there were four hundred ', 'before the railway came ', 'zzqq teh '];
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });

async function keys(browser: ChromiumDriver, clear: () => Promise<unknown>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const text of TYPED) {
    await clear();
    const trace = await traceDuring(
      browser,
      async () => {
        for (const key of text) {
          await browser.press(key === ' ' ? 'Space' : key);
          await pause(60);
        }
      },
      { isLight: true },
    );
    costs.push(...trace.keys());
  }
  return costs;
}

function tell(hours: number, name: string, costs: readonly Cost[]): void {
  const figures = (of: (cost: Cost) => number) =>
    [0.5, 0.95, 1].map((share) => percentile(costs.map(of), share).toFixed(1));
  row(
    hours,
    name,
    costs.length,
    ...figures(({ cpu }) => cpu),
    ...figures(({ busy }) => busy),
    ...figures(({ wall }) => wall),
  );
}

const shares = (what: string): string[] => [`ms ${what} p50`, 'p95', 'most'];
head('hours', 'panel', 'keys', ...shares('of work'), ...shares('at work by the clock'), ...shares('to the frame'));
for (const [hours, id] of [
  [3, videos.threeHours],
  [10, videos.tenHours],
] as const) {
  await stage.warm(id);
  const browser = await openChromium({ stage });
  await browser.openWatch(id);
  await untilHealth(browser, 'exact', 60_000);
  await pause(3_000);
  await browser.inSidebar((root) => root.querySelector<HTMLElement>('.icon[aria-label^="Find"]')?.click());
  await pause(1_000);
  const emptied = () =>
    browser.inSidebar((root) => {
      const field = root.querySelector<HTMLInputElement>('.query');
      if (!field) throw new Error('Find is not open.');
      field.value = '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.focus();
    });
  tell(hours, 'Readalong', await keys(browser, emptied));
  await browser.close();

  const other = await openChromium({ stage, extension: null });
  await other.openWatch(id);
  const focused = (selector: string) => () =>
    other.evaluate((wanted) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (field) field.value = '';
      field?.focus();
    }, selector);
  tell(hours, 'nothing but the field', await keys(other, focused('input[name="search_query"]')));
  await buildNaivePanel(other, stage, id);
  await pause(1_000);
  tell(hours, 'a naive panel', await keys(other, focused('.naive-search')));
  await other.close();
}
await stage.close();
