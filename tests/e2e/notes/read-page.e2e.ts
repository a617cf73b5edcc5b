/**
 * The popup reads a page of notes in another tab. Nobody can click a toolbar button from here, and with it comes the right to the
 * tab: a copy of the build has that right from the start, and its popup stands in a tab.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import { type ChromiumDriver, defaultChromiumExtension, launchChromium } from '../drivers/chromium';
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
    server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(page(video)));
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

  it('takes its text, asks which video it is about, and keeps the notes there', async () => {
    const notesPage = await browser.context.newPage();
    await notesPage.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const tabs = await browser.worker()?.evaluate(() => chrome.tabs.query({ url: 'http://127.0.0.1/*' }));
    const id = tabs?.[0]?.id ?? -1;
    const popup = await browser.context.newPage();
    await popup.addInitScript((tab) => {
      const query = chrome.tabs.query.bind(chrome.tabs);
      chrome.tabs.query = (filter, take) => {
        if (!('currentWindow' in filter)) return query(filter, take);
        take?.([{ id: tab }]);
        return Promise.resolve([{ id: tab }]);
      };
    }, id);
    await popup.goto(`${browser.extensionOrigin}popup.html`);
    await popup.getByRole('button', { name: 'Read this page as notes' }).click();
    await popup.getByRole('heading', { name: 'Which video is it about?' }).waitFor();
    await popup.screenshot({
      path: process.env.READALONG_SHOTS
        ? join(process.env.READALONG_SHOTS, 'popup-read.png')
        : join(folder, 'popup.png'),
    });
    await popup.getByRole('button', { name: video }).click();
    await popup.getByText('2 notes are kept beside the video.').waitFor();
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
});

function page(videoId: string): string {
  return `<!doctype html><title>Notes on a mill</title><h1>Notes on a mill</h1>
    <h2>Quotes</h2>
    <blockquote>“The harbour lost its crane, its clock and most of its roof.”</blockquote>
    <blockquote>“A good stone hums in F.”</blockquote>
    <iframe src="https://www.youtube.com/embed/${videoId}"></iframe>`;
}
