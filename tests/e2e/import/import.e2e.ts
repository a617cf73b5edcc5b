/** A person's transcript beside the video: taken in, checked, merged, followed, corrected, and refused where it does not belong. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HumanTranscript, type Stage, type StageVideo, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { BROWSERS, openBrowser } from '../proof/open';
import { dropFiles } from './drop-file';
import { compareWithTruth, watchLamp } from './follow-merged';
import { clickOn, openImport, paste, putOnClipboard, textOf } from './importing';

let stage: Stage;
let human: HumanTranscript;
let folder: string;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
  await stage.warm(videos.conversation);
  human = await stage.human(videos.conversation);
  folder = await mkdtemp(join(tmpdir(), 'readalong-import-'));
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  let video: string;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  async function openCopy(changes: Partial<StageVideo> = {}): Promise<void> {
    video = stage.copy(videos.conversation, {}, changes);
    await browser.openWatch(video);
  }

  const health = (part: string, timeout = 15_000) =>
    browser.waitForSidebar(
      (root, wanted) => root.querySelector('.health')?.textContent?.includes(wanted),
      part,
      timeout,
    );
  const rest = (ms = 300) => new Promise((done) => setTimeout(done, ms));

  async function importText(text: string): Promise<string> {
    await putOnClipboard(browser, text);
    await openImport(browser);
    await paste(browser);
    return textOf(browser, '.facts');
  }

  async function importHuman(): Promise<void> {
    await importText(human.text);
    await clickOn(browser, '.foot .button.primary');
    await textOf(browser, '.share');
    // What a double click might hit takes no click yet.
    await rest(600);
  }

  describe('with captions', () => {
    beforeEach(async () => {
      await openCopy();
      await health('exact');
    });

    it('shows what was understood of a paste, and changes nothing before it is used', async () => {
      const facts = await importText(human.text);
      expect(facts).toMatch(/^54 turns · 2 speakers · 0:04–6:\d\d · English$/);
      const names = await browser.inSidebar((root) =>
        Array.from(root.querySelectorAll<HTMLInputElement>('.name-field'), ({ value }) => value),
      );
      expect(names.slice(0, 2)).toEqual(['Nora Whitlock', 'Idris Bell']);
      expect(await textOf(browser, '.health')).toContain('Captions');
    });

    it('merges at once, says how it went, and follows word by word', async () => {
      await importHuman();
      expect(await textOf(browser, '.share')).toMatch(/^8[5-9] % matched$/);
      expect(await textOf(browser, '.verdict')).toContain('one only in your transcript, one only in the captions');
      const holes = await browser.inSidebar((root) =>
        Array.from(root.querySelectorAll('.hole-row .at'), ({ textContent }) => textContent),
      );
      expect(holes.filter(Boolean)).toHaveLength(2);
      await clickOn(browser, '.sheet .icon[aria-label="Close"]');
      await health('Merged');
      await health('2 holes');
      const truth = await stage.truth(videos.conversation);
      for (const from of [20_000, 215_000]) {
        const report = compareWithTruth(await watchLamp(browser, from, 14_000), human, truth);
        console.log(`lamp of the merged text from ${from / 1000} s:`, JSON.stringify(report));
        expect(report.words).toBeGreaterThan(20);
        // What the recogniser wrote otherwise ("£3,000") has no times for each of its words, and lights none.
        expect(report.lit / report.words).toBeGreaterThan(0.75);
        expect(report.median).toBeLessThan(100);
        expect(report.p95).toBeLessThan(500);
      }
    });

    it('sets the words apart that the video does not have', async () => {
      await importHuman();
      await clickOn(browser, '.hole-row', 'In your transcript only');
      await rest(600);
      const apart = await browser.inSidebar((root) =>
        Array.from(root.querySelectorAll('.row.apart'), ({ textContent }) => textContent).join(' '),
      );
      expect(apart).toContain('a word about this series');
      expect(apart).toContain('Now back to the mill.');
    });

    it('shows the words of the captions where the text has none, and follows them', async () => {
      await importHuman();
      await clickOn(browser, '.hole-row', 'In the captions only');
      await rest(600);
      const truth = await stage.truth(videos.conversation);
      const { firstWord, lastWord } = human.missing;
      const [from, to] = [truth[firstWord], truth[lastWord]];
      const shown = await browser.inSidebar((root) => ({
        label: root.querySelector('.row.heard')?.previousElementSibling?.textContent,
        text: Array.from(root.querySelectorAll('.row.heard'), ({ lastChild }) => lastChild?.textContent).join(' '),
      }));
      expect(shown.label).toMatch(/^Only in the captions · 0:\d\d$/);
      expect(shown.text.split(' ').length).toBeGreaterThan((lastWord - firstWord) * 0.8);
      const { lit } = await watchLamp(browser, (from?.start ?? 0) + 2000, 5000);
      expect(lit.length).toBeGreaterThan(5);
      for (const { at } of lit) expect(at).toBeLessThan(to?.end ?? 0);
      await browser.waitForSidebar((root) => root.querySelector('.row.heard.on') !== null);
    });

    it('keeps the place when the source is switched', async () => {
      await importHuman();
      await clickOn(browser, '.hole-row', 'In your transcript only');
      await rest(700);
      const inSight = () =>
        browser.inSidebar((root) => {
          const box = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
          return Array.from(root.querySelectorAll('.row'))
            .filter(
              (row) =>
                row.getBoundingClientRect().bottom > box.top + 20 && row.getBoundingClientRect().top < box.bottom,
            )
            .map(({ textContent }) => textContent ?? '')
            .join(' ');
        });
      expect(await inSight()).toContain('Now back to the mill.');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Your transcript');
      await health('Your transcript');
      await rest();
      expect(await inSight()).toContain('Now back to the mill.');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Merged');
      await health('Merged');
      await rest();
      expect(await inSight()).toContain('Now back to the mill.');
    });

    it('remembers the merge and the names when the page is opened again', async () => {
      await importHuman();
      await clickOn(browser, '.report-speakers .name-field');
      await browser.press('Control+a');
      await browser.type('Nora W.');
      await browser.press('Enter');
      await rest(500);
      await clickOn(browser, '.sheet .icon[aria-label="Close"]');
      const voices = () =>
        browser.inSidebar((root) => Array.from(root.querySelectorAll('.who'), ({ textContent }) => textContent));
      expect(await voices()).toContain('Nora W.');
      await browser.reload();
      await health('Merged');
      await browser.waitForSidebar((root) => root.querySelector('.who'));
      expect(await voices()).toContain('Nora W.');
      expect(await voices()).not.toContain('Nora Whitlock');
    });

    it('shows what the captions heard otherwise', async () => {
      await importHuman();
      await clickOn(browser, '.hole-row', 'What the captions heard otherwise');
      await browser.waitForSidebar((root) => root.querySelectorAll('.compared del').length > 20);
    });

    it('takes a merge apart, and merges again on wish', async () => {
      await importHuman();
      await clickOn(browser, '.foot .button', 'Undo merge');
      await health('Captions');
      await browser.reload();
      await health('Captions');
      await rest(800);
      expect(await textOf(browser, '.health')).toContain('Captions');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Your transcript');
      await health('Your transcript');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Merge with the captions');
      await health('Merged');
    });

    it('moves the times of a text that is not merged', async () => {
      await importHuman();
      await clickOn(browser, '.foot .button', 'Undo merge');
      await health('Captions');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Your transcript');
      await health('Your transcript');
      const firstTime = () => browser.inSidebar((root) => root.querySelector<HTMLElement>('.row .time')?.dataset.time);
      expect(await firstTime()).toContain('0:04');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Move its times');
      for (let step = 0; step < 4; step += 1) await clickOn(browser, '.times-bar .step', '−1');
      await browser.waitForSidebar((root) => root.querySelector('.times-bar output')?.textContent === '−4.0 s');
      expect(await firstTime()).toContain('0:00');
      await rest(500);
      await browser.reload();
      await health('Your transcript');
      await browser.waitForSidebar((root) =>
        root.querySelector<HTMLElement>('.row .time')?.dataset.time?.includes('0:00'),
      );
    });

    it('moves the times by keys, a tenth of a second or a whole one', async () => {
      await importHuman();
      await clickOn(browser, '.foot .button', 'Undo merge');
      await health('Captions');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Your transcript');
      await health('Your transcript');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Move its times');
      const shown = (wanted: string) =>
        browser.waitForSidebar((root, text) => root.querySelector('.times-bar output')?.textContent === text, wanted);
      await browser.inSidebar((root) => root.querySelector<HTMLElement>('.body')?.focus());
      for (const [key, after] of [
        ['{', '−1.0 s'],
        ['[', '−1.1 s'],
        [']', '−1.0 s'],
        ['}', '+0.0 s'],
      ] as const) {
        await browser.press(key);
        await shown(after);
      }
    });

    it('takes several files one after the other, and keeps them side by side', async () => {
      const files = [join(folder, 'first.txt'), join(folder, 'second.txt')];
      await writeFile(files[0] ?? '', human.text);
      await writeFile(files[1] ?? '', human.words.map(({ text }) => text).join(' '));
      await dropFiles(browser, files, { x: 1200, y: 400 });
      expect(await textOf(browser, '.facts')).toContain('54 turns');
      await clickOn(browser, '.foot .button.primary');
      await browser.waitForSidebar((root) => root.querySelector('.facts')?.textContent?.includes('no times'));
      await clickOn(browser, '.foot .button.primary');
      await textOf(browser, '.share');
      await clickOn(browser, '.sheet .icon[aria-label="Close"]');
      await clickOn(browser, '.health');
      const menu = await textOf(browser, '.menu');
      expect(menu).toContain('first.txt');
      expect(menu).toContain('second.txt');
    });

    it('removes a kept transcript, and brings it back', async () => {
      await importHuman();
      await clickOn(browser, '.sheet .icon[aria-label="Close"]');
      await openImport(browser);
      await clickOn(browser, '.kept .text-button', 'Remove');
      await health('Captions');
      await clickOn(browser, '.kept .text-button', 'Undo');
      await health('Merged');
      await rest(500);
      await browser.reload();
      await health('Merged');
    });

    it('refuses a transcript of another recording, which can be used all the same', async () => {
      await importText(anotherTalk());
      await clickOn(browser, '.foot .button.primary');
      expect(await textOf(browser, '.trouble .title')).toBe('Not the same recording.');
      expect(await textOf(browser, '.health')).toContain('Captions');
      await clickOn(browser, '.trouble .button', 'Use it without times');
      await health('Your transcript');
    });

    it('says that a page of notes is one', async () => {
      await putOnClipboard(browser, NOTES);
      await openImport(browser);
      await paste(browser);
      expect(await textOf(browser, '.trouble .title')).toBe('This is a page of notes.');
    });

    it('says when a paste has no words', async () => {
      await putOnClipboard(browser, '{"a": [1, 2, 3]}');
      await openImport(browser);
      await paste(browser);
      expect(await textOf(browser, '.trouble .title')).toBe('This file has no words we can read.');
    });

    it('goes on when the background dies between the check and the use', async () => {
      await importText(human.text);
      await browser.killBackground();
      await clickOn(browser, '.foot .button.primary');
      await health('Merged');
    });

    it('takes nothing from scripts of the page', async () => {
      await openImport(browser);
      await browser.evaluate((text) => {
        const host = document.querySelector('[data-readalong-e2e]');
        const data = new DataTransfer();
        data.setData('text/plain', text);
        host?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }));
        host?.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, clientX: 1200 }),
        );
      }, human.text);
      await rest(800);
      expect(await browser.inSidebar((root) => root.querySelector('.drop') !== null)).toBe(true);
    });

    it('takes a file that is dropped anywhere on the panel', async () => {
      const file = join(folder, 'tide-mill.txt');
      await writeFile(file, human.text);
      await dropFiles(browser, [file], { x: 1200, y: 400 });
      expect(await textOf(browser, '.facts')).toContain('54 turns');
      await clickOn(browser, '.foot .button.primary');
      await textOf(browser, '.share');
      await clickOn(browser, '.sheet .icon[aria-label="Close"]');
      await clickOn(browser, '.health');
      await browser.waitForSidebar((root) => root.querySelector('.menu')?.textContent?.includes('tide-mill.txt'));
    });
  });

  describe('without captions', () => {
    it('reads a text without times, and gives it times by hand', async () => {
      await openCopy({ tracks: [] });
      await health('No captions');
      await putOnClipboard(browser, human.words.map(({ text }) => text).join(' '));
      await clickOn(browser, '.empty .button.primary');
      await paste(browser);
      expect(await textOf(browser, '.facts')).toContain('no times');
      await clickOn(browser, '.foot .button.primary');
      await health('no times');
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', 'Set its times by hand');
      for (const [time, row] of [
        [10, 0],
        [60, 1],
      ] as const) {
        await browser.evaluate((to) => {
          const player = document.querySelector('video');
          player?.pause();
          if (player) player.currentTime = to;
        }, time);
        await rest(400);
        const point = await browser.inSidebar((root, index) => {
          const body = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
          const boxes = Array.from(root.querySelectorAll('.row'), (each) => each.getBoundingClientRect());
          const box = boxes.filter(({ top }) => top > body.top && top < body.bottom - 60)[index] ?? new DOMRect();
          return { x: box.x + 80, y: box.y + 12 };
        }, row);
        await browser.click(point.x, point.y);
        await rest(300);
      }
      await health('times of the turns');
      await clickOn(browser, '.times-bar .button', 'Done');
      await browser.reload();
      await health('times of the turns');
    });
  });
});

/** A talk about something else, long enough to be judged. */
function anotherTalk(): string {
  const sentences = [
    'The committee reviewed seventeen proposals concerning urban drainage before lunch.',
    'Pineapple growers rarely agree about irrigation schedules during humid winters.',
    'Our accountant insists every invoice must arrive electronically within thirty days.',
    'Violin strings stretch noticeably whenever orchestras rehearse beneath bright lamps.',
  ];
  return Array.from({ length: 120 }, (_, index) => sentences[index % 4]).join(' ');
}

const NOTES = `# Milling by the moon

## TL;DR
A morning in a tide mill.

## Key insights
- Tide mills work twice a day.
- The miller follows the moon.
- Salt ruins iron gears.

## Questions & Answers
- Who keeps the gate? The miller does.

## Highlights
- The wheel was rebuilt in oak.
`;
