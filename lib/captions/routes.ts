/** What the chain needs of the edge. Routes never reject: every end is an answer. */
import type { Stop } from '../ports';
import type { VideoId } from '../transcript/units';
import type { RouteAnswer } from './answers';
import type { CaptionToken, OfferedTrack } from './offer';

/** Like an `AbortSignal`, without its browser. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface Canceller {
  readonly signal: Signal;
  abort(): void;
}

export interface TimedtextAsk {
  readonly track: OfferedTrack;
  /** Null: ask for the plain address. */
  readonly token: CaptionToken | null;
  /** Language to translate into; null: the track's own words. */
  readonly translateTo: string | null;
}

export interface PanelAsk {
  readonly videoId: VideoId;
  /** The language to ask for; null: the page's. YouTube decides. */
  readonly language: string | null;
}

export interface CaptionRoutes {
  /** `onBeginning`: called with the first words of a long answer, at once, while the rest of it is still being read. */
  timedtext(
    ask: TimedtextAsk,
    videoId: VideoId,
    signal: Signal,
    onBeginning?: (answer: RouteAnswer & { readonly ok: true }) => void,
  ): Promise<RouteAnswer>;
  panel(ask: PanelAsk, signal: Signal): Promise<RouteAnswer>;
  /**
   * The words YouTube's own transcript panel shows for the video, whenever the viewer has it open. Calls once with each
   * whole reading; never opens the panel itself.
   */
  watchPagePanel(videoId: VideoId, onWords: (answer: RouteAnswer) => void): Stop;
  /** The token the player holds for this video at the moment. Cheap. */
  token(videoId: VideoId): CaptionToken | null;
  /** Turns the player's captions on for a moment, so that it mints a token, and puts back what it found. */
  provoke(videoId: VideoId, signal: Signal): Promise<void>;
  /** An advert holds the player. */
  isAdvert(): boolean;
  /** The browser knows of no network. */
  isOffline(): boolean;
}
