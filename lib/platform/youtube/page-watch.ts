/**
 * Collects what the page says of the video it shows, from wherever it is said first: the source of the page, the player,
 * the page's own events. All of it is a stranger's word, and counts only for the video it names.
 */
import type { Offer } from '../../captions/offer';
import type { Chapter } from '../../transcript/types';
import type { VideoId } from '../../transcript/units';
import type { Bridge } from './bridge';
import { readChapters, videoIdOfNext } from './chapters';
import { at, textAt } from './json-path';
import type { NavigationToken } from './navigation';
import { readOffer, videoIdOf } from './page-data';

export interface PageWatch {
  /** Begins with a new video; null: none. */
  follow(token: NavigationToken | null): void;
}

/** How often the page is asked while it has not said all, and how long. A slow page takes three seconds to build itself. */
const LOOK_EVERY_MS = 100;
const LOOK_SLOWER_AFTER_MS = 3_000;
const LOOK_SLOWER_MS = 1_000;
const LOOK_FOR_MS = 20_000;

export function watchPage(bridge: Bridge, signal: AbortSignal, onOffer: (offer: Offer) => void): PageWatch {
  let token: NavigationToken | null = null;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chapters: readonly Chapter[] = [];
  let hasNext = false;
  /** Of `yt-navigate-finish`: the only place that names the answer of a page change before the player does. */
  let finished: { readonly videoId: string; readonly response: unknown } | null = null;
  let last = '';

  function follow(next: NavigationToken | null): void {
    token = next;
    startedAt = Date.now();
    chapters = [];
    hasNext = false;
    last = '';
    clearTimeout(timer);
    if (next) look();
  }

  function look(): void {
    clearTimeout(timer);
    if (!token || signal.aborted) return;
    if (!hasNext) readNext(token.videoId);
    const offer = readCurrent(token);
    if (offer) tell(offer);
    const waited = Date.now() - startedAt;
    if ((offer && hasNext) || waited > LOOK_FOR_MS) return;
    timer = setTimeout(look, waited < LOOK_SLOWER_AFTER_MS ? LOOK_EVERY_MS : LOOK_SLOWER_MS);
  }

  function readCurrent({ videoId, isFirstLoad }: NavigationToken): Offer | null {
    const { player, initial, shownTrack } = bridge.responses();
    const playerTrack = shownTrack;
    const read = (response: unknown, isForThisPage: boolean) =>
      readOffer({ player: response, chapters, playerTrack }, videoId, isForThisPage);
    const finishedHere = finished?.videoId === videoId ? finished.response : null;
    const offers = [read(player, false), read(finishedHere, true), isFirstLoad ? read(initial, true) : null];
    // A player that has trimmed its answer must not hide captions that the page was built with.
    return offers.find((offer) => offer?.captions === 'listed') ?? offers.find((offer) => offer !== null) ?? null;
  }

  function readNext(videoId: VideoId): void {
    for (const next of bridge.next()) takeNext(next, videoId);
  }

  function takeNext(next: unknown, videoId: VideoId): void {
    if (videoIdOfNext(next) !== videoId) return;
    hasNext = true;
    chapters = readChapters(next);
  }

  /** The same offer again is no news; addresses are, because they are signed anew. */
  function tell(offer: Offer): void {
    const text = JSON.stringify(offer);
    if (text === last) return;
    last = text;
    onOffer(offer);
  }

  function onFinish(event: Event): void {
    const response = at((event as CustomEvent<unknown>).detail, 'response');
    const videoId =
      textAt((event as CustomEvent<unknown>).detail, 'endpoint', 'watchEndpoint', 'videoId') ||
      (videoIdOf(at(response, 'playerResponse')) ?? '');
    finished = { videoId, response: at(response, 'playerResponse') };
    if (token) for (const next of [at(response, 'response'), response]) takeNext(next, token.videoId);
    look();
  }

  const options = { signal, capture: true };
  // On the window, which also hears what is sent to the document or to an element of it.
  window.addEventListener('yt-navigate-finish', onFinish, options);
  window.addEventListener('yt-page-data-updated', look, options);
  window.addEventListener('yt-player-updated', look, options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { follow };
}
