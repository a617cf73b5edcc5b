/** Every way in which the stage can be kind or awkward. All are switchable one by one, for the server or for one video. */

/** What `/api/timedtext` answers once the gate is passed. */
export type TimedtextMode =
  | 'normal'
  /** 200 with zero bytes, whatever the token: withheld for good. */
  | 'empty'
  /** 200 with `{"events":[],"wireMagic":"pb3"}`. */
  | 'shell'
  /** 200 with `{"wireMagic":"pb3"}`. */
  | 'wire-magic'
  /** 200, cut in the middle of the JSON. */
  | 'truncated'
  /** 200 with an HTML page that asks to prove one is human. */
  | 'captcha'
  | 'forbidden'
  | 'not-found'
  | 'too-many'
  /** Answers as for a URL whose `expire` has passed. */
  | 'expired'
  /** 200 with a body of 60 MB that is one valid json3 document. */
  | 'huge'
  /** The right body, ten seconds late. */
  | 'slow'
  /** The right body in small pieces over eight seconds. */
  | 'drip'
  /** Headers, then nothing, for ever. */
  | 'stalled'
  /** The connection is cut after the headers. */
  | 'cut'
  /** Captions that carry tags, scripts, bidi overrides, control characters and prototype keys. */
  | 'hostile'
  /** Negative, backward, missing, fractional, huge and NaN-like times. */
  | 'bad-times'
  /** One cue of 100 kB without white space. */
  | 'long-cue'
  /** 10⁶ cues. */
  | 'million'
  /** JSON of another shape. */
  | 'other-json';

export type PanelMode =
  | 'normal'
  | 'failed-precondition'
  /** 200 with `{}`. */
  | 'empty-object'
  /** 200, the panel's shape without rows. */
  | 'no-rows'
  | 'too-many'
  | 'captcha'
  | 'truncated'
  | 'slow'
  | 'stalled'
  | 'hostile'
  /** Rows of the legacy kind inside the answer. */
  | 'legacy-rows';

/** The four commands that the site's "Show transcript" button carries, depending on the video. */
export type TranscriptButton =
  | 'modern'
  | 'combined-modern'
  /** As `combined-modern`, but the panel that opens stays without rows. */
  | 'combined-empty'
  | 'combined-legacy'
  | 'legacy'
  | 'none';

export interface Advert {
  readonly seconds: number;
  /** Where in the video it interrupts, in seconds; 0 is before the start. */
  readonly at: number;
}

export interface StageOptions {
  /** The three recorded Content-Security-Policy headers, x-frame-options, COOP. Default true. */
  readonly securityHeaders: boolean;
  /** Cookies of the three SameSite kinds. Default true. */
  readonly cookies: boolean;
  /** The first script of the page locks fetch, JSON and Array. Default true. */
  readonly lockedGlobals: boolean;
  /** Pages may rest in the browser's back/forward cache; the site's own are sent with `no-store`. Default false. */
  readonly keptInCache: boolean;
  /** The element that holds a watch page. Default 'flexy'. */
  readonly root: 'flexy' | 'grid';
  /** Milliseconds, least and most, until the page builds itself. Default [300, 700]; the site takes up to 3,000. */
  readonly upgradeDelay: readonly [number, number];
  /** Milliseconds after the page was built at which the right column is thrown away and built again. Default [500]. */
  readonly rerenderAt: readonly number[];
  /** Default 'auto': two columns from 1000 px. */
  readonly columns: 'auto' | 'two' | 'one';
  readonly theater: boolean;
  readonly dark: boolean;
  readonly liveChat: boolean;
  /** What goes full screen: the page, as on the site, or the player alone. Default 'page'. */
  readonly fullscreenElement: 'page' | 'player';
  /** Default 'xpe': captions are withheld without the token. */
  readonly exp: 'xpe' | 'xpv' | 'none';
  /** Caption URLs without scheme and host. Default false. */
  readonly relativeCaptionUrls: boolean;
  readonly timedtext: TimedtextMode;
  /** Milliseconds before an answer. Default 0. */
  readonly timedtextDelay: number;
  /** Translated tracks served before 429. Default 20. */
  readonly translationLimit: number;
  /** Default 'normal'. */
  readonly pot: 'normal' | 'never';
  /** Milliseconds from the first moment of playing without an advert until the token is there. Default 800. */
  readonly potDelay: number;
  readonly panel: PanelMode;
  /** Milliseconds. Default 250. */
  readonly panelDelay: number;
  readonly transcriptButton: TranscriptButton;
  /** Panels of the video before, hidden, with their rows still in them. Default true. */
  readonly stalePanels: boolean;
  /** Milliseconds from navigation to the new video's answer. Default 150. */
  readonly navigationDelay: number;
  /** Milliseconds from that answer to the player's own model naming the new video. Negative: the player is first. Default 60. */
  readonly playerLag: number;
  /** Every request for captions and panels dies on the wire; the page, its data and its media still come. Default false. */
  readonly captionsOffline: boolean;
  /** Whether the page starts playing by itself. Default true. */
  readonly autoplay: boolean;
  /** Subtitles are on from the start, as for one who always has them on. Default false. */
  readonly captionsOn: boolean;
  readonly adverts: readonly Advert[];
  /** Seconds of advert stitched into the media before the video: the element's clock is ahead of the player's by as much. */
  readonly stitchedAdvert: number;
  /** Bytes a second for media; 0 is unlimited. Default 0. */
  readonly mediaRate: number;
}

export const defaultOptions: StageOptions = {
  securityHeaders: true,
  cookies: true,
  lockedGlobals: true,
  keptInCache: false,
  root: 'flexy',
  upgradeDelay: [300, 700],
  rerenderAt: [500],
  columns: 'auto',
  theater: false,
  dark: false,
  liveChat: false,
  fullscreenElement: 'page',
  exp: 'xpe',
  relativeCaptionUrls: false,
  timedtext: 'normal',
  timedtextDelay: 0,
  translationLimit: 20,
  pot: 'normal',
  potDelay: 800,
  panel: 'normal',
  panelDelay: 250,
  transcriptButton: 'modern',
  stalePanels: true,
  navigationDelay: 150,
  playerLag: 60,
  captionsOffline: false,
  autoplay: true,
  captionsOn: false,
  adverts: [],
  stitchedAdvert: 0,
  mediaRate: 0,
};
