/** What the search index keeps, and where. Everything in it can be made again from the transcripts. */
import type { EpisodeId } from '../../transcript/units';
import type { ShelfStores } from '../shelf/records';

/** A document is one transcript. Documents are numbered as they come; a number is never used again. */
export interface IndexState {
  /** Of the terms and of these formats together. */
  readonly version: number;
  readonly nextDoc: number;
  readonly nextEpisode: number;
  readonly nextSegment: number;
  /** Living documents and their tokens: what ranking measures against. */
  readonly docs: number;
  readonly tokens: number;
  /** Segments that answer queries, in the order of their documents. */
  readonly segments: readonly SegmentHead[];
  /** Smaller tiers first. */
  readonly merges: readonly MergeHead[];
  /** Segments that were merged into others and wait to be removed. */
  readonly garbage: readonly number[];
  /** Grows with every change of a title, name or note: what was read of them before is out of date. */
  readonly revision: number;
}

export interface SegmentHead {
  readonly id: number;
  /** 0 for one document; a merge of tier n gives tier n + 1. */
  readonly tier: number;
  readonly firstDoc: number;
  readonly endDoc: number;
}

export interface MergeHead {
  readonly inputs: readonly SegmentHead[];
  readonly output: number;
  /** The last term that was written; null before the first. */
  readonly after: string | null;
}

export interface SegmentRecord {
  readonly id: number;
  /** First term of each block of words, packed. */
  readonly directory: Uint8Array;
  readonly blocks: number;
  /** Bytes in the stream of places. */
  readonly places: number;
}

/** What ordering answers and cutting passages needs of a document besides its transcript. */
export interface DocRecord {
  readonly doc: number;
  readonly videoId: EpisodeId;
  readonly id: string;
  /** Of its episode. */
  readonly title: string;
  readonly tokens: number;
  /** From `packTokenWords`. */
  readonly tokenWords: Uint8Array;
  /** From `packLandmarks`. */
  readonly landmarks: Uint8Array;
}

export interface EpisodeDocs {
  readonly episode: number;
  readonly docs: readonly { readonly id: string; readonly doc: number }[];
}

/** What filters look at. Null where an episode was removed. */
export interface CatalogueEntry {
  readonly videoId: EpisodeId;
  readonly title: string;
  readonly channel: string;
  readonly speakers: readonly string[];
  readonly addedAt: number;
}

export interface IndexStores {
  /** One record, key `state`. */
  readonly indexState: IndexState;
  /** Key: segment. */
  readonly indexSegments: SegmentRecord;
  /** Key: `[segment, block]`. From `WordBlockWriter`. */
  readonly indexWords: Uint8Array;
  /** Key: `[segment, first block of words]`. From `packVocabulary`. */
  readonly indexTerms: Uint8Array;
  /** Key: `[segment, block]`. A stream cut into stretches of `PLACE_BLOCK` bytes. */
  readonly indexPlaces: Uint8Array;
  /** Key: document. */
  readonly indexDocs: DocRecord;
  /** Key: chunk. Two numbers for each document: tokens (0: removed) and episode. */
  readonly indexLengths: Uint32Array;
  /** Key: video id. */
  readonly indexEpisodes: EpisodeDocs;
  /** Key: chunk. */
  readonly indexCatalogue: readonly (CatalogueEntry | null)[];
}

export type LibraryStores = ShelfStores & IndexStores;

export const INDEX_STORES = [
  'indexState',
  'indexSegments',
  'indexWords',
  'indexTerms',
  'indexPlaces',
  'indexDocs',
  'indexLengths',
  'indexEpisodes',
  'indexCatalogue',
] as const satisfies readonly (keyof IndexStores)[];

export const PLACE_BLOCK = 32_768;
export const DOCS_IN_CHUNK = 512;
export const EPISODES_IN_CHUNK = 128;
