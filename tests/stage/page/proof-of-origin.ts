/** BotGuard's part: the token comes some time after the video itself, not an advert, first plays or buffers. */
import type { Player } from './player';
import { PlayerState } from './player';
import { getJson } from './stage-state';

export class ProofOfOrigin {
  /** Of the current video; null until it is there. */
  token: string | null = null;
  private timer = 0;
  private poll = 0;

  constructor(private readonly player: Player) {}

  reset(): void {
    window.clearTimeout(this.timer);
    window.clearInterval(this.poll);
    this.token = null;
    this.poll = window.setInterval(() => this.look(), 50);
  }

  private look(): void {
    const state = this.player.state();
    const canBegin = state === PlayerState.playing || state === PlayerState.buffering;
    if (!canBegin || this.player.adverts.isShowing) return;
    window.clearInterval(this.poll);
    this.timer = window.setTimeout(() => void this.grant(), this.player.video?.options.potDelay ?? 0);
  }

  async grant(): Promise<void> {
    const id = this.player.video?.id;
    if (!id) return;
    const { pot } = await getJson<{ pot?: string }>(`/__stage/pot?v=${id}`);
    if (this.player.video?.id === id) this.token = pot ?? null;
  }
}
