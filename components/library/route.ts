import { isVideoId, type VideoId } from '@/lib/transcript/units';

/** Where in the library the page is: in its address, so that back, reload and bookmarks work. */
export interface Route {
  readonly query: string;
  /** The episode that is read; null: search or list. */
  readonly videoId: VideoId | null;
  readonly isImport: boolean;
}

export function readRoute(address: { readonly search: string; readonly hash: string }): Route {
  const values = new URLSearchParams(address.search);
  const video = values.get('v');
  return {
    query: values.get('q') ?? '',
    videoId: isVideoId(video) ? video : null,
    isImport: address.hash === '#import',
  };
}

/** `replace` while typing: a search is one step back, not one for each key. */
export function writeRoute({ query, videoId }: Route, how: 'push' | 'replace'): void {
  const values = new URLSearchParams();
  if (query !== '') values.set('q', query);
  if (videoId !== null) values.set('v', videoId);
  const address = `${location.pathname}${values.size > 0 ? `?${values}` : ''}`;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
