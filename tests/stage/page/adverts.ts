/** Adverts play in the same media element; while one shows, its clock and length belong to the advert. */
import type { Advert } from '../options';
import { h } from './dom';
import type { PageVideo } from './page-video';
import type { Player } from './player';

export class Adverts {
  isShowing = false;
  /** Where the video goes on afterwards, in seconds of the player's clock. */
  resumeAt = 0;
  private queue: number[] = [];
  private later: Advert[] = [];
  private startSeconds = 0;
  private readonly module = h('div', { class: 'video-ads ytp-ad-module' });
  private readonly label = h('div', { class: 'ytp-ad-simple-ad-badge' }, 'Sponsored');
  private readonly skipButton = h('button', { class: 'ytp-skip-ad-button', 'aria-label': 'Skip' }, 'Skip');

  constructor(private readonly player: Player) {
    player.element.append(this.module);
    player.media.addEventListener('ended', () => {
      if (this.isShowing) this.next();
    });
    player.media.addEventListener('timeupdate', () => this.onTime());
    this.skipButton.addEventListener('click', () => this.skip());
  }

  /** Starts a video: its pre-rolls first. */
  begin(video: PageVideo, startSeconds: number): void {
    this.later = video.options.adverts.filter((advert) => advert.at > 0).sort((a, b) => a.at - b.at);
    const before = video.options.adverts.filter((advert) => advert.at === 0).map((advert) => advert.seconds);
    this.startSeconds = startSeconds;
    this.stop();
    if (before.length > 0) this.interrupt(before, startSeconds);
    else this.player.showMain(startSeconds, video.options.autoplay);
  }

  /** Interrupts whatever plays with adverts of these lengths. */
  interrupt(seconds: readonly number[], resumeAt: number): void {
    this.queue = [...seconds];
    this.resumeAt = resumeAt;
    this.next();
  }

  skip(): void {
    if (!this.isShowing) return;
    this.queue = [];
    this.next();
  }

  stop(): void {
    this.queue = [];
    this.show(false);
  }

  private onTime(): void {
    const due = this.later[0];
    if (this.isShowing || !due || this.player.time() < due.at || this.startSeconds > due.at) return;
    this.later.shift();
    this.interrupt([due.seconds], this.player.time());
  }

  private next(): void {
    const seconds = this.queue.shift();
    if (seconds === undefined) {
      const resumeAt = this.resumeAt;
      this.show(false);
      this.player.showMain(resumeAt, true);
      return;
    }
    this.show(true);
    this.player.media.src = `/videoplayback?advert=${seconds}`;
    this.player.play();
  }

  private show(on: boolean): void {
    if (on === this.isShowing) return;
    this.isShowing = on;
    this.player.element.classList.toggle('ad-showing', on);
    this.player.element.classList.toggle('ad-interrupting', on);
    this.module.replaceChildren(
      ...(on ? [h('div', { class: 'ytp-ad-player-overlay-layout' }, this.label, this.skipButton)] : []),
    );
    this.player.element.dispatchEvent(new CustomEvent(on ? 'onAdStart' : 'onAdFinish'));
  }
}
