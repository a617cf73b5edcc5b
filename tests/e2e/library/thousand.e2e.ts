/**
 * A library as readers have it after years: something half remembered is found in it and opened at the second, with the mouse
 * and by keyboard alone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeVideoId, madeWords, sourceOf } from '../../bench/made-library';
import { axeFindings } from '../proof/axe';
import { BROWSERS } from '../proof/open';
import { type OpenLibrary, openLibrary, SOURCE_TEXTS } from './open-library';

/** `SOAK=1`: a thousand. */
const EPISODES = process.env.SOAK ? 1000 : 72;
const source = sourceOf(SOURCE_TEXTS);

interface Memory {
  /** What somebody still knows: a name, and a word from near it with a letter wrong. */
  readonly typed: string;
  readonly videoId: string;
  /** Seconds. */
  readonly at: number;
}

/** Words around a name that is said in one episode alone, as they come to mind weeks later. */
function halfRemembered(wanted: number): Memory {
  const common = new Set(source.words);
  const elsewhere = new Set<string>();
  for (let number = 0; number < EPISODES; number++) {
    if (number !== wanted) for (const word of madeWords(source, number)) elsewhere.add(word);
  }
  const words = madeWords(source, wanted);
  const at = words.findIndex(
    (word, index) => index > 3000 && word.length >= 6 && !common.has(word) && !elsewhere.has(word),
  );
  const near = words.slice(Math.max(0, at - 8), at).sort((a, b) => b.length - a.length)[0] ?? '';
  const middle = near.length >> 1;
  const misspelt = `${near.slice(0, middle)}${near[middle] === 'x' ? 'y' : 'x'}${near.slice(middle + 1)}`;
  return { typed: `${misspelt} ${words[at]} `, videoId: madeVideoId(wanted), at: (at * 345) / 1000 };
}

describe.each(BROWSERS)(`in %s, a library of ${EPISODES} episodes`, (name) => {
  const [memory, another] = [halfRemembered(EPISODES - 29), halfRemembered(EPISODES - 13)];
  let library: OpenLibrary;
  beforeAll(async () => {
    library = await openLibrary({ browser: name });
    await library.bulk(EPISODES);
  });
  afterAll(() => library?.close());

  /** The place that a result's link leads to is where the words are said, give or take the words around them. */
  function expectAtTheSecond(href: string, { videoId, at }: Memory): void {
    const { searchParams } = new URL(href);
    expect(searchParams.get('v')).toBe(videoId);
    const seconds = Number.parseInt(searchParams.get('t') ?? '0', 10);
    expect(Math.abs(seconds - at)).toBeLessThan(6);
  }

  async function expectOpened(href: string, { videoId }: Memory): Promise<void> {
    const { searchParams } = new URL(href);
    await expect
      .poll(() => library.stage.requestsTo('/watch', videoId).map(({ query }) => query.t), { timeout: 10_000 })
      .toContain(searchParams.get('t') ?? undefined);
  }

  /** The results of the whole query: the one episode, and what was taken for the misspelt word. */
  const foundNearly = (): boolean => {
    const sum = document.querySelector('.sum')?.textContent ?? '';
    return sum.includes('in 1 episode') && sum.includes('shown: “');
  };

  // First: the others open tabs in front of this one, and what is behind is not drawn.
  it('keeps rows where they are when those on the way to them are drawn', async () => {
    const { browser } = library;
    for (const width of [1440, 420]) {
      await browser.setViewport({ width, height: 900 });
      await browser.openExtensionPage('library.html');
      await browser.waitFor(() => document.querySelectorAll('.episode').length >= 50);
      const heights = await browser.evaluate(async () => {
        for (let frames = 0; frames < 3; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
        return Array.from(document.querySelectorAll('.episode'), (row) => row.getBoundingClientRect().height);
      });
      // The first are drawn, the last are not.
      expect(Math.abs((heights.at(-1) ?? 0) - (heights[2] ?? 0))).toBeLessThan(8);
    }
    await browser.setViewport({ width: 1440, height: 900 });
  });

  it('finds what is half remembered and opens it at the second in two actions', async () => {
    const { browser } = library;
    await library.open();
    await browser.waitFor(() => document.activeElement?.matches('input'));
    // The first action.
    await browser.type(memory.typed);
    await browser.waitFor(foundNearly);
    const hit = await browser.evaluate(() => {
      const link = document.querySelector<HTMLAnchorElement>('a.hit');
      const box = link?.getBoundingClientRect();
      return link && box ? { href: link.href, x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    });
    if (!hit) throw new Error('nothing was found');
    expectAtTheSecond(hit.href, memory);
    // The second.
    await browser.click(hit.x, hit.y);
    await expectOpened(hit.href, memory);
  });

  it('does the same by keyboard alone', async () => {
    const { browser } = library;
    await library.open();
    await browser.waitFor(() => document.activeElement?.matches('input'));
    await browser.type(another.typed);
    await browser.waitFor(foundNearly);
    await browser.press('Enter');
    await browser.press('ArrowDown');
    const href = await browser.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    expectAtTheSecond(href, another);
    await browser.press('Enter');
    await expectOpened(href, another);
  });

  // What differs between browsers is seen in one theme; the colours are the same in both.
  const themes = name === 'firefox' ? ['dark'] : ['light', 'dark'];

  it('has no accessibility fault in any state', async () => {
    const { browser } = library;
    for (const [path, ready] of [
      ['library.html', '.episode'],
      [`library.html?q=${encodeURIComponent(memory.typed)}`, 'a.hit'],
      ['library.html?q=lamp', 'a.hit'],
      ['library.html?q=in%3Anotes%20lamp', '.sum'],
      [`library.html?v=${memory.videoId}`, '.words p'],
      ['library.html#import', 'dialog'],
      ['options.html', '.options'],
      ['popup.html', '.popup'],
    ] as const) {
      await browser.openExtensionPage(path);
      await browser.waitFor((selector) => document.querySelector(selector) !== null, ready);
      for (const theme of themes) {
        await browser.evaluate((wanted) => {
          document.documentElement.dataset.theme = wanted;
        }, theme);
        expect({ path, theme, found: await axeFindings(browser, null) }).toEqual({ path, theme, found: [] });
      }
    }
  });
});
