/** Precision and recall of exact phrases against looking into every text, half of them from one row into the next. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileQuery } from '../../lib/find/compile-query';
import { buildFindIndex, type FindIndex } from '../../lib/find/find-index';
import { matchWords } from '../../lib/find/match-words';
import { IndexCache } from '../../lib/library/index/index-cache';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { mergeStep } from '../../lib/library/index/merge-segments';
import { searchLibrary } from '../../lib/library/query/search-library';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { saveTranscript } from '../../lib/library/shelf/shelf';
import type { StorePort } from '../../lib/library/shelf/store-port';
import type { VideoId } from '../../lib/transcript/units';
import { bulkFill } from '../bench/bulk-library';
import { madeTranscript, madeVideoId, OWN_TEXT, seeded, sourceOf, WORDS_IN_PARAGRAPH } from '../bench/made-library';
import { makeSaving, makeTranscript, videoId } from './make-transcript';

/** `PHRASE_EPISODES=300 PHRASE_WORDS=11800` makes it the long run. */
const EPISODES = Number(process.env.PHRASE_EPISODES ?? 20);
const WORDS = Number(process.env.PHRASE_WORDS ?? 700);
const PHRASES = 1000;
const LONGEST = 6;

const source = sourceOf([OWN_TEXT]);
const indexes: FindIndex[] = [];
let port: StorePort<LibraryStores>;

beforeAll(async () => {
  port = createMemoryStore<LibraryStores>();
  await bulkFill(port, source, EPISODES, { words: WORDS });
  while (await mergeStep(port));
  for (let number = 0; number < EPISODES; number++) indexes.push(buildFindIndex(madeTranscript(source, number, WORDS)));
});

/** What two words may have between them, and themselves. */
const spoken = fc.constantFrom(
  'lamp',
  'tide',
  'lamp',
  'tide',
  'um',
  'you',
  'know',
  'you know',
  'I mean',
  'uh',
  '[Music]',
  'so',
);

type Random = () => number;

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Some words as they follow each other in one episode. */
function phraseFrom({ tokens }: FindIndex, isAcross: boolean, random: Random): string[] {
  const length = (isAcross ? 2 : 1) + below(LONGEST - 1, random);
  const row = (1 + below(Math.floor(WORDS / WORDS_IN_PARAGRAPH) - 1, random)) * WORDS_IN_PARAGRAPH;
  const from = isAcross ? row - 1 - below(length - 1, random) : below(tokens.count - length, random);
  return Array.from(tokens.id.slice(from, from + length), (id) => tokens.lexicon.word(id));
}

function lookIntoAll(phrase: readonly string[]): { readonly found: VideoId[]; readonly times: number } {
  const words = phrase.map((text) => ({ text, quoted: true }));
  const counts = indexes.map((index) => matchWords(index, compileQuery(index, words, false)).count);
  const found = counts.flatMap((count, number) => (count > 0 ? [madeVideoId(number)] : []));
  return { found, times: counts.reduce((sum, count) => sum + count, 0) };
}

describe('a phrase', () => {
  it(`is found where it stands and nowhere else: ${PHRASES} of ${EPISODES} episodes, half of them across rows`, async () => {
    const random = seeded(47);
    const cache = new IndexCache();
    for (let number = 0; number < PHRASES; number++) {
      const index = indexes[below(EPISODES, random)];
      if (!index) throw new Error('an episode without words');
      const phrase = phraseFrom(index, number % 2 === 1, random);
      const query = `"${phrase.join(' ')}"`;
      const { episodes, times } = await searchLibrary(port, cache, { query, offset: 0, limit: EPISODES, places: 1 });
      const found = episodes.map(({ episode }) => episode.videoId).sort();
      expect({ phrase, found, times }).toEqual({ phrase, ...lookIntoAll(phrase) });
    }
  });

  it('of two words is counted with whatever may stand between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(spoken, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        async (texts) => {
          const shelf = { port: createMemoryStore<LibraryStores>(), index: searchIndex, now: () => 1 };
          const transcripts = texts.map((words, number) => makeTranscript(words.join(' '), { video: videoId(number) }));
          for (const transcript of transcripts) await saveTranscript(shelf, makeSaving(transcript));
          const own = transcripts.map(buildFindIndex);
          for (const phrase of [
            ['lamp', 'tide'],
            ['you', 'know'],
            ['know', 'lamp'],
            ['um', 'tide'],
            ['lamp', 'um'],
          ]) {
            const words = phrase.map((text) => ({ text, quoted: true }));
            const counts = own.map((index) => matchWords(index, compileQuery(index, words, false)).count);
            const request = { query: `"${phrase.join(' ')}"`, offset: 0, limit: 9, places: 1 };
            const { times } = await searchLibrary(shelf.port, new IndexCache(), request);
            expect({ phrase, times }).toEqual({ phrase, times: counts.reduce((sum, count) => sum + count, 0) });
          }
        },
      ),
    );
  });

  it('is not found when no episode has it, though all have its words', async () => {
    const random = seeded(48);
    let absent = 0;
    for (let number = 0; number < PHRASES / 5; number++) {
      const index = indexes[below(EPISODES, random)];
      const phrase = index ? phraseFrom(index, false, random).reverse() : [];
      const truth = lookIntoAll(phrase);
      if (truth.found.length === 0) absent++;
      const query = `"${phrase.join(' ')}"`;
      const { total, times } = await searchLibrary(port, new IndexCache(), { query, offset: 0, limit: 1, places: 1 });
      expect({ phrase, total, times }).toEqual({ phrase, total: truth.found.length, times: truth.times });
    }
    expect(absent).toBeGreaterThan(10);
  });
});
