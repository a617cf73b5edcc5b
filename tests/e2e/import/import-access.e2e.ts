/** Every page of importing and merging by axe, in both themes, in forced colours and in the narrowest panel; and all of it by keyboard. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HumanTranscript, type Stage, startStage, videos } from '../../stage/index';
import { type BrowserDriver, sidebarSelector } from '../drivers/driver';
import { axeFindings } from '../proof/axe';
import { BROWSERS, openBrowser, untilHealth } from '../proof/open';
import { dropFiles } from './drop-file';
import { clickOn, openImport, paste, putOnClipboard, textOf } from './importing';

let stage: Stage;
let human: HumanTranscript;
let folder: string;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
  await stage.warm(videos.conversation);
  human = await stage.human(videos.conversation);
  folder = await mkdtemp(join(tmpdir(), 'readalong-access-'));
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const LONG_NAME = 'a transcript with a rather long name, as files have them.txt';

const DRESSES = [
  ['as it is', {}],
  ['in forced colours', { forcedColors: true }],
] as const;

describe.each(BROWSERS)('in %s', (name) => {
  describe.each(DRESSES)('%s', (dress, launch) => {
    let browser: BrowserDriver;
    beforeAll(async () => {
      browser = await openBrowser(name, { stage, ...launch });
    });
    afterAll(() => browser?.close());

    const shows = (selector: string) =>
      browser.waitForSidebar((root, wanted) => root.querySelector(wanted) !== null, selector, 30_000);
    const drop = async (text: string, called = 'other.txt') => {
      const file = join(folder, called);
      await writeFile(file, text);
      await dropFiles(browser, [file], { x: 1200, y: 400 });
    };
    const use = () => clickOn(browser, '.foot .button.primary');
    const back = () => clickOn(browser, '.sheet .icon[aria-label="Back"]');
    const close = () => clickOn(browser, '.sheet .icon[aria-label="Close"]');
    const menu = async (choice: string) => {
      await clickOn(browser, '.health');
      await clickOn(browser, '.menu .choice', choice);
    };

    /** Each leaves what the next begins with. */
    const walk: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['choosing', () => openImport(browser)],
      ['pasting', () => clickOn(browser, '.drop .button', 'Paste')],
      ['a file without words', () => drop('{"a": [1, 2]}').then(() => shows('.trouble'))],
      [
        'a page of notes',
        () =>
          back()
            .then(() => drop(NOTES))
            .then(() => shows('.trouble .primary')),
      ],
      [
        'another recording',
        async () => {
          await back();
          await drop('Pineapple growers rarely agree about irrigation during humid winters. '.repeat(60));
          await shows('.facts');
          await use();
          await shows('.trouble');
        },
      ],
      [
        'the preview',
        () =>
          back()
            .then(() => drop(human.text, LONG_NAME))
            .then(() => shows('.facts')),
      ],
      ['its corrections', () => clickOn(browser, '.corrections summary', 'Correct')],
      ['the merge report', () => use().then(() => shows('.share'))],
      ['the comparison', () => clickOn(browser, '.hole-row', 'heard otherwise').then(() => shows('.compared del'))],
      ['merged words', () => close().then(() => shows('.row.heard'))],
      ['what was kept', () => openImport(browser).then(() => shows('.kept'))],
      ['what was removed', () => clickOn(browser, '.kept .text-button', 'Remove').then(() => shows('.kept .gone'))],
      [
        'moving times',
        async () => {
          await clickOn(browser, '.kept .text-button', 'Undo');
          await close();
          await untilHealth(browser, 'Merged');
          await menu('How the merge went');
          await new Promise((done) => setTimeout(done, 600));
          await clickOn(browser, '.foot .button', 'Undo merge');
          await menu('a transcript with');
          await untilHealth(browser, 'Your transcript');
          await menu('Move its times');
          await shows('.times-bar');
        },
      ],
    ];

    /** What sticks out of the panel, or of its own page. */
    const overflows = () =>
      browser.inSidebar((root) => {
        const panel = root.querySelector('.panel')?.getBoundingClientRect() ?? new DOMRect();
        return Array.from(root.querySelectorAll<HTMLElement>('.sheets *, .times-bar *'))
          .filter((each) => {
            const box = each.getBoundingClientRect();
            const isSeen = box.width > 1 && box.height > 1 && !each.closest('.unseen, option, svg');
            return isSeen && (box.right > panel.right + 1 || box.left < panel.left - 1);
          })
          .map((each) => each.outerHTML.slice(0, 90));
      });

    const setWidth = async (width: number) => {
      await browser.inSidebar((root) => root.querySelector<HTMLElement>('.grip')?.focus());
      for (let press = 0; press < 20; press += 1) {
        const now = await browser.inSidebar((root) => root.querySelector('.panel')?.getBoundingClientRect().width ?? 0);
        if (Math.abs(now - width) < 9) return;
        await browser.press(now > width ? 'ArrowRight' : 'ArrowLeft');
      }
    };

    async function look(state: string): Promise<string[]> {
      const found: string[] = [];
      for (const dark of dress === 'as it is' ? [false, true] : [false]) {
        await browser.setDark(dark);
        await browser.waitForSidebar(
          (root, wanted) => root.querySelector<HTMLElement>('[data-theme]')?.dataset.theme === wanted,
          dark ? 'dark' : 'light',
        );
        found.push(...(await axeFindings(browser, sidebarSelector)), ...(await overflows()));
        const into = process.env.READALONG_SHOTS;
        const theme = dark ? 'dark' : 'light';
        const width = await browser.inSidebar((root) => Math.round(root.querySelector('.panel')?.clientWidth ?? 0));
        const file = `access-${name}-${dress}-${width}-${theme}-${state}.png`.replaceAll(' ', '-');
        if (into) await browser.screenshot(join(into, file));
      }
      await browser.setDark(false);
      return found;
    }

    it.each([402, 300])('nothing is found on any page, %i pixels wide', async (width) => {
      await browser.openWatch(stage.copy(videos.conversation));
      await untilHealth(browser, 'exact', 30_000);
      await setWidth(width);
      const found: Record<string, string[]> = {};
      for (const [state, go] of walk) {
        await go();
        const findings = await look(state);
        if (findings.length > 0) found[state] = findings;
      }
      expect(found).toEqual({});
    });
  });

  it('all of it can be done by keyboard', async () => {
    const browser = await openBrowser(name, { stage });
    try {
      await browser.openWatch(stage.copy(videos.conversation));
      await untilHealth(browser, 'exact', 30_000);
      await putOnClipboard(browser, human.text);
      const focused = () =>
        browser.inSidebar((root) => {
          const { activeElement } = root;
          return `${activeElement?.textContent?.slice(0, 60) ?? ''} ${activeElement?.getAttribute('aria-label') ?? ''}`;
        });
      /** Goes on with a key until what has the focus says so. */
      const until = async (key: string, wanted: string) => {
        for (let press = 0; press < 40; press += 1) {
          if ((await focused()).includes(wanted)) return;
          await browser.press(key);
        }
        throw new Error(`${key} never led to ${wanted}.`);
      };
      await browser.inSidebar((root) => root.querySelector<HTMLElement>('.health')?.focus());
      await browser.press('Enter');
      await until('ArrowDown', 'Import a transcript');
      await browser.press('Enter');
      await browser.waitForSidebar((root) => root.querySelector('.drop') !== null);
      await paste(browser, 'keys');
      await textOf(browser, '.facts', 30_000);
      await until('Tab', 'Name of Nora');
      await browser.press('Control+a');
      await browser.type('Nora W.');
      await until('Tab', 'Use with this video');
      await browser.press('Enter');
      await textOf(browser, '.share', 30_000);
      await until('Tab', 'In the captions only');
      await browser.press('Enter');
      await browser.waitForSidebar(
        (root) => root.querySelector('.sheets') === null && root.querySelector('.row.heard'),
      );
      await browser.inSidebar((root) => root.querySelector<HTMLElement>('.health')?.focus());
      await browser.press('Enter');
      await until('ArrowDown', 'How the merge went');
      await browser.press('Enter');
      await until('Tab', 'heard otherwise');
      await browser.press('Enter');
      await browser.waitForSidebar((root) => root.querySelector('.compared del') !== null, undefined, 30_000);
      await browser.press('Escape');
      await browser.waitForSidebar((root) => root.querySelector('.sheets') === null);
      expect(await focused()).toContain('Merged');
    } finally {
      await browser.close();
    }
  });
});

const NOTES = `# Milling by the moon

## TL;DR
A morning in a tide mill.

## Key insights
- Tide mills work twice a day.
- The miller follows the moon.
- Salt ruins iron gears.

## Questions & Answers
- Who keeps the gate? The miller does.
`;
