/**
 * The stage: a stand-in for YouTube over TLS on the loopback. Browsers reach it as https://www.youtube.com by mapping the
 * name to `Stage.port`; the drivers in `tests/e2e/drivers` do that.
 */
import { catalogue, numberedMaker, type VideoMaker } from './catalogue';
import type { HumanTranscript } from './episodes/human-transcript';
import type { TruthWord } from './episodes/speech';
import { defaultOptions, type StageOptions } from './options';
import type { LoggedRequest } from './routes/exchange';
import { startServer } from './server';
import type { StageVideo } from './video';
import { signedValues } from './youtube/caption-url';

export { videos } from './catalogue';
export type { HumanTranscript } from './episodes/human-transcript';
export { recordedIds } from './episodes/recorded';
export type { TruthWord } from './episodes/speech';
export * from './options';
export type { LoggedRequest } from './routes/exchange';
export type { StageChapter, StageTrack, StageVideo } from './video';

export interface Stage {
  readonly port: number;
  /** `https://www.youtube.com`. */
  readonly url: string;
  /** Every request since the start or the last `clearRequests`, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Ids of the stage's own videos, and of recorded ones where their data is present. */
  readonly videoIds: readonly string[];
  /** Changes options from now on, for all videos or for one. Pages that are open keep what they were served. */
  set(options: Partial<StageOptions>, videoId?: string): void;
  /** Back to the options given at the start, for all videos. */
  reset(): void;
  /** A new video id with the content of another, and options of its own: one for each test. */
  copy(videoId: string, options?: Partial<StageOptions>, changes?: Partial<StageVideo>): string;
  /** Puts a video of the caller's own making on the stage. */
  add(video: Omit<StageVideo, 'id'>, options?: Partial<StageOptions>): string;
  video(videoId: string): Promise<StageVideo>;
  /** The words as spoken. Empty where nobody knows. */
  truth(videoId: string): Promise<readonly TruthWord[]>;
  /** The same episode as typed by a person; only the conversation has one. */
  human(videoId: string): Promise<HumanTranscript>;
  watchUrl(videoId: string, query?: string): string;
  requestsTo(path: string, videoId?: string): LoggedRequest[];
  clearRequests(): void;
  /** Makes the media of these videos now, so that no test waits for it. */
  warm(...videoIds: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function startStage(initial: Partial<StageOptions> = {}): Promise<Stage> {
  const makers = await catalogue();
  const made = new Map<string, Promise<StageVideo>>();
  const general: { options: StageOptions } = { options: { ...defaultOptions, ...initial } };
  const special = new Map<string, Partial<StageOptions>>();
  const initialOfVideo = new Map<string, Partial<StageOptions>>();
  const recordedSignatures = new Map<string, string>();
  const translations = new Map<string, number>();
  let copies = 0;

  const find = (id: string): Promise<StageVideo> | undefined => {
    const known = made.get(id);
    if (known) return known;
    const maker = makers.get(id) ?? numberedMaker(id);
    if (!maker) return undefined;
    const making = maker(id).then((video) => {
      rememberSignatures(video, recordedSignatures);
      return video;
    });
    made.set(id, making);
    making.catch(() => made.delete(id));
    return making;
  };
  const get = async (id: string): Promise<StageVideo> => {
    const video = await find(id);
    if (!video) throw new Error(`No video ${id} on the stage.`);
    return video;
  };
  const put = (maker: VideoMaker, options: Partial<StageOptions>): string => {
    copies += 1;
    const id = `copy-${String(copies).padStart(6, '0')}`;
    makers.set(id, maker);
    special.set(id, options);
    initialOfVideo.set(id, options);
    return id;
  };
  const options = (id?: string): StageOptions => ({ ...general.options, ...(id ? special.get(id) : undefined) });

  const server = await startServer({
    video: async (id) => find(id),
    options,
    recordedSignatures,
    countTranslation: (id) => {
      translations.set(id, (translations.get(id) ?? 0) + 1);
      return translations.get(id) ?? 0;
    },
  });

  return {
    port: server.port,
    url: 'https://www.youtube.com',
    requests: server.requests,
    get videoIds() {
      return [...makers.keys()];
    },
    set(changes, videoId) {
      if (videoId) special.set(videoId, { ...special.get(videoId), ...changes });
      else general.options = { ...general.options, ...changes };
    },
    reset() {
      general.options = { ...defaultOptions, ...initial };
      special.clear();
      for (const [id, own] of initialOfVideo) special.set(id, own);
      translations.clear();
    },
    copy: (videoId, own = {}, changes = {}) => {
      if (!makers.has(videoId) && !numberedMaker(videoId)) throw new Error(`No video ${videoId} on the stage.`);
      return put(async (id) => ({ ...(await get(videoId)), ...changes, id }), { ...special.get(videoId), ...own });
    },
    add: (video, own = {}) => put(async (id) => ({ ...video, id }), own),
    video: get,
    truth: async (videoId) => (await get(videoId)).truth,
    human: async (videoId) => {
      const { human } = await get(videoId);
      if (!human) throw new Error(`Nobody typed a transcript of ${videoId}.`);
      return human;
    },
    watchUrl: (videoId, query = '') => `https://www.youtube.com/watch?v=${videoId}${query}`,
    requestsTo: (path, videoId) =>
      server.requests.filter((entry) => entry.path === path && (!videoId || entry.query.v === videoId)),
    clearRequests: () => server.clear(),
    warm: async (...videoIds) => {
      for (const id of videoIds) await (await get(id)).media?.();
    },
    close: () => server.close(),
  };
}

function rememberSignatures(video: StageVideo, recordedSignatures: Map<string, string>): void {
  for (const track of video.tracks) {
    if (!track.recordedUrl) continue;
    const query = new URL(track.recordedUrl, 'https://www.youtube.com').searchParams;
    recordedSignatures.set(query.get('signature') ?? '', signedValues(query).join('&'));
  }
}
