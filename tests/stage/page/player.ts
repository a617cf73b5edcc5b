/** #movie_player: one video element for the life of the page, and the API that YouTube hangs on it in the page's world. */
import { Adverts } from './adverts';
import { CaptionModule } from './caption-module';
import { buildControls, type Controls } from './controls';
import { h } from './dom';
import type { PageVideo } from './page-video';
import { ProofOfOrigin } from './proof-of-origin';

/** YouTube's numbers. */
export const PlayerState = { unstarted: -1, ended: 0, playing: 1, paused: 2, buffering: 3, cued: 5 } as const;

export interface CaptionTrackData {
  readonly baseUrl: string;
  readonly vssId: string;
  readonly languageCode: string;
  readonly kind?: string;
  readonly name: { simpleText?: string; runs?: { text: string }[] };
}

export interface PlayerData {
  readonly playabilityStatus?: { status?: string; reason?: string; messages?: string[] };
  readonly videoDetails?: { videoId?: string; title?: string };
  readonly captions?: {
    playerCaptionsTracklistRenderer?: { captionTracks?: CaptionTrackData[]; audioTracks?: object[] };
  };
}

export class Player {
  readonly element: HTMLElement;
  readonly media: HTMLVideoElement;
  readonly controls: Controls;
  readonly adverts: Adverts;
  readonly captions: CaptionModule;
  readonly proof: ProofOfOrigin;
  video: PageVideo | null = null;
  data: PlayerData = {};
  private buffering = false;
  private started = false;

  constructor() {
    this.media = h('video', {
      class: 'video-stream html5-main-video',
      tabindex: '-1',
      playsinline: '',
    }) as HTMLVideoElement;
    this.element = h(
      'div',
      {
        id: 'movie_player',
        class: 'html5-video-player ytp-hide-info-bar unstarted-mode',
        tabindex: '-1',
        'aria-label': 'YouTube Video Player',
      },
      h('div', { class: 'html5-video-container', 'data-layer': '0' }, this.media),
    );
    this.controls = buildControls(this);
    this.element.append(...this.controls.elements);
    this.adverts = new Adverts(this);
    this.captions = new CaptionModule(this);
    this.proof = new ProofOfOrigin(this);
    this.listen();
    this.exposeApi();
  }

  /** Milliseconds that stitched adverts put before the video in the media. */
  get stitchedSeconds(): number {
    return this.video?.options.stitchedAdvert ?? 0;
  }

  /** Takes up another video in the same element. */
  load(video: PageVideo, data: PlayerData, startSeconds: number): void {
    this.video = video;
    this.data = data;
    this.started = false;
    this.element.classList.remove('ended-mode');
    this.captions.reset();
    this.proof.reset();
    this.controls.describe(video, data);
    this.media.pause();
    if (!video.hasMedia || video.state !== 'ok') {
      this.adverts.stop();
      this.media.removeAttribute('src');
      this.media.load();
      return;
    }
    this.adverts.begin(video, startSeconds);
  }

  /** Points the element at the video itself, at the given second of the player's clock. */
  showMain(seconds: number, play: boolean): void {
    const video = this.video;
    if (!video) return;
    this.media.src = `/videoplayback?v=${video.id}&itag=243`;
    const at = seconds + (seconds > 0 ? this.stitchedSeconds : 0);
    if (at > 0) this.media.currentTime = at;
    if (play) this.play();
  }

  play(): void {
    this.media.play().catch(() => {
      // Autoplay refused or the source changed under it; the element then simply stays paused, as on the site.
    });
  }

  state(): number {
    if (!this.video?.hasMedia || !this.started || this.adverts.isShowing) return PlayerState.unstarted;
    if (this.media.ended) return PlayerState.ended;
    if (this.media.paused) return PlayerState.paused;
    return this.buffering ? PlayerState.buffering : PlayerState.playing;
  }

  /** Seconds of the video, whatever the element's clock says. */
  time(): number {
    if (this.adverts.isShowing) return this.adverts.resumeAt;
    return Math.max(0, this.media.currentTime - this.stitchedSeconds);
  }

  duration(): number {
    return (this.video?.durationMs ?? 0) / 1000;
  }

  seek(seconds: number): void {
    if (this.adverts.isShowing) return;
    this.media.currentTime = Math.max(0, Math.min(seconds, this.duration())) + this.stitchedSeconds;
  }

  private listen(): void {
    const media = this.media;
    media.addEventListener('waiting', () => this.setBuffering(true));
    media.addEventListener('playing', () => {
      this.setBuffering(false);
      if (!this.adverts.isShowing) this.started = true;
      this.element.classList.remove('unstarted-mode', 'paused-mode');
      this.element.classList.add('playing-mode');
    });
    media.addEventListener('pause', () => {
      this.element.classList.remove('playing-mode');
      this.element.classList.add('paused-mode');
    });
    media.addEventListener('ended', () => {
      if (!this.adverts.isShowing) this.element.classList.add('ended-mode');
    });
  }

  private setBuffering(on: boolean): void {
    this.buffering = on;
    this.element.classList.toggle('buffering-mode', on);
  }

  private exposeApi(): void {
    const api = {
      getPlayerResponse: () => this.data,
      getVideoData: () => ({
        video_id: this.video?.id ?? '',
        title: this.video?.title ?? '',
        author: this.video?.author ?? '',
        isLive: this.video?.state === 'live',
        isPlayable: this.video?.state === 'ok',
      }),
      getAudioTrack: () => this.captions.audioTrack(),
      getAvailableAudioTracks: () => [this.captions.audioTrack()],
      getPlayerState: () => this.state(),
      getCurrentTime: () => this.time(),
      getDuration: () => this.duration(),
      getAdState: () => (this.adverts.isShowing ? 1 : -1),
      seekTo: (seconds: number) => this.seek(seconds),
      playVideo: () => this.play(),
      pauseVideo: () => this.media.pause(),
      mute: () => {
        this.media.muted = true;
      },
      unMute: () => {
        this.media.muted = false;
      },
      isMuted: () => this.media.muted,
      getPlaybackRate: () => this.media.playbackRate,
      setPlaybackRate: (rate: number) => {
        this.media.playbackRate = rate;
      },
      getOption: (module: string, option: string) => this.captions.getOption(module, option),
      setOption: (module: string, option: string, value: unknown) => this.captions.setOption(module, option, value),
      getOptions: (module?: string) => this.captions.getOptions(module),
      loadModule: (module: string) => this.captions.loadModule(module),
      unloadModule: (module: string) => this.captions.unloadModule(module),
      toggleSubtitles: () => this.captions.toggle(),
      toggleSubtitlesOn: () => this.captions.turnOn(),
      isSubtitlesOn: () => this.captions.isOn,
      getWebPlayerContextConfig: () => ({
        innertubeContextClientVersion: window.ytcfg.get('INNERTUBE_CLIENT_VERSION'),
        serializedExperimentFlags: 'html5_generate_content_po_token=true',
        device: { browser: 'Chrome', browserVersion: '156.0.0.0', os: 'X11', platform: 'DESKTOP' },
      }),
      getVideoUrl: () => `https://www.youtube.com/watch?v=${this.video?.id ?? ''}`,
    };
    Object.assign(this.element, api);
  }
}
