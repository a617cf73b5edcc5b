/** Imports as content scripts and pages use them: `ImportPort` over messages. */
import type { ComparedPage } from '../../import/compare-paragraphs';
import type { ImportChoices } from '../../import/types';
import type { ImportPort, LibraryErrorCode } from '../../ports';
import type { ImportUpload, KeptImport, RefusedImport } from '../../protocol/import-calls';
import { fail, ok, type Result } from '../../protocol/result';
import type { ImportBytes, PreviewAnswer } from '../../sidebar/imports';
import { unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { CallBackground } from './call-background';
import { download } from './download';
import { createLender, MOST_ROUNDS, sendInParts } from './lending';

/** `call` must be patient: a file of 64 MB takes the background some seconds. */
export function createImportClient(call: CallBackground): ImportPort {
  const withLent = createLender(call);
  let uploads = 0;

  function fields(file: ImportBytes, choices: ImportChoices): Omit<ImportUpload, 'part'> {
    uploads += 1;
    return { upload: `${Date.now()} ${uploads}`, fileName: file.fileName, choices };
  }

  async function load(videoId: EpisodeId, id: string): Promise<Result<Transcript | null, LibraryErrorCode>> {
    const bytes = await download(call, { videoId, id });
    if (!bytes.ok) return bytes;
    const transcript = bytes.value && unpackTranscript(bytes.value);
    return ok(transcript?.videoId === videoId ? transcript : null);
  }

  return {
    async preview(target, file, choices, onSent) {
      const upload = fields(file, choices);
      return sendInParts<PreviewAnswer>(
        file.bytes,
        (part) => call('readImport', { ...upload, ...target, part }),
        onSent,
      );
    },

    async keep(meta, file, choices, onSent) {
      const upload = fields(file, choices);
      const importedAt = Date.now();
      // What was kept is fetched: a worker that died since has forgotten what is only lent, and is told again.
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const kept = await sendInParts<RefusedImport | KeptImport>(
          file.bytes,
          (part) => call('keepImport', { ...upload, meta, importedAt, part }),
          onSent,
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
