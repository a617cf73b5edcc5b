/** From what the routes said to what the reader is told. */
import type { NoWords } from '../sidebar/episode';
import type { Refusal } from './answers';
import type { Offer } from './offer';

/** What the page itself gives as the reason, before anything is asked; null: words can be hoped for. */
export function failureOfOffer(offer: Offer): NoWords | null {
  if (offer.playability !== 'fine') return offer.playability;
  return offer.captions === 'none' ? 'no-captions' : null;
}

/**
 * The one reason to give for all that went wrong in a search. `refusals` in any order, may be empty. `hasHeardWords`:
 * some route did answer, so the network is there.
 */
export function failureOf(refusals: readonly Refusal[], isOffline: boolean, hasHeardWords: boolean): NoWords {
  const said = new Set(refusals);
  said.delete('dropped');
  const wasTokenMissing = said.delete('no-token');
  if (said.has('too-many') || said.has('captcha') || said.has('held-back')) return 'too-many-requests';
  const isSilent = !hasHeardWords && said.size > 0 && [...said].every((why) => why === 'unreachable');
  if (isOffline || isSilent) return 'offline';
  // An empty answer is YouTube withholding the words, so it outweighs a damaged one.
  if (said.has('empty') || wasTokenMissing) return 'refused';
  if (said.has('damaged') || said.has('truncated') || said.has('too-large')) return 'damaged';
  return 'refused';
}
