/** Keeps the index in step with the shelf, inside the shelf's own transactions. */

import { ByteWriter } from '../../transcript/bytes';
import { packLandmarks } from '../../transcript/packed-view';
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeRecord } from '../shelf/records';
import type { ShelfIndex } from '../shelf/shelf';
import { EVERY_KEY, type WriteTransaction } from '../shelf/store-port';
import {
  type CatalogueEntry,
  DOCS_IN_CHUNK,
  type DocRecord,
  EPISODES_IN_CHUNK,
  type EpisodeDocs,
  INDEX_STORES,
  type IndexState,
  type IndexStores,
  type LibraryStores,
} from './index-stores';
import { writePlaces } from './postings';
import { SegmentWriter } from './segment-writer';
import { TERMS_VERSION, type TextTerms, termsOf } from './terms';
import { packTokenWords } from './token-words';

/** Raised when a stored format changes. */
const FORMAT_VERSION = 2;
export const INDEX_VERSION = FORMAT_VERSION * 1000 + TERMS_VERSION;

export const EMPTY_STATE: IndexState = {
  version: INDEX_VERSION,
  nextDoc: 0,
  nextEpisode: 0,
  nextSegment: 0,
  docs: 0,
  tokens: 0,
  segments: [],
  merges: [],
  garbage: [],
  revision: 0,
};

type Tx = WriteTransaction<LibraryStores>;

/** The index as the shelf sees it. An index of another version is left alone: `rebuild-index` makes it anew. */
export const searchIndex: ShelfIndex<LibraryStores> = {
  stores: INDEX_STORES,
  async added(tx, episode, transcript, bytes) {
    const state = await readState(tx);
    if (state.version === INDEX_VERSION) await addDocument(tx, state, { episode, transcript, bytes });
  },
  async removed(tx, videoId, transcriptId) {
    const state = await readState(tx);
    if (state.version === INDEX_VERSION) await removeDocument(tx, state, videoId, transcriptId);
  },
  async changed(tx, episode) {
    const known = await tx.get('indexEpisodes', episode.videoId);
    if (known) {
      await putCatalogueEntry(tx, known.episode, catalogueEntry(episode));
      await putTitle(tx, known, episode.title);
    }
    const state = await readState(tx);
    putState(tx, { ...state, revision: state.revision + 1 });
  },
  async cleared(tx) {
    clearIndex(tx, await readState(tx));
  },
};

/** Empties the index. Numbers of segments go on: what a worker has cached of an old one must not answer for a new one. */
export function clearIndex(tx: WriteTransaction<IndexStores>, { nextSegment, revision }: IndexState): void {
  for (const store of INDEX_STORES) tx.remove(store, EVERY_KEY);
  putState(tx, { ...EMPTY_STATE, nextSegment, revision: revision + 1 });
}

export async function readState(tx: Pick<Tx, 'get'>): Promise<IndexState> {
  return (await tx.get('indexState', 'state')) ?? EMPTY_STATE;
}

export function putState(tx: WriteTransaction<IndexStores>, state: IndexState): void {
  tx.put('indexState', 'state', state);
}

export interface NewDocument {
  readonly episode: EpisodeRecord;
  readonly transcript: Transcript;
  /** The transcript as it is kept. */
  readonly bytes: Uint8Array;
}

export async function addDocument(
  tx: Tx,
  state: IndexState,
  { episode, transcript, bytes }: NewDocument,
): Promise<void> {
  const known = await tx.get('indexEpisodes', episode.videoId);
  if (known?.docs.some(({ id }) => id === transcript.id)) return;
  const doc = state.nextDoc;
  const number = known?.episode ?? state.nextEpisode;
  const text = termsOf(transcript.text);
  writeDocumentSegment(tx, state.nextSegment, doc, text);
  tx.put('indexDocs', doc, docRecord(doc, { episode, transcript, bytes }, text));
  tx.put('indexEpisodes', episode.videoId, {
    episode: number,
    docs: [...(known?.docs ?? []), { id: transcript.id, doc }],
  });
  // A document without tokens counts one: 0 says that it was removed.
  await putLength(tx, doc, Math.max(1, text.count), number);
  await putCatalogueEntry(tx, number, catalogueEntry(episode));
  putState(tx, {
    ...state,
    nextDoc: doc + 1,
    nextEpisode: Math.max(state.nextEpisode, number + 1),
    nextSegment: state.nextSegment + 1,
    docs: state.docs + 1,
    tokens: state.tokens + text.count,
    revision: state.revision + 1,
    segments: [...state.segments, { id: state.nextSegment, tier: 0, firstDoc: doc, endDoc: doc + 1 }],
  });
}

