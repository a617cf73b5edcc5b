/** Each of the first shapes, pasted and dropped, in both browsers: shown as understood, corrected, read and followed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { BROWSERS, openBrowser, pause, untilHealth } from '../proof/open';
import { dropFiles } from './drop-file';
import { type FoundingShape, foundingShapes, foundingVideo } from './founding-shapes';
import { clickOn, openImport, paste, putOnClipboard, textOf } from './importing';

const NUMBERS = [0, 1, 2, 3, 4];

let stage: Stage;
let shapes: readonly FoundingShape[];
let folder: string;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
  await stage.warm(foundingVideo);
  shapes = await foundingShapes(stage);
  folder = await mkdtemp(join(tmpdir(), 'readalong-founding-'));
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  /** `READALONG_SHOTS` names a folder for pictures of every step. */
  let step = 0;
  const shot = async (what: string) => {
    step += 1;
    const into = process.env.READALONG_SHOTS;
    if (into) await browser.screenshot(join(into, `${name}-${String(step).padStart(3, '0')}-${what}.png`));
  };

  async function open({ ground }: FoundingShape): Promise<void> {
    const { durationMs } = await stage.video(foundingVideo);
    const changes = ground === 'none' ? { tracks: [], durationMs } : {};
    await browser.openWatch(stage.copy(foundingVideo, {}, changes));
    await untilHealth(browser, ground === 'none' ? 'No captions' : 'exact', 30_000);
  }

  async function bring({ text, ground }: FoundingShape, way: string): Promise<void> {
    if (way === 'dropped') {
      const file = join(folder, 'transcript.txt');
      await writeFile(file, text);
      await dropFiles(browser, [file], { x: 1200, y: 400 });
      return;
    }
    await putOnClipboard(browser, text);
    if (ground === 'none') await clickOn(browser, '.empty .button.primary');
    else await openImport(browser);
    await paste(browser);
  }

  const facts = () => textOf(browser, '.facts', 30_000);
  const choose = async (index: number, key: string) => {
    await browser.inSidebar((root, at) => root.querySelectorAll<HTMLElement>('.correction select')[at]?.focus(), index);
    await browser.press(key);
  };
  const untilFacts = (part: string) =>
    browser.waitForSidebar((root, wanted) => root.querySelector('.facts')?.textContent?.includes(wanted), part, 30_000);

  /** Each correction shows at once in the facts, and can be taken back. */
  async function correct({ speaker }: FoundingShape): Promise<void> {
    const before = await facts();
    if (speaker) {
      await clickOn(browser, `.name-field[aria-label="Name of ${speaker}"]`);
      await browser.press('Control+a');
      await browser.type('Ian Goodfellow');
    }
    await clickOn(browser, '.corrections summary', 'Correct');
    await choose(1, 'ArrowDown');
    await untilFacts('German');
    await shot('corrected');
    await choose(1, 'ArrowUp');
    await untilFacts('English');
    const canBeOther = await browser.inSidebar(
      (root) => (root.querySelector<HTMLSelectElement>('.correction select')?.options.length ?? 0) > 1,
    );
    if (canBeOther) await readOtherwise(before);
    if (before.includes('no times')) return;
    await moveTimes('5');
    await untilOther(before);
    await moveTimes('0');
    await untilFacts(before);
  }

  const untilOther = (before: string) =>
    browser.waitForSidebar((root, was) => root.querySelector('.facts')?.textContent !== was, before, 30_000);

  async function readOtherwise(before: string): Promise<void> {
    await choose(0, 'ArrowDown');
    await untilOther(before);
    await choose(0, 'ArrowUp');
    await untilFacts(before);
  }

  async function moveTimes(seconds: string): Promise<void> {
    await clickOn(browser, '.correction input[type="number"]');
    await browser.press('Control+a');
    await browser.type(seconds);
    await browser.press('Tab');
  }

  /** What is lit or marked while that moment plays. */
  async function marked(at: number): Promise<string> {
    await browser.evaluate((time) => {
      const video = document.querySelector('video');
      if (video) video.currentTime = time / 1000;
      return video?.play();
    }, at);
    const text = await browser.waitForSidebar(
      (root) => {
        const lit = ['now', 'nowish'].flatMap((kind) => [...(CSS.highlights.get(`readalong-${kind}`) ?? [])]);
        return lit.map(String).join(' ') || root.querySelector('.row.on')?.textContent;
      },
      undefined,
      20_000,
    );
    await browser.evaluate(() => document.querySelector('video')?.pause());
    return text ?? '';
  }

  describe.each(['pasted', 'dropped'])('%s', (way) => {
    it.each(NUMBERS)('shape %i is understood, corrected, read and followed', async (number) => {
      const shape = shapes[number];
      if (!shape) throw new Error(`There is no shape ${number}.`);
      await open(shape);
      await bring(shape, way);
      if (shape.facts === null) {
        expect(await textOf(browser, '.trouble .title', 30_000)).toBe('This is a page of notes.');
        await shot('notes-page');
        await clickOn(browser, '.trouble .button.primary', 'Open Notes');
        await browser.waitForSidebar(
          (root) => root.querySelectorAll('.notes .note, .note').length > 3,
          undefined,
          30_000,
        );
        await shot('notes');
        return;
      }
      expect(await facts()).toMatch(shape.facts);
      await shot('preview');
      await correct(shape);
      await clickOn(browser, '.foot .button.primary');
      if (shape.ground === 'captions') {
        expect(await textOf(browser, '.share', 30_000)).toMatch(/^(?:9\d|100) % matched$/);
        await shot('report');
        await clickOn(browser, '.sheet .icon[aria-label="Close"]');
        await untilHealth(browser, 'Merged');
      } else await untilHealth(browser, 'Your transcript', 30_000);
      expect(await marked(shape.saidAt)).toMatch(/\p{L}/u);
      await pause(400);
      await shot('followed');
      const { words, names } = await browser.inSidebar((root) => ({
        words: root.querySelector('.doc')?.textContent ?? '',
        names: Array.from(root.querySelectorAll('.who'), ({ textContent }) => textContent),
      }));
      expect(words).toContain(shape.holds);
      if (shape.speaker) expect(names).toContain('Ian Goodfellow');
      expect(names).not.toContain(shape.speaker);
    });
  });
});
