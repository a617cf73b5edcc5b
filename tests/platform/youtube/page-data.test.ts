import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTrack } from '@/lib/captions/choose-track';
import { readChapters, videoIdOfNext } from '@/lib/platform/youtube/chapters';
import { readOffer } from '@/lib/platform/youtube/page-data';
import type { VideoId } from '@/lib/transcript/units';

const ID = 'abcdefghijk' as VideoId;

function read(player: unknown, videoId: string = ID, isForThisPage = false) {
  return readOffer({ player, chapters: [], playerTrack: null }, videoId as VideoId, isForThisPage);
}

const address = (query: string) => `https://www.youtube.com/api/timedtext?v=${ID}&${query}`;

function response(changes: object = {}, list: object = {}): object {
  return {
    playabilityStatus: { status: 'OK' },
    videoDetails: { videoId: ID, title: 'A title', author: 'A channel', lengthSeconds: '316' },
    captions: {
      playerCaptionsTracklistRenderer: {
        captionTracks: [
          { baseUrl: address('lang=de'), vssId: '.de', languageCode: 'de', name: { simpleText: 'German' } },
          {
            baseUrl: address('lang=en&exp=xpe&kind=asr'),
            vssId: 'a.en',
            languageCode: 'en',
            kind: 'asr',
            name: { runs: [{ text: 'English ' }, { text: '(auto)' }] },
            isTranslatable: true,
          },
        ],
        audioTracks: [{ audioTrackId: 'en-US.4', captionTrackIndices: [0, 1], defaultCaptionTrackIndex: 0 }],
        translationLanguages: [{ languageCode: 'fr', languageName: { simpleText: 'French' } }],
        ...list,
      },
    },
    ...changes,
  };
}

