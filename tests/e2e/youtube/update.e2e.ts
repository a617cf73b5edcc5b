/**
 * The extension is updated again and again under several open tabs. Chromium leaves the old copy in the page, cut off from the
 * rest of us; Firefox ends it and starts a new one beside what it has left. Either way there is one panel, and it works.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { ChromiumDriver } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import { callSource, poll, sidebarSelector } from '../drivers/driver';
import type { FirefoxDriver } from '../drivers/firefox';
import { isFirefox, launchBrowser } from './browser';

/** `READALONG_SOAK=1` makes it the long run. */
const UPDATES = process.env.READALONG_SOAK ? 20 : 4;
const TABS = process.env.READALONG_SOAK ? 10 : 3;

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 100, panelDelay: 0 });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

/** A tab of either browser, as far as it is needed here. */
interface Tab {
  ask<R, A>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  reload(): Promise<unknown>;
}

interface Fleet {
  open(url: string): Promise<Tab>;
  update(): Promise<void>;
}

function chromiumFleet({ context, extensionOrigin }: ChromiumDriver, errors: string[]): Fleet {
  return {
    async open(url) {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(url);
      return {
        ask: (run, argument) => page.evaluate(callSource(run, argument)) as never,
        reload: () => page.reload(),
      };
    },
    async update() {
      // Pages of the extension are closed with it; its worker may be asleep.
      const page = await context.newPage();
      await page.goto(`${extensionOrigin}options.html`);
      interface Reloading {
        readonly chrome: { readonly runtime: { reload(): void } };
      }
      await page.evaluate(() => (globalThis as unknown as Reloading).chrome.runtime.reload()).catch(() => undefined);
      await page.close().catch(() => undefined);
      // It is back when its pages can be opened.
      await poll(
        async () => {
          const trial = await context.newPage();
          const isBack = await trial.goto(`${extensionOrigin}options.html`).then(
            () => true,
            () => false,
          );
          await trial.close();
          return isBack;
        },
        10_000,
        'the extension after its update',
      );
    },
  };
}

function firefoxFleet({ bidi }: FirefoxDriver): Fleet {
  return {
    async open(url) {
      const { context } = (await bidi.send('browsingContext.create', { type: 'tab', background: true })) as {
        context?: string;
      };
      await bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' });
      return {
        async ask(run, argument) {
          const answer = (await bidi.send('script.evaluate', {
            expression: `(async () => JSON.stringify(await (${callSource(run, argument)})))()`,
            target: { context },
            awaitPromise: true,
          })) as { result?: { value?: string } };
          return answer.result?.value === undefined ? undefined : JSON.parse(answer.result.value);
        },
        reload: () => bidi.send('browsingContext.reload', { context, wait: 'interactive' }),
      };
    },
    async update() {
      const path = `${process.env.READALONG_OUTPUT ?? '.output'}/firefox-mv3-e2e`;
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: `${process.cwd()}/${path}` } });
    },
  };
}

const panels = (tab: Tab) =>
  tab.ask((selector) => {
    const hosts = [...document.querySelectorAll(selector)];
    return hosts.map((host) => host.shadowRoot?.querySelectorAll('.row').length ?? 0);
  }, sidebarSelector);

const untilOnePanel = (tab: Tab) =>
  poll(
    async () => {
      const found = await panels(tab);
      return found.length === 1 && (found[0] ?? 0) > 3;
    },
    // Tabs in the background are woken seldom, and later on a busy machine.
    60_000,
    'one panel with words',
  );

/** A click on the third time seeks, and the lamp comes to that row. */
const seeks = (tab: Tab) =>
  tab.ask(async (selector) => {
    const video = document.querySelector('video');
    const root = document.querySelector(selector)?.shadowRoot;
    if (!video || !root) return false;
    video.currentTime = 0;
    await new Promise((done) => setTimeout(done, 100));
    root.querySelectorAll<HTMLElement>('.time')[2]?.click();
    for (let turn = 0; turn < 100; turn += 1) {
      if (video.currentTime > 5) return true;
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  }, sidebarSelector);

it(`${UPDATES} times under ${TABS} tabs`, { timeout: 600_000 }, async () => {
  const errors: string[] = [];
  const fleet = isFirefox ? firefoxFleet(browser as FirefoxDriver) : chromiumFleet(browser as ChromiumDriver, errors);
  const tabs: Tab[] = [];
  for (let index = 0; index < TABS; index += 1)
    tabs.push(await fleet.open(`https://www.youtube.com/watch?v=${stage.copy(videos.short)}`));
  for (const tab of tabs) await untilOnePanel(tab);
  for (let update = 1; update <= UPDATES; update += 1) {
    await fleet.update();
    for (const tab of tabs) await untilOnePanel(tab);
    // Each second time the reader takes the newer copy.
    if (update % 2 === 0) for (const tab of tabs) await tab.reload();
    for (const tab of tabs) await untilOnePanel(tab);
  }
  for (const tab of tabs) expect(await seeks(tab)).toBe(true);
  for (const tab of tabs) expect(await panels(tab)).toHaveLength(1);
  expect(errors.filter((line) => /context invalidated|Uncaught/i.test(line))).toEqual([]);
});

it.runIf(isFirefox)('the copy that came by an update still finds the player', async () => {
  await browser.openWatch(videos.short);
  await browser.waitForSidebar((root) => root.querySelectorAll('.row').length > 3);
  await firefoxFleet(browser as FirefoxDriver).update();
  // With the panel refused only the player's own token brings words, and only the bridge knows it.
  const next = stage.copy(videos.short, { panel: 'failed-precondition' });
  await browser.waitForSidebar((root) => root.querySelectorAll('.row').length > 3);
  await browser.evaluate((to) => window.__stage.navigate(to), next);
  await browser.waitFor((to) => window.__stage.current()?.id === to, next);
  await browser.waitForSidebar(
    (root) => root.querySelector('.health')?.textContent?.includes('exact'),
    undefined,
    20_000,
  );
});
