/** Living in YouTube's page: what the page can see of us, do to us, and what it keeps. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { sidebarSelector } from '../drivers/driver';
import { launchBrowser } from './browser';

let stage: Stage;
let browser: BrowserDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 100 });
  await stage.warm(videos.short);
  browser = await launchBrowser({ stage });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});
beforeEach(async () => {
  await browser.openWatch(videos.short);
  await browser.waitForSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200);
});

const hasWords = () => browser.inSidebar((root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('keys', () => {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const control = [
    ...['Enter', 'Tab', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
    ...[
      'PageUp',
      'PageDown',

      'Escape',
      'Shift+A',
      'Control+a',
      'Control+ArrowLeft',
      'Shift+ArrowLeft',
      'Alt+x',
      'Shift+Tab',
    ],
  ];

  async function focusField(): Promise<void> {
    await browser.inSidebar((root) => {
      const field = document.createElement('input');
      field.id = 'typed';
      root.append(field);
      field.focus();
    });
  }

  it('typed in the panel are seen by no listener of the page and arrive whole', async () => {
    await focusField();
    await browser.evaluate(() => {
      window.__stage.keys.length = 0;
      const seen: string[] = [];
      Object.assign(window, { seenInputs: seen });
      for (const type of ['input', 'beforeinput', 'paste', 'compositionstart'])
        for (const target of [window, document]) target.addEventListener(type, (event) => seen.push(event.type), true);
    });
    const before = await browser.evaluate(() => ({ paused: document.querySelector('video')?.paused }));
    for (const key of printable) await browser.press(key);
    expect(await browser.inSidebar((root) => root.querySelector<HTMLInputElement>('#typed')?.value)).toBe(
      printable.join(''),
    );
    for (const key of control) {
      await focusField();
      await browser.press(key);
    }
    const after = await browser.evaluate(() => ({
      keys: window.__stage.keys.length,
      inputs: (window as unknown as { seenInputs: string[] }).seenInputs.length,
      paused: document.querySelector('video')?.paused,
      theater: document.querySelector('[theater]') !== null,
      muted: document.querySelector('video')?.muted,
    }));
    // Also of Tab, which is pressed in the panel and let go outside it.
    expect(after).toMatchObject({ keys: 0, inputs: 0, paused: before.paused, theater: false });
  });

  it('reach the components of the panel, which can keep the browser from acting on them', async () => {
    await focusField();
    await browser.inSidebar((root) => {
      // Counted, because this listener lives in the page's world, where what the guard lays over its copies is not seen.
      let count = 0;
      root.querySelector('#typed')?.addEventListener('keydown', (event) => {
        count += 1;
        if (count === 2) event.preventDefault();
      });
    });
    await browser.type('axb');
    expect(await browser.inSidebar((root) => root.querySelector<HTMLInputElement>('#typed')?.value)).toBe('ab');
  });

  it('of YouTube work outside the panel', async () => {
    await browser.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await browser.press('t');
    expect(await browser.evaluate(() => document.querySelector('[theater]') !== null)).toBe(true);
    await browser.press('k');
    expect(await browser.evaluate(() => document.querySelector('video')?.paused)).toBe(true);
    await browser.press('t');
  });
});

describe('forged events', () => {
  it('of the framework and of the bridge change nothing', async () => {
    const id = new URL(browser.extensionOrigin ?? 'https://missing').host;
    const leaked = await browser.evaluate((extensionId) => {
      const names: string[] = [];
      const hook = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type: string, ...rest: unknown[]) {
        names.push(type);
        return Reflect.apply(hook, this, [type, ...rest]);
      };
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event: Event) {
        names.push(event.type);
        return Reflect.apply(dispatch, this, [event]);
      };
      const parse = JSON.parse;
      try {
        JSON.parse = (text: string) => parse(text);
      } catch {
        // Locked by the page itself.
      }
      for (let turn = 0; turn < 1_000; turn += 1) {
        const secret = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
        const detail = { contentScriptName: 'youtube', messageId: String(turn) };
        const forged = [
          new CustomEvent(`${extensionId}:youtube:wxt:content-script-started`, { detail }),
          new CustomEvent('hello', { detail: secret, cancelable: true }),
          new CustomEvent(`${secret}>`, { detail: '{"do":"seek","to":1}' }),
          new CustomEvent(`${secret}<`, { detail: '{"time":5}' }),
          new CustomEvent('yt-navigate-finish', { detail: { response: { playerResponse: null } } }),
          new CustomEvent('yt-navigate-finish', { detail: 7 }),
        ];
        for (const event of forged) Reflect.apply(dispatch, document, [event]);
        window.postMessage(
          { type: `${extensionId}:youtube:wxt:content-script-started`, contentScriptName: 'youtube' },
          '*',
        );
      }
      return names.filter((name) => /^[0-9a-f]{32}/.test(name));
    }, id);
    expect(leaked).toEqual([]);
    await pause(1_500);
    expect(await hasWords()).toBe(true);
    // Still alive: another video gets its own words.
    const next = stage.copy(videos.short);
    await browser.evaluate((target) => window.__stage.navigate(target), next);
    await browser.waitForSidebar((root) => root.querySelector('.health')?.textContent?.includes('exact'));
  });
});

describe('the page', () => {
  it('finds one plain element and nothing else of ours', async () => {
    const found = await browser.evaluate((selector) => {
      const host = document.querySelector(selector);
      return {
        attributes: host?.getAttributeNames(),
        name: host?.localName,
        globals: Object.keys(window).filter((key) => /readalong|wxt|browser|chrome\.runtime/i.test(key)),
        styles: document.adoptedStyleSheets.length,
        resources: performance.getEntriesByType('resource').filter(({ name }) => name.includes('-extension://')).length,
      };
    }, sidebarSelector);
    expect(found).toEqual({ attributes: ['data-readalong-e2e'], name: 'div', globals: [], styles: 0, resources: 0 });
  });

  it('gets no message and no policy report because of us', async () => {
    const seen = await browser.evaluate(async () => {
      const heard: string[] = [];
      window.addEventListener('message', () => heard.push('message'));
      document.addEventListener('securitypolicyviolation', (event) => heard.push(event.violatedDirective));
      window.__stage.rerender();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return heard;
    });
    expect(seen).toEqual([]);
    expect(browser.errors.filter((line) => /Content Security|Trusted/i.test(line))).toEqual([]);
  });

  it('may throw our element out: it is back before a timer of a tenth of a second, once', async () => {
    // Beside a bare timer, because a machine that is busy holds up both alike.
    const found = await browser.evaluate(async (selector) => {
      let back = 0;
      for (let turn = 0; turn < 20; turn += 1) {
        document.querySelector(selector)?.remove();
        await new Promise((resolve) => setTimeout(resolve, 100));
        back += document.querySelectorAll(selector).length;
        await new Promise((resolve) => setTimeout(resolve, 160));
      }
      return { back, count: document.querySelectorAll(selector).length };
    }, sidebarSelector);
    expect(found).toEqual({ back: 20, count: 1 });
    expect(await hasWords()).toBe(true);
  });

  it('that fights our element meets it at most five times a second, then floating', async () => {
    const mounts = await browser.evaluate(async (selector) => {
      const seen: number[] = [];
      const observer = new MutationObserver(() => {
        const host = document.querySelector('#secondary-inner')?.querySelector(selector);
        if (!host) return;
        seen.push(performance.now());
        host.remove();
      });
      observer.observe(document, { childList: true, subtree: true });
      document.querySelector(selector)?.remove();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      observer.disconnect();
      const most = Math.max(...seen.map((at) => seen.filter((other) => other >= at && other < at + 1_000).length));
      return { most, parent: document.querySelector(selector)?.parentElement?.localName };
    }, sidebarSelector);
    expect(mounts.most).toBeLessThanOrEqual(5);
    expect(mounts.parent).toBe('body');
    expect(await hasWords()).toBe(true);
  });

  it('keeps its shape: nothing moves after the panel’s place is there', async () => {
    const shifted = await browser.evaluate(async () => {
      const heights: number[] = [];
      const related = document.querySelector('#related');
      for (let turn = 0; turn < 20; turn += 1) {
        heights.push(Math.round(related?.getBoundingClientRect().top ?? 0));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return new Set(heights).size;
    });
    expect(shifted).toBe(1);
  });
});
