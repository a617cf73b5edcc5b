import { describe, expect, it } from 'vitest';
import { INDEX_STORES, type IndexState, type LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { mergeStep } from '../../lib/library/index/merge-segments';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { saveTranscript } from '../../lib/library/shelf/shelf';
import type { StorePort } from '../../lib/library/shelf/store-port';
import { packTranscript } from '../../lib/transcript/pack';
import { bulkFill } from '../bench/bulk-library';
import { madeFacts, madeTranscript, OWN_TEXT, sourceOf } from '../bench/made-library';

const WORDS = 300;
const source = sourceOf([OWN_TEXT]);

/** Everything in the library's stores. Segments by their place in the order, since their numbers tell only of the way here. */
async function contents(port: StorePort<LibraryStores>) {
  return port.read(['episodes', 'transcripts', ...INDEX_STORES], async (tx) => {
    const state = (await tx.get('indexState', 'state')) as IndexState;
    const segments = [];
    for (const { id, tier, firstDoc, endDoc } of state.segments) {
      const range = { from: [id], to: [id, []] };
      const { directory, blocks, places } = (await tx.get('indexSegments', id)) ?? {};
      segments.push({ tier, firstDoc, endDoc, directory, blocks, places });
      segments.push(await tx.getAll('indexWords', range));
      segments.push(await tx.getAll('indexTerms', range));
      segments.push(await tx.getAll('indexPlaces', range));
    }
    const { docs, tokens, nextDoc, nextEpisode, merges, garbage } = state;
    return {
      state: { docs, tokens, nextDoc, nextEpisode, merges, garbage },
      segments,
      rest: await Promise.all(
        (['episodes', 'transcripts', 'indexDocs', 'indexLengths', 'indexEpisodes', 'indexCatalogue'] as const).map(
          (store) => tx.getAll(store),
        ),
      ),
    };
  });
}

describe('a library filled at once', () => {
  it('is byte for byte what imports one by one and their merges leave', async () => {
    const count = 8 * 8 + 8 + 3;
    const [slow, quick] = [createMemoryStore<LibraryStores>(), createMemoryStore<LibraryStores>()];
    let time = 1;
    for (let number = 0; number < count; number++) {
      const transcript = madeTranscript(source, number, WORDS);
      const facts = madeFacts(source, number);
      const now = time++;
      await saveTranscript(
        { port: slow, index: searchIndex, now: () => now },
        { facts, transcript, bytes: packTranscript(transcript) },
      );
      while (await mergeStep(slow));
    }
    await bulkFill(quick, source, count, { words: WORDS });
    expect(await contents(quick)).toEqual(await contents(slow));
  });
});
