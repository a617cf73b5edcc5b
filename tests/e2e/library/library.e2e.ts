/** The library: what was stored while the worker kept dying, found again by words and opened at the second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileQuery } from '../../../lib/find/compile-query';
import { buildFindIndex } from '../../../lib/find/find-index';
import { matchWords } from '../../../lib/find/match-words';
import { madeTranscript, madeVideoId, madeWords, sourceOf } from '../../bench/made-library';
import { isFirefox } from '../youtube/browser';
import { type OpenLibrary, openLibrary, SOURCE_TEXTS } from './open-library';

/** `SOAK=1`: 2,000 episodes and 200 kills. */
const EPISODES = process.env.SOAK ? 2000 : 120;
const KILLS = process.env.SOAK ? 200 : 12;
const source = sourceOf(SOURCE_TEXTS);

let library: OpenLibrary;

beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library?.close());

interface Listed {
  readonly ok: boolean;
  readonly value: {
    readonly total: number;
    readonly episodes: readonly { readonly videoId: string; readonly transcripts: readonly unknown[] }[];
  };
}

/** In how many episodes each phrase stands, by looking into one after the other: the truth. */
function episodesWith(phrases: readonly (readonly string[])[]): number[] {
  const counts = phrases.map(() => 0);
  for (let number = 0; number < EPISODES; number++) {
    const index = buildFindIndex(madeTranscript(source, number));
    for (const [at, phrase] of phrases.entries()) {
      const query = phrase.map((text) => ({ text, quoted: true }));
      if (matchWords(index, compileQuery(index, query, false)).count > 0) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

describe('storing', () => {
  it(`loses, doubles and tears nothing of ${EPISODES} imports while the worker is killed ${KILLS} times`, async () => {
    let isFilled = false;
    let kills = 0;
    const killing = (async () => {
      const pause = (EPISODES * 12) / KILLS;
      while (!isFilled && kills < KILLS) {
        // Firefox never starts a background again that is stopped while it starts: wait until it answers.
        if (isFirefox) await library.call('libraryState', {});
        await new Promise((resolve) => setTimeout(resolve, isFirefox ? (kills * 17) % 60 : pause));
        if (await library.browser.killBackground()) kills++;
      }
    })();
    for (let from = 0; from < EPISODES; from += 20) await library.fill(from, Math.min(EPISODES, from + 20));
    isFilled = true;
    await killing;
    expect(kills).toBeGreaterThan(KILLS / 2);

    const seen = new Map<string, number>();
    for (let offset = 0; offset < EPISODES; offset += 200) {
      const list = await library.call<Listed>('listEpisodes', { sort: 'added', channel: null, offset, limit: 200 });
      expect(list.value.total).toBe(EPISODES);
      for (const { videoId, transcripts } of list.value.episodes) seen.set(videoId, transcripts.length);
    }
    expect(seen.size).toBe(EPISODES);
    expect([...seen.values()].every((transcripts) => transcripts === 1)).toBe(true);
  });

  it('finds every phrase in as many episodes as a scan of all words does', async () => {
    const phrases = Array.from({ length: 40 }, (_, pick) => {
      const { tokens } = buildFindIndex(madeTranscript(source, (pick * 37) % EPISODES));
      const from = (pick * 811) % (tokens.count - 4);
      return Array.from(tokens.id.slice(from, from + 1 + (pick % 4)), (id) => tokens.lexicon.word(id));
    });
    const truth = episodesWith(phrases);
    for (const [at, phrase] of phrases.entries()) {
      const found = await library.ask(`"${phrase.join(' ')}"`);
      expect({ phrase, total: found.total }).toEqual({ phrase, total: truth[at] });
    }
  });
});

describe('the page', () => {
  // Again is harmless: what is there stays as it is.
  beforeAll(() => library.fill(0, 10));

  it('is used by keyboard alone: type, step to the place, open it at the second', async () => {
    const words = madeWords(source, 3);
    const phrase = words.slice(5000, 5004).join(' ');
    await library.open();
    await library.browser.waitFor(() => document.activeElement?.matches('input'));
    await library.browser.type(`"${phrase}"`);
    await library.browser.waitFor(() => document.querySelectorAll('a.hit').length > 0);
    await library.browser.press('Enter');
    await library.browser.press('ArrowDown');
    const href = await library.browser.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    expect(href).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=made\d{7}/);
    await library.browser.press('Enter');
    const wanted = new URL(href);
    await expect
      .poll(() => library.stage.requestsTo('/watch', wanted.searchParams.get('v') ?? '').map(({ query }) => query.t), {
        timeout: 8000,
      })
      .toContain(wanted.searchParams.get('t') ?? undefined);
  });

  it('reads an episode, deletes it and brings it back', async () => {
    await library.open(`library.html?v=${madeVideoId(1)}`);
    await library.browser.waitFor(() => (document.querySelector('.reading .words')?.textContent?.length ?? 0) > 1000);
    await library.browser.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label="Delete this episode"]')?.click(),
    );
    await library.browser.waitFor(() => document.querySelector('.toast')?.textContent?.includes('1 episode deleted'));
    await library.browser.evaluate(() => document.querySelector<HTMLElement>('.toast button')?.click());
    await library.browser.waitFor(() => !document.querySelector('.toast'));
    const opened = await library.call<{ value: unknown }>('openEpisode', { videoId: madeVideoId(1) });
    expect(opened.value).not.toBeNull();
  });
});
