/** What the library has of a video, and whether it is as good as anything YouTube could give. */
import { exactness } from '../import/choose-timed';
import type { StoredEpisode } from '../ports';
import type { Transcript } from '../transcript/types';
import type { Keeper } from './keeper';
import { hasBestCaptions, type Visit } from './visit';

/** Longer differences mean that the video was cut since its captions were stored. Milliseconds. */
const DURATION_SLACK = 2_000;

/** Takes into the visit what was stored of its video; what is of another video is left out. True when there was something. */
export function takeStored(visit: Visit, stored: StoredEpisode | null, keeper: Keeper): boolean {
  visit.stored = stored;
  if (stored === null || stored.meta.videoId !== visit.videoId) return false;
  for (const transcript of stored.transcripts) {
    if (transcript.videoId !== visit.videoId) continue;
    keeper.isKept(transcript);
    if (!visit.transcripts.some(({ id }) => id === transcript.id)) visit.transcripts.push(transcript);
  }
  visit.place = stored.place;
  visit.chosenTrack ??= stored.chosenTrack;
  if (visit.wish === null && stored.chosen !== null) visit.wish = { kind: 'transcript', id: stored.chosen };
  return true;
}

/**
 * Takes into a visit what somebody brought or merged elsewhere since it began; captions come to the visit by themselves. True
 * when there was something.
 */
export function takeBrought(visit: Visit, stored: StoredEpisode | null, keeper: Keeper): boolean {
  let hasCome = false;
  for (const transcript of stored?.transcripts ?? []) {
    const { id, origin, videoId } = transcript;
    if (origin.kind === 'captions' || videoId !== visit.videoId) continue;
    if (visit.transcripts.some((known) => known.id === id)) continue;
    const rivals = visit.transcripts.filter((known) => isMergeOfSame(known, transcript));
    // Of one text one merge is shown: the one with the better times, else the newer.
    if (rivals.some((known) => exactness(known) > exactness(transcript))) continue;
    keeper.isKept(transcript);
    visit.transcripts = [...visit.transcripts.filter((known) => !rivals.includes(known)), transcript];
    const { wish } = visit;
    if (wish?.kind === 'transcript' && rivals.some((known) => known.id === wish.id)) visit.wish = { ...wish, id };
    hasCome = true;
  }
  return hasCome;
}

function isMergeOfSame({ origin: one }: Transcript, { origin: other }: Transcript): boolean {
  return one.kind === 'merge' && other.kind === 'merge' && one.human === other.human;
}

/** Exact captions from the library need no request, unless the video has become another length since. */
export function isSettledByLibrary(visit: Visit): boolean {
  const { stored, offer } = visit;
  const before = stored?.meta.duration ?? null;
  const now = offer?.duration ?? null;
  if (stored && before !== null && now !== null && Math.abs(before - now) > DURATION_SLACK) {
    const captions = stored.transcripts.filter(({ origin }) => origin.kind === 'captions');
    visit.outdated = new Set(captions.map(({ id }) => id));
  }
  return hasBestCaptions(visit, stored?.chosenTrack ?? null, null);
}
