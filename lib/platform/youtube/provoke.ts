/** Makes the player fetch captions, and so mint its token, on the reader's wish; then leaves everything as it was. */
import type { Signal } from '../../captions/routes';
import type { VideoId } from '../../transcript/units';
import type { Bridge } from './bridge';
import { CAPTIONS_BUTTON } from './selectors';

/** Where the player remembers for 30 days what the viewer chose: not for us to change. */
const STICKY_KEYS = ['yt-player-sticky-caption', 'yt-player-caption-sticky-language'];
const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 100;
/** How often the switch is looked at afterwards. */
const SETTLING_TURNS = 8;

export async function provokeCaptions(
  bridge: Bridge,
  videoId: VideoId,
  hasToken: () => boolean,
  signal: Signal,
): Promise<void> {
  const restore = keepSticky();
  const wasOn = areCaptionsOn();
  const flip = () => {
    if (!bridge.toggleCaptions()) document.querySelector<HTMLElement>(CAPTIONS_BUTTON)?.click();
    restore();
  };
  // Captions that are on already and brought no token are fetched anew only when they go off and on.
  if (wasOn) flip();
  flip();
  const until = Date.now() + WAIT_MS;
  while (!hasToken() && Date.now() < until && !signal.aborted) await wait(LOOK_EVERY_MS);
  // The player switches on in steps and may show the captions only after it was told to hide them.
  for (let turn = 0; turn < SETTLING_TURNS; turn += 1) {
    // After a page change the switch would act on another video, which has its own state.
    if (bridge.clock()?.videoId === videoId && areCaptionsOn() !== wasOn) flip();
    await wait(LOOK_EVERY_MS);
  }
  restore();
}

/** Gives the function that puts back what the player remembered. */
function keepSticky(): () => void {
  const kept = STICKY_KEYS.map((key) => [key, localStorage.getItem(key)] as const);
  return () => {
    for (const [key, value] of kept) {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    }
  };
}

function areCaptionsOn(): boolean {
  return document.querySelector(CAPTIONS_BUTTON)?.getAttribute('aria-pressed') === 'true';
}

function wait(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
