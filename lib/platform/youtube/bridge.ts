/** The isolated half's side of the bridge: asks, and believes nothing it hears. */
import type { CaptionToken } from '../../captions/offer';
import { parseJson } from '../../formats/json';
import { isVideoId, type VideoId } from '../../transcript/units';
import type { BridgeCommand } from './bridge-protocol';
import { type Channel, meet } from './handshake';
import { at, textAt } from './json-path';
import { captionUrl, tokenOf } from './timedtext-url';

/** Longest answer that is looked at, in UTF-16 units. A response with its caption list is about 40,000. */
const LONGEST_ANSWER = 4_000_000;

export interface PlayerClock {
  /** Seconds in the player's own time, adverts taken out. */
  readonly time: number;
  readonly duration: number | null;
  /** The video the player has loaded; null when it does not say. */
  readonly videoId: VideoId | null;
}

export interface Client {
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly country: string;
}

/** Everything is null or empty until the page has it, and for good where the other half is missing. */
export interface Bridge {
  responses(): { readonly player: unknown; readonly initial: unknown; readonly shownTrack: string | null };
  /** `next` answers at hand, of any video. */
  next(): readonly unknown[];
  token(videoId: VideoId): CaptionToken | null;
  clock(): PlayerClock | null;
  seek(seconds: number): boolean;
  toggleCaptions(): boolean;
  client(): Client | null;
}

/** Call at `document_start`, once. */
export function connectBridge(signal: AbortSignal): Bridge {
  let channel: Channel | null = null;
  let heard: string | null = null;
  meet('isolated', (opened) => {
    channel = opened;
    opened.listen((text) => {
      heard = text;
    }, signal);
  });

  function ask(command: BridgeCommand): unknown {
    if (channel === null || signal.aborted) return null;
    heard = null;
    channel.send(JSON.stringify(command));
    // Read through a function: the answer came while `send` ran.
    const answer = takeHeard();
    return answer === null || answer.length > LONGEST_ANSWER ? null : (parseJson(answer) ?? null);
  }

  function takeHeard(): string | null {
    const text = heard;
    heard = null;
    return text;
  }

  return {
    responses() {
      const answer = ask({ do: 'responses' });
      const shown = at(answer, 'shownTrack');
      return {
        player: at(answer, 'player') ?? null,
        initial: at(answer, 'initial') ?? null,
        shownTrack: textAt(shown, 'vssId') || textAt(shown, 'vss_id') || null,
      };
    },
    next() {
      const answer = ask({ do: 'next' });
      return Array.isArray(answer) ? answer : [];
    },
    token(videoId) {
      const addresses = ask({ do: 'addresses' });
      if (!Array.isArray(addresses)) return null;
      for (const address of addresses) {
        const url = captionUrl(address, videoId);
        const token = url && tokenOf(url);
        if (token) return token;
      }
      return null;
    },
    clock() {
      const answer = ask({ do: 'clock' });
      const time = at(answer, 'time');
      const duration = at(answer, 'duration');
      if (!isTime(time)) return null;
      const videoId = at(answer, 'videoId');
      return {
        time,
        duration: isTime(duration) && duration > 0 ? duration : null,
        videoId: isVideoId(videoId) ? videoId : null,
      };
    },
    seek: (seconds) => ask({ do: 'seek', to: seconds }) === true,
    toggleCaptions: () => ask({ do: 'toggle-captions' }) === true,
    client() {
      const answer = ask({ do: 'client' });
      const version = textAt(answer, 'INNERTUBE_CLIENT_VERSION').slice(0, 40);
      if (version === '') return null;
      return {
        name: textAt(answer, 'INNERTUBE_CLIENT_NAME').slice(0, 40) || 'WEB',
        version,
        language: textAt(answer, 'HL').slice(0, 20),
        country: textAt(answer, 'GL').slice(0, 4),
      };
    },
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
