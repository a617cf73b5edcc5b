import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './client';
import { type Stage, startStage, videos } from './index';
import { decodePanelParams, encodePanelParams } from './youtube/panel-params';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ panelDelay: 0 });
});

afterAll(() => stage.close());

function panelBody(videoId: string, hl = 'en'): Record<string, unknown> {
  return {
    context: { client: { clientName: 'WEB', clientVersion: '2.20261003.01.00', hl, gl: 'NO' } },
    panelId: 'PAmodern_transcript_view',
    params: encodePanelParams({ videoId, variant: 2 }),
  };
}

const headers = { origin: 'https://www.youtube.com', 'content-type': 'application/json' };

function askPanel(body: unknown, extra: Record<string, string> = headers) {
  return ask(stage, '/youtubei/v1/get_panel?prettyPrint=false', { body, headers: extra });
}

describe('panel params', () => {
  it.each([
    ['qgkPCgtLSTdmTUdSZzBXaxgB', 'KI7fMGRg0Wk', 1],
    ['qgkPCgtBbjh2dEQxRkRxcxgC', 'An8vtD1FDqs', 2],
  ])('reads the recorded %s', (params, videoId, variant) => {
    expect(decodePanelParams(params)).toEqual({ videoId, variant });
    expect(encodePanelParams({ videoId, variant })).toBe(params);
  });

  it.each([undefined, 7, '', 'AAAA', 'qgkPCgtLSTdmTUdSZzBXaxgD', 'qgkPCgtLSTdmTUdSZzBXax', '%E0%A4%A'])(
    'refuses %s',
    (params) => {
      expect(decodePanelParams(params)).toBeNull();
    },
  );
});

describe('get_panel', () => {
  it('gives rows at whole seconds under chapter headers', async () => {
    const { text } = await askPanel(panelBody(videos.autoChapters));
    const sections = JSON.parse(text).content.engagementPanelSectionListRenderer.content.sectionListRenderer.contents;
    expect(sections).toHaveLength(3);
    const [first] = sections;
    expect(first.itemSectionRenderer.header.macroMarkersPanelItemViewModel.item.timelineChapterViewModel.title).toBe(
      'Getting in',
    );
    const row = first.itemSectionRenderer.contents[2].macroMarkersPanelItemViewModel;
    expect(Number.isInteger(row.onTap.innertubeCommand.watchEndpoint.startTimeSeconds)).toBe(true);
    expect(row.item.timelineItemViewModel.contentItems[0].transcriptSegmentViewModel.simpleText).not.toBe('');
  });

  it('lets hl choose the language where the video has it', async () => {
    const german = await askPanel(panelBody(videos.dubbed, 'de'));
    const french = await askPanel(panelBody(videos.dubbed, 'fr'));
    expect(german.text).toContain('"simpleText":"de-');
    expect(french.text).not.toContain('"simpleText":"de-');
  });

  it.each([
    ['another origin', panelBody(videos.short), { ...headers, origin: 'chrome-extension://abc' }],
    ['no origin', panelBody(videos.short), { 'content-type': 'application/json' }],
    ['another content type', panelBody(videos.short), { ...headers, 'content-type': 'text/plain' }],
    ['another panel', { ...panelBody(videos.short), panelId: 'PAother' }, headers],
    ['broken params', { ...panelBody(videos.short), params: 'AAAA' }, headers],
    [
      'another client',
      { ...panelBody(videos.short), context: { client: { clientName: 'ANDROID', clientVersion: '20' } } },
      headers,
    ],
    ['an unknown video', panelBody('nosuchvideo'), headers],
  ])('answers 400 to %s', async (_, body, extra) => {
    expect((await askPanel(body, extra)).status).toBe(400);
  });

  it.each([
    ['failed-precondition', 400, 'FAILED_PRECONDITION'],
    ['empty-object', 200, '{}'],
    ['no-rows', 200, 'sectionListRenderer'],
    ['too-many', 429, 'Sorry'],
    ['captcha', 200, 'captcha-form'],
    ['legacy-rows', 200, 'transcriptSegmentRenderer'],
    ['hostile', 200, 'onload=window'],
  ] as const)('gives wrong answers on request: %s', async (panel, status, part) => {
    const answer = await askPanel(panelBody(stage.copy(videos.short, { panel })));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(part);
  });

  it.each([videos.noCaptions, videos.live, videos.age])('has nothing for %s', async (id) => {
    expect((await askPanel(panelBody(id))).text).toBe('{}');
  });
});

it('never answers get_transcript', async () => {
  const answer = await ask(stage, '/youtubei/v1/get_transcript', { body: { params: 'x' }, headers });
  expect([answer.status, JSON.parse(answer.text).error.status]).toEqual([400, 'FAILED_PRECONDITION']);
});

describe('player answers', () => {
  it.each([
    [videos.short, 'OK', true],
    [videos.noCaptions, 'OK', false],
    [videos.live, 'OK', false],
    [videos.upcoming, 'LIVE_STREAM_OFFLINE', false],
    [videos.age, 'LOGIN_REQUIRED', false],
    [videos.bot, 'LOGIN_REQUIRED', false],
    [videos.private, 'LOGIN_REQUIRED', false],
    [videos.unplayable, 'UNPLAYABLE', false],
    [videos.removed, 'ERROR', false],
  ])('of %s have status %s', async (videoId, status, hasCaptions) => {
    const answer = JSON.parse((await ask(stage, '/youtubei/v1/player', { body: { videoId } })).text);
    expect(answer.playabilityStatus.status).toBe(status);
    expect('captions' in answer).toBe(hasCaptions);
  });

  it('carry chapters in the markers map only where the site has them there', async () => {
    const mapOf = async (videoId: string) => {
      const next = JSON.parse((await ask(stage, '/youtubei/v1/next', { body: { videoId } })).text);
      const bar =
        next.playerOverlays.playerOverlayRenderer.decoratedPlayerBarRenderer.decoratedPlayerBarRenderer.playerBar;
      return bar.multiMarkersPlayerBarRenderer.markersMap.map((entry: { key: string }) => entry.key);
    };
    expect(await mapOf(videos.conversation)).toEqual(['ANIMATION_ANNOTATION_MARKERS', 'DESCRIPTION_CHAPTERS']);
    expect(await mapOf(videos.autoChapters)).toEqual(['ANIMATION_ANNOTATION_MARKERS', 'AUTO_CHAPTERS']);
    expect(await mapOf(videos.keyMoments)).toEqual(['ANIMATION_ANNOTATION_MARKERS']);
  });
});
