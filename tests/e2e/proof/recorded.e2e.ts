/** Real caption answers, a real watch page and real episodes of an hour and more: read, followed, sought by click, searched. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../stage/episodes/recorded';
import { recordedIds, type Stage, startStage } from '../../stage/index';
import type { StageTrack } from '../../stage/video';
import type { BrowserDriver } from '../drivers/driver';
import { bare, occurrences } from './brute-force';
import { BROWSERS, openBrowser, untilHealth, untilWhole } from './open';

const isThere = existsSync(join(dataFolder, 'youtube/recorded'));

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], potDelay: 50 });
});
afterAll(() => stage?.close());

/** `track`: which of the video's tracks is to be read, by its key. */
const episodes: readonly (readonly [name: keyof typeof recordedIds, track: string, exactness: string])[] = [
  ['watchPage', '.en', 'line'],
  ['asrJson3', 'a.en', 'word'],
  ['japaneseJson3', 'a.ja', 'word'],
  ['manualJson3', '.en', 'line'],
  ['asrSrv3', 'a.en', 'word'],
  ['longSrv3', 'a.en', 'word'],
  ['asrVtt', 'a.en', 'word'],
  ['timedLines', 'a.en', 'line'],
  ['timedByTurns', 'a.en', 'word'],
];

interface Row {
  readonly start: number;
  readonly text: string;
}

function rowsOf(track: StageTrack | undefined): Row[] {
  return (track?.body.events ?? [])
    .map(({ start, words }) => ({
      start,
      text: words.map(({ text }) => text).join(track?.languageCode === 'ja' ? '' : ' '),
    }))
    .filter(({ text }) => bare(text) !== '');
}

