/** A world for the chain, of which every part can be set: time moves by hand, routes answer when told. */
import type { RouteAnswer } from '@/lib/captions/answers';
import { createBreaker } from '@/lib/captions/breaker';
import { type CaptionsChain, createCaptionsChain } from '@/lib/captions/captions-chain';
import type { Clock } from '@/lib/captions/clock';
import type { CaptionToken, Offer, OfferedTrack } from '@/lib/captions/offer';
import type { CaptionRoutes } from '@/lib/captions/routes';
import type { LibraryPort, StoredEpisode } from '@/lib/ports';
import { ok } from '@/lib/protocol/result';
import type { EpisodeView } from '@/lib/sidebar/episode';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { TranscriptSource } from '@/lib/transcript/source';
import type { Origin, Transcript } from '@/lib/transcript/types';
import { milliseconds, type VideoId } from '@/lib/transcript/units';

export const A = 'aaaaaaaaaaa' as VideoId;
export const B = 'bbbbbbbbbbb' as VideoId;

export function wordsOf(videoId: string, timing: 'word' | 'second' = 'word'): TranscriptSource {
  const words = [{ text: videoId, start: 0 }];
  return {
    language: 'en',
    timing,
    cues: [{ start: 0, end: 2000, text: videoId, ...(timing === 'word' ? { words } : {}) }],
  };
}

export function answered(videoId: string, timing: 'word' | 'second' = 'word'): Words {
  return { ok: true, words: wordsOf(videoId, timing), detail: '200' };
}

export function trackOf(videoId: string, changes: Partial<OfferedTrack> = {}): OfferedTrack {
  return {
    vssId: 'a.en',
    language: 'en',
    name: 'English (auto-generated)',
    automatic: true,
    translatable: true,
    url: `https://www.youtube.com/api/timedtext?v=${videoId}&exp=xpe`,
    gated: true,
    forced: false,
    named: false,
    ...changes,
  };
}

export function offerOf(videoId: VideoId, changes: Partial<Offer> = {}): Offer {
  return {
    videoId,
    title: `Title of ${videoId}`,
    channel: 'Channel',
    duration: milliseconds(60_000),
    playability: 'fine',
    captions: 'listed',
    tracks: [trackOf(videoId)],
    translations: [{ language: 'de', name: 'German' }],
    audioLanguage: 'en',
    usualTrack: null,
    playerTrack: null,
    chapters: [],
    ...changes,
  };
}

export function transcriptOf(videoId: VideoId, changes: Partial<Origin & { kind: 'captions' }> = {}): Transcript {
  const via = changes.via ?? 'timedtext';
  const origin: Origin = { kind: 'captions', vssId: 'a.en', automatic: true, ...changes, via };
  return buildTranscript({ videoId, origin, source: wordsOf(videoId, via === 'timedtext' ? 'word' : 'second') });
}

export function storedOf(
  videoId: VideoId,
  transcripts: Transcript[],
  changes: Partial<StoredEpisode> = {},
): StoredEpisode {
  const meta = { videoId, title: 'Stored', channel: 'Channel', duration: milliseconds(60_000), chapters: [] };
  return { meta, transcripts, chosen: null, chosenTrack: null, place: null, lastReadAt: 0, ...changes };
}

export interface ManualClock extends Clock {
  /** Moves on in steps of 10 ms, letting answers arrive between them. */
  advance(ms: number): Promise<void>;
}

export function manualClock(): ManualClock {
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      while (now < end) {
        await settle();
        now = Math.min(end, now + 10);
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { call } of due) call();
      }
      await settle();
    },
  };
}

/** Enough turns of the queue for every chain of promises in the code under test. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export interface World {
  readonly chain: CaptionsChain;
  readonly clock: ManualClock;
  readonly view: () => EpisodeView | null;
  /** Names of the requests sent, in order: `panel`, `bare a.en`, `token a.en`, `token a.en>de`. */
  readonly sent: string[];
  /** Calls to the library, in order: `save <transcript id>`, `remove …`, `choice …`, `place …`. */
  readonly kept: string[];
}

type Words = RouteAnswer & { readonly ok: true };

export interface WorldInput {
  readonly panel?: () => RouteAnswer | Promise<RouteAnswer>;
  readonly timedtext?: (name: string, begin: (answer: Words) => void) => RouteAnswer | Promise<RouteAnswer>;
  readonly token?: () => CaptionToken | null;
  readonly advert?: () => boolean;
  readonly offline?: () => boolean;
  readonly watchPagePanel?: CaptionRoutes['watchPagePanel'];
  readonly provoke?: CaptionRoutes['provoke'];
  readonly library?: Partial<LibraryPort>;
  readonly keeps?: boolean;
}

/** Everything refuses unless told otherwise; the library is empty. */
export function createWorld(input: WorldInput = {}): World {
  const clock = manualClock();
  const sent: string[] = [];
  const kept: string[] = [];
  let view: EpisodeView | null = null;
  const refused: RouteAnswer = { ok: false, why: 'empty', detail: '' };
  const never: CaptionRoutes['watchPagePanel'] = () => () => undefined;
  const routes: CaptionRoutes = {
    timedtext: async (ask, _videoId, _signal, begin = () => undefined) => {
      const name = `${ask.token ? 'token' : 'bare'} ${ask.track.vssId}${ask.translateTo ? `>${ask.translateTo}` : ''}`;
      sent.push(name);
      return input.timedtext?.(name, begin) ?? refused;
    },
    panel: async (ask) => {
      sent.push(`panel ${ask.language}`);
      return input.panel?.() ?? refused;
    },
    watchPagePanel: input.watchPagePanel ?? never,
    token: () => input.token?.() ?? null,
    provoke: input.provoke ?? (async () => undefined),
    isAdvert: () => input.advert?.() ?? false,
    isOffline: () => input.offline?.() ?? false,
  };
  const library: LibraryPort = {
    openEpisode: async () => ok(null),
    saveTranscript: async (_meta, transcript) => {
      kept.push(`save ${transcript.id}`);
      return ok(null);
    },
    removeTranscript: async (_videoId, id) => {
      kept.push(`remove ${id}`);
      return ok(null);
    },
    saveChoice: async (videoId, choice) => {
      kept.push(`choice ${videoId} ${JSON.stringify(choice)}`);
      return ok(null);
    },
    savePlace: async (videoId, place) => {
      kept.push(`place ${videoId} ${place.word}`);
      return ok(null);
    },
    ...input.library,
  };
  const chain = createCaptionsChain({
    routes,
    library,
    clock,
    newCanceller: () => new AbortController(),
    breaker: createBreaker({ now: clock.now, random: () => 0, onChange: () => undefined }),
    keeps: () => input.keeps ?? true,
    onView: (next) => {
      view = next;
    },
  });
  return { chain, clock, sent, kept, view: () => view };
}
