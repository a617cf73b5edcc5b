/**
 * The half that runs in the page's own world. It reads the player and calls three of its methods when asked; it replaces
 * nothing of the page and leaves nothing behind. Must not import anything that reaches for `browser`: there is none here.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { BridgeCommand } from '@/lib/platform/youtube/bridge-protocol';
import { meet } from '@/lib/platform/youtube/handshake';

type Fields = Record<string, unknown>;

export default defineContentScript({
  matches: ['https://www.youtube.com/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    const { parse, stringify } = JSON;
    const find = Document.prototype.querySelector.bind(document) as (selector: string) => unknown;
    meet('page', (channel) => {
      channel.listen((text) => {
        let answer: unknown = null;
        try {
          answer = obey(parse(text) as BridgeCommand, find);
        } catch {
          // The page's objects may throw or be half built; the asker takes null for "not yet".
        }
        channel.send(stringify(answer ?? null));
      });
    });
  },
});

function obey(command: BridgeCommand, find: (selector: string) => unknown): unknown {
  const page = window as unknown as Fields;
  const player = find('#movie_player');
  switch (command.do) {
    case 'responses':
      return {
        player: pickResponse(call(player, 'getPlayerResponse')),
        initial: pickResponse(page.ytInitialPlayerResponse),
        shownTrack: pick(call(player, 'getOption', 'captions', 'track'), ['vssId', 'vss_id', 'languageCode']),
      };
    case 'next':
      return [field(find('ytd-watch-flexy, ytd-watch-grid'), 'data'), page.ytInitialData].map(pickNext);
    case 'addresses':
      return list(field(call(player, 'getAudioTrack'), 'captionTracks')).map(
        (track) => field(track, 'url') ?? field(track, 'baseUrl'),
      );
    case 'clock':
      return {
        time: call(player, 'getCurrentTime'),
        duration: call(player, 'getDuration'),
        videoId: field(call(player, 'getVideoData'), 'video_id'),
      };
    case 'seek':
      return tell(player, 'seekTo', command.to, true);
    case 'toggle-captions':
      return tell(player, 'toggleSubtitles');
    case 'client':
      return pickClient(page);
  }
}

/** Where the page keeps its configuration has moved before; its own reader comes last, being the page's code. */
function pickClient(page: Fields): Fields {
  const kept = field(page.ytcfg, 'data_') ?? field(page.yt, 'config_');
  const client: Fields = {};
  for (const name of ['INNERTUBE_CLIENT_NAME', 'INNERTUBE_CLIENT_VERSION', 'HL', 'GL'])
    client[name] = field(kept, name) ?? call(page.ytcfg, 'get', name);
  return client;
}

function pickResponse(response: unknown): unknown {
  if (!response) return null;
  const renderer = field(field(response, 'microformat'), 'playerMicroformatRenderer');
  return {
    videoDetails: pick(field(response, 'videoDetails'), [
      'videoId',
      'title',
      'author',
      'lengthSeconds',
      'isLive',
      'isLiveContent',
      'isUpcoming',
    ]),
    playabilityStatus: pick(field(response, 'playabilityStatus'), ['status']),
    captions: field(response, 'captions'),
    microformat: { playerMicroformatRenderer: pick(renderer, ['liveBroadcastDetails']) },
  };
}

function pickNext(next: unknown): unknown {
  // The page's own data on a watch element wraps the answer once more.
  const answer = field(next, 'currentVideoEndpoint') ? next : field(next, 'response');
  const panels = list(field(answer, 'engagementPanels')).filter((panel) =>
    String(field(field(panel, 'engagementPanelSectionListRenderer'), 'panelIdentifier')).includes('macro-markers'),
  );
  const overlay = field(field(answer, 'playerOverlays'), 'playerOverlayRenderer');
  const watch = pick(field(field(answer, 'currentVideoEndpoint'), 'watchEndpoint'), ['videoId']);
  return {
    currentVideoEndpoint: { watchEndpoint: watch },
    playerOverlays: { playerOverlayRenderer: pick(overlay, ['decoratedPlayerBarRenderer']) },
    engagementPanels: panels,
  };
}

function field(value: unknown, name: string): unknown {
  return value === null || value === undefined ? undefined : (value as Fields)[name];
}

function pick(value: unknown, names: readonly string[]): Fields | undefined {
  if (value === null || value === undefined) return undefined;
  const picked: Fields = {};
  for (const name of names) picked[name] = field(value, name);
  return picked;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 500) : [];
}

/** Whether there was such a method to call. */
function tell(owner: unknown, method: string, ...args: unknown[]): boolean {
  const canDo = typeof field(owner, method) === 'function';
  call(owner, method, ...args);
  return canDo;
}

/** A method that throws, because its module has not come yet, says as little as one that is missing. */
function call(owner: unknown, method: string, ...args: unknown[]): unknown {
  try {
    const found = field(owner, method);
    return typeof found === 'function' ? Reflect.apply(found, owner, args) : undefined;
  } catch {
    return undefined;
  }
}
