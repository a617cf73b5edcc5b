/** From the player's own answer to what the chain needs to know. Nothing is taken for granted: every field is a stranger's. */
import type { Offer, OfferedTrack, Playability } from '../../captions/offer';
import type { Chapter } from '../../transcript/types';
import { isVideoId, milliseconds, type VideoId } from '../../transcript/units';
import { at, labelAt, listAt, textAt } from './json-path';
import { captionUrl, isGated } from './timedtext-url';

/** More tracks than any video has had; beyond, somebody is playing with us. */
const MOST_TRACKS = 500;

/** The id a player response is about; null when it names none (bot check, removed video). */
export function videoIdOf(response: unknown): VideoId | null {
  const id = at(response, 'videoDetails', 'videoId');
  return isVideoId(id) ? id : null;
}

export interface PageSources {
  /** As `getPlayerResponse()` gives it. */
  readonly player: unknown;
  /** Chapters, from the answer to `next`; empty when that has not come. */
  readonly chapters: readonly Chapter[];
  /** The track the player shows, by `vssId`. */
  readonly playerTrack: string | null;
}

/**
 * Reads what a player response says of the video. Null when it speaks of another one. A response that names none (a bot
 * check, a removed video) is taken for the video asked for when `isForThisPage` says that it can be no other's.
 */
export function readOffer(sources: PageSources, videoId: VideoId, isForThisPage: boolean): Offer | null {
  const { player } = sources;
  const named = videoIdOf(player);
  if (named !== videoId && !(named === null && isForThisPage)) return null;
  const playability = readPlayability(player);
  if (playability === null) return null;
  const list = at(player, 'captions', 'playerCaptionsTracklistRenderer');
  const tracks = readTracks(list, videoId);
  return {
    videoId,
    title: textAt(player, 'videoDetails', 'title'),
    channel: textAt(player, 'videoDetails', 'author'),
    duration: readDuration(player),
    playability,
    captions: at(player, 'captions') === undefined ? 'none' : tracks.length > 0 ? 'listed' : 'unread',
    tracks,
    translations: readTranslations(list),
    ...readSound(list, tracks),
    playerTrack: tracks.some(({ vssId }) => vssId === sources.playerTrack) ? sources.playerTrack : null,
    chapters: sources.chapters,
  };
}

/** Null when the response does not say how the video can be played, so is no player response at all. */
function readPlayability(player: unknown): Playability | null {
  const status = textAt(player, 'playabilityStatus', 'status');
  const details = at(player, 'videoDetails');
  if (at(details, 'isUpcoming') === true || status === 'LIVE_STREAM_OFFLINE') return 'upcoming';
  const isLiveNow = at(player, 'microformat', 'playerMicroformatRenderer', 'liveBroadcastDetails', 'isLiveNow');
  if (status === 'OK') return at(details, 'isLive') === true || isLiveNow === true ? 'live' : 'fine';
  if (status === 'LOGIN_REQUIRED' || status === 'AGE_CHECK_REQUIRED') return 'sign-in';
  // A warning to click through (violence, self-harm): the words are there all the same.
  if (status === 'CONTENT_CHECK_REQUIRED') return 'fine';
  return status === '' ? null : 'unplayable';
}

function readDuration(player: unknown): Offer['duration'] {
  const seconds = Number(textAt(player, 'videoDetails', 'lengthSeconds') || Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? milliseconds(seconds * 1000) : null;
}

function readTracks(list: unknown, videoId: VideoId): OfferedTrack[] {
  const tracks: OfferedTrack[] = [];
  const seen = new Set<string>();
  for (const item of listAt(list, 'captionTracks').slice(0, MOST_TRACKS)) {
    const url = captionUrl(at(item, 'baseUrl'), videoId);
    const language = textAt(item, 'languageCode');
    if (url === null || language === '') continue;
    const kind = textAt(item, 'kind');
    const automatic = kind === 'asr';
    const vssId = textAt(item, 'vssId') || `${automatic ? 'a' : ''}.${language}`;
    if (seen.has(vssId)) continue;
    seen.add(vssId);
    tracks.push({
      vssId,
      language,
      name: labelAt(item, 'name') || language,
      automatic,
      translatable: at(item, 'isTranslatable') === true,
      url: url.href,
      gated: isGated(url),
      forced: kind === 'frc',
      named: textAt(item, 'trackName') !== '' || url.searchParams.get('name') !== null,
    });
  }
  return tracks;
}

function readTranslations(list: unknown): Offer['translations'] {
  return listAt(list, 'translationLanguages')
    .slice(0, MOST_TRACKS)
    .map((item) => ({ language: textAt(item, 'languageCode'), name: labelAt(item, 'languageName') }))
    .filter(({ language }) => language !== '')
    .map(({ language, name }) => ({ language, name: name || language }));
}

/** The language spoken and the default track, from the sound track that plays. Indexes are into the unfiltered list. */
function readSound(
  list: unknown,
  tracks: readonly OfferedTrack[],
): { readonly audioLanguage: string | null; readonly usualTrack: string | null } {
  const chosen = at(list, 'defaultAudioTrackIndex');
  const sound = at(list, 'audioTracks', typeof chosen === 'number' ? chosen : 0);
  const trackAt = (index: unknown) => {
    const item = typeof index === 'number' ? at(list, 'captionTracks', index) : undefined;
    return tracks.find(({ vssId }) => vssId === textAt(item, 'vssId'));
  };
  const own = listAt(sound, 'captionTrackIndices').slice(0, MOST_TRACKS).map(trackAt);
  // `audioTrackId` is `en-US.4`; where it is absent there is one sound, and the recogniser heard its language.
  const named = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/.exec(textAt(sound, 'audioTrackId').slice(0, 40))?.[0];
  const heard = own.find((track) => track?.automatic) ?? tracks.find((track) => track.automatic);
  return {
    audioLanguage: named ?? heard?.language ?? null,
    usualTrack: trackAt(at(sound, 'defaultCaptionTrackIndex'))?.vssId ?? null,
  };
}
