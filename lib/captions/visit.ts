/** All that is known of one video while the reader is on its page. A new navigation makes a new visit; nothing is carried over. */
import type { EpisodeMeta, ReadingPlace, StoredEpisode } from '../ports';
import type { EpisodeView, NoWords, Search } from '../sidebar/episode';
import type { Transcript } from '../transcript/types';
import type { VideoId } from '../transcript/units';
import { sameLanguage } from './choose-track';
import type { Offer } from './offer';

/** What the reader asked for by name; outranks everything that is chosen for them. */
export type Wish =
  | { readonly kind: 'transcript'; readonly id: string }
  | { readonly kind: 'track'; readonly vssId: string; readonly translateTo: string | null };

export interface Visit {
  readonly videoId: VideoId;
  /** False once the reader has gone on: late answers look here before they touch anything. */
  current: boolean;
  offer: Offer | null;
  /** Undefined until the library has answered. */
  stored: StoredEpisode | null | undefined;
  transcripts: Transcript[];
  /** The first words of a long answer that is still being read. */
  beginning: Transcript | null;
  wish: Wish | null;
  chosenTrack: string | null;
  search: Search;
  slow: boolean;
  failure: NoWords | null;
  diagnostics: string[];
  offline: boolean;
  storage: EpisodeView['storage'];
  orphaned: boolean;
  place: ReadingPlace | null;
  /** Ids of stored captions that no longer fit, because the video was cut since: shown only for want of anything else. */
  outdated: ReadonlySet<string>;
}

export function newVisit(videoId: VideoId): Visit {
  return {
    videoId,
    current: true,
    offer: null,
    stored: undefined,
    transcripts: [],
    beginning: null,
    wish: null,
    chosenTrack: null,
    search: 'first-words',
    slow: false,
    failure: null,
    diagnostics: [],
    offline: false,
    storage: 'fine',
    orphaned: false,
    place: null,
    outdated: new Set(),
  };
}

export function metaOf(visit: Visit): EpisodeMeta {
  const { offer, stored, videoId } = visit;
  return {
    videoId,
    title: offer?.title || stored?.meta.title || '',
    channel: offer?.channel || stored?.meta.channel || '',
    duration: offer?.duration ?? stored?.meta.duration ?? null,
    chapters: offer && offer.chapters.length > 0 ? offer.chapters : (stored?.meta.chapters ?? []),
  };
}

export function viewOf(visit: Visit): EpisodeView {
  const transcripts = [...visit.transcripts].sort((a, b) => rank(b, visit) - rank(a, visit));
  const tracks = visit.offer?.tracks ?? [];
  return {
    meta: metaOf(visit),
    tracks,
    chosenTrack: visit.chosenTrack,
    translations: tracks.some((track) => track.translatable) ? (visit.offer?.translations ?? []) : [],
    transcripts,
    shown: transcripts[0] ?? null,
    beginning: transcripts.length === 0 ? visit.beginning : null,
    search: visit.search,
    slow: visit.slow && transcripts.length === 0,
    failure: visit.search === 'settled' ? visit.failure : null,
    diagnostics: visit.diagnostics,
    offline: visit.offline,
    storage: visit.storage,
    orphaned: visit.orphaned,
    place: visit.place,
  };
}

/** The transcript the reader sees, or would see. */
export function shownIn(visit: Visit): Transcript | null {
  let best: Transcript | null = null;
  for (const transcript of visit.transcripts)
    if (best === null || rank(transcript, visit) > rank(best, visit)) best = transcript;
  return best;
}

/** Higher is better. What the reader asked for, then what somebody made with care, then captions by how exact they are. */
function rank(transcript: Transcript, visit: Visit): number {
  const { origin, timing, id } = transcript;
  if (visit.wish?.kind === 'transcript' && visit.wish.id === id) return 10;
  if (origin.kind === 'merge') return 8;
  if (origin.kind === 'import') return timing === 'none' || origin.unmerged ? 1 : 7;
  if (visit.wish?.kind === 'track' && isOfWish(transcript, visit.wish)) return 9;
  if (origin.translatedTo !== undefined) return 0;
  if (visit.outdated.has(id)) return 2;
  if (origin.via !== 'timedtext') return 3;
  return origin.vssId === visit.chosenTrack ? 6 : 4;
}

function isOfWish(transcript: Transcript, wish: Wish): boolean {
  const { origin } = transcript;
  return (
    wish.kind === 'track' &&
    origin.kind === 'captions' &&
    origin.vssId === wish.vssId &&
    (origin.translatedTo ?? null) === wish.translateTo
  );
}

/** Whether the captions asked for are at hand with the best times there are, so that nothing need be fetched. */
export function hasBestCaptions(visit: Visit, vssId: string | null, translateTo: string | null): boolean {
  return visit.transcripts.some(
    ({ id, origin }) =>
      origin.kind === 'captions' &&
      !visit.outdated.has(id) &&
      origin.via === 'timedtext' &&
      (vssId === null || origin.vssId === vssId) &&
      (origin.translatedTo ?? null) === translateTo,
  );
}

/**
 * Adds words to the visit. Exact words push out the rough ones of the same language; those that leave are returned, so
 * that the library can drop them too.
 */
export function addTranscript(visit: Visit, transcript: Transcript): Transcript[] {
  const leaving = visit.transcripts.filter((other) => other.id === transcript.id || isSupersededBy(other, transcript));
  visit.transcripts = [...visit.transcripts.filter((other) => !leaving.includes(other)), transcript];
  return leaving.filter((other) => other.id !== transcript.id);
}

function isSupersededBy(rough: Transcript, exact: Transcript): boolean {
  if (rough.origin.kind !== 'captions' || exact.origin.kind !== 'captions') return false;
  if (exact.origin.via !== 'timedtext' || exact.origin.translatedTo !== undefined) return false;
  const isOlderReading = rough.origin.vssId === exact.origin.vssId && rough.origin.translatedTo === undefined;
  const isRough = rough.origin.via !== 'timedtext';
  return isOlderReading || (isRough && (rough.language === 'und' || sameLanguage(rough.language, exact.language)));
}
