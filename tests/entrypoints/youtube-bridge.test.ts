// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import bridgeScript from '@/entrypoints/youtube-bridge.content';
import { type Bridge, connectBridge } from '@/lib/platform/youtube/bridge';
import { videoIdOfNext } from '@/lib/platform/youtube/chapters';
import { readOffer, videoIdOf } from '@/lib/platform/youtube/page-data';
import type { VideoId } from '@/lib/transcript/units';

const ID = 'abcdefghijk' as VideoId;
const stop = new AbortController();
let bridge: Bridge;

/** Both halves in one world, as a browser never has them; what passes between them is the same. */
beforeAll(() => {
  bridge = connectBridge(stop.signal);
  // The context is what isolated scripts get; this one runs in the page's world and is given none that it uses.
  void bridgeScript.main({} as ContentScriptContext);
});
afterAll(() => stop.abort());

const page = window as unknown as Record<string, unknown>;
afterEach(() => {
  for (const name of ['ytInitialPlayerResponse', 'ytInitialData', 'ytcfg', 'yt']) delete page[name];
  document.body.replaceChildren();
});

/** Runs a script as the page's own: at the top level, with the window's names in scope. */
const runInPage = (source: string) => new Function('window', source)(window);

const RESPONSE = {
  playabilityStatus: { status: 'OK' },
  videoDetails: { videoId: ID, title: 'Braces }; and "quotes" </script>', lengthSeconds: '60' },
  captions: {
    playerCaptionsTracklistRenderer: {
      captionTracks: [{ baseUrl: `/api/timedtext?v=${ID}&lang=en`, vssId: '.en', languageCode: 'en' }],
    },
  },
};

function player(methods: Record<string, (...args: unknown[]) => unknown>): void {
  const element = document.createElement('div');
  element.id = 'movie_player';
  document.body.append(Object.assign(element, methods));
}

describe('what the page says', () => {
  it.each([
    ['a property of the window', (json: string) => `window["ytInitialPlayerResponse"] = ${json};`],
    ['a dotted property', (json: string) => `window.ytInitialPlayerResponse=${json};var meta={};`],
    ['parsed text', (json: string) => `window.ytInitialPlayerResponse = JSON.parse(${JSON.stringify(json)});`],
  ])('is read from the source of the page, written as %s', (_name, write) => {
    runInPage(write(JSON.stringify(RESPONSE)));
    const { initial, player: ofPlayer } = bridge.responses();
    expect(ofPlayer).toBeNull();
    expect(videoIdOf(initial)).toBe(ID);
    const offer = readOffer({ player: initial, chapters: [], playerTrack: null }, ID, true);
    expect(offer?.title).toBe('Braces }; and "quotes" </script>');
    expect(offer?.tracks).toHaveLength(1);
  });

  it('is read from a player whose other methods are missing, throw or give nonsense', () => {
    player({
      getPlayerResponse: () => RESPONSE,
      getOption: () => {
        throw new Error('not loaded');
      },
    });
    expect(bridge.clock()).toBeNull();
    expect(bridge.token(ID)).toBeNull();
    expect(videoIdOf(bridge.responses().player)).toBe(ID);
  });

  it('is nothing while the player is not built', () => {
    expect(bridge.responses()).toEqual({ player: null, initial: null, shownTrack: null });
    expect(bridge.next().map(videoIdOfNext)).toEqual([null, null]);
  });

  it('is read through answers that refer to themselves', () => {
    const response: Record<string, unknown> = structuredClone(RESPONSE);
    response.self = response;
    player({ getPlayerResponse: () => response });
    expect(videoIdOf(bridge.responses().player)).toBe(ID);
  });

  it('names the track shown, by either spelling of its key', () => {
    for (const key of ['vssId', 'vss_id']) {
      document.body.replaceChildren();
      player({ getPlayerResponse: () => RESPONSE, getOption: () => ({ [key]: '.en' }) });
      expect(bridge.responses().shownTrack).toBe('.en');
    }
  });
});

describe('what the player is told', () => {
  it('is answered truly when it has no such method', () => {
    player({});
    expect(bridge.seek(5)).toBe(false);
    expect(bridge.toggleCaptions()).toBe(false);
  });

  it('reaches it', () => {
    const told: unknown[] = [];
    player({ seekTo: (...args: unknown[]) => told.push(args), toggleSubtitles: () => told.push('captions') });
    expect(bridge.seek(5)).toBe(true);
    expect(bridge.toggleCaptions()).toBe(true);
    expect(told).toEqual([[5, true], 'captions']);
  });
});

describe('the token', () => {
  it.each(['url', 'baseUrl'])('is found in a track’s %s', (name) => {
    const address = `https://www.youtube.com/api/timedtext?v=${ID}&lang=en&pot=minted`;
    player({ getAudioTrack: () => ({ captionTracks: [null, {}, { [name]: address }] }) });
    expect(bridge.token(ID)).toEqual({ pot: 'minted', potc: null });
  });
});

describe('the client', () => {
  const values = { INNERTUBE_CLIENT_NAME: 'WEB', INNERTUBE_CLIENT_VERSION: '2.1', HL: 'en', GL: 'NO' };
  const expected = { name: 'WEB', version: '2.1', language: 'en', country: 'NO' };
  it.each<[string, () => void]>([
    [
      'ytcfg.data_',
      () => {
        page.ytcfg = { data_: values };
      },
    ],
    [
      'yt.config_',
      () => {
        page.yt = { config_: values };
      },
    ],
    [
      'ytcfg.get',
      () => {
        page.ytcfg = { get: (name: keyof typeof values) => values[name] };
      },
    ],
  ])('is read from %s', (_name, set) => {
    set();
    expect(bridge.client()).toEqual(expected);
  });

  it('is not known where the page says nothing', () => {
    expect(bridge.client()).toBeNull();
  });
});
