/** The routes of the chain, on YouTube's page. */
import type { CaptionRoutes } from '../../captions/routes';
import type { Bridge } from './bridge';
import { watchPagePanel } from './page-panel';
import { askPanel } from './panel';
import type { YoutubePlayer } from './player';
import { provokeCaptions } from './provoke';
import type { ObservedTokens } from './resource-timing';
import { askTimedtext } from './timedtext';

export interface RoutesInput {
  readonly bridge: Bridge;
  readonly player: YoutubePlayer;
  readonly observed: ObservedTokens;
  /** Signature of the page's own panel at the time of the navigation. */
  readonly stalePanel: () => string;
}

/** Milliseconds: the first words of an answer reach further. */
const START = 45_000;

export function captionRoutes({ bridge, player, observed, stalePanel }: RoutesInput): CaptionRoutes {
  // Elsewhere, what is said at the start is not what the reader wants to see.
  const isAtStart = () => player.read().time < START;
  const routes: CaptionRoutes = {
    timedtext: (ask, videoId, signal, onBeginning) =>
      askTimedtext(ask, videoId, bridge.client()?.name ?? 'WEB', signal, isAtStart() ? { onBeginning } : {}),
    panel: (ask, signal) => askPanel(ask, bridge.client(), signal),
    watchPagePanel: (_videoId, onWords) => watchPagePanel(stalePanel(), onWords),
    token: (videoId) => observed.token(videoId) ?? bridge.token(videoId),
    provoke: (videoId, signal) => provokeCaptions(bridge, videoId, () => routes.token(videoId) !== null, signal),
    isAdvert: () => player.read().advert,
    isOffline: () => navigator.onLine === false,
  };
  return routes;
}
