/** Leaving YouTube and coming back: out of the browser's back/forward cache, where pages rest whole, or loaded anew. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { launchBrowser } from './browser';

/** `READALONG_SOAK=1` makes it the long run. */
const TRIPS = process.env.READALONG_SOAK ? 100 : 8;

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 100, panelDelay: 0, keptInCache: true });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage, backForwardCache: true });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const untilExact = () =>
  browser.waitForSidebar((root) => root.querySelector('.health')?.textContent?.includes('exact'), undefined, 20_000);

it('a page that was kept is as it was: one panel, its words, and clicks that seek', async () => {
  await browser.openWatch(videos.short);
  await untilExact();
  let kept = 0;
  const before = browser.errors.length;
  for (let trip = 0; trip < TRIPS; trip += 1) {
    await browser.waitFor(() => {
      window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      return true;
    });
    await browser.goto('about:blank');
    await browser.back();
    await browser.waitFor(() => location.pathname === '/watch' && document.querySelector('ytd-watch-flexy') !== null);
    await untilExact();
    // Asked until it is answered: the page may just be on its way in.
    const { persisted, reasons } = await browser.waitFor(() => {
      interface Reasons {
        readonly notRestoredReasons?: { readonly reasons?: readonly { readonly reason: string }[] | null } | null;
      }
      const [entry] = performance.getEntriesByType('navigation') as unknown as Reasons[];
      return {
        persisted: (window as { persisted?: boolean }).persisted === true,
        reasons: entry?.notRestoredReasons?.reasons?.map(({ reason }) => reason) ?? [],
      };
    });
    kept += persisted ? 1 : 0;
    expect(reasons.filter((reason) => /extension/i.test(reason))).toEqual([]);
  }
  console.log(`${kept} of ${TRIPS} came out of the cache`);
  expect(await browser.evaluate((selector) => document.querySelectorAll(selector).length, sidebarSelector)).toBe(1);
  await browser.inSidebar((root) => root.querySelectorAll<HTMLElement>('.time')[2]?.click());
  await browser.waitFor(() => (document.querySelector('video')?.currentTime ?? 0) > 5);
  // The lamp goes on from there.
  await browser.waitForSidebar((root) => root.querySelectorAll('.row.on').length === 1);
  // Another video gets its own words: messages pass, and the bridge still answers.
  const next = stage.copy(videos.short);
  await browser.evaluate((to) => window.__stage.navigate(to), next);
  await browser.waitFor((to) => window.__stage.current()?.id === to, next);
  await untilExact();
  expect(browser.errors.slice(before).filter((line) => /lastError|Uncaught|port closed/i.test(line))).toEqual([]);
});
