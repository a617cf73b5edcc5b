// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Offer } from '@/lib/captions/offer';
import type { Bridge } from '@/lib/platform/youtube/bridge';
import { watchPage } from '@/lib/platform/youtube/page-watch';
import type { VideoId } from '@/lib/transcript/units';

const A = 'aaaaaaaaaaa' as VideoId;
const B = 'bbbbbbbbbbb' as VideoId;

const answer = (id: string, captions: 'listed' | 'none' = 'listed') => ({
  playabilityStatus: { status: 'OK' },
  videoDetails: { videoId: id, title: `Title of ${id}` },
  ...(captions === 'none'
    ? {}
    : {
        captions: {
          playerCaptionsTracklistRenderer: {
            captionTracks: [
              { baseUrl: `https://www.youtube.com/api/timedtext?v=${id}&lang=en`, vssId: '.en', languageCode: 'en' },
            ],
          },
        },
      }),
});
const next = (id: string) => ({
  currentVideoEndpoint: { watchEndpoint: { videoId: id } },
  engagementPanels: [
    {
      engagementPanelSectionListRenderer: {
        panelIdentifier: 'engagement-panel-macro-markers-description-chapters',
        content: {
          macroMarkersListRenderer: {
            contents: [0, 60].map((start) => ({
              macroMarkersListItemRenderer: {
                title: { simpleText: `At ${start}` },
                onTap: { watchEndpoint: { startTimeSeconds: start } },
              },
            })),
          },
        },
      },
    },
  ],
});

let stop: AbortController;
let page: { player: unknown; initial: unknown; next: unknown[] };
let heard: Offer[];
let follow: ReturnType<typeof watchPage>['follow'];

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  page = { player: null, initial: null, next: [] };
  heard = [];
  const bridge: Bridge = {
    responses: () => ({ player: page.player, initial: page.initial, shownTrack: null }),
    next: () => page.next,
    token: () => null,
    clock: () => null,
    seek: () => false,
    toggleCaptions: () => false,
    client: () => null,
  };
  follow = watchPage(bridge, stop.signal, (offer) => heard.push(offer)).follow;
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const finish = (detail: unknown) => document.dispatchEvent(new CustomEvent('yt-navigate-finish', { detail }));

describe('a first load', () => {
  it('is told from the source of the page before there is a player', () => {
    page.initial = answer(A);
    follow({ videoId: A, isFirstLoad: true });
    expect(heard.map(({ title }) => title)).toEqual([`Title of ${A}`]);
  });

  it('is told from the player where the page’s source says nothing', () => {
    follow({ videoId: A, isFirstLoad: true });
    vi.advanceTimersByTime(2_000);
    page.player = answer(A);
    vi.advanceTimersByTime(2_000);
    expect(heard.map(({ videoId }) => videoId)).toEqual([A]);
  });

  it('keeps the captions of the page’s source when the player’s own answer has none', () => {
    page.initial = answer(A);
    page.player = answer(A, 'none');
    follow({ videoId: A, isFirstLoad: true });
    expect(heard.map(({ captions }) => captions)).toEqual(['listed']);
  });
});

describe('a page change', () => {
  it('is told by whichever speaks first, and never from what the first page left behind', () => {
    page.initial = answer(A);
    page.player = answer(A);
    page.next = [next(A)];
    follow({ videoId: B, isFirstLoad: false });
    vi.advanceTimersByTime(1_000);
    expect(heard).toEqual([]);
    finish({ endpoint: { watchEndpoint: { videoId: B } }, response: { playerResponse: answer(B) } });
    expect(heard.map(({ videoId }) => videoId)).toEqual([B]);
  });

  it.each([
    ['the window', () => window],
    ['the document', () => document],
    ['an element', () => document.body],
  ])('is told by an event that is sent to %s', (_name, target) => {
    follow({ videoId: B, isFirstLoad: false });
    const detail = { endpoint: { watchEndpoint: { videoId: B } }, response: { playerResponse: answer(B) } };
    target().dispatchEvent(new CustomEvent('yt-navigate-finish', { detail, bubbles: true }));
    expect(heard.map(({ videoId }) => videoId)).toEqual([B]);
  });

  it.each<[string, unknown]>([
    ['without the event’s answer', { endpoint: { watchEndpoint: { videoId: B } } }],
    ['with an event that says nothing', undefined],
    ['with an event of nonsense', { response: 7, endpoint: 'x' }],
  ])('is told from the player %s', (_name, detail) => {
    follow({ videoId: B, isFirstLoad: false });
    finish(detail);
    page.player = answer(B);
    vi.advanceTimersByTime(500);
    expect(heard.map(({ videoId }) => videoId)).toEqual([B]);
  });

  it('is told without any event at all', () => {
    follow({ videoId: B, isFirstLoad: false });
    vi.advanceTimersByTime(5_000);
    page.player = answer(B);
    page.next = [next(B)];
    vi.advanceTimersByTime(2_000);
    expect(heard.at(-1)).toMatchObject({ videoId: B, chapters: [{ start: 0 }, { start: 60_000 }] });
  });

  it('takes chapters from the event’s answer, wrapped once or not', () => {
    for (const response of [{ response: next(B) }, next(B)]) {
      follow({ videoId: B, isFirstLoad: false });
      finish({
        endpoint: { watchEndpoint: { videoId: B } },
        response: { ...response, playerResponse: answer(B) },
      });
      expect(heard.at(-1)?.chapters).toHaveLength(2);
    }
  });

  it('says the same only once', () => {
    page.player = answer(B);
    follow({ videoId: B, isFirstLoad: false });
    for (let turn = 0; turn < 5; turn += 1) finish({});
    vi.advanceTimersByTime(5_000);
    expect(heard).toHaveLength(1);
  });
});
