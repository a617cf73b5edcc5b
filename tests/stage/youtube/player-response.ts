/** The answer of `/youtubei/v1/player`, also inline in the watch page. Shapes as recorded in 2025 and 2026. */
import type { StageOptions } from '../options';
import type { StageVideo, VideoState } from '../video';
import { captionUrl } from './caption-url';

const playability: Record<VideoState, object> = {
  ok: { status: 'OK', playableInEmbed: true, contextParams: 'Q0FFU0FnZ0M=' },
  live: {
    status: 'OK',
    playableInEmbed: true,
    liveStreamability: { liveStreamabilityRenderer: { pollDelayMs: '15000' } },
  },
  upcoming: { status: 'LIVE_STREAM_OFFLINE', reason: 'Premieres in 3 hours', playableInEmbed: true },
  age: {
    status: 'LOGIN_REQUIRED',
    reason: 'Sign in to confirm your age',
    errorScreen: {
      playerErrorMessageRenderer: {
        subreason: { runs: [{ text: 'This video may be inappropriate for some users.' }] },
      },
    },
    desktopLegacyAgeGateReason: 1,
  },
  bot: { status: 'LOGIN_REQUIRED', reason: 'Sign in to confirm you’re not a bot' },
  private: {
    status: 'LOGIN_REQUIRED',
    messages: ['This is a private video. Please sign in to verify that you may see it.'],
  },
  unplayable: { status: 'UNPLAYABLE', reason: 'The uploader has not made this video available in your country' },
  removed: { status: 'ERROR', reason: 'This video is unavailable' },
};

export function playerResponse(video: StageVideo, options: StageOptions, now: number): object {
  if (video.recordedPlayerResponse) return video.recordedPlayerResponse;
  const isLive = video.state === 'live' || video.state === 'upcoming';
  const hasDetails = video.state !== 'removed' && video.state !== 'private';
  const hasCaptions = video.tracks.length > 0 && video.state === 'ok';
  return {
    responseContext: { mainAppWebResponseContext: { loggedOut: true } },
    playabilityStatus: playability[video.state],
    ...(video.media && video.state === 'ok' ? { streamingData: { expiresInSeconds: '21540', formats: [] } } : {}),
    ...(hasCaptions ? { captions: { playerCaptionsTracklistRenderer: tracklist(video, options, now) } } : {}),
    ...(hasDetails ? { videoDetails: videoDetails(video, isLive) } : {}),
    ...(hasDetails ? { microformat: microformat(video) } : {}),
    trackingParams: 'CAAQu2kiEwj',
  };
}

function tracklist(video: StageVideo, options: StageOptions, now: number): object {
  const captionTracks = video.tracks.map((track) => ({
    baseUrl: captionUrl(video.id, track, options, now),
    name: { simpleText: track.name },
    vssId: track.vssId,
    languageCode: track.languageCode,
    ...(track.automatic ? { kind: 'asr' } : {}),
    ...(track.rightToLeft ? { rtl: true } : {}),
    isTranslatable: true,
    trackName: track.trackName,
  }));
  const audio =
    video.audio.length > 0 ? video.audio : [{ id: '', name: '', tracks: video.tracks.map((_, index) => index) }];
  return {
    captionTracks,
    audioTracks: audio.map((track) => ({
      captionTrackIndices: track.tracks,
      ...(track.defaultTrack === undefined ? {} : { defaultCaptionTrackIndex: track.defaultTrack }),
      visibility: 'UNKNOWN',
      hasDefaultTrack: track.defaultTrack !== undefined,
      captionsInitialState: 'CAPTIONS_INITIAL_STATE_OFF_RECOMMENDED',
      ...(track.id ? { audioTrackId: track.id } : {}),
    })),
    translationLanguages: translationLanguages(),
    defaultAudioTrackIndex: 0,
  };
}

const translationCodes =
  'ab aa af ak sq am ar hy as ay az bn ba eu be bho bs br bg my ca ceb zh-Hans zh-Hant co hr cs da dv nl dz en eo et ee fo fj fil fi fr gaa gl lg ka de el gn gu ht ha haw iw hi hmn hu is ig id iu ga it ja jv kl kn kk kha km rw ko kri ku ky lo la lv ln lt lua luo lb mk mg ms ml mt gv mi mr mn mfe ne new nso no ny oc or om os pam ps fa pl pt pt-PT pa qu ro rn ru sm sg sa gd sr crs sn sd si sk sl so st es su sw ss sv tg ta tt te th bo ti to ts tn tum tr tk uk ur ug uz ve vi war cy fy wo xh yi yo zu'.split(
    ' ',
  );

function translationLanguages(): object[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return translationCodes.map((languageCode) => ({
    languageCode,
    languageName: { simpleText: names.of(languageCode) ?? languageCode },
  }));
}

function videoDetails(video: StageVideo, isLive: boolean): object {
  return {
    videoId: video.id,
    title: video.title,
    lengthSeconds: isLive ? '0' : String(Math.round(video.durationMs / 1000)),
    ...(video.state === 'live' ? { isLive: true } : {}),
    ...(video.state === 'upcoming' ? { isUpcoming: true } : {}),
    channelId: video.channelId,
    isOwnerViewing: false,
    shortDescription: video.description,
    isCrawlable: true,
    thumbnail: { thumbnails: [{ url: `https://i.ytimg.com/vi/${video.id}/hqdefault.jpg`, width: 480, height: 360 }] },
    allowRatings: true,
    viewCount: '48213',
    author: video.author,
    isPrivate: false,
    isUnpluggedCorpus: false,
    isLiveContent: isLive,
  };
}

function microformat(video: StageVideo): object {
  return {
    playerMicroformatRenderer: {
      title: { simpleText: video.title },
      lengthSeconds: String(Math.round(video.durationMs / 1000)),
      ownerProfileUrl: 'http://www.youtube.com/@stage',
      externalChannelId: video.channelId,
      availableCountries: ['NO', 'GB', 'US'],
      isUnlisted: false,
      category: 'Education',
      publishDate: '2026-10-03T05:00:17-07:00',
      ownerChannelName: video.author,
      uploadDate: '2026-10-03T05:00:17-07:00',
      externalVideoId: video.id,
      ...(video.state === 'live'
        ? { liveBroadcastDetails: { isLiveNow: true, startTimestamp: '2026-10-03T12:00:00+00:00' } }
        : {}),
      ...(video.state === 'upcoming'
        ? { liveBroadcastDetails: { isLiveNow: false, startTimestamp: '2026-10-03T15:00:00+00:00' } }
        : {}),
    },
  };
}
