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
  /** Whether another video was shown before this one in this document. */
  readonly hasVideoBefore: () => boolean;
}

export function captionRoutes({ bridge, player, observed, hasVideoBefore }: RoutesInput): CaptionRoutes {
  const routes: CaptionRoutes = {
    timedtext: (ask, videoId, signal) => askTimedtext(ask, videoId, bridge.client()?.name ?? 'WEB', signal),
    panel: (ask, signal) => askPanel(ask, bridge.client(), signal),
    watchPagePanel: (_videoId, onWords) => watchPagePanel(hasVideoBefore(), onWords),
    token: (videoId) => observed.token(videoId) ?? bridge.token(videoId),
    provoke: (videoId, signal) => provokeCaptions(bridge, videoId, () => routes.token(videoId) !== null, signal),
    isAdvert: () => player.read().advert,
    isOffline: () => navigator.onLine === false,
  };
  return routes;
}
