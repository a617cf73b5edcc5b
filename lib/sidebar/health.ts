/** Where the words come from and how exact their times are, as facts; the sentences are made by the views. */
import type { Timing, Transcript } from '../transcript/types';
import type { EpisodeView, NoWords } from './episode';

/** `full`: exact. `half`: working, or rough. `ring`: limited. `diamond`: an error. `idle`: nothing to say of it. */
export type Dot = 'full' | 'half' | 'ring' | 'diamond' | 'idle';

/** What the words are, or why there are none. */
export type HealthFact =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none'; readonly why: NoWords }
  | { readonly kind: 'stored' }
  | { readonly kind: 'captions'; readonly automatic: boolean; readonly timing: Timing }
  | { readonly kind: 'translated'; readonly language: string; readonly timing: Timing }
  /** `paused`: YouTube has asked to slow down, so better ones can still come. */
  | { readonly kind: 'rough'; readonly improving: boolean; readonly paused: boolean }
  | { readonly kind: 'merged'; readonly matched: number; readonly holes: number }
  | { readonly kind: 'imported'; readonly timing: Timing };

export interface Health {
  readonly dot: Dot;
  readonly fact: HealthFact;
}

export function healthOf(episode: EpisodeView | null): Health {
  if (!episode) return { dot: 'half', fact: { kind: 'looking' } };
  const { shown, search, failure } = episode;
  if (shown && episode.offline) return { dot: 'ring', fact: { kind: 'stored' } };
  if (shown) return healthOfTranscript(shown, search === 'better-times', failure === 'too-many-requests');
  if (search === 'settled')
    return { dot: dotOfFailure(failure), fact: { kind: 'none', why: failure ?? 'no-captions' } };
  return { dot: 'half', fact: { kind: 'looking' } };
}

/** `improving`: better times are being looked for. */
export function healthOfTranscript(transcript: Transcript, improving = false, paused = false): Health {
  const { origin, timing, alignment } = transcript;
  if (alignment) {
    const dot = alignment.verdict === 'good' ? 'full' : 'half';
    return { dot, fact: { kind: 'merged', matched: alignment.matched, holes: alignment.holes.length } };
  }
  if (origin.kind !== 'captions') return { dot: dotOfTiming(timing), fact: { kind: 'imported', timing } };
  if (improving || timing === 'second' || timing === 'turn')
    return { dot: 'half', fact: { kind: 'rough', improving, paused } };
  const dot = dotOfTiming(timing);
  if (origin.translatedTo) return { dot, fact: { kind: 'translated', language: origin.translatedTo, timing } };
  return { dot, fact: { kind: 'captions', automatic: origin.automatic, timing } };
}

function dotOfTiming(timing: Timing): Dot {
  if (timing === 'word' || timing === 'cue') return 'full';
  return timing === 'none' ? 'ring' : 'half';
}

const ERRORS: readonly (NoWords | null)[] = ['refused', 'too-many-requests', 'damaged'];

function dotOfFailure(failure: NoWords | null): Dot {
  if (failure === 'offline') return 'ring';
  return ERRORS.includes(failure) ? 'diamond' : 'idle';
}
