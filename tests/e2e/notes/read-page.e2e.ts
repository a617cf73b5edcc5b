/**
 * The popup reads a page of notes in another tab. Nobody can click a toolbar button from here, and with it comes the right to the
 * tab: a copy of the build has that right from the start, and its popup stands in a tab.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import { type ChromiumDriver, defaultChromiumExtension, launchChromium } from '../drivers/chromium';
import { type BrowserDriver, callSource } from '../drivers/driver';
import { axeFindings } from '../proof/axe';
import { BROWSERS, untilHealth } from '../proof/open';
import { notesSeen, openNotes } from './noting';

declare const chrome: {
  tabs: {
    query(filter: object, take?: (tabs: object[]) => void): Promise<{ id: number; url?: string }[]>;
  };
};

describe.runIf(BROWSERS.includes('chromium'))('reading a page from the popup', () => {
  let stage: Stage;
  let browser: ChromiumDriver;
  let server: Server;
  let folder: string;
  let video: string;

  beforeAll(async () => {
    stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
    await stage.warm(videos.conversation);
    video = stage.copy(videos.conversation);
    server = createServer(({ url }, answer) =>
      answer.setHeader('content-type', 'text/html; charset=utf-8').end(url === '/' ? page(video) : emptyPage(video)),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    folder = await mkdtemp(join(tmpdir(), 'readalong-read-page-'));
    const output = process.env.READALONG_OUTPUT;
    await cp(output ? join(output, 'chrome-mv3-e2e') : defaultChromiumExtension, folder, { recursive: true });
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    manifest.permissions.push('scripting');
    manifest.host_permissions = ['http://127.0.0.1/*'];
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    browser = await launchChromium({ stage, extension: folder });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The popup for a tab, with its button pressed. */
  async function readTab(tab: number): Promise<Page> {
    const popup = await browser.context.newPage();
    await popup.addInitScript((id) => {
      const query = chrome.tabs.query.bind(chrome.tabs);
      chrome.tabs.query = (filter, take) => {
        if (!('currentWindow' in filter)) return query(filter, take);
        take?.([{ id }]);
        return Promise.resolve([{ id }]);
      };
    }, tab);
    await popup.goto(`${browser.extensionOrigin}popup.html`);
    await popup.getByRole('button', { name: 'Read this page as notes' }).click();
    return popup;
  }

  async function openNotesPage(path: string): Promise<{ readonly notesPage: Page; readonly tab: number }> {
    const notesPage = await browser.context.newPage();
    await notesPage.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    const tabs = await browser.worker()?.evaluate(() => chrome.tabs.query({ url: 'http://127.0.0.1/*' }));
    return { notesPage, tab: tabs?.[0]?.id ?? -1 };
  }

  async function axeInBothThemes(popup: Page): Promise<string[]> {
    const found: string[] = [];
    const driver = {
      evaluate: (run, argument) => popup.evaluate(callSource(run as never, argument)),
    } as Pick<BrowserDriver, 'evaluate'> as BrowserDriver;
    for (const colorScheme of ['dark', 'light'] as const) {
      await popup.emulateMedia({ colorScheme });
      found.push(...(await axeFindings(driver, null)));
    }
    return found;
  }

  it('takes its text, asks which video it is about, and keeps the notes there', async () => {
    const { notesPage, tab } = await openNotesPage('/');
    const popup = await readTab(tab);
    await popup.getByRole('heading', { name: 'Which video is it about?' }).waitFor();
    expect(await axeInBothThemes(popup)).toEqual([]);
    await popup.screenshot({
      path: process.env.READALONG_SHOTS
        ? join(process.env.READALONG_SHOTS, 'popup-read.png')
        : join(folder, 'popup.png'),
    });
    await popup.getByRole('button', { name: video }).click();
    await popup.getByText('2 notes are kept beside the video.').waitFor();
    expect(await axeInBothThemes(popup)).toEqual([]);
    await popup.close();
    await notesPage.close();
    await browser.openWatch(video);
    await untilHealth(browser, 'exact');
    await openNotes(browser);
    await browser.waitForSidebar((root) => root.querySelectorAll('.note-chip.ok').length === 2);
    expect((await notesSeen(browser)).map(({ text }) => text)).toEqual([
      'The harbour lost its crane, its clock and most of its roof.',
      'A good stone hums in F.',
    ]);
  });

  it('says that nothing on a page could be a note', async () => {
    const { notesPage, tab } = await openNotesPage('/empty');
    const popup = await readTab(tab);
    // By now the library knows its title.
    await popup.locator('.read-page li button').first().click();
    await popup.getByText('Nothing on this page could be a note.').waitFor();
    expect(await axeInBothThemes(popup)).toEqual([]);
    await popup.close();
    await notesPage.close();
  });

  it('says so where the browser lets nobody read the page', async () => {
    // No tab has this number: to the popup it is as any tab it may not read.
    const first = await readTab(2 ** 30);
    await first.getByText('Allowed. Click the Readalong button once more, and the page is read.').waitFor();
    expect(await axeInBothThemes(first)).toEqual([]);
    await first.close();
    const second = await readTab(2 ** 30);
    await second.getByText('The browser lets no extension read this page.').waitFor();
    expect(await axeInBothThemes(second)).toEqual([]);
    await second.close();
  });
});

function emptyPage(videoId: string): string {
  return `<!doctype html><title>A shop</title><nav>Home</nav><button>Sign in</button><p>Accept cookies</p>
    <iframe src="https://www.youtube.com/embed/${videoId}"></iframe>`;
}

function page(videoId: string): string {
  return `<!doctype html><title>Notes on a mill</title>
    <ul><li>Key insights of last week</li><li>“Nobody said this.” — A visitor</li></ul>
    <main><h1>Notes on a mill</h1>
    <h2>Quotes</h2>
    <blockquote>“The harbour lost its crane, its clock and most of its roof.”</blockquote>
    <blockquote>“A good stone hums in F.”</blockquote></main>
    <iframe src="https://www.youtube.com/embed/${videoId}"></iframe>`;
}
