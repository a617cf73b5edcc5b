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
    captions: isAbsent(at(player, 'captions')) ? 'none' : tracks.length > 0 ? 'listed' : 'unread',
    tracks,
    translations: readTranslations(list),
    ...readSound(list, tracks, videoId),
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
  if (status !== '') return 'unplayable';
  return isAbsent(at(player, 'captions')) ? null : 'fine';
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function readDuration(player: unknown): Offer['duration'] {
  const said = at(player, 'videoDetails', 'lengthSeconds');
  const seconds = typeof said === 'string' || typeof said === 'number' ? Number(said || Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? milliseconds(seconds * 1000) : null;
}

function readTracks(list: unknown, videoId: VideoId): OfferedTrack[] {
  const tracks: OfferedTrack[] = [];
  const seen = new Set<string>();
  for (const item of listAt(list, 'captionTracks').slice(0, MOST_TRACKS)) {
    const url = captionUrl(at(item, 'baseUrl'), videoId);
    const track = url && readTrack(item, url);
    if (!track || seen.has(track.vssId)) continue;
    seen.add(track.vssId);
    tracks.push(track);
  }
  return tracks;
}

/** What the list leaves out its address says too: language, kind and the name its maker gave it. */
function readTrack(item: unknown, url: URL): OfferedTrack | null {
  const query = url.searchParams;
  const language = textAt(item, 'languageCode') || (query.get('lang') ?? '').slice(0, 40);
  if (language === '') return null;
  const given = textAt(item, 'vssId');
  const kind = textAt(item, 'kind') || (query.get('kind') ?? '');
  const automatic = kind === 'asr' || given.startsWith('a.');
  const ownName = textAt(item, 'trackName') || (query.get('name') ?? '').slice(0, 200);
  return {
    vssId: given || [automatic ? 'a' : '', language, ownName].filter((part, at) => at < 2 || part !== '').join('.'),
    language,
    name: labelAt(item, 'name') || language,
    automatic,
    translatable: at(item, 'isTranslatable') === true,
    url: url.href,
    gated: isGated(url),
    forced: kind === 'frc',
    named: ownName !== '',
  };
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
  videoId: VideoId,
): { readonly audioLanguage: string | null; readonly usualTrack: string | null } {
  const chosen = at(list, 'defaultAudioTrackIndex');
  const sound = at(list, 'audioTracks', typeof chosen === 'number' ? chosen : 0);
  const trackAt = (index: unknown) => {
    const item = typeof index === 'number' ? at(list, 'captionTracks', index) : undefined;
    const address = captionUrl(at(item, 'baseUrl'), videoId)?.href;
    return tracks.find(({ url }) => url === address);
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
