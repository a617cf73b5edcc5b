/** Copying out of the words: a quote with its link, and all of them, onto the real clipboard. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { clickOn } from '../import/importing';
import { BROWSERS, openBrowser, untilHealth } from '../proof/open';
import { selectWords } from './noting';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });
  await stage.warm(videos.conversation);
});
afterAll(() => stage?.close());

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
    await browser.openWatch(videos.conversationAutomatic);
    await untilHealth(browser, 'exact');
  });
  afterAll(() => browser?.close());

  /** What a paste into another field gives. */
  async function pasted(): Promise<string> {
    await browser.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      field.style.cssText = 'position:fixed;left:40px;top:40px;width:60px;height:40px;z-index:99999';
      document.querySelector('#pasted')?.remove();
      document.body.append(field);
    });
    await browser.click(60, 60);
    await browser.press('Control+v');
    return (await browser.waitFor(() => document.querySelector<HTMLTextAreaElement>('#pasted')?.value)) as string;
  }

  it('a selected quote goes with its time and a link to its second', async () => {
    await selectWords(browser, 'pulls the gates shut');
    await clickOn(browser, '.note-bar [aria-label="Copy quote"]');
    await browser.waitForSidebar((root) => root.querySelector('.note-bar')?.textContent?.includes('Quote copied'));
    expect(await pasted()).toMatch(
      /^“pulls the gates shut” \(0:5\d, https:\/\/www\.youtube\.com\/watch\?v=TideMillB02&t=5\ds\)$/,
    );
  });

  it.each([
    ['Words', /^Welcome back to Salt and Signal/, 'youtube.com'],
    ['With times', /^\[0:00\] Welcome back to Salt and Signal/, 'youtube.com'],
    ['With links', /^# Milling by the moon/, '[0:00] '],
  ])('all the words go as “%s”', async (form, begin, without) => {
    await clickOn(browser, '.icon[data-popover="settings"]');
    await clickOn(browser, '.menu .choice', 'Copy the words');
    await clickOn(browser, '.note-bar .quiet', form);
    await browser.waitForSidebar((root) => root.querySelector('.note-bar')?.textContent?.includes('opied'));
    const text = await pasted();
    expect(text).toMatch(begin);
    expect(text).not.toContain(without);
    expect(text.length).toBeGreaterThan(4_000);
  });

  // Last: the window stays narrow.
  it.each([1440, 410, 324])('what can be done with selected words fits into a window of %s px', async (width) => {
    await browser.setViewport({ width, height: 900 });
    await selectWords(browser, 'pulls the gates shut');
    const row = await browser.waitForSidebar((root) => {
      const bar = root.querySelector('.note-bar-row:has([aria-label="Copy quote"])');
      const buttons = Array.from(bar?.querySelectorAll('button') ?? [], (each) => each.getBoundingClientRect().right);
      return bar && { right: bar.getBoundingClientRect().right, buttons };
    });
    expect(row?.buttons).toHaveLength(4);
    expect(Math.max(...(row?.buttons ?? []))).toBeLessThanOrEqual(row?.right ?? 0);
  });
});
