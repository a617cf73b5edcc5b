/** Lists of episodes and of the names in them. */
import type { EpisodeRecord, ShelfStores } from './records';
import type { Shelf } from './shelf';

export type Sort = 'read' | 'added' | 'title' | 'channel' | 'length';

export interface ListRequest {
  readonly sort: Sort;
  /** Only this channel's; null: all. */
  readonly channel: string | null;
  readonly offset: number;
  readonly limit: number;
}

const ORDERS: { readonly [Name in Sort]: (a: EpisodeRecord, b: EpisodeRecord) => number } = {
  read: (a, b) => b.lastReadAt - a.lastReadAt,
  added: (a, b) => b.addedAt - a.addedAt,
  title: (a, b) => compareText(a.title, b.title),
  channel: (a, b) => compareText(a.channel, b.channel) || b.lastReadAt - a.lastReadAt,
  length: (a, b) => (b.duration ?? 0) - (a.duration ?? 0),
};

export async function listEpisodes<S extends ShelfStores>(
  shelf: Shelf<S>,
  { sort, channel, offset, limit }: ListRequest,
): Promise<{ readonly episodes: readonly EpisodeRecord[]; readonly total: number }> {
  const all = await shelf.port.read(['episodes'], (tx) => tx.getAll('episodes'));
  const wanted = channel === null ? all : all.filter((episode) => episode.channel === channel);
  wanted.sort(ORDERS[sort]);
  return { episodes: wanted.slice(offset, offset + limit), total: wanted.length };
}

export interface NameCount {
  readonly name: string;
  readonly episodes: number;
}

/** Channels and speakers, those of most episodes first. */
export async function listNames<S extends ShelfStores>(
  shelf: Shelf<S>,
): Promise<{ readonly channels: readonly NameCount[]; readonly speakers: readonly NameCount[] }> {
  const all = await shelf.port.read(['episodes'], (tx) => tx.getAll('episodes'));
  const speakersOf = ({ transcripts }: EpisodeRecord) => [...new Set(transcripts.flatMap(({ speakers }) => speakers))];
  return { channels: countNames(all.map(({ channel }) => [channel])), speakers: countNames(all.map(speakersOf)) };
}

function countNames(lists: readonly (readonly string[])[]): NameCount[] {
  const counts = new Map<string, number>();
  for (const name of lists.flat()) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, episodes]) => ({ name, episodes }))
    .sort((a, b) => b.episodes - a.episodes || compareText(a.name, b.name));
}

/** Made when first needed: it takes some milliseconds, and most workers wake for a search. */
let collator: Intl.Collator | undefined;

function compareText(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}