describe('a player response', () => {
  it('gives tracks, names, languages and length', () => {
    expect(read(response())).toMatchObject({
      title: 'A title',
      channel: 'A channel',
      duration: 316_000,
      playability: 'fine',
      captions: 'listed',
      audioLanguage: 'en-US',
      usualTrack: '.de',
      translations: [{ language: 'fr', name: 'French' }],
      tracks: [
        { vssId: '.de', name: 'German', automatic: false, gated: false, translatable: false },
        { vssId: 'a.en', name: 'English (auto)', automatic: true, gated: true, translatable: true },
      ],
    });
  });

  it('of another video says nothing', () => {
    expect(read(response(), 'zzzzzzzzzzz', true)).toBeNull();
  });

  it.each([
    ['OK', {}, 'fine'],
    ['OK', { isLive: true }, 'live'],
    ['OK', { isLive: false, isLiveContent: true }, 'fine'],
    ['LIVE_STREAM_OFFLINE', {}, 'upcoming'],
    ['OK', { isUpcoming: true }, 'upcoming'],
    ['LOGIN_REQUIRED', {}, 'sign-in'],
    ['AGE_CHECK_REQUIRED', {}, 'sign-in'],
    ['CONTENT_CHECK_REQUIRED', {}, 'fine'],
    ['UNPLAYABLE', {}, 'unplayable'],
    ['ERROR', {}, 'unplayable'],
    ['SOMETHING_NEW', {}, 'unplayable'],
  ])('%s %j is %s', (status, details, expected) => {
    const videoDetails = { videoId: ID, ...details };
    expect(read(response({ playabilityStatus: { status }, videoDetails }))?.playability).toBe(expected);
  });

  it('tells no captions from captions that are not understood', () => {
    expect(read(response({ captions: undefined }))?.captions).toBe('none');
    expect(read(response({ captions: { newName: [] } }))?.captions).toBe('unread');
    expect(
      read(response({}, { captionTracks: [{ baseUrl: 'https://evil.example/', languageCode: 'en' }] }))?.captions,
    ).toBe('unread');
  });

  it('without a video counts only for the page it was written into', () => {
    const bot = { playabilityStatus: { status: 'LOGIN_REQUIRED' } };
    expect(read(bot)).toBeNull();
    expect(read(bot, ID, true)?.playability).toBe('sign-in');
    expect(read({}, ID, true)).toBeNull();
  });

  it('takes each track once, and none of another host or video', () => {
    const tracks = [
      { baseUrl: address('lang=en'), vssId: '.en', languageCode: 'en' },
      { baseUrl: address('lang=en'), vssId: '.en', languageCode: 'en' },
      { baseUrl: address('lang=en').replace(ID, 'zzzzzzzzzzz'), vssId: '.x', languageCode: 'en' },
      { baseUrl: 'https://evil.example/api/timedtext?v=abcdefghijk', vssId: '.y', languageCode: 'en' },
      { baseUrl: address('tlang=en'), vssId: '.z' },
      'not a track',
      null,
    ];
    expect(read(response({}, { captionTracks: tracks }))?.tracks.map(({ vssId }) => vssId)).toEqual(['.en']);
  });

  it.each<[string, object, object]>([
    ['a relative address', { baseUrl: `/api/timedtext?v=${ID}&lang=en` }, { vssId: '.en', gated: false }],
    ['a format in the address', { baseUrl: address('lang=en&fmt=srv3&exp=xpe,xpv2') }, { gated: true }],
    ['no key', { vssId: undefined, kind: 'asr' }, { vssId: 'a.en', automatic: true }],
    ['no kind but the address’s', { baseUrl: address('lang=en&kind=asr'), vssId: undefined }, { vssId: 'a.en' }],
    ['no kind but the key’s', { vssId: 'a.en' }, { automatic: true }],
    ['no language but the address’s', { languageCode: undefined }, { vssId: '.en', language: 'en' }],
    ['no name at all', { name: undefined }, { name: 'en' }],
    ['a bare string for a name', { name: 'English' }, { name: 'English' }],
    ['a name in runs', { name: { runs: [{ text: 'Eng' }, { text: 'lish' }] } }, { name: 'English' }],
    ['a name in its address', { baseUrl: address('lang=en&name=Director') }, { named: true }],
  ])('is understood with %s', (_name, changes, expected) => {
    const usual = { baseUrl: address('lang=en'), vssId: '.en', languageCode: 'en', name: { simpleText: 'English' } };
    expect(read(response({}, { captionTracks: [{ ...usual, ...changes }] }))?.tracks).toMatchObject([expected]);
  });

  it('keeps tracks of one language apart by the names their makers gave, where there are no keys', () => {
    const captionTracks = ['', '&name=Simple', '&name=Verbatim'].map((name) => ({
      baseUrl: address(`lang=en${name}`),
      languageCode: 'en',
    }));
    const sound = { audioTracks: [{ captionTrackIndices: [0, 1, 2], defaultCaptionTrackIndex: 2 }] };
    const offer = read(response({}, { captionTracks, ...sound }));
    expect(offer?.tracks.map(({ vssId }) => vssId)).toEqual(['.en', '.en.Simple', '.en.Verbatim']);
    expect(offer?.usualTrack).toBe('.en.Verbatim');
  });

  it('that says nothing of how the video can be played is understood where it has captions', () => {
    const silent = { playabilityStatus: undefined };
    expect(read(response(silent))).toMatchObject({ playability: 'fine', captions: 'listed' });
    expect(read(response({ ...silent, captions: undefined }))).toBeNull();
    expect(read(response({ captions: null }))?.captions).toBe('none');
  });

  it('may give the length as a number', () => {
    expect(read(response({ videoDetails: { videoId: ID, lengthSeconds: 316.5 } }))?.duration).toBe(316_500);
  });

  it('never throws, and never names another video, whatever it holds', () => {
    const anything = fc.anything({ maxDepth: 4, withNullPrototype: true });
    const shaped = fc.record({
      playabilityStatus: fc.oneof(anything, fc.constant({ status: 'OK' })),
      videoDetails: fc.oneof(anything, fc.constant({ videoId: ID })),
      captions: fc.oneof(
        anything,
        fc.record({
          playerCaptionsTracklistRenderer: fc.record({
            captionTracks: anything,
            audioTracks: anything,
            translationLanguages: anything,
            defaultAudioTrackIndex: anything,
          }),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(anything, shaped), fc.boolean(), (value, isForThisPage) => {
        const offer = read(value, ID, isForThisPage);
        if (offer) expect(offer.videoId).toBe(ID);
        expect(Array.isArray(readChapters(value))).toBe(true);
        videoIdOfNext(value);
      }),
    );
  });
});

const next = (markersMap: unknown, engagementPanels: unknown = []) => ({
  currentVideoEndpoint: { watchEndpoint: { videoId: ID } },
  playerOverlays: {
    playerOverlayRenderer: {
      decoratedPlayerBarRenderer: {
        decoratedPlayerBarRenderer: { playerBar: { multiMarkersPlayerBarRenderer: { markersMap } } },
      },
    },
  },
  engagementPanels,
});
const bar = (key: string, starts: readonly number[]) => ({
  key,
  value: {
    chapters: starts.map((start) => ({
      chapterRenderer: { title: { simpleText: `${key} ${start}` }, timeRangeStartMillis: start },
    })),
  },
});
const panel = (id: string, starts: readonly number[]) => ({
  engagementPanelSectionListRenderer: {
    panelIdentifier: id,
    content: {
      macroMarkersListRenderer: {
        contents: [
          { macroMarkersInfoItemRenderer: {} },
          ...starts.map((start) => ({
            macroMarkersListItemRenderer: {
              title: { simpleText: `at ${start}` },
              onTap: { watchEndpoint: { startTimeSeconds: start } },
            },
          })),
        ],
      },
    },
  },
});

describe('chapters', () => {
  it.each([
    [
      'those of the description before guessed ones',
      next([bar('AUTO_CHAPTERS', [0, 9]), bar('DESCRIPTION_CHAPTERS', [5000, 0])]),
      [0, 5000],
    ],
    [
      'guessed ones where there are no others',
      next([{ key: 'ANIMATION_ANNOTATION_MARKERS', value: {} }, bar('AUTO_CHAPTERS', [0, 525.83])]),
      [0, 526],
    ],
    [
      'those of the panel where the bar has none',
      next([], [panel('engagement-panel-macro-markers-description-chapters', [0, 61])]),
      [0, 61_000],
    ],
    [
      'no key moments, which do not begin at 0',
      next([], [panel('engagement-panel-macro-markers-auto-chapters', [525.83, 700, 900])]),
      [],
    ],
    ['none where there are none', next(undefined), []],
    ['none with impossible times', next([bar('DESCRIPTION_CHAPTERS', [Number.NaN, -5, 0])]), [0]],
  ])('are %s', (_name, answer, expected) => {
    expect(readChapters(answer).map(({ start }) => start)).toEqual(expected);
  });
});

/** The JSON object that begins at an index of a script. */
function jsonAt(text: string, from: number): unknown {
  let depth = 0;
  let inString = false;
  for (let index = from; index < text.length; index += 1) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return JSON.parse(text.slice(from, index + 1));
    }
  }
  return null;
}

const recorded = '../shared/data/youtube/recorded/jdepoix__youtube-transcript-api';

describe.skipIf(!existsSync(recorded))('recorded answers', () => {
  const json = (name: string): unknown => JSON.parse(readFileSync(`${recorded}/${name}.innertube.json.static`, 'utf8'));
  const surface = ['.zh', '.cs', '.en', 'a.en', '.de', '.hi', '.ja', '.ko', '.es'];

  it.each([
    ['youtube', 'GJLlxj_dtq8', 'fine', surface],
    ['youtube_altered_user_agent', 'GJLlxj_dtq8', 'fine', surface],
    ['youtube_po_token_required', 'GJLlxj_dtq8', 'fine', surface],
    ['youtube_ww1_nl_en', 'F1xioXWb8CY', 'fine', ['.en', 'a.en']],
    ['youtube_transcripts_disabled', 'dsMFmonKDD4', 'fine', []],
    ['youtube_transcripts_disabled2', 'Fjg5lYqvzUs', 'fine', []],
    ['youtube_age_restricted', 'Njp5uhTorCo', 'sign-in', []],
    ['youtube_request_blocked', 'aaaaaaaaaaa', 'sign-in', []],
    ['youtube_unplayable', 'aaaaaaaaaaa', 'unplayable', []],
    ['youtube_video_unavailable', 'aaaaaaaaaaa', 'unplayable', []],
  ])('%s is understood', (name, id, playability, tracks) => {
    const offer = read(json(name), id, true);
    expect(offer?.playability).toBe(playability);
    expect(offer?.tracks.map(({ vssId }) => vssId)).toEqual(tracks);
    expect(offer?.captions).toBe(tracks.length > 0 ? 'listed' : 'none');
  });

  it('of one video from two clients differ in the token alone', () => {
    const gates = (name: string) => new Set(read(json(name), 'GJLlxj_dtq8')?.tracks.map(({ gated }) => gated));
    expect(gates('youtube')).toEqual(new Set([false]));
    expect(gates('youtube_po_token_required')).toContain(true);
  });

  it('the watch page of June 2025 withholds every track, and the English one made by hand is taken', () => {
    const html = readFileSync(`${recorded}/youtube.html.static`, 'utf8');
    const after = (mark: string): unknown => jsonAt(html, html.indexOf(mark) + mark.length);
    const offer = read(after('var ytInitialPlayerResponse = '), 'GJLlxj_dtq8');
    expect(offer).toMatchObject({ channel: 'Dave2D', duration: 316_000, captions: 'listed', usualTrack: '.en' });
    expect(offer?.tracks.map(({ vssId }) => vssId)).toEqual(surface);
    expect(offer?.tracks.every(({ gated }) => gated)).toBe(true);
    expect(offer?.translations).toHaveLength(156);
    expect(offer && chooseTrack(offer.tracks, { ...offer, remembered: null })?.vssId).toBe('.en');
    const initial = after('var ytInitialData = ');
    expect(videoIdOfNext(initial)).toBe('GJLlxj_dtq8');
    expect(readChapters(initial)).toEqual([]);
  });
});
