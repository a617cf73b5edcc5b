/**
 * Moving between pages without loading one. The order is YouTube's: navigate-start while the address is still the old
 * one, then the new address, then the answer, then page type, navigate-finish, page-data-updated. The player's own model
 * follows or precedes the page's by `playerLag`. The globals of the first page stay as they were.
 */
import { type App, fillBrowse } from './app';
import { h } from './dom';
import type { PageVideo } from './page-video';
import type { Player, PlayerData } from './player';
import { getJson, type StageDoor, wait } from './stage-state';
import type { Watch } from './watch';

export type PageType = 'watch' | 'shorts' | 'browse' | 'search' | 'channel' | 'playlist';

export interface Place {
  readonly type: PageType;
  readonly videoId: string;
  readonly startSeconds: number;
}

export function placeOf(address: string): Place {
  const url = new URL(address, location.origin);
  const seconds = Number.parseFloat(url.searchParams.get('t') ?? '0') || 0;
  const first = url.pathname.split('/')[1] ?? '';
  const id = url.pathname.split('/')[2] ?? '';
  if (first === 'watch') return { type: 'watch', videoId: url.searchParams.get('v') ?? '', startSeconds: seconds };
  if (first === 'live' && id) return { type: 'watch', videoId: id, startSeconds: seconds };
  if (first === 'shorts') return { type: 'shorts', videoId: id, startSeconds: 0 };
  const types: Record<string, PageType> = { results: 'search', playlist: 'playlist', channel: 'channel' };
  return { type: types[first] ?? (first.startsWith('@') ? 'channel' : 'browse'), videoId: '', startSeconds: 0 };
}

export class Navigation {
  private turn = 0;

  constructor(
    private readonly app: App,
    private readonly player: Player,
    private readonly watch: Watch,
    private readonly events: StageDoor['events'],
  ) {
    window.addEventListener('popstate', () => void this.go(location.href, false));
  }

  /** The first page: its data is inline, no navigate-start is sent. */
  async begin(video: PageVideo | null): Promise<void> {
    const place = placeOf(location.href);
    const data = (window.ytInitialPlayerResponse ?? {}) as PlayerData;
    this.showPage(place, video);
    if (video && place.type === 'watch') this.player.load(video, data, place.startSeconds);
    this.finish(place, data, window.ytInitialData ?? {});
  }

  async go(address: string, push = true): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    const place = placeOf(address);
    this.send('yt-navigate-start', place, { pageType: place.type, endpoint: endpointOf(place), url: address });
    if (push) history.pushState({ endpoint: endpointOf(place) }, '', address);
    if (place.type === 'browse' || place.videoId === '') {
      this.showPage(place, null);
      this.finish(place, {}, {});
      return;
    }
    const video = await getJson<PageVideo>(`/__stage/video?v=${place.videoId}`);
    const { navigationDelay, playerLag } = video.options;
    const answers = Promise.all([
      getJson<PlayerData>('/youtubei/v1/player?prettyPrint=false', { videoId: place.videoId }),
      getJson<object>('/youtubei/v1/next?prettyPrint=false', { videoId: place.videoId }),
    ]);
    await wait(navigationDelay);
    const [data, next] = await answers;
    if (turn !== this.turn) return;
    const toPlayer = () => {
      if (turn !== this.turn || place.type !== 'watch') return;
      this.player.load(video, data, place.startSeconds);
      this.send('yt-player-updated', place, this.player.element, this.player.element);
    };
    if (playerLag < 0) {
      toPlayer();
      await wait(-playerLag);
      if (turn !== this.turn) return;
    }
    this.showPage(place, video);
    this.send('yt-page-data-fetched', place, { pageData: { response: next, playerResponse: data } });
    this.finish(place, data, next);
    if (playerLag >= 0) window.setTimeout(toPlayer, playerLag);
  }

  private finish(place: Place, playerResponse: object, response: object): void {
    const detail = {
      pageType: place.type,
      endpoint: endpointOf(place),
      fromHistory: false,
      response: {
        page: place.type,
        endpoint: endpointOf(place),
        playerResponse,
        response,
        url: location.pathname + location.search,
      },
    };
    this.send('yt-page-type-changed', place, { newPageSubtype: place.type });
    this.send('yt-navigate-finish', place, detail);
    this.send('yt-page-data-updated', place, { pageType: place.type });
  }

  private showPage(place: Place, video: PageVideo | null): void {
    const isWatch = place.type === 'watch';
    this.watch.root.toggleAttribute('hidden', !isWatch);
    this.app.browse.hidden = isWatch || place.type === 'shorts';
    this.app.shorts.hidden = place.type !== 'shorts';
    this.watch.root.toggleAttribute('role', false);
    if (isWatch && video) {
      this.watch.root.setAttribute('role', 'main');
      this.watch.show(video);
      document.title = `${video.title} - YouTube`;
      return;
    }
    this.player.media.pause();
    if (place.type === 'shorts') this.fillShorts(place.videoId);
    else fillBrowse(this.app.browse, [], (id) => void this.go(`/watch?v=${id}`));
    document.title = 'YouTube';
  }

  /** Several players stand in the page at once; only the address says which one is meant. */
  private fillShorts(id: string): void {
    const reels = [id, `${id}-next`].map((name, index) =>
      h(
        'ytd-reel-video-renderer',
        { id: String(index), 'is-active': index === 0 ? '' : undefined },
        h(
          'div',
          { id: 'reel-overlay-container' },
          h('div', { class: 'html5-video-player', 'data-reel': name }, h('video', {})),
        ),
      ),
    );
    this.app.shorts.replaceChildren(h('div', { id: 'shorts-container' }, ...reels));
  }

  private send(name: string, place: Place, detail: unknown, target: EventTarget = this.app.root): void {
    this.events.push({ name, videoId: place.videoId, at: performance.now() });
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function endpointOf(place: Place): object {
  const metadata = {
    webCommandMetadata: {
      url: location.pathname + location.search,
      webPageType: `WEB_PAGE_TYPE_${place.type.toUpperCase()}`,
    },
  };
  if (place.type === 'shorts') return { commandMetadata: metadata, reelWatchEndpoint: { videoId: place.videoId } };
  if (place.type === 'watch') return { commandMetadata: metadata, watchEndpoint: { videoId: place.videoId } };
  return { commandMetadata: metadata, browseEndpoint: { browseId: 'FEwhat_to_watch' } };
}