describe.runIf(isThere).each(BROWSERS)('in %s', (name) => {
  let browser: BrowserDriver;
  beforeAll(async () => {
    browser = await openBrowser(name, { stage });
  });
  afterAll(() => browser?.close());

  const shownText = () =>
    browser.inSidebar((root) => [...root.querySelectorAll('.row')].map((row) => row.lastChild?.textContent).join(' '));
  const seekTo = (seconds: number) =>
    browser.evaluate((to) => {
      (document.querySelector('#movie_player') as unknown as { seekTo(seconds: number): void }).seekTo(to);
    }, seconds);
  const lit = () =>
    browser.evaluate(() =>
      ['readalong-now', 'readalong-nowish']
        .flatMap((kind) => [...(CSS.highlights.get(kind) ?? [])])
        .map(({ startContainer, startOffset, endOffset }) => startContainer.textContent?.slice(startOffset, endOffset))
        .join(' '),
    );

  /** The words may still be on their way to the line that is said. */
  const untilAtRest = () =>
    browser.waitForSidebar(async (root) => {
      const top = () => root.querySelector('.body')?.scrollTop;
      const before = top();
      await new Promise((done) => setTimeout(done, 200));
      return top() === before;
    });

  /** Where the paragraph after (else before) the one that is said begins, in the window, and its time in seconds. */
  const startOfNextRow = () =>
    browser.inSidebar((root) => {
      const rows = [...root.querySelectorAll('.row')].filter((row) => row.querySelector('.time'));
      const at = rows.findIndex((row) => row.classList.contains('on'));
      const row = rows[at + 1] ?? rows[at - 1];
      const body = root.querySelector('.body')?.getBoundingClientRect();
      if (!row?.lastChild || !body) return null;
      const range = document.createRange();
      range.setStart(row.lastChild, 0);
      range.setEnd(row.lastChild, 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      const [seconds = 0, minutes = 0, hours = 0] = (row.querySelector<HTMLElement>('.time')?.dataset.time ?? '')
        .split(':')
        .reverse()
        .map(Number);
      return {
        x: left + width / 2,
        y: top + height / 2,
        middle: body.top + body.height / 2,
        time: hours * 3600 + minutes * 60 + seconds,
      };
    });

  it.each(episodes)('%s is read whole, followed, sought by click and searched', async (episode, vssId, exactness) => {
    const id = recordedIds[episode];
    const { tracks, durationMs } = await stage.video(id);
    const rows = rowsOf(tracks.find((track) => track.vssId === vssId));
    const isSpaced = !vssId.includes('ja');
    await browser.openWatch(id);
    await untilHealth(browser, `exact to the ${exactness}`);
    await untilWhole(browser);

    // Read: every word of the answer, in its order, and nothing else.
    const shown = bare(await shownText());
    const given = bare(rows.map(({ text }) => text.replaceAll(/>>/g, '')).join(''));
    if (isSpaced) expect(shown).toBe(given);
    else expect(shown.length).toBeGreaterThan(given.length * 0.9);

    // Followed: the words of the row that is said are lit.
    const playable = rows.filter(({ start }) => start < durationMs - 5_000);
    const middle = playable[Math.floor(playable.length / 2)];
    await seekTo((middle?.start ?? 0) / 1000 + 0.3);
    const found = await browser.waitFor(
      (wanted) => {
        const words = ['readalong-now', 'readalong-nowish']
          .flatMap((kind) => [...(CSS.highlights.get(kind) ?? [])])
          .map(({ startContainer, startOffset, endOffset }) =>
            (startContainer.textContent?.slice(startOffset, endOffset) ?? '')
              .toLowerCase()
              .replace(/[^\p{L}\p{N}]/gu, ''),
          )
          .join('');
        return words !== '' && (wanted.includes(words) || words.includes(wanted));
      },
      bare(middle?.text ?? ''),
      5_000,
    );
    expect(found).toBe(true);

    await untilAtRest();

    // Sought: a click on the first word of another paragraph goes to its time.
    const wheel = await startOfNextRow();
    if (wheel !== null) {
      await browser.wheel(wheel.x, wheel.middle, wheel.y - wheel.middle);
      await untilAtRest();
      const target = await startOfNextRow();
      await browser.click(target?.x ?? 0, target?.y ?? 0);
      await browser.waitFor(
        (time) => Math.abs((document.querySelector('video')?.currentTime ?? -9) - time) < 2.5,
        target?.time ?? 0,
      );
      expect(await lit()).not.toBe('');
    }

    // Searched: three words that run over the end of a row, as often as they are there.
    if (!isSpaced) return;
    const words = rows.flatMap(({ text }) => text.split(/\s+/).map(bare)).filter((text) => text !== '');
    const end = rows
      .slice(0, Math.floor(rows.length / 3))
      .flatMap(({ text }) => text.split(/\s+/).map(bare).filter(Boolean)).length;
    const phrase = words.slice(Math.max(0, end - 1), Math.max(0, end - 1) + 3);
    const count = await browser.inSidebar(async (root, query) => {
      root.querySelector<HTMLElement>('.icon[aria-label^="Find"]')?.click();
      const field = root.querySelector<HTMLInputElement>('.query');
      if (!field) throw new Error('Find did not open.');
      field.value = `"${query}"`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      return Number(/of (\d+)/.exec(root.querySelector('.matches')?.textContent ?? '')?.[1] ?? 0);
    }, phrase.join(' '));
    expect({ phrase, count }).toEqual({ phrase, count: occurrences(words, phrase) });
  });

  it.each<[keyof typeof recordedIds, RegExp]>([
    ['ageRestricted', /sign in/],
    ['disabled', /no captions/],
    ['disabledToo', /no captions/],
    ['blocked', /sign in/],
    ['customReason', /cannot be played/],
    ['unavailable', /cannot be played/],
  ])('the answer “%s” has its own sentence', async (answer, sentence) => {
    await browser.openWatch(recordedIds[answer]);
    const title = await browser.waitForSidebar((root) => root.querySelector('.empty .title')?.textContent);
    expect(title).toMatch(sentence);
  });
});
