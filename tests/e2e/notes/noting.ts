/** What notes tests do again and again: open the tab, paste a page, read the rows, select words. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChromiumDriver } from '../drivers/chromium';
import { type BrowserDriver, poll } from '../drivers/driver';
import { clickOn, putOnClipboard } from '../import/importing';

/** About the conversation in the tide mill: quotes as said and nearly, a claim, something else, and a wrong time. */
export const PAGE = `# Milling by the moon

A morning with the keeper of a tide mill.

## Key insights
- Hester Crane predicted storm surges from the south wind, long before anyone used the words.

## Quotes
- "The harbour lost its crane, its clock and most of its roof." — Idris Bell
- "A miller never sells flour, the miller sells a difference between two levels." — Idris Bell
- [0:30] "A good stone hums in F." — Idris Bell

## Questions
- Which airline did the volcano put out of business?
`;

export const STATES = ['Probably here', 'Word for word', 'Nearly', 'Stated 0:30, is at', 'Not found'];

export async function openNotes(browser: BrowserDriver): Promise<void> {
  await clickOn(browser, '#tab-notes');
  await browser.waitForSidebar((root) => root.querySelector('.notes, .paste-notes') !== null);
}

/** Pastes a page into the notes tab with real keys, and waits until it was looked for. */
export async function pastePage(browser: BrowserDriver, text = PAGE): Promise<void> {
  await putOnClipboard(browser, text);
  await openNotes(browser);
  await clickOn(browser, '.note-foot .quiet', 'Paste a page');
  await clickOn(browser, '.paste-notes textarea');
  await browser.press('Control+v');
  await clickOn(browser, '.paste-notes .primary');
  await browser.waitForSidebar((root) => root.querySelectorAll('.note').length > 0);
}

/** What the browser saves as a file while something is done: its name and text. */
export async function savedFile(
  browser: BrowserDriver,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  if (browser.name === 'chromium') {
    const download = (browser as ChromiumDriver).page.waitForEvent('download');
    await act();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }
  await act();
  const folder = join(browser.profile, 'downloads');
  return poll(
    async () => {
      const [name] = (await readdir(folder)).filter((each) => each.endsWith('.md'));
      const text = name === undefined ? '' : await readFile(join(folder, name), 'utf8');
      return name !== undefined && text !== '' && { name, text };
    },
    10_000,
    'the saved file',
  ) as Promise<{ name: string; text: string }>;
}

/** Presses Tab until the focus is on such an element: whoever has only a keyboard gets there, or the test does not. */
export async function tabTo(browser: BrowserDriver, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await browser.inSidebar((root, wanted) => root.activeElement?.matches(wanted) ?? false, selector)) return;
    await browser.press(key);
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

export interface NoteSeen {
  readonly time: string;
  readonly label: string;
  readonly chip: string;
  readonly text: string;
}

export function notesSeen(browser: BrowserDriver): Promise<NoteSeen[]> {
  return browser.inSidebar((root) =>
    Array.from(root.querySelectorAll('.note'), (note) => ({
      time: note.querySelector('.note-at')?.textContent ?? '',
      label: note.querySelector('.note-label')?.textContent ?? '',
      chip: note.querySelector('.note-chip')?.textContent ?? '',
      text: note.querySelector('.note-text')?.firstChild?.textContent ?? '',
    })),
  );
}

/** Where some words of the document stand, from the first letter to the last; they must be in one row. */
export function spotOf(
  browser: BrowserDriver,
  words: string,
): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
  return browser.waitForSidebar((root, wanted) => {
    for (const row of root.querySelectorAll('.row')) {
      const node = row.lastChild as Text;
      const at = node.data?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      row.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = [...range.getClientRects()];
      const first = boxes[0] ?? new DOMRect();
      const last = boxes.at(-1) ?? new DOMRect();
      const middle = (box: DOMRect) => box.y + box.height / 2;
      return { from: { x: first.left + 1, y: middle(first) }, to: { x: last.right - 1, y: middle(last) } };
    }
    return null;
  }, words) as Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }>;
}

/** Selects words as a reader does, by dragging over them. */
export async function selectWords(browser: BrowserDriver, words: string): Promise<void> {
  await spotOf(browser, words);
  // Twice: scrolling into sight is seen by the first, done by the second.
  await new Promise((done) => setTimeout(done, 300));
  const { from, to } = await spotOf(browser, words);
  await browser.drag(from, to);
  await browser.waitForSidebar((root) => root.querySelector('.note-bar [role="toolbar"]') !== null);
}
