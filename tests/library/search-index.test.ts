import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { compileQuery } from '../../lib/find/compile-query';
import { buildFindIndex, type FindIndex } from '../../lib/find/find-index';
import { matchWords } from '../../lib/find/match-words';
import { IndexCache } from '../../lib/library/index/index-cache';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { FAN, mergeStep } from '../../lib/library/index/merge-segments';
import { type SearchResult, searchLibrary } from '../../lib/library/query/search-library';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { type Shelf, saveTranscript } from '../../lib/library/shelf/shelf';
import { deleteEpisode, undoDelete } from '../../lib/library/shelf/trash';
import type { EpisodeId } from '../../lib/transcript/units';
import { killable } from './faulty-store';
import { makeSaving, makeTranscript, videoId } from './make-transcript';

let shelf: Shelf<LibraryStores>;
let texts: Map<EpisodeId, string>;

beforeEach(() => {
  let time = 1;
  shelf = { port: createMemoryStore<LibraryStores>(), index: searchIndex, now: () => time++ };
  texts = new Map();
});

async function add(text: string, number = texts.size, title?: string): Promise<EpisodeId> {
  const video = videoId(number);
  texts.set(video, text);
  await saveTranscript(shelf, makeSaving(makeTranscript(text, { video }), title));
  return video;
}

function search(query: string, limit = 1000): Promise<SearchResult> {
  return searchLibrary(shelf.port, new IndexCache(), { query, offset: 0, limit, places: 1000 });
}

async function mergeAll(stepBytes?: number): Promise<number> {
  let steps = 0;
  while (await mergeStep(shelf.port, stepBytes)) steps++;
  return steps;
}

function ids(result: SearchResult): EpisodeId[] {
  return result.episodes.map(({ episode }) => episode.videoId);
}

const findIndexes = new Map<string, FindIndex>();

/** What a scan of every text finds: the truth. */
function scan(phrase: readonly string[]): Map<EpisodeId, number> {
  const found = new Map<EpisodeId, number>();
  for (const [video, text] of texts) {
    const index = findIndexes.get(text) ?? buildFindIndex(makeTranscript(text));
    findIndexes.set(text, index);
    const words = phrase.map((word) => ({ text: word, quoted: true }));
    const { count } = matchWords(index, compileQuery(index, words, false));
    if (count > 0) found.set(video, count);
  }
  return found;
}