export function docRecord(doc: number, { episode, transcript, bytes }: NewDocument, text: TextTerms): DocRecord {
  return {
    doc,
    videoId: episode.videoId,
    id: transcript.id,
    title: episode.title,
    tokens: text.count,
    tokenWords: packTokenWords(text.tokens, transcript.words.offset),
    landmarks: packLandmarks(bytes),
  };
}

function writeDocumentSegment(tx: Tx, segment: number, doc: number, text: TextTerms): void {
  const writer = new SegmentWriter(tx, segment, doc, null);
  const bytes = new ByteWriter(4096);
  text.terms.forEach((term, index) => {
    const [from, to] = [text.first[index] ?? 0, text.first[index + 1] ?? 0];
    bytes.clear();
    writePlaces(bytes, text.places, from, to);
    const postings = { docs: Uint32Array.of(doc), times: Uint32Array.of(to - from) };
    writer.add({ term, ...postings, places: bytes.written() });
  });
  writer.finish();
}

async function removeDocument(tx: Tx, state: IndexState, videoId: EpisodeId, transcriptId: string): Promise<void> {
  const known = await tx.get('indexEpisodes', videoId);
  const gone = known?.docs.find(({ id }) => id === transcriptId);
  if (!known || !gone) return;
  const record = await tx.get('indexDocs', gone.doc);
  const left = known.docs.filter((entry) => entry !== gone);
  if (left.length > 0) {
    tx.put('indexEpisodes', videoId, { ...known, docs: left });
  } else {
    tx.remove('indexEpisodes', videoId);
    await putCatalogueEntry(tx, known.episode, null);
  }
  tx.remove('indexDocs', gone.doc);
  await putLength(tx, gone.doc, 0, known.episode);
  const tokens = state.tokens - (record?.tokens ?? 0);
  putState(tx, { ...state, docs: state.docs - 1, tokens, revision: state.revision + 1 });
}

async function putLength(tx: Tx, doc: number, length: number, episode: number): Promise<void> {
  const chunk = Math.floor(doc / DOCS_IN_CHUNK);
  const lengths = (await tx.get('indexLengths', chunk)) ?? new Uint32Array(DOCS_IN_CHUNK * 2);
  lengths[(doc % DOCS_IN_CHUNK) * 2] = length;
  lengths[(doc % DOCS_IN_CHUNK) * 2 + 1] = episode;
  tx.put('indexLengths', chunk, lengths);
}

async function putCatalogueEntry(tx: Tx, episode: number, entry: CatalogueEntry | null): Promise<void> {
  const chunk = Math.floor(episode / EPISODES_IN_CHUNK);
  const entries = [...((await tx.get('indexCatalogue', chunk)) ?? [])];
  while (entries.length <= episode % EPISODES_IN_CHUNK) entries.push(null);
  entries[episode % EPISODES_IN_CHUNK] = entry;
  tx.put('indexCatalogue', chunk, entries);
}

async function putTitle(tx: Tx, { docs }: EpisodeDocs, title: string): Promise<void> {
  for (const { doc } of docs) {
    const record = await tx.get('indexDocs', doc);
    if (record && record.title !== title) tx.put('indexDocs', doc, { ...record, title });
  }
}

/** What filters and the search over names know of an episode. */
export function catalogueEntry(episode: EpisodeRecord): CatalogueEntry {
  const { videoId, title, channel, addedAt, transcripts } = episode;
  const speakers = [...new Set(transcripts.flatMap((transcript) => transcript.speakers))];
  return { videoId, title, channel, speakers, addedAt };
}
