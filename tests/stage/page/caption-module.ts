/** The player's captions: track lists, the CC button, and the XMLHttpRequest that carries the full set of parameters. */
import type { CaptionTrackData, Player } from './player';
import { PlayerState } from './player';

interface ShownEvent {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const moduleDelay = 120;
const thirtyDays = 30 * 24 * 3600 * 1000;

export class CaptionModule {
  isOn = false;
  private loaded = false;
  private shown: CaptionTrackData | null = null;
  private events: ShownEvent[] = [];
  private waiting = 0;
  private generation = 0;

  constructor(private readonly player: Player) {
    player.media.addEventListener('timeupdate', () => this.paint());
  }

  reset(): void {
    window.clearInterval(this.waiting);
    this.generation += 1;
    this.loaded = false;
    this.shown = null;
    this.events = [];
    this.paint();
    const wasOn = this.isOn || this.player.video?.options.captionsOn === true;
    this.isOn = false;
    if (wasOn && this.tracks().length > 0) this.turnOn(false);
  }

  tracks(): readonly CaptionTrackData[] {
    return this.player.data.captions?.playerCaptionsTracklistRenderer?.captionTracks ?? [];
  }

  /** The tracks with the URLs the player would ask for: with the token once there is one. */
  audioTrack(): object {
    const pot = this.player.proof.token;
    return {
      id: 'und',
      captionsInitialState: 'CAPTIONS_INITIAL_STATE_OFF_RECOMMENDED',
      captionTracks: this.tracks().map((track) => ({
        url: pot ? `${absolute(track.baseUrl)}&potc=1&pot=${pot}` : absolute(track.baseUrl),
        vssId: track.vssId,
        languageCode: track.languageCode,
        languageName: track.name.simpleText ?? track.name.runs?.[0]?.text ?? '',
        displayName: track.name.simpleText ?? track.name.runs?.[0]?.text ?? '',
        kind: track.kind ?? '',
        isTranslateable: true,
      })),
    };
  }

  loadModule(module: string): void {
    if (module !== 'captions') return;
    const generation = this.generation;
    window.setTimeout(() => {
      if (generation === this.generation) this.loaded = true;
    }, moduleDelay);
  }

  unloadModule(module: string): void {
    if (module === 'captions') this.loaded = false;
  }

  getOptions(module?: string): string[] {
    if (!this.loaded) return [];
    return module === 'captions' ? ['reload', 'fontSize', 'track', 'tracklist', 'translationLanguages'] : ['captions'];
  }

  getOption(module: string, option: string): unknown {
    if (module !== 'captions' || !this.loaded) return undefined;
    if (option === 'tracklist') return this.tracks().map(optionOf);
    if (option === 'track') return this.shown ? optionOf(this.shown) : {};
    return undefined;
  }

  setOption(module: string, option: string, value: unknown): void {
    if (module !== 'captions' || option !== 'track' || !this.loaded) return;
    const wanted = (value ?? {}) as { vss_id?: string; vssId?: string; languageCode?: string; kind?: string };
    const id = wanted.vss_id ?? wanted.vssId;
    const track = this.tracks().find((candidate) =>
      id
        ? candidate.vssId === id
        : candidate.languageCode === wanted.languageCode && (candidate.kind ?? '') === (wanted.kind ?? ''),
    );
    if (!track) {
      this.shown = null;
      this.events = [];
      this.mark(false);
      return;
    }
    this.show(track);
  }

  toggle(): void {
    if (this.isOn) this.turnOff();
    else this.turnOn();
  }

  turnOn(remember = true): void {
    const tracks = this.tracks();
    const track = tracks.find((candidate) => candidate.kind !== 'asr') ?? tracks[0];
    if (!track) return;
    if (remember) this.remember(true, track);
    this.loadModule('captions');
    const generation = this.generation;
    window.setTimeout(() => {
      if (generation === this.generation) this.show(track);
    }, moduleDelay + 10);
    this.mark(true);
  }

  private turnOff(): void {
    this.remember(false, this.shown);
    this.shown = null;
    this.events = [];
    this.mark(false);
    this.paint();
  }

  private mark(on: boolean): void {
    this.isOn = on;
    this.player.controls.showCaptionsOn(on);
  }

  /** The choice is kept for thirty days, as the site keeps it. */
  private remember(on: boolean, track: CaptionTrackData | null): void {
    const entry = (data: string) => JSON.stringify({ data, expiration: Date.now() + thirtyDays, creation: Date.now() });
    localStorage.setItem('yt-player-sticky-caption', entry(String(on)));
    if (track) localStorage.setItem('yt-player-caption-sticky-language', entry(track.languageCode));
  }

  /** The track that is shown already is not asked for again. */
  private show(track: CaptionTrackData): void {
    if (this.shown?.vssId === track.vssId) return;
    this.shown = track;
    this.mark(true);
    window.clearInterval(this.waiting);
    this.waiting = window.setInterval(() => {
      const state = this.player.state();
      const isRunning = state === PlayerState.playing || state === PlayerState.buffering;
      const needsToken = absolute(track.baseUrl).includes('&exp=xp');
      if (!isRunning || (needsToken && !this.player.proof.token)) return;
      window.clearInterval(this.waiting);
      this.request(track);
    }, 50);
  }

  private request(track: CaptionTrackData): void {
    const generation = this.generation;
    const request = new XMLHttpRequest();
    request.open('GET', fullUrl(track.baseUrl, this.player.proof.token));
    request.addEventListener('load', () => {
      if (generation === this.generation && this.shown === track) this.events = readEvents(request.responseText);
    });
    request.send();
  }

  /** YouTube paints captions as elements; text tracks of the media stay empty. */
  private paint(): void {
    const now = this.player.time() * 1000;
    const showing = this.player.adverts.isShowing
      ? []
      : this.events.filter((event) => event.start <= now && now < event.end);
    this.player.controls.paintCaptions(showing.slice(-2).map((event) => event.text));
  }
}

function absolute(url: string): string {
  return new URL(url, location.origin).href;
}

function fullUrl(baseUrl: string, pot: string | null): string {
  const version = String(window.ytcfg.get('INNERTUBE_CLIENT_VERSION'));
  const client = `c=WEB&cver=${version}&cplayer=UNIPLAYER&cos=X11&cplatform=DESKTOP`;
  const token = pot ? `potc=1&pot=${pot}` : 'potc=0';
  return `${absolute(baseUrl)}&${token}&fmt=json3&xorb=2&xobt=3&xovt=3&cbr=Chrome&cbrver=156.0.0.0&${client}`;
}

function optionOf(track: CaptionTrackData): object {
  return {
    languageCode: track.languageCode,
    languageName: track.name.simpleText ?? '',
    displayName: track.name.simpleText ?? '',
    kind: track.kind ?? '',
    vss_id: track.vssId,
    is_translateable: true,
  };
}

function readEvents(text: string): ShownEvent[] {
  try {
    const events =
      (
        JSON.parse(text) as {
          events?: { tStartMs?: number; dDurationMs?: number; aAppend?: number; segs?: { utf8?: string }[] }[];
        }
      ).events ?? [];
    return events
      .filter((event) => event.segs && !event.aAppend)
      .map((event) => ({
        start: event.tStartMs ?? 0,
        end: (event.tStartMs ?? 0) + (event.dDurationMs ?? 0),
        text: (event.segs ?? []).map((segment) => segment.utf8 ?? '').join(''),
      }));
  } catch {
    return [];
  }
}