const VOCABULARY = 'a b ab abc lamp lamps keeper um uh you know the of 25 twenty five 漢字 かな 字 ab漢'.split(' ');
const arbitraryText = fc
  .array(fc.tuple(fc.constantFrom(...VOCABULARY), fc.constantFrom(' ', ' ', ' ', '\n')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((pieces) =>
    pieces
      .map(([word, gap]) => word + gap)
      .join('')
      .trim(),
  );

describe('the library index', () => {
  it('finds exactly the phrases that a scan finds, as often, in documents and after merging', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryText, { minLength: 1, maxLength: 2 * FAN + 2 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 })), { minLength: 5, maxLength: 12 }),
        async (documents, picks) => {
          shelf = { ...shelf, port: createMemoryStore<LibraryStores>() };
          texts = new Map();
          for (const text of documents) await add(text);
          const phrases = picks.map(([document, start, length]) => {
            const { tokens } = buildFindIndex(makeTranscript(documents[document % documents.length] ?? ''));
            const from = start % Math.max(1, tokens.count);
            return Array.from(tokens.id.slice(from, from + length), (id) => tokens.lexicon.word(id));
          });
          for (const merged of [false, true]) {
            if (merged) await mergeAll();
            for (const phrase of phrases.filter((words) => words.length > 0)) {
              const result = await search(`"${phrase.join(' ')}"`);
              expect([...ids(result)].sort(), phrase.join(' ')).toEqual([...scan(phrase).keys()].sort());
              expect(result.times).toBe([...scan(phrase).values()].reduce((sum, count) => sum + count, 0));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the same in many blocks, many segments and one', async () => {
    const random = seeded(7);
    const words = Array.from({ length: 3000 }, (_, index) => `w${(index * 7919) % 3000}x${index}`);
    for (let document = 0; document < 3 * FAN; document++) {
      await add(Array.from({ length: 1500 }, () => words[Math.floor(random() ** 3 * words.length)]).join(' '));
    }
    const phrases = [...texts.values()].flatMap((text) => {
      const from = Math.floor(random() * 1400);
      return [text.split(' ').slice(from, from + 2), text.split(' ').slice(from, from + 1)];
    });
    const truths = phrases.map((phrase) => scan(phrase));
    for (const steps of [0, 1, 2, 5, Number.POSITIVE_INFINITY]) {
      for (let step = 0; step < steps; step++) if (!(await mergeStep(shelf.port, 30_000))) break;
      for (const [index, phrase] of phrases.entries()) {
        const result = await search(`"${phrase.join(' ')}"`);
        const truth = truths[index] ?? new Map();
        expect([...ids(result)].sort()).toEqual([...truth.keys()].sort());
        expect(result.times).toBe([...truth.values()].reduce((sum, count) => sum + count, 0));
      }
    }
  });

  it('is the same after merging, wherever a step dies', async () => {
    const killing = killable(shelf.port);
    for (let document = 0; document < FAN; document++) await add(`lamp number ${document} of the keepers`);
    const before = await search('lamp');
    await killing.killEverywhere(
      async () => {
        while (await mergeStep(killing.port, 40));
      },
      async () => expect(await search('lamp')).toEqual(before),
    );
    const state = await shelf.port.read(['indexState'], (tx) => tx.get('indexState', 'state'));
    expect(state).toMatchObject({ segments: [{ tier: 1, firstDoc: 0, endDoc: FAN }], merges: [], garbage: [] });
    const left = await shelf.port.read(['indexSegments'], (tx) => tx.count('indexSegments'));
    expect(left).toBe(1);
  });

  it('saves the transcript and its place in the index together, wherever the worker dies', async () => {
    const killing = killable(shelf.port);
    const saving = makeSaving(makeTranscript('lamp', { video: videoId(1) }));
    await killing.killEverywhere(
      () => saveTranscript({ ...shelf, port: killing.port }, saving),
      async () => {
        const kept = await shelf.port.read(['transcripts'], (tx) => tx.count('transcripts'));
        expect((await search('lamp')).total).toBe(kept);
        await deleteEpisode(shelf, videoId(1));
        expect((await search('lamp')).total).toBe(0);
      },
    );
  });

  it('no longer finds what was deleted, finds it again after undo, and drops it when merging', async () => {
    for (let document = 0; document < FAN; document++) await add(`lamp ${document}`);
    const trash = await deleteEpisode(shelf, videoId(2));
    expect((await search('lamp')).total).toBe(FAN - 1);
    await mergeAll();
    expect((await search('lamp')).total).toBe(FAN - 1);
    await undoDelete(shelf, trash ?? -1);
    expect(ids(await search('"lamp 2"'))).toEqual([videoId(2)]);
    const state = await shelf.port.read(['indexState'], (tx) => tx.get('indexState', 'state'));
    expect(state).toMatchObject({ docs: FAN, tokens: FAN * 2 });
  });
});

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('searchLibrary', () => {
  it('takes the last word for a beginning until a blank follows', async () => {
    await add('the lamplighter of the lane', 1);
    await add('a lamp in the fog', 2);
    expect(ids(await search('lam')).sort()).toEqual([videoId(1), videoId(2)]);
    expect(ids(await search('lamp '))).toEqual([videoId(2)]);
    expect(ids(await search('"lamp"'))).toEqual([videoId(2)]);
  });

  it('wants every word, and takes some only when no episode has them all', async () => {
    await add('keepers and a lamp', 1);
    await add('keepers and a boat', 2);
    expect(ids(await search('keepers lamp '))).toEqual([videoId(1)]);
    const some = await search('boat lamp ');
    expect(some.mode).toBe('any');
    expect(ids(some).sort()).toEqual([videoId(1), videoId(2)]);
    expect((await search('"a boat" "a lamp"')).total).toBe(0);
  });

  it.each([
    ['case, accents and punctuation', 'cafe dont', 'Café: don’t!'],
    ['digits for words', '25', 'twenty five ships'],
    ['words for digits', 'twenty five', '25 ships'],
    ['words of a row and the next', '"the lamp lights"', 'the lamp\nlights'],
    ['fillers between words', '"differential privacy"', 'differential um privacy'],
    ['hyphens', 'well-known', 'a well known fact'],
    ['one character of a script without spaces', '漢', '私の漢字です'],
    ['the last character of all', 'す', '私の漢字です'],
    ['several characters', '漢字です', '私の漢字です'],
    ['characters across rows', '"漢字"', '私の漢\n字です'],
    ['Arabic without its vowel signs', 'كتاب', 'هذا كِتَابٌ'],
  ])('is blind to %s', async (_name, query, text) => {
    await add('something else entirely', 1);
    await add(text, 2);
    expect(ids(await search(query))).toEqual([videoId(2)]);
  });

  it('takes what is near when nothing is exactly so, and says so', async () => {
    await add('he spoke of generative adversarial networks', 1);
    const typo = await search('genrative ');
    expect(ids(typo)).toEqual([videoId(1)]);
    expect(typo.corrections).toEqual([{ typed: 'genrative', to: 'generative' }]);
    expect(ids(await search('xenerative '))).toEqual([videoId(1)]);
    expect((await search('"genrative"')).total).toBe(0);
    await add('a good fellow', 2);
    expect(ids(await search('goodfellow '))).toEqual([videoId(2)]);
    await add('the lighthouse', 3);
    expect(ids(await search('light house '))).toEqual([videoId(3)]);
  });

  it('leaves out what a minus forbids', async () => {
    await add('lamp and boat', 1);
    await add('lamp and rope', 2);
    await add('lamp and old rope', 3);
    expect(ids(await search('lamp -boat ')).sort()).toEqual([videoId(2), videoId(3)]);
    expect(ids(await search('lamp -"old rope"')).sort()).toEqual([videoId(1), videoId(2)]);
  });

  it('filters by channel, title, speaker and date', async () => {
    const mara = await add('Mara: the lamp burns\nTom: no it does not', 1, 'Lighthouses');
    const tom = await add('Mara: what burns\nTom: the lamp', 2, 'Small machines');
    expect(ids(await search('lamp title:light'))).toEqual([mara]);
    expect(ids(await search('lamp channel:"salt signal"')).sort()).toEqual([mara, tom]);
    expect((await search('lamp channel:workbench')).total).toBe(0);
    expect(ids(await search('lamp speaker:tom'))).toEqual([tom]);
    expect(ids(await search('lamp before:1980')).sort()).toEqual([mara, tom]);
    expect((await search('lamp after:1980')).total).toBe(0);
  });

  it('marks the words in context, with time and speaker', async () => {
    await add('Mara: One two three.\nTom: They kept the lamp room warm. It was cold.', 1);
    const [found] = (await search('lamp room')).episodes;
    const [place] = found?.places ?? [];
    expect(place).toMatchObject({ speaker: { name: 'Tom', index: 1 }, time: 6 * 500, word: 6 });
    expect(place?.text).toBe('They kept the lamp room warm. It was cold.');
    const marked = place?.marks.map(({ from, to }) => place.text.slice(from, to));
    expect(marked).toEqual(['lamp', 'room']);
  });

  it('shows a match once when several transcripts of an episode have it', async () => {
    const video = videoId(1);
    const words = `${'filler words here '.repeat(40)}the lamp lights`;
    await saveTranscript(shelf, makeSaving(makeTranscript(words, { video, id: 'captions' })));
    await saveTranscript(shelf, makeSaving(makeTranscript(words, { video, id: 'import' })));
    await saveTranscript(shelf, makeSaving(makeTranscript(`the lamp ${words} extra`, { video, id: 'longer' })));
    const result = await search('lamp ');
    expect(result.total).toBe(1);
    expect(result.episodes[0]?.count).toBe(2);
    expect(ids(await search('extra '))).toEqual([video]);
  });

  it('answers a question with passages of the matter, not with its small words', async () => {
    await add(`${'what did he say about it '.repeat(20)}`, 1);
    await add('before. Differential privacy adds noise, so nobody is known. after that', 2);
    const result = await search('what did he say about differential privacy?');
    expect(result.mode).toBe('passages');
    expect(ids(result)).toEqual([videoId(2)]);
    expect(result.episodes[0]?.places[0]?.text).toContain('Differential privacy adds noise');
  });

  it('never throws and never hangs, whatever is typed', async () => {
    await add('the lamp "lights" a:b', 1);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        await search(query);
      }),
      { numRuns: 300 },
    );
    await search('a '.repeat(5000));
    await search('"'.repeat(5000));
    await search('-'.repeat(5000));
  });
});

