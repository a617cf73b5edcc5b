import type { EpisodeId } from '../transcript/units';
import type { Anchor } from './anchors';
import type { NoteItem } from './items';

/** A page of notes as it was read, and where the reader put its items otherwise. Plain data, for the library and backups. */
export interface KeptPage {
  readonly id: string;
  readonly videoId: EpisodeId;
  /** Of the page, or its file's name; empty where neither is known. */
  readonly title: string;
  /** Where it was read; null for a paste or a file. */
  readonly url: string | null;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly items: readonly NoteItem[];
  readonly pins: readonly Pin[];
}

/** Where the reader put an item of a page; a null anchor: taken off, it is nowhere. */
export interface Pin {
  /** Index of the item in its page. */
  readonly item: number;
  readonly anchor: Anchor | null;
}
