/** Transcripts for videos that are not open: brought to the library page, found again beside their video. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { ChromiumDriver } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import { axeFindings } from '../proof/axe';
import { BROWSERS, openBrowser, pause, untilHealth } from '../proof/open';

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

  it('files are kept for later, read, found at their place, attached to their video, and merge there', async () => {
    const human = await stage.human(videos.conversation);
    const video = stage.copy(videos.conversation);
    await browser.openExtensionPage('library.html');
    // The page listens by then.
    await browser.waitFor(() => document.activeElement?.matches('.search input'));
    await browser.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'Tide mill.txt'));
      data.items.add(new File([text.slice(0, 3000)], 'The beginning.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    }, human.text);
    await browser.waitFor(() => document.querySelectorAll('.imports .first').length === 2);
    expect(await axeFindings(browser, null)).toEqual([]);
    await clickOn('dialog .button.primary', 'Import 2 transcripts');
    await browser.waitFor(() => document.querySelectorAll('.episode .attach').length === 2, undefined, 30_000);
    expect(await axeFindings(browser, null)).toEqual([]);
    await shot('waiting');

    const words = human.text
      .split('\n')
      .filter((line) => line.length > 60)
      .at(-1)
      ?.split(' ')
      .slice(3, 10)
      .join(' ');
    await paste('.search input', `"${words}"`);
    const href = await browser.waitFor(() => document.querySelector<HTMLAnchorElement>('a.hit')?.href);
    expect(href).toMatch(/library\.html\?v=own\.[0-9a-f]{32}&w=\d+-\d+$/);
    await clickOn('a.hit');
    const place = await browser.waitFor(() => {
      const mark = document.querySelector('.reading mark');
      const { top = -1, bottom = -1 } = mark?.getBoundingClientRect() ?? {};
      return mark && top > 0 && bottom < innerHeight ? mark.textContent : null;
    });
    expect(place).toContain(words);
    expect(await axeFindings(browser, null)).toEqual([]);
    await shot('place');

    await clickOn('.reading .tools .primary', 'Attach to a video');
    await paste('.attaching input', 'https://vimeo.com/12345');
    await browser.waitFor(() => document.querySelector('.found-video .bad') !== null);
    expect(await axeFindings(browser, null)).toEqual([]);
    await paste('.attaching input', `https://youtu.be/${video}`);
    expect(await axeFindings(browser, null)).toEqual([]);
    await shot('attach');
    await clickOn('.attaching .primary', 'Attach');
    await clickOn('.toast .link', 'Undo');
    await browser.waitFor(() => document.querySelector('.standing')?.textContent?.includes('No video yet'));
    await clickOn('.reading .tools .primary', 'Attach to a video');
    await paste('.attaching input', video);
    await clickOn('.attaching .primary', 'Attach');
    await browser.waitFor(() => document.querySelector('.reading .tools .primary')?.textContent === 'Open the video');
    expect(await axeFindings(browser, null)).toEqual([]);

    await browser.openWatch(video);
    await untilHealth(browser, 'Merged', 30_000);
    const names = await browser.inSidebar((root) =>
      Array.from(root.querySelectorAll('.who'), ({ textContent }) => textContent),
    );
    expect(names).toContain('Nora Whitlock');

    // Once its captions are kept, the other text meets them at once.
    await pause(1500);
    await browser.openExtensionPage('library.html');
    await browser.waitFor(() => document.activeElement?.matches('.search input'));
    await browser.waitFor(() => document.querySelectorAll('.episode').length === 3);
    await clickOn('.episode .attach');
    await paste('.attaching input', video);
    await clickOn('.attaching .primary', 'Attach');
    const told = await browser.waitFor(() => document.querySelector('.toast')?.textContent, undefined, 30_000);
    expect(told).toContain('Your transcript fits');
    await browser.waitFor(() => document.querySelectorAll('.attach').length === 0);
  });

  it.runIf(name === 'chromium')(
    'a text that is attached in another tab reaches the one that shows its video',
    async () => {
      const human = await stage.human(videos.conversation);
      const video = stage.copy(videos.conversation);
      await browser.openWatch(video);
      await untilHealth(browser, 'exact', 30_000);
      const { page, extensionOrigin } = browser as ChromiumDriver;
      const library = await page.context().newPage();
      await library.goto(`${extensionOrigin}library.html#import`);
      // Another text than the one that is there from before.
      await library.locator('dialog textarea').fill(`${human.text}\n`);
      await library.getByRole('button', { name: 'Add this text' }).click();
      await library.locator('dialog .button.primary').click();
      await library.locator('.episode .attach').click();
      await library.locator('.attaching input').fill(video);
      await library.locator('.attaching .primary').click();
      await untilHealth(browser, 'Merged', 30_000);
      await library.close();
    },
  );
});
