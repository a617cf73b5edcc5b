/** Imports as content scripts and pages use them: `ImportPort` over messages. */
import type { ComparedPage } from '../../import/compare-paragraphs';
import type { ImportChoices } from '../../import/types';
import type { ImportPort, LibraryErrorCode } from '../../ports';
import type { Part } from '../../protocol/background-calls';
import type { ImportUpload, KeptImport, MissingParts, RefusedImport } from '../../protocol/import-calls';
import { fail, ok, type Result } from '../../protocol/result';
import type { ImportBytes, PreviewAnswer } from '../../sidebar/imports';
import { packTranscript, unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { VideoId } from '../../transcript/units';
import type { CallBackground } from './call-background';
import { download } from './download';
import { partCount, partOf } from './parts';

/** How often parts may be asked for again: each time means that the worker died in the middle. */
const MOST_ROUNDS = 4;

/** `call` must be patient: a file of 64 MB takes the background some seconds. */
export function createImportClient(call: CallBackground): ImportPort {
  let uploads = 0;

  function fields(file: ImportBytes, choices: ImportChoices): Omit<ImportUpload, 'part'> {
    uploads += 1;
    return { upload: `${Date.now()} ${uploads}`, fileName: file.fileName, choices };
  }

  async function lend(videoId: VideoId, transcript: Transcript): Promise<Result<unknown, LibraryErrorCode>> {
    return sendInParts<{ readonly state: 'lent' }>(packTranscript(transcript), (part) =>
      call('lendTranscript', { videoId, id: transcript.id, part }),
    );
  }

  /** Asks; lends what the background says it does not have; asks again. */
  async function withLent<T>(
    videoId: VideoId,
    transcripts: readonly Transcript[],
    ask: () => Promise<Result<T | { readonly state: 'absent'; readonly ids: readonly string[] }, LibraryErrorCode>>,
  ): Promise<Result<T, LibraryErrorCode>> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const answer = await ask();
      if (!answer.ok) return answer;
      const { value } = answer;
      if (!isAbsent(value)) return ok(value);
      for (const id of value.ids) {
        const transcript = transcripts.find((each) => each.id === id);
        if (!transcript) return fail('refused', `no transcript ${id}`);
        const sent = await lend(videoId, transcript);
        if (!sent.ok) return sent;
      }
    }
    return fail('unreachable', 'the worker did not stay alive');
  }

  async function load(videoId: VideoId, id: string): Promise<Result<Transcript | null, LibraryErrorCode>> {
    const bytes = await download(call, { videoId, id });
    if (!bytes.ok) return bytes;
    const transcript = bytes.value && unpackTranscript(bytes.value);
    return ok(transcript?.videoId === videoId ? transcript : null);
  }

  return {
    async preview(target, file, choices) {
      const upload = fields(file, choices);
      return sendInParts<PreviewAnswer>(file.bytes, (part) => call('readImport', { ...upload, ...target, part }));
    },

    async keep(meta, file, choices) {
      const upload = fields(file, choices);
      const importedAt = Date.now();
      // What was kept is fetched: a worker that died since has forgotten what is only lent, and is told again.
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const kept = await sendInParts<RefusedImport | KeptImport>(file.bytes, (part) =>
          call('keepImport', { ...upload, meta, importedAt, part }),
        );
        if (!kept.ok) return kept;
        if (kept.value.state !== 'kept') return ok(kept.value);
        const { id, where, trouble } = kept.value;
        const loaded = await load(meta.videoId, id);
        if (!loaded.ok) return loaded;
        if (loaded.value) return ok({ state: 'kept' as const, transcript: loaded.value, where, trouble });
      }
      return fail('unreachable', 'the worker did not stay alive');
    },

    async merge(meta, human, timed) {
      const { videoId } = meta;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const answer = await withLent(videoId, [human, timed], () =>
          call('mergeImport', { meta, human: human.id, timed: timed.id }),
        );
        if (!answer.ok) return answer;
        if (answer.value.state !== 'merged') return ok({ state: 'unfit' as const, matched: answer.value.matched });
        const loaded = await load(videoId, answer.value.id);
        if (!loaded.ok) return loaded;
        if (loaded.value) return ok({ state: 'merged' as const, transcript: loaded.value });
      }
      return fail('unreachable', 'the worker did not stay alive');
    },

    compare: (merged, timed, from) =>
      withLent<ComparedPage>(merged.videoId, [merged, timed], () =>
        call('compareMerge', { videoId: merged.videoId, merged: merged.id, timed: timed.id, from }),
      ),

    revise: (videoId, id, revision) => call('reviseTranscript', { videoId, id, revision }),
    restore: (videoId, id) => call('restoreTranscript', { videoId, id }),
    load,
  };
}

function isAbsent(value: unknown): value is { readonly state: 'absent'; readonly ids: readonly string[] } {
  return typeof value === 'object' && value !== null && 'state' in value && value.state === 'absent';
}

/** Sends bytes until the other end has them all; what it answers then is the answer. */
async function sendInParts<T>(
  bytes: Uint8Array,
  send: (part: Part) => Promise<Result<T | MissingParts, LibraryErrorCode>>,
): Promise<Result<T, LibraryErrorCode>> {
  let wanted: readonly number[] = Array.from({ length: partCount(bytes.length) }, (_, index) => index);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let missing: readonly number[] = [];
    for (const index of wanted) {
      const part = partOf(bytes, index);
      if (!part) continue;
      const answer = await send(part);
      if (!answer.ok) return answer;
      if (!isMissing(answer.value)) return ok(answer.value);
      missing = answer.value.missing;
    }
    wanted = missing;
  }
  return fail('unreachable', 'the worker did not stay alive');
}

function isMissing<T>(value: T | MissingParts): value is MissingParts {
  return typeof value === 'object' && value !== null && 'state' in value && value.state === 'more';
}
