/** The stage behaves in a browser as the site was seen to behave. No extension is loaded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedIds, type Stage, startStage, videos } from '../../stage/index';
import { type ChromiumDriver, launchChromium } from './chromium';

interface PlayerApi extends HTMLElement {
  getPlayerResponse(): { videoDetails?: { videoId?: string } };
  getVideoData(): { video_id: string };
  getAudioTrack(): { captionTracks: { url: string; vssId: string }[] };
  getPlayerState(): number;
  getCurrentTime(): number;
  seekTo(seconds: number): void;
  getOption(module: string, option: string): unknown;
  setOption(module: string, option: string, value: unknown): void;
  loadModule(module: string): void;
  toggleSubtitles(): void;
}

declare global {
  interface Window {
    seen: string[];
  }
}

let stage: Stage;
let browser: ChromiumDriver;

beforeAll(async () => {
  stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 200 });
  await stage.warm(videos.conversation, videos.short);
  browser = await launchChromium({ stage, extension: null });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const pots = () =>
  browser.evaluate(() =>
    (document.querySelector('#movie_player') as PlayerApi)
      .getAudioTrack()
      .captionTracks.map((track) => new URL(track.url).searchParams.get('pot') ?? ''),
  );
const clocks = () =>
  browser.evaluate(() => {
    const player = document.querySelector('#movie_player') as PlayerApi;
    const media = document.querySelector('video') as HTMLVideoElement;
    return {
      player: player.getCurrentTime(),
      media: media.currentTime,
      length: media.duration,
      state: player.getPlayerState(),
      advert: player.classList.contains('ad-showing'),
    };
  });
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the page', () => {
  it('throws on HTML sinks in its own world, and locks fetch', async () => {
    await browser.openWatch(videos.short);
    const seen = await browser.evaluate(() => {
      let error = 'none';
      try {
        document.body.innerHTML = '<p>';
      } catch (thrown) {
        error = (thrown as Error).name;
      }
      return [error, Object.getOwnPropertyDescriptor(window, 'fetch')?.writable];
    });
    expect(seen).toEqual(['TypeError', false]);
  });

  it('moves the right column’s own content under the video when narrow, the player when in theatre', async () => {
    await browser.openWatch(videos.short);
    const parents = () =>
      browser.evaluate(() => [
        document.querySelector('#related')?.parentElement?.id,
        document.querySelector('#player-container')?.parentElement?.id,
      ]);
    expect(await parents()).toEqual(['secondary-inner', 'player-container-inner']);
    await browser.setLayout('narrow');
    expect(await parents()).toEqual(['below', 'player-container-inner']);
    await browser.setLayout('theatre');
    expect(await parents()).toEqual(['secondary-inner', 'player-full-bleed-container']);
    await browser.setLayout('columns');
    expect(await parents()).toEqual(['secondary-inner', 'player-container-inner']);
  });

  it('throws away what guests put into the right column', async () => {
    await browser.openWatch(videos.short);
    const kept = await browser.evaluate(() => {
      const guest = document.createElement('div');
      document.querySelector('#secondary-inner')?.prepend(guest);
      window.__stage.rerender();
      return guest.isConnected;
    });
    expect(kept).toBe(false);
  });

  it('can be the other layout’s element', async () => {
    await browser.openWatch(stage.copy(videos.short, { root: 'grid' }));
    expect(await browser.evaluate(() => document.querySelector('[video-id]')?.localName)).toBe('ytd-watch-grid');
  });

  it('takes letters typed into a guest’s field for shortcuts', async () => {
    await browser.openWatch(videos.short);
    await browser.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'guest';
      const field = document.createElement('input');
      host.attachShadow({ mode: 'closed' }).append(field);
      document.body.append(host);
      field.focus();
    });
    await browser.press('t');
    expect(await browser.evaluate(() => document.querySelector('[theater]') !== null)).toBe(true);
    expect(
      await browser.evaluate(() => window.__stage.keys.some((key) => key.target === 'div#guest' && key.trusted)),
    ).toBe(true);
  });
});

describe('the token', () => {
  it('comes some time after playing began, for the video alone', async () => {
    const id = stage.copy(videos.short, { potDelay: 600 });
    await browser.openWatch(id);
    expect(await pots()).toEqual(['', '']);
    await browser.waitFor(() =>
      (document.querySelector('#movie_player') as PlayerApi)
        .getAudioTrack()
        .captionTracks.every((track) => track.url.includes('&pot=')),
    );
    const first = await pots();
    expect(first[0]).toHaveLength(116);
    await browser.openWatch(videos.asrOnly);
    await browser.waitFor(() =>
      (document.querySelector('#movie_player') as PlayerApi).getAudioTrack().captionTracks[0]?.url.includes('&pot='),
    );
    expect((await pots())[0]).not.toBe(first[0]);
  });

  it('does not come while the video is not played', async () => {
    await browser.openWatch(stage.copy(videos.short, { autoplay: false }));
    await sleep(600);
    expect(await pots()).toEqual(['', '']);
  });

  it('does not come before the advert is over', async () => {
    await browser.openWatch(stage.copy(videos.short, { adverts: [{ seconds: 2, at: 0 }] }));
    await sleep(1000);
    expect((await clocks()).advert).toBe(true);
    expect(await pots()).toEqual(['', '']);
    await browser.waitFor(() =>
      (document.querySelector('#movie_player') as PlayerApi).getAudioTrack().captionTracks[0]?.url.includes('&pot='),
    );
    expect((await clocks()).advert).toBe(false);
  });
});

describe('adverts', () => {
  it('lend the element their clock and length, and give it back where they interrupted', async () => {
    await browser.openWatch(videos.short);
    await browser.waitFor(() => (document.querySelector('#movie_player') as PlayerApi).getPlayerState() === 1);
    await browser.evaluate(() => (document.querySelector('#movie_player') as PlayerApi).seekTo(60));
    await browser.waitFor(() => (document.querySelector('video') as HTMLVideoElement).currentTime > 60);
    await browser.evaluate(() => window.__stage.playAdvert(2));
    await browser.waitFor(() => (document.querySelector('video') as HTMLVideoElement).duration < 3);
    const during = await clocks();
    expect(during.advert).toBe(true);
    expect(during.media).toBeLessThan(3);
    expect(during.player).toBeGreaterThan(59.9);
    await browser.waitFor(
      () =>
        !document.querySelector('.ad-showing') &&
        (document.querySelector('video') as HTMLVideoElement).currentTime > 60,
    );
    expect((await clocks()).length).toBeCloseTo(180, 0);
  });

  it('when stitched, put the element’s clock ahead of the player’s without a class', async () => {
    await browser.openWatch(stage.copy(videos.conversation, { stitchedAdvert: 15 }), '&t=30');
    await browser.waitFor(() => (document.querySelector('#movie_player') as PlayerApi).getCurrentTime() > 30.2);
    const now = await clocks();
    expect(now.media - now.player).toBeCloseTo(15, 1);
    expect(now.advert).toBe(false);
    expect(now.length).toBeGreaterThan(390);
  });
});

describe('subtitles', () => {
  it('are asked for by XMLHttpRequest with the whole set of parameters, once', async () => {
    const id = stage.copy(videos.short);
    stage.clearRequests();
    await browser.openWatch(id);
    await browser.press('c');
    await browser.waitFor(() => document.querySelector('.ytp-caption-segment')?.textContent);
    const [request, ...others] = stage.requestsTo('/api/timedtext', id);
    expect(others).toHaveLength(0);
    expect(request?.query).toMatchObject({
      fmt: 'json3',
      c: 'WEB',
      potc: '1',
      cplayer: 'UNIPLAYER',
      xorb: '2',
      lang: 'en',
    });
    expect(
      await browser.evaluate(() => [
        localStorage.getItem('yt-player-sticky-caption')?.includes('true'),
        document.querySelector('video')?.textTracks.length,
      ]),
    ).toEqual([true, 0]);
    const kinds = await browser.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.includes('timedtext'))
        .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
    );
    expect(kinds).toEqual(['xmlhttprequest']);
    await browser.evaluate(() =>
      (document.querySelector('#movie_player') as PlayerApi).setOption('captions', 'track', { languageCode: 'en' }),
    );
    await sleep(300);
    expect(stage.requestsTo('/api/timedtext', id)).toHaveLength(1);
  });

  it('have a module that loads after a while', async () => {
    await browser.openWatch(videos.asrOnly);
    const lists = await browser.evaluate(async () => {
      const player = document.querySelector('#movie_player') as PlayerApi;
      const before = player.getOption('captions', 'tracklist');
      player.loadModule('captions');
      const atOnce = player.getOption('captions', 'tracklist');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [before ?? null, atOnce ?? null, (player.getOption('captions', 'tracklist') as object[]).length];
    });
    expect(lists).toEqual([null, null, 1]);
  });
});

describe('moving without loading', () => {
  it('sends the site’s events in order, reuses the element, leaves the globals stale and the player late', async () => {
    const id = stage.copy(videos.asrOnly, { navigationDelay: 200, playerLag: 300 });
    await browser.openWatch(videos.short);
    const story = await browser.evaluate(async (target) => {
      const media = document.querySelector('video');
      const player = document.querySelector('#movie_player') as PlayerApi;
      const seen: string[] = [];
      for (const name of [
        'yt-navigate-start',
        'yt-page-data-fetched',
        'yt-page-type-changed',
        'yt-navigate-finish',
        'yt-page-data-updated',
        'yt-player-updated',
      ]) {
        document.addEventListener(name, (event) => {
          const detail = (event as CustomEvent).detail as {
            response?: { playerResponse?: { videoDetails?: { videoId?: string } } };
          };
          const named = detail?.response?.playerResponse?.videoDetails?.videoId;
          seen.push(
            `${name} url=${location.search.includes(target)} page=${document.querySelector('[video-id]')?.getAttribute('video-id') === target} player=${player.getVideoData().video_id === target}${named ? ` detail=${named === target}` : ''}`,
          );
        });
      }
      window.__stage.navigate(target);
      await new Promise((resolve) => document.addEventListener('yt-player-updated', resolve, { once: true }));
      const stale = (window.ytInitialPlayerResponse as { videoDetails: { videoId: string } }).videoDetails.videoId;
      return { seen, sameElement: document.querySelector('video') === media, stale };
    }, id);
    expect(story).toEqual({
      seen: [
        'yt-navigate-start url=false page=false player=false',
        'yt-page-data-fetched url=true page=true player=false',
        'yt-page-type-changed url=true page=true player=false',
        'yt-navigate-finish url=true page=true player=false detail=true',
        'yt-page-data-updated url=true page=true player=false',
        'yt-player-updated url=true page=true player=true',
      ],
      sameElement: true,
      stale: videos.short,
    });
  });

  it('ends at the last of several quick moves, and goes back and forward', async () => {
    const slow = stage.copy(videos.asrOnly, { navigationDelay: 500 });
    await browser.openWatch(videos.short);
    await browser.evaluate(async (target) => {
      window.__stage.navigate(target);
      await new Promise((resolve) => setTimeout(resolve, 60));
      window.__stage.navigate('ShortTalk01');
    }, slow);
    await sleep(900);
    const shown = () =>
      browser.evaluate(() => [
        document.querySelector('[video-id]')?.getAttribute('video-id'),
        (document.querySelector('#movie_player') as PlayerApi).getVideoData().video_id,
      ]);
    expect(await shown()).toEqual([videos.short, videos.short]);
    await browser.back();
    await browser.waitFor((target) => window.__stage.current()?.id === target, slow);
    await browser.forward();
    await browser.waitFor((target) => window.__stage.current()?.id === target, videos.short);
  });

  it('shows Shorts, live streams, results and home', async () => {
    await browser.openWatch(videos.short);
    await browser.evaluate(() => window.__stage.navigate('/shorts/AsrOnlyVid1'));
    await browser.waitFor(() => document.querySelectorAll('ytd-shorts .html5-video-player').length > 1);
    await browser.evaluate(() => window.__stage.navigate('/results?search_query=tide'));
    await browser.waitFor(
      () => document.querySelector('ytd-browse:not([hidden])') && document.querySelector('ytd-watch-flexy[hidden]'),
    );
    await browser.evaluate(() => window.__stage.navigate('/live/LiveStream1'));
    await browser.waitFor(() => document.querySelector('ytd-watch-flexy[is-live-now]:not([hidden])'));
    await browser.evaluate(() => window.__stage.navigate('/'));
    await browser.waitFor(() => location.pathname === '/' && document.querySelector('ytd-watch-flexy[hidden]'));
  });
});

describe('the site’s transcript panel', () => {
  it.each([
    ['modern', 'PAmodern_transcript_view', '.ytwTranscriptSegmentViewModelHost'],
    ['combined-modern', 'engagement-panel-timeline-view-consolidated', '.ytwTranscriptSegmentViewModelHost'],
  ] as const)('behind the %s button fills with rows', async (transcriptButton, target, rows) => {
    await browser.openWatch(stage.copy(videos.short, { transcriptButton }));
    await browser.evaluate(() => {
      document.querySelector<HTMLElement>('#expand')?.click();
      document.querySelector<HTMLElement>('ytd-video-description-transcript-section-renderer button')?.click();
    });
    const panel = `ytd-engagement-panel-section-list-renderer[visibility$="EXPANDED"]:is([target-id="${target}"], [identifier-tag="${target}"])`;
    await browser.waitFor((selector) => document.querySelectorAll(selector).length > 20, `${panel} ${rows}`);
  });

  it.each(['legacy', 'combined-legacy', 'combined-empty'] as const)(
    'behind the %s button stays empty',
    async (transcriptButton) => {
      await browser.openWatch(stage.copy(videos.short, { transcriptButton }));
      await browser.evaluate(() => window.__stage.openTranscript());
      expect(
        await browser.evaluate(
          () =>
            document.querySelectorAll(
              '[visibility$="EXPANDED"] :is(ytd-transcript-segment-renderer, transcript-segment-view-model)',
            ).length,
        ),
      ).toBe(0);
    },
  );

  it('keeps the rows of the video before, hidden', async () => {
    await browser.openWatch(videos.short);
    await browser.evaluate(() => window.__stage.openTranscript());
    await browser.evaluate((target) => window.__stage.navigate(target), videos.asrOnly);
    await browser.waitFor((target) => window.__stage.current()?.id === target, videos.asrOnly);
    expect(
      await browser.evaluate(
        () => document.querySelectorAll('[visibility$="HIDDEN"] .ytwTranscriptSegmentViewModelHost').length,
      ),
    ).toBeGreaterThan(20);
  });
});

describe('long and recorded videos', () => {
  it('can be sought anywhere in ten hours', async () => {
    await browser.openWatch(videos.tenHours);
    await browser.waitFor(() => (document.querySelector('video') as HTMLVideoElement).duration > 35_990);
    await browser.evaluate(() => (document.querySelector('#movie_player') as PlayerApi).seekTo(34_567));
    await browser.waitFor(() => {
      const now = (document.querySelector('video') as HTMLVideoElement).currentTime;
      return now > 34_567.2 && now < 34_580;
    });
  });

  it('are built from a recorded page as from the stage’s own', async () => {
    if (!stage.videoIds.includes(recordedIds.watchPage)) return;
    await browser.openWatch(recordedIds.watchPage);
    const seen = await browser.evaluate(() => ({
      id: document.querySelector('[video-id]')?.getAttribute('video-id'),
      tracks: (document.querySelector('#movie_player') as PlayerApi).getAudioTrack().captionTracks.length,
      client: window.ytcfg.get('INNERTUBE_CLIENT_NAME'),
      inline: (window.ytInitialPlayerResponse as { videoDetails: { videoId: string } }).videoDetails.videoId,
    }));
    expect(seen).toMatchObject({ id: recordedIds.watchPage, client: 'WEB', inline: recordedIds.watchPage });
    expect(seen.tracks).toBeGreaterThan(5);
  });
});
