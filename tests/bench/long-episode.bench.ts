/**
 * Three hours of talk in Chromium: elements, and the longest task of the page's main thread while words come, get better, are
 * played for a minute, scrolled and searched. Beside it in the same run: the same page with a naive panel.
 */
import type { ChromiumDriver } from '../e2e/drivers/chromium';
import { openChromium, pause, untilHealth, untilWhole } from '../e2e/proof/open';
import { type Task, traceDuring } from '../e2e/proof/tasks';
import { type Stage, startStage, videos } from '../stage/index';
import { ensureBuilt, head, row } from './built';
import { buildNaivePanel } from './naive-panel';

ensureBuilt();
const PLAYED = Number(process.env.PLAYED_SECONDS ?? 60);
const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 1_000, panelDelay: 0 });
await stage.warm(videos.threeHours);

/**
 * Longest first. Without the sampling profiler, whose start alone makes the first script of each stretch up to 50 ms longer: so
 * nobody knows whose a task is, and all of the page's count.
 */
const tasksDuring = async (browser: ChromiumDriver, run: () => Promise<unknown>): Promise<Task[]> =>
  (await traceDuring(browser, run, { isLight: true })).tasks();

const cell = (task: Task | undefined) => `${(task?.cpu ?? 0).toFixed(0)} (${(task?.wall ?? 0).toFixed(0)})`;

async function scroll(browser: ChromiumDriver, x: number, y: number): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await browser.wheel(x, y, turn % 10 === 9 ? -9_000 : 1_500);
    await pause(40);
  }
}

async function type(browser: ChromiumDriver, text: string): Promise<void> {
  for (const key of text) {
    await browser.press(key === ' ' ? 'Space' : key);
    await pause(60);
  }
}

async function withReadalong(on: Stage) {
  const browser = await openChromium({ stage: on });
  try {
    await browser.goto('https://www.youtube.com/');
    const loading = await tasksDuring(browser, async () => {
      await browser.openWatch(on.copy(videos.threeHours));
      await untilHealth(browser, 'exact');
      await untilWhole(browser);
    });
    const { elements, x, y } = await browser.inSidebar((root) => {
      const body = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      const centre = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
      return { elements: root.querySelectorAll('*').length + 1, ...centre };
    });
    const playing = await tasksDuring(browser, () => pause(PLAYED * 1000));
    const scrolling = await tasksDuring(browser, () => scroll(browser, x, y));
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('.icon[aria-label^="Find"]')?.click());
    await browser.waitForSidebar((root) => root.activeElement?.matches('.query'));
    const typing = await tasksDuring(browser, () => type(browser, 'the tide gauge on the island'));
    return { elements, tasks: [loading, playing, scrolling, typing].map(([longest]) => longest) };
  } finally {
    await browser.close();
  }
}

async function withNaivePanel(on: Stage) {
  const browser = await openChromium({ stage: on, extension: null });
  try {
    await browser.openWatch(videos.threeHours);
    let elements = 0;
    const loading = await tasksDuring(browser, async () => {
      elements = await buildNaivePanel(browser, on, videos.threeHours);
      await pause(1_000);
    });
    const { x, y } = await browser.evaluate(() => {
      const box = document.querySelector('.naive-search')?.nextElementSibling?.getBoundingClientRect() ?? new DOMRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    const playing = await tasksDuring(browser, () => pause(PLAYED * 1000));
    const scrolling = await tasksDuring(browser, () => scroll(browser, x, y));
    await browser.evaluate(() => document.querySelector<HTMLElement>('.naive-search')?.focus());
    const typing = await tasksDuring(browser, () => type(browser, 'the tide gauge on the island'));
    return { elements, tasks: [loading, playing, scrolling, typing].map(([longest]) => longest) };
  } finally {
    await browser.close();
  }
}

head('panel', 'elements', 'longest task while words come', 'are played', 'are scrolled', 'are searched');
for (const [name, measure] of [
  ['Readalong', withReadalong],
  ['a naive panel', withNaivePanel],
] as const) {
  const { elements, tasks } = await measure(stage);
  row(name, elements, ...tasks.map(cell));
}
await stage.close();
console.log('\nMilliseconds of processor time (and by the clock), of all tasks of the page, its own included.');
