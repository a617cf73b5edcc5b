/** Notes beside the words: a page pasted and found, one's own highlights, notes and bookmarks, kept and written out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { clickOn } from '../import/importing';
import { BROWSERS, openBrowser, pause, untilHealth } from '../proof/open';
import { notesSeen, openNotes, pastePage, STATES, underlined } from './noting';

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

  const playerTime = () => browser.evaluate(() => (document.querySelector('video')?.currentTime ?? 0) * 1000);

  it('finds what a pasted page says, and is plain about what it does not', async () => {
    await pastePage(browser);
    const notes = await notesSeen(browser);
    console.log(JSON.stringify(notes, null, 1));
    STATES.forEach((state, index) => {
      const note = notes.find(({ chip }) => chip.startsWith(state));
      expect(note, `${index} ${state}`).toBeDefined();
    });
    expect(await browser.inSidebar((root) => root.querySelector('#tab-notes .count')?.textContent)).toBe('6');
  });
});
