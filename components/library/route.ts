import { type EpisodeId, isEpisodeId } from '@/lib/transcript/units';

/** Words of a transcript, by number: both ends belong to it. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

/** Where in the library the page is: in its address, so that back, reload and bookmarks work. */
export interface Route {
  readonly query: string;
  /** The episode that is read; null: search or list. */
  readonly videoId: EpisodeId | null;
  /** The place that is read; null: the beginning. */
  readonly words: WordSpan | null;
  readonly isImport: boolean;
}

export function readRoute(address: { readonly search: string; readonly hash: string }): Route {
  const values = new URLSearchParams(address.search);
  const video = values.get('v');
  const videoId = isEpisodeId(video) ? video : null;
  return {
    query: values.get('q') ?? '',
    videoId,
    words: videoId === null ? null : readSpan(values.get('w') ?? ''),
    isImport: address.hash === '#import',
  };
}

function readSpan(text: string): WordSpan | null {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  return first === undefined || Number(last) < Number(first) ? null : { first: Number(first), last: Number(last) };
}

/** The query of the page's address for a place. */
export function placeQuery({ query, videoId, words }: Pick<Route, 'query' | 'videoId' | 'words'>): string {
  const values = new URLSearchParams();
  if (query !== '') values.set('q', query);
  if (videoId !== null) values.set('v', videoId);
  if (videoId !== null && words !== null) values.set('w', `${words.first}-${words.last}`);
  return values.size > 0 ? `?${values}` : '';
}

/** `replace` while typing: a search is one step back, not one for each key. */
export function writeRoute(route: Route, how: 'push' | 'replace'): void {
  const address = location.pathname + placeQuery(route);
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
