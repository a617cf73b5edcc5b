/** Notes beside the words: a page pasted and found, one's own highlights, notes and bookmarks, kept and written out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import { type BrowserDriver, sidebarSelector } from '../drivers/driver';
import { clickOn, openImport, paste, putOnClipboard, textOf } from '../import/importing';
import { axeFindings } from '../proof/axe';
import { BROWSERS, openBrowser, pause, untilHealth } from '../proof/open';
import { notesSeen, openNotes, PAGE, pastePage, STATES, savedFile, selectWords, tabTo } from './noting';

describe.each(BROWSERS)('notes in %s', (name) => {
  let stage: Stage;
  let browser: BrowserDriver;

  beforeAll(async () => {
    stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [] });
    await stage.warm(videos.conversation);
    browser = await openBrowser(name, { stage });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  beforeEach(async () => {
    await browser.openWatch(stage.copy(videos.conversation));
    await untilHealth(browser, 'exact');
  });

  const playerTime = () => browser.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const pausePlayer = (time?: number) =>
    browser.evaluate((to) => {
      const player = document.querySelector('video');
      player?.pause();
      if (player && to !== undefined) player.currentTime = to;
    }, time);
  const count = () => browser.inSidebar((root) => root.querySelector('#tab-notes .count')?.textContent ?? '0');
  const untilCount = (wanted: number) =>
    browser.waitForSidebar(
      (root, number) => (root.querySelector('#tab-notes .count')?.textContent ?? '0') === String(number),
      wanted,
    );
  const untilUnderlined = (words: string) =>
    browser.waitFor((wanted) => {
      const ranges = Array.from(CSS.highlights.get('readalong-note') ?? [], (range) => range as StaticRange);
      const texts = ranges.map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      );
      return texts.some((text) => text.includes(wanted));
    }, words);
  const tabShown = () => browser.inSidebar((root) => root.querySelector('[aria-selected="true"]')?.id);

  it('finds what a pasted page says, and is plain about what it does not', async () => {
    await pastePage(browser);
    const notes = await notesSeen(browser);
    for (const state of STATES) expect(notes.map(({ chip }) => chip).join(' | ')).toContain(state);
    expect(notes.find(({ chip }) => chip === 'Not found')?.time).toBe('');
    expect(await count()).toBe(String(notes.length));
  });

  it('goes from a note to its words, which are underlined', async () => {
    await pastePage(browser);
    await clickOn(browser, '.note-text.go', 'The harbour lost its crane');
    await browser.waitForSidebar((root) => root.querySelector('#tab-words[aria-selected="true"]') !== null);
    await untilUnderlined('The harbour lost its crane, its clock and most of its roof');
    expect(await playerTime()).toBeGreaterThan(235);
    expect(await playerTime()).toBeLessThan(250);
    await browser.waitForSidebar((root) => {
      const box = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      const row = Array.from(root.querySelectorAll('.row')).find((each) =>
        each.textContent?.includes('The harbour lost'),
      );
      const top = row?.getBoundingClientRect().top ?? -1;
      return top >= box.top - 60 && top < box.bottom;
    });
    await openNotes(browser);
    await browser.waitForSidebar((root) => root.querySelector('.note.on')?.textContent?.includes('The harbour lost'));
  });

  it('lets the reader walk through what a claim may be about, take one, and say that it is not there', async () => {
    await pastePage(browser);
    await pausePlayer();
    const row = '.note:has(.candidates)';
    const before = await textOf(browser, `${row} .candidate`);
    const next = `${row} .icon[aria-label="Next place"]:not([disabled])`;
    await clickOn(browser, next);
    await browser.waitForSidebar(
      (root, old) => [...root.querySelectorAll('.candidate')].some(({ textContent }) => textContent !== old),
      before,
    );
    expect(await tabShown()).toBe('tab-notes');
    const text = await textOf(browser, `${row} .note-text.go bdi`);
    await clickOn(browser, `${row} .accept .icon`);
    await browser.waitForSidebar((root) => root.textContent?.includes('Pinned by you'));
    const pinned = (await notesSeen(browser)).find(({ chip }) => chip === 'Pinned by you');
    expect(pinned?.text).toBe(text);
    await clickOn(browser, '.note:has(.note-chip.note) .icon[aria-expanded]');
    await clickOn(browser, '.note-actions .quiet', 'Not here');
    await browser.waitForSidebar((root) => !root.textContent?.includes('Pinned by you'));
    expect((await notesSeen(browser)).find((note) => note.text === text)?.chip).toBe('Not found');
  });

  it('pins a note to what is being said', async () => {
    await pastePage(browser);
    await pausePlayer(62);
    await pause(400);
    await clickOn(browser, '.note:has(.note-chip.plain) .icon[aria-expanded]');
    await clickOn(browser, '.note-actions .quiet', 'Pin to now');
    await browser.waitForSidebar((root) => root.textContent?.includes('Pinned by you'));
    const pinned = (await notesSeen(browser)).find(({ chip }) => chip === 'Pinned by you');
    expect(pinned?.text).toContain('airline');
    expect(pinned?.time).toMatch(/^(0:5\d|1:0\d)$/);
  });

  it('keeps a highlight, a note and a bookmark over a reload, and the page beside them', async () => {
    await pastePage(browser);
    await clickOn(browser, '#tab-words');
    await selectWords(browser, 'the miller waits for the tide');
    await browser.press('h');
    await untilCount(7);
    await untilUnderlined('the miller waits for the tide');
    await selectWords(browser, 'a bathtub beside the sea');
    await clickOn(browser, '.note-bar .quiet', 'Note');
    await browser.waitForSidebar((root) => root.activeElement?.matches('.note-writing textarea'));
    await browser.type('Nothing here is a pond, n h b.');
    await browser.press('Control+Enter');
    await untilCount(8);
    await pausePlayer(120);
    await clickOn(browser, '#tab-outline');
    await browser.press('b');
    await untilCount(9);
    await browser.reload();
    await untilHealth(browser, 'exact');
    await untilCount(9);
    await openNotes(browser);
    await clickOn(browser, '.note-filter', 'Mine');
    const mine = await notesSeen(browser);
    expect(mine.map(({ label }) => label)).toEqual(['Highlight', 'Note', 'Bookmark']);
    expect(mine[0]?.text).toBe('the miller waits for the tide.');
    expect(await browser.inSidebar((root) => root.querySelector('.note-comment')?.textContent)).toBe(
      'Nothing here is a pond, n h b.',
    );
    await clickOn(browser, '#tab-words');
    await untilUnderlined('the miller waits for the tide');
  });

  it('changes and removes one’s own notes, and brings them back', async () => {
    await selectWords(browser, 'the miller waits for the tide');
    await browser.press('h');
    await untilCount(1);
    await openNotes(browser);
    await clickOn(browser, '.note .icon[aria-expanded]');
    await clickOn(browser, '.note-editor textarea');
    await browser.type('A proverb.');
    await clickOn(browser, '.note-editor .primary');
    expect(await textOf(browser, '.note-comment')).toBe('A proverb.');
    await clickOn(browser, '.note .icon[aria-expanded]');
    await clickOn(browser, '.note-editor .quiet', 'Remove');
    await untilCount(0);
    await clickOn(browser, '.note-bar .quiet', 'Undo');
    await untilCount(1);
    expect(await textOf(browser, '.note-comment')).toBe('A proverb.');
  });

  it('takes a page out, and puts it back', async () => {
    await pastePage(browser);
    await clickOn(browser, '.note-pages .icon');
    await untilCount(0);
    await clickOn(browser, '.note-bar .quiet', 'Undo');
    await untilCount(6);
  });

  it('takes a page of notes that was meant for the import', async () => {
    await putOnClipboard(browser, PAGE);
    await openImport(browser);
    await paste(browser);
    await clickOn(browser, '.trouble .primary', 'Notes');
    await untilCount(6);
    expect(await tabShown()).toBe('tab-notes');
  });

  it('takes chapters from a page where the video has none', async () => {
    await browser.openWatch(stage.copy(videos.conversation, {}, { chapters: [] }));
    await untilHealth(browser, 'exact');
    expect(await browser.inSidebar((root) => root.querySelector('.chapter'))).toBeNull();
    await pastePage(browser, '0:00 By the sea\n0:39 A tub that fills itself\n1:38 An abbot and his eels\n');
    await clickOn(browser, '#tab-words');
    await browser.waitForSidebar((root) =>
      [...root.querySelectorAll('.chapter')].some(({ textContent }) => textContent === 'A tub that fills itself'),
    );
    await clickOn(browser, '#tab-outline');
    await browser.waitForSidebar((root) => root.querySelector('.topic')?.textContent?.includes('By the sea'));
  });

  it('makes an outline of the words', async () => {
    await clickOn(browser, '#tab-outline');
    await browser.waitForSidebar((root) => root.querySelectorAll('.topic').length > 2);
    const outline = await browser.inSidebar((root) => root.querySelector('.outline-tab')?.textContent ?? '');
    expect(outline).toContain('The woman in the margin');
    expect(outline).toContain('Words over time');
    await clickOn(browser, '.topic-toggle');
    await clickOn(browser, '.topic-quote');
  });

  it('writes everything down as Markdown', async () => {
    await pastePage(browser);
    await clickOn(browser, '#tab-words');
    await selectWords(browser, 'the miller waits for the tide');
    await browser.press('h');
    await untilCount(7);
    await openNotes(browser);
    const file = await savedFile(browser, () => clickOn(browser, '.note-foot .quiet', 'Markdown'));
    expect(file.name).toMatch(/^Milling by the moon.* \(notes\)\.md$/);
    expect(file.text).toContain('# Milling by the moon');
    expect(file.text).toContain('> the miller waits for the tide');
    expect(file.text).toMatch(/— Idris Bell, \[4:0\d\]\(https:\/\/youtu\.be\/.{11}\?t=24\d\)/);
    expect(file.text).toContain('not found in the episode');
  });

  it('keeps a highlight on its words when exact captions take the place of rough ones', async () => {
    const video = stage.copy(videos.conversation, { pot: 'never' });
    await browser.openWatch(video);
    await untilHealth(browser, 'Rough');
    await selectWords(browser, 'a bathtub beside the sea');
    await browser.press('h');
    await untilCount(1);
    stage.set({ pot: 'normal' }, video);
    await browser.reload();
    await untilHealth(browser, 'exact');
    await untilCount(1);
    await untilUnderlined('a bathtub beside the sea');
    await openNotes(browser);
    await browser.waitForSidebar((root) => root.querySelector('.note .note-at')?.textContent === '0:46');
    expect((await notesSeen(browser))[0]?.label).toBe('Highlight');
  });

  it('keeps a highlight on its words when a person’s transcript takes the place of the captions', async () => {
    await selectWords(browser, 'A miller sells the difference between two levels');
    await browser.press('h');
    await untilCount(1);
    await putOnClipboard(browser, (await stage.human(videos.conversation)).text);
    await openImport(browser);
    await paste(browser);
    await textOf(browser, '.facts');
    await clickOn(browser, '.foot .button.primary');
    await textOf(browser, '.share');
    await clickOn(browser, '.sheet .icon[aria-label="Close"]');
    await untilHealth(browser, 'Merged');
    await openNotes(browser);
    await browser.waitForSidebar((root) => root.querySelector('.note-label')?.textContent === 'Highlight · Idris Bell');
    await clickOn(browser, '.note-text.go');
    // The person wrote two words more into it.
    await untilUnderlined('difference between two levels');
  });

  it('is found by the library', async () => {
    await pastePage(browser);
    await browser.openExtensionPage('library.html?q=in%3Anotes%20roof');
    await browser.waitFor(() => document.querySelector('.notes')?.textContent?.includes('most of its roof'));
  });

  it('can be walked through with the keyboard alone', async () => {
    await putOnClipboard(browser, PAGE);
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
    await browser.press('ArrowRight');
    expect(await tabShown()).toBe('tab-notes');
    await tabTo(browser, '.note-foot .quiet');
    await browser.press('Enter');
    await browser.waitForSidebar((root) => root.activeElement?.matches('.paste-notes textarea'));
    await browser.press('Control+v');
    await tabTo(browser, '.paste-notes .primary');
    await browser.press('Enter');
    await browser.waitForSidebar((root) => root.querySelectorAll('.note').length > 0);
    await tabTo(browser, '.note-filter:last-child');
    await browser.press('Enter');
    await tabTo(browser, '.note-filter', 'Shift+Tab');
    await tabTo(browser, '.note .icon[aria-expanded]');
    await browser.press('Enter');
    await tabTo(browser, '.note-actions .quiet');
    await browser.press('Enter');
    await browser.waitForSidebar((root) => root.textContent?.includes('Pinned by you'));
    await tabTo(browser, '.note-text.go');
    await browser.press('Enter');
    await browser.waitForSidebar((root) => root.querySelector('#tab-words[aria-selected="true"]') !== null);
    await browser.inSidebar((root) => root.querySelector<HTMLElement>('#tab-words')?.focus());
    await browser.press('ArrowLeft');
    await browser.waitForSidebar((root) => root.querySelector('.topic') !== null);
    await tabTo(browser, '.topic-toggle');
    await browser.press('Enter');
    await tabTo(browser, '.topic-quote');
    const before = await playerTime();
    await browser.press('Enter');
    await browser.waitFor((old) => document.querySelector('video')?.currentTime !== old, before);
  });

  async function axeInBothThemes(): Promise<string[]> {
    const found: string[] = [];
    for (const dark of [true, false]) {
      await browser.setDark(dark);
      await browser.waitForSidebar(
        (root, theme) => root.querySelector<HTMLElement>('[data-theme]')?.dataset.theme === theme,
        dark ? 'dark' : 'light',
      );
      found.push(...(await axeFindings(browser, sidebarSelector)));
    }
    return found;
  }

  it('can be used by everybody, as far as rules can tell', async () => {
    await openNotes(browser);
    await clickOn(browser, '.note-foot .quiet', 'Paste a page');
    expect(await axeInBothThemes()).toEqual([]);
    await clickOn(browser, '.paste-notes .quiet', 'Cancel');
    await pastePage(browser);
    expect(await axeInBothThemes()).toEqual([]);
    await clickOn(browser, '.note .icon[aria-expanded]');
    await clickOn(browser, '.note-actions .quiet', 'Pin to now');
    await browser.waitForSidebar((root) => root.textContent?.includes('Pinned by you'));
    expect(await axeInBothThemes()).toEqual([]);
    await clickOn(browser, '#tab-outline');
    await browser.waitForSidebar((root) => root.querySelector('.topic'));
    await clickOn(browser, '.topic-toggle');
    expect(await axeInBothThemes()).toEqual([]);
    await clickOn(browser, '#tab-words');
    await selectWords(browser, 'the miller waits for the tide');
    expect(await axeInBothThemes()).toEqual([]);
    await browser.press('n');
    await browser.waitForSidebar((root) => root.activeElement?.matches('.note-writing textarea'));
    expect(await axeInBothThemes()).toEqual([]);
    await browser.type('A proverb.');
    await browser.press('Control+Enter');
    await untilCount(7);
    await openNotes(browser);
    await clickOn(browser, '.note-filter', 'Mine');
    await clickOn(browser, '.note .icon[aria-expanded]');
    expect(await axeInBothThemes()).toEqual([]);
  });

  it('says nothing on the page’s console', async () => {
    await pastePage(browser);
    await clickOn(browser, '#tab-words');
    await selectWords(browser, 'a bathtub beside the sea');
    await browser.press('n');
    await browser.waitForSidebar((root) => root.activeElement?.matches('.note-writing textarea'));
    await browser.press('Escape');
    await browser.waitForSidebar((root) => root.querySelector('.note-writing') === null);
    expect(browser.errors).toEqual([]);
  });
});
