/** A reader who comes from the library to a place in this video: goes there as soon as the page lets us. */
import type { PlayerPort } from '@/lib/ports';
import type { Arrival } from '@/lib/protocol/background-calls';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { milliseconds } from '@/lib/transcript/units';
import type { Panel } from './panel';

const TRY_EVERY_MS = 200;
/** A pre-roll advert or two: until then no player seeks. */
const TRY_FOR_MS = 120_000;
/** The library needs this long at most to give its words, or they are gone. */
const WORDS_WITHIN_MS = 10_000;

/** Gives the function that goes to a place. Another one, another video or the end of the signal calls the last one off. */
export function createArrivals(panel: Panel, player: PlayerPort, actions: EpisodeActions, signal: AbortSignal) {
  let timer: ReturnType<typeof setInterval> | undefined;
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  return (arrival: Arrival): void => {
    clearInterval(timer);
    const startedAt = Date.now();
    const videoId = panel.episode()?.meta.videoId;
    let isSought = false;
    let isShown = arrival.transcriptId === null;
    let isFindOpen = arrival.query === null;
    panel.open();

    const step = () => {
      const episode = panel.episode();
      const waited = Date.now() - startedAt;
      if (episode?.meta.videoId !== videoId || waited > TRY_FOR_MS) return clearInterval(timer);
      if (!isShown && episode?.transcripts.some(({ id }) => id === arrival.transcriptId)) {
        isShown = true;
        actions.showTranscript(arrival.transcriptId ?? '');
      }
      if (waited > WORDS_WITHIN_MS) isShown = true;
      isSought ||= player.seek(milliseconds(arrival.time));
      if (!isFindOpen && isShown && episode?.shown && panel.isShown()) {
        isFindOpen = true;
        panel.openFind(arrival.query ?? undefined);
      }
      if (isSought && isShown && isFindOpen) clearInterval(timer);
    };
    timer = setInterval(step, TRY_EVERY_MS);
    step();
  };
}
