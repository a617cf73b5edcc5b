/**
 * A library of many thousands of made episodes in minutes: what importing them one by one and merging would have left,
 * written at once, with the index's own writers. `tests/library/bulk-library.test.ts` holds it to being the same.
 */
import {
  DOCS_IN_CHUNK,
  EPISODES_IN_CHUNK,
  INDEX_STORES,
  type LibraryStores,
  type SegmentHead,
} from '../../lib/library/index/index-stores';
import { catalogueEntry, docRecord, EMPTY_STATE, putState } from '../../lib/library/index/maintain-index';
import { FAN } from '../../lib/library/index/merge-segments';
import { writePlaces } from '../../lib/library/index/postings';
import { SegmentWriter } from '../../lib/library/index/segment-writer';
import { termsOf } from '../../lib/library/index/terms';
import type { EpisodeRecord } from '../../lib/library/shelf/records';
import { summarise } from '../../lib/library/shelf/shelf';
import type { StorePort, WriteTransaction } from '../../lib/library/shelf/store-port';
import { ByteWriter } from '../../lib/transcript/bytes';
import { packTranscript } from '../../lib/transcript/pack';
import { madeFacts, madeTranscript, type Source, WORDS_IN_EPISODE } from './made-library';

/** Larger ones do not fit into memory before they are written: they come of merging these. */
const LARGEST_TIER = 4;
const STORES = ['episodes', 'transcripts', ...INDEX_STORES] as const;

type Tx = WriteTransaction<LibraryStores>;

export interface BulkOptions {
  readonly words?: number;
  readonly onProgress?: (episodes: number) => void;
}

/** Fills an empty library with episodes 0 to `count`. */
export async function bulkFill(
  port: StorePort<LibraryStores>,
  source: Source,
  count: number,
  { words = WORDS_IN_EPISODE, onProgress = () => undefined }: BulkOptions = {},
): Promise<void> {
  let state = EMPTY_STATE;
  while (state.nextDoc < count) {
    const tier = largestTier(count - state.nextDoc);
    const [firstDoc, endDoc] = [state.nextDoc, state.nextDoc + FAN ** tier];
    const segment: SegmentHead = { id: state.nextSegment, tier, firstDoc, endDoc };
    const before = state;
    state = await port.write(STORES, 'relaxed', async (tx) => {
      const terms = new GatheredTerms();
      let tokens = 0;
      for (let number = firstDoc; number < endDoc; number++)
        tokens += await addEpisode(tx, source, number, words, terms);
      terms.write(new SegmentWriter(tx, segment.id, firstDoc, null));
      const after = {
        ...before,
        nextDoc: endDoc,
        nextEpisode: endDoc,
        nextSegment: before.nextSegment + 1,
        docs: endDoc,
        tokens: before.tokens + tokens,
        revision: endDoc,
        segments: [...before.segments, segment],
      };
      putState(tx, after);
      return after;
    });
    onProgress(state.nextDoc);
  }
}

function largestTier(episodes: number): number {
  let tier = 0;
  while (tier < LARGEST_TIER && FAN ** (tier + 1) <= episodes) tier++;
  return tier;
}

async function addEpisode(
  tx: Tx,
  source: Source,
  number: number,
  words: number,
  terms: GatheredTerms,
): Promise<number> {
  const transcript = madeTranscript(source, number, words);
  const { id, videoId } = transcript;
  const bytes = packTranscript(transcript);
  const savedAt = number + 1;
  const episode: EpisodeRecord = {
    ...madeFacts(source, number),
    transcripts: [summarise(transcript, bytes.length, savedAt)],
    chosen: null,
    chosenTrack: null,
    place: null,
    addedAt: savedAt,
    lastReadAt: savedAt,
    notes: 0,
  };
  tx.put('episodes', videoId, episode);
  tx.put('transcripts', [videoId, id], { id, videoId, bytes, savedAt });
  const text = termsOf(transcript.text);
  terms.add(number, text);
  tx.put('indexDocs', number, docRecord(number, { episode, transcript, bytes }, text));
  tx.put('indexEpisodes', videoId, { episode: number, docs: [{ id, doc: number }] });
  await putRows(tx, number, text.count, episode);
  return text.count;
}

async function putRows(tx: Tx, number: number, length: number, episode: EpisodeRecord): Promise<void> {
  const chunk = Math.floor(number / DOCS_IN_CHUNK);
  const lengths = (await tx.get('indexLengths', chunk)) ?? new Uint32Array(DOCS_IN_CHUNK * 2);
  lengths.set([Math.max(1, length), number], (number % DOCS_IN_CHUNK) * 2);
  tx.put('indexLengths', chunk, lengths);
  const names = Math.floor(number / EPISODES_IN_CHUNK);
  const entries = (await tx.get('indexCatalogue', names)) ?? [];
  tx.put('indexCatalogue', names, [...entries, catalogueEntry(episode)]);
}

/** The terms of many documents, until they are written in order. */
class GatheredTerms {
  private readonly byName = new Map<string, { docs: number[]; times: number[]; places: ByteWriter }>();

  add(doc: number, { terms, first, places }: ReturnType<typeof termsOf>): void {
    terms.forEach((term, index) => {
      const [from, to] = [first[index] ?? 0, first[index + 1] ?? 0];
      const known = this.byName.get(term) ?? { docs: [], times: [], places: new ByteWriter(16) };
      this.byName.set(term, known);
      known.docs.push(doc);
      known.times.push(to - from);
      writePlaces(known.places, places, from, to);
    });
  }

  write(writer: SegmentWriter): void {
    for (const term of [...this.byName.keys()].sort()) {
      const { docs = [], times = [], places = new ByteWriter() } = this.byName.get(term) ?? {};
      writer.add({ term, docs: Uint32Array.from(docs), times: Uint32Array.from(times), places: places.written() });
    }
    writer.finish();
  }
}
