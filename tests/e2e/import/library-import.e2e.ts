/** Transcripts for videos that are not open: brought to the library page, found again beside their video. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { axeFindings } from '../proof/axe';
import { BROWSERS, openBrowser, untilHealth } from '../proof/open';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
  await stage.warm(videos.conversation);
});
afterAll(() => stage?.close());

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  const shot = async (what: string) => {
    const into = process.env.READALONG_SHOTS;
    if (into) await browser.screenshot(join(into, `library-${name}-${what}.png`));
  };
  const clickOn = async (selector: string, text = '') => {
    const at = await browser.waitFor(
      (wanted) => {
        for (const each of document.querySelectorAll<HTMLButtonElement>(wanted.selector)) {
          if (!each.textContent?.includes(wanted.text) || each.disabled) continue;
          each.scrollIntoView({ block: 'nearest' });
          const { x, y, width, height } = each.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        return null;
      },
      { selector, text },
    );
    if (at) await browser.click(at.x, at.y);
  };
  const paste = async (selector: string, text: string) => {
    await clickOn(selector);
    await browser.evaluate(
      (given) => {
        const field = document.querySelector<HTMLInputElement>(given.selector);
        if (!field) return;
        field.value = given.text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      { selector, text },
    );
  };

  it('a pasted text is kept for an address, and merges when that video is opened', async () => {
    const human = await stage.human(videos.conversation);
    const video = stage.copy(videos.conversation);
    await browser.openExtensionPage('library.html#import');
    await browser.waitFor(() => document.querySelector('dialog textarea') !== null);
    await shot('open');
    await paste('dialog textarea', human.text);
    await clickOn('dialog button', 'Add this text');
    await browser.waitFor(() => document.querySelector('.imports .fact')?.textContent?.includes('54 turns'));
    await shot('read');
    expect(await axeFindings(browser, null)).toEqual([]);
    await paste('.imports input', `https://www.youtube.com/watch?v=${video}&t=9s`);
    await clickOn('dialog .button.primary', 'Import');
    await browser.waitFor(() => document.querySelector('dialog') === null, undefined, 30_000);
    await browser.openWatch(video);
    await untilHealth(browser, 'Merged', 30_000);
    const names = await browser.inSidebar((root) =>
      Array.from(root.querySelectorAll('.who'), ({ textContent }) => textContent),
    );
    expect(names).toContain('Nora Whitlock');
  });
});
