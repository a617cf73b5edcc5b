/** Input methods: what is still being composed is no query, none of its keys acts, and nobody else hears of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, startStage, videos } from '../../stage/index';
import type { ChromiumDriver } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import { BROWSERS, openBrowser, untilHealth } from './open';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 50, panelDelay: 0 });
  await stage.warm(videos.conversation);
});
afterAll(() => stage?.close());

interface Bar {
  readonly isOpen: boolean;
  readonly text: string;
  /** "3 of 27"; empty without a query. */
  readonly count: string;
  readonly note: string;
}

describe.each(BROWSERS)('composing in find, in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
    await browser.openWatch(videos.conversation);
    await untilHealth(browser, 'exact');
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await browser.inSidebar((root) => {
      if (!root.querySelector('.query')) root.querySelector<HTMLElement>('.icon[aria-label^="Find"]')?.click();
    });
    await browser.waitForSidebar((root) => root.activeElement?.matches('.query'));
    await browser.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['keydown', 'input', 'beforeinput', 'compositionstart', 'compositionupdate', 'compositionend'])
        window.addEventListener(type, () => heard.push(type), true);
      Object.assign(window, { heard });
    });
  });

  const bar = (): Promise<Bar> =>
    browser.inSidebar((root) => ({
      isOpen: root.querySelector('.query') !== null,
      text: root.querySelector<HTMLInputElement>('.query')?.value ?? '',
      count: root.querySelector('.matches')?.textContent ?? '',
      note: root.querySelector('.find-note')?.textContent ?? '',
    }));
  const heard = () => browser.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const emptied = () =>
    browser.inSidebar((root) => {
      const field = root.querySelector<HTMLInputElement>('.query');
      if (!field) return;
      field.value = '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });

  /** In the order of events of each browser: Firefox tells of the last input after the end, the others before it. */
  const compose = (steps: readonly string[], isDone: boolean) =>
    browser.inSidebar(
      (root, { texts, ends, isLate }) => {
        const field = root.querySelector<HTMLInputElement>('.query');
        if (!field) throw new Error('Find is not open.');
        const init = { bubbles: true, composed: true };
        const put = (text: string, isComposing: boolean) => {
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { ...init, isComposing, inputType: 'insertCompositionText' }));
        };
        field.dispatchEvent(new CompositionEvent('compositionstart', init));
        for (const text of texts) {
          field.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'Process', isComposing: true }));
          put(text, true);
        }
        for (const key of ends ? ['Enter'] : ['Enter', 'Escape', '/', 'n', 'ArrowDown'])
          field.dispatchEvent(new KeyboardEvent('keydown', { ...init, key, isComposing: true, cancelable: true }));
        if (!ends) return;
        if (!isLate) put(texts.at(-1) ?? '', true);
        field.dispatchEvent(new CompositionEvent('compositionend', { ...init, data: texts.at(-1) ?? '' }));
        if (isLate) put(texts.at(-1) ?? '', false);
      },
      { texts: steps, ends: isDone, isLate: name === 'firefox' },
    );

  it('nothing is searched, and no key acts, before it is done', async () => {
    await emptied();
    await compose(['m', 'mi', 'mil'], false);
    // Some words are said meanwhile: the panel is drawn again under the hand that composes.
    await browser.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    expect(await bar()).toEqual({ isOpen: true, text: 'mil', count: '', note: '' });
    await compose(['mill', 'miller'], true);
    const found = await bar();
    expect(found.text).toBe('miller');
    expect(found.count).toMatch(/^1 of \d+$/);
    expect(await heard()).toEqual([]);
  });

  it.runIf(name === 'chromium')('of a real input method too', async () => {
    await emptied();
    const session = await (browser as ChromiumDriver).cdp();
    for (const text of ['q', 'qz', 'qzx'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    expect(await bar()).toEqual({ isOpen: true, text: 'qzx', count: '', note: '' });
    await session.send('Input.imeSetComposition', { text: 'miller', selectionStart: 6, selectionEnd: 6 });
    expect((await bar()).count).toBe('');
    await session.send('Input.insertText', { text: 'miller' });
    await browser.waitForSidebar((root) => /^1 of \d+$/.test(root.querySelector('.matches')?.textContent ?? ''));
    expect((await bar()).text).toBe('miller');
    expect(await heard()).toEqual([]);
  });
});