/**
 * Named corpora: why each ranks where it does.
 */
describe('ranking', () => {
  const padding = 'and then we went on with it for a while as one does ';

  it('puts words that stand together before words that stand apart', async () => {
    await add(`policy ${padding.repeat(5)} gradient`, 1);
    await add(`policy gradient ${padding.repeat(5)}`, 2);
    expect(ids(await search('policy gradient '))).toEqual([videoId(2), videoId(1)]);
  });

  it('finds words that stand together behind many episodes that say each of them more often', async () => {
    for (let number = 1; number <= 60; number++) {
      await add(`policy policy ${padding.repeat(5)} gradient gradient`, number);
      await add(padding, 100 + number);
    }
    await add(`policy gradient ${padding.repeat(5)}`, 99);
    const result = await search('policy gradient ', 5);
    expect(ids(result)[0]).toBe(videoId(99));
    expect(result.total).toBe(61);
  });

  it('lets the title decide also where the words stand apart, and together in many other episodes', async () => {
    for (let number = 1; number <= 20; number++) await add(`policy gradient ${padding.repeat(5)}`, number, 'A talk');
    for (let number = 21; number <= 40; number++) await add(padding, number, 'Another');
    await add(`policy policy ${padding.repeat(5)} gradient gradient`, 99, 'Policy gradient');
    expect(ids(await search('policy gradient ', 5))[0]).toBe(videoId(99));
  });

  it('puts the rare word before the common one', async () => {
    for (let number = 1; number <= 6; number++) await add(`common ${padding}`, number);
    await add(`common common common ${padding}`, 7);
    await add(`rare ${padding}`, 8);
    const result = await search('"rare" common nowhere ');
    expect(ids(result)[0]).toBe(videoId(8));
  });

  it('lets the title decide between equals', async () => {
    await add(`the lamp burns ${padding}`, 1, 'Waiting rooms');
    await add(`the lamp burns ${padding}`, 2, 'The lamp');
    await add(`the lamp burns ${padding}`, 3, 'Small machines');
    expect(ids(await search('lamp '))[0]).toBe(videoId(2));
  });

  it('knows the title that the episode has now', async () => {
    for (const number of [1, 2, 3]) await add(`the lamp burns ${padding}`, number, 'Waiting rooms');
    await saveTranscript(shelf, makeSaving(makeTranscript(`the lamp burns ${padding}`, { video: videoId(1) }), 'Lamp'));
    expect(ids(await search('lamp '))[0]).toBe(videoId(1));
  });
});
