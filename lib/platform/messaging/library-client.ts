/** The library as content scripts and pages use it: `LibraryPort` over messages. */
import type { EpisodeMeta, LibraryErrorCode, LibraryPort, StoredEpisode } from '../../ports';
import type { Arrival, OpenedEpisode } from '../../protocol/background-calls';
import { ok, type Result } from '../../protocol/result';
import { packTranscript, unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { VideoId } from '../../transcript/units';
import { type CallBackground, type CallOptions, createBackgroundCaller } from './call-background';
import { download } from './download';
import { createOutbox } from './outbox';
import { partCount, partOf } from './parts';
import type { RuntimeLike } from './runtime';

type Answer<T> = Result<T, LibraryErrorCode>;

export interface LibraryClient extends LibraryPort {
  openOptions(): Promise<Answer<null>>;
  /** Opens the library page, searching for `query` when given. */
  openLibrary(query?: string): Promise<Answer<null>>;
  /** What a click in the library wants shown in this video. Taken by the first who asks. */
  takeArrival(videoId: VideoId): Promise<Answer<Arrival | null>>;
  /** Saves that still wait for the background. */
  readonly waiting: number;
  /** Drops the waiting saves and ends the retrying. */
  stop(): void;
}

/**
 * Calls end within 10 s. A save that did not reach the background answers `unreachable` and stays in an outbox of this
 * page, which tries again until it got through or the page closes; a save that answered anything else is settled.
 */
export function createLibraryClient(runtime: RuntimeLike, options?: CallOptions): LibraryClient {
  const call = createBackgroundCaller(runtime, options);
  const outbox = createOutbox();
  return {
    async openEpisode(videoId) {
      const opened = await call('openEpisode', { videoId });
      if (!opened.ok) return opened;
      if (outbox.waiting > 0) void outbox.flush();
      return opened.value ? loadTranscripts(call, opened.value) : ok(null);
    },
    saveTranscript: (meta, transcript) =>
      outbox.post(`transcript ${meta.videoId} ${transcript.id}`, () => upload(call, meta, transcript)),
    removeTranscript: (videoId, id) =>
      outbox.post(`transcript ${videoId} ${id}`, () => call('removeTranscript', { videoId, id })),
    saveChoice: (videoId, choice) =>
      outbox.post(`choice ${videoId} ${Object.keys(choice)}`, () => call('saveChoice', { videoId, ...choice })),
    savePlace: (videoId, place) => outbox.post(`place ${videoId}`, () => call('savePlace', { videoId, place })),
    openOptions: () => call('openOptions', {}),
    openLibrary: (query) => call('openLibrary', query === undefined ? {} : { query }),
    takeArrival: (videoId) => call('takeArrival', { videoId }),
    get waiting() {
      return outbox.waiting;
    },
    stop: () => outbox.stop(),
  };
}

async function loadTranscripts(call: CallBackground, opened: OpenedEpisode): Promise<Answer<StoredEpisode>> {
  const transcripts: Transcript[] = [];
  for (const { id } of opened.transcripts) {
    const known = opened.first?.id === id ? opened.first.part : null;
    const bytes = await download(call, { videoId: opened.meta.videoId, id }, known);
    if (!bytes.ok) return bytes;
    // A record that is damaged, or was deleted just now, is left out: the others are still worth reading.
    const transcript = bytes.value && unpackTranscript(bytes.value);
    if (transcript) transcripts.push(transcript);
  }
  const { meta, chosen, chosenTrack, place, lastReadAt } = opened;
  return ok({ meta, transcripts, chosen, chosenTrack, place, lastReadAt });
}

/** How often the parts may be asked for again: each time means that the worker died in the middle. */
const MOST_ROUNDS = 4;

async function upload(call: CallBackground, meta: EpisodeMeta, transcript: Transcript): Promise<Answer<null>> {
  // Saving begins when words have just come: the page draws them before we go on, and between packing and sending.
  await nextTask();
  const bytes = packTranscript(transcript);
  await nextTask();
  let wanted: readonly number[] = Array.from({ length: partCount(bytes.length) }, (_, index) => index);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let missing: readonly number[] = [];
    for (const index of wanted) {
      const part = partOf(bytes, index);
      if (!part) continue;
      const answer = await call('saveTranscriptPart', { meta, id: transcript.id, part });
      if (!answer.ok) return answer;
      if (answer.value.state === 'saved') return ok(null);
      missing = answer.value.missing;
    }
    wanted = missing;
  }
  return { ok: false, error: { code: 'unreachable', detail: 'the worker did not stay alive' } };
}

function nextTask(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
