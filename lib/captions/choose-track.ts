/** Which of a video's tracks to read first. */
import type { OfferedTrack } from './offer';

export interface TrackWishes {
  /** The reader's own choice for this video. */
  readonly remembered: string | null;
  /** What the player shows at the moment. */
  readonly playerTrack: string | null;
  readonly audioLanguage: string | null;
  /** What YouTube takes by default. */
  readonly usualTrack: string | null;
}

/**
 * The reader's choice; then what the player shows; then, in the language spoken, a track made by hand before the
 * automatic one; then YouTube's default; then whatever there is. Null only when there are no tracks.
 */
export function chooseTrack(tracks: readonly OfferedTrack[], wishes: TrackWishes): OfferedTrack | null {
  const byId = (vssId: string | null) => tracks.find((track) => vssId !== null && track.vssId === vssId);
  const spoken = wishes.audioLanguage ?? tracks.find((track) => track.automatic)?.language ?? null;
  const whole = tracks.filter((track) => !track.forced);
  const ofSpeech = whole.filter((track) => spoken !== null && sameLanguage(track.language, spoken));
  const byHand = ofSpeech.filter((track) => !track.automatic);
  return (
    byId(wishes.remembered) ??
    byId(wishes.playerTrack) ??
    byHand.find((track) => !track.named && track.language === spoken) ??
    byHand.find((track) => !track.named) ??
    byHand[0] ??
    ofSpeech[0] ??
    byId(wishes.usualTrack) ??
    whole[0] ??
    tracks[0] ??
    null
  );
}

/**
 * A track made by hand has times for its lines only; where the recogniser has heard the same speech, it has them for words. Null
 * for automatic tracks, which have their own.
 */
export function trackWithTimes(tracks: readonly OfferedTrack[], track: OfferedTrack): OfferedTrack | null {
  if (track.automatic) return null;
  return tracks.find(({ automatic, language }) => automatic && sameLanguage(language, track.language)) ?? null;
}

/** `en` and `en-GB` are one language here; `zh-Hans` and `zh-Hant` too, for want of anything better to go by. */
export function sameLanguage(one: string, other: string): boolean {
  return primary(one) === primary(other);
}

function primary(tag: string): string {
  const dash = tag.indexOf('-');
  return (dash < 0 ? tag : tag.slice(0, dash)).toLowerCase();
}
