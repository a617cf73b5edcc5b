/** What a watch page says of its video, as far as words are concerned. Read by the edge, checked, bound to one video id. */
import type { Track } from '../ports';
import type { Chapter } from '../transcript/types';
import type { Milliseconds, VideoId } from '../transcript/units';

export interface OfferedTrack extends Track {
  /** Absolute address on www.youtube.com for exactly this video, without a token. */
  readonly url: string;
  /** Its signed parameters ask for a proof-of-origin token: without one the answer is empty. */
  readonly gated: boolean;
  /** Holds only what is foreign in the film: never the first choice. */
  readonly forced: boolean;
  /** A title of its own beside the language ("English – Director"). */
  readonly named: boolean;
}

/** Whether words can be expected at all. `fine` says nothing about captions yet. */
export type Playability = 'fine' | 'live' | 'upcoming' | 'sign-in' | 'unplayable';

export interface Offer {
  readonly videoId: VideoId;
  readonly title: string;
  readonly channel: string;
  readonly duration: Milliseconds | null;
  readonly playability: Playability;
  /** `none`: the page says plainly that there are no captions. `unread`: it speaks of captions in a way not understood. */
  readonly captions: 'listed' | 'none' | 'unread';
  readonly tracks: readonly OfferedTrack[];
  readonly translations: readonly { readonly language: string; readonly name: string }[];
  /** BCP 47 tag of what is spoken, where it can be told. */
  readonly audioLanguage: string | null;
  /** The track YouTube itself would take for the current sound. */
  readonly usualTrack: string | null;
  /** The track the player shows at the moment. */
  readonly playerTrack: string | null;
  readonly chapters: readonly Chapter[];
}

/** A proof-of-origin token the player has minted. Good for every track and translation of one video, for no other. */
export interface CaptionToken {
  readonly pot: string;
  /** Companion parameter, where the donor's address carried it. */
  readonly potc: string | null;
}

/** Whether the page now promises other words than before; new addresses for the same tracks do not count. */
export function promisesOtherWords(before: Offer | null, now: Offer): boolean {
  if (before === null) return true;
  const tracks = (offer: Offer) => offer.tracks.map(({ vssId }) => vssId).join(' ');
  return before.playability !== now.playability || before.captions !== now.captions || tracks(before) !== tracks(now);
}
