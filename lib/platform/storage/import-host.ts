/** Answers the calls about imports in the background: pages stay small, and no page stalls while a text is aligned. */
import { compareParagraphs } from '../../import/compare-paragraphs';
import { mergeImport } from '../../import/merge-import';
import { previewOf } from '../../import/preview';
import { readImport, type Understood } from '../../import/read-import';
import { revise } from '../../import/revise';
import type { SpeakerName } from '../../import/types';
import type { ShelfStores } from '../../library/shelf/records';
import { dropOlderMerges, restoreTranscript, reviseTranscripts } from '../../library/shelf/revise-transcripts';
import { readTranscriptBytes, readTranscripts } from '../../library/shelf/shelf';
import type { CallAnswer, CallArgs, Part } from '../../protocol/background-calls';
import type { MissingParts, RefusedImport } from '../../protocol/import-calls';
import { fail, ok } from '../../protocol/result';
import type { Settings } from '../../protocol/settings';
import { packTranscript, unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import { partCount, partOf, Uploads } from '../messaging/parts';
import { LentTranscripts } from './lent-transcripts';
import { type createLibraryHost, isKept } from './library-host';

export interface ImportHostOptions<Stores extends ShelfStores> {
  readonly library: Pick<ReturnType<typeof createLibraryHost<Stores>>, 'onShelf' | 'save' | 'readTranscriptPart'>;
  readonly settings: () => Promise<Settings>;
}

export function createImportHost<Stores extends ShelfStores>({ library, settings }: ImportHostOptions<Stores>) {
  const { onShelf } = library;
  const uploads = new Uploads();
  const lent = new LentTranscripts();

  const keyOf = (isPrivate: boolean, videoId: EpisodeId, id: string) => `${isPrivate} ${videoId} ${id}`;

  async function find(videoId: EpisodeId, id: string, isPrivate: boolean): Promise<Transcript | null> {
    const kept = await onShelf(isPrivate, async (shelf) => ok(await readTranscriptBytes(shelf, videoId, id)));
    const bytes = (kept.ok ? kept.value : null) ?? lent.get(keyOf(isPrivate, videoId, id));
    const transcript = bytes && unpackTranscript(bytes);
    return transcript && transcript.videoId === videoId ? transcript : null;
  }

  /** Keeps what the settings and the storage allow, and lends the rest: the page can read both. */
  async function keep(meta: CallArgs<'keepImport'>['meta'], transcript: Transcript, isPrivate: boolean) {
    const bytes = packTranscript(transcript);
    lent.put(keyOf(isPrivate, meta.videoId, transcript.id), bytes);
    const isWanted = isKept(transcript, await settings());
    const saved = isWanted ? await library.save({ facts: meta, transcript, bytes }, isPrivate) : null;
    // What is known already was not saved again: the same text once more, as the reader has just corrected it, holds.
    if (saved?.ok)
      await onShelf(isPrivate, async (shelf) =>
        ok(
          await reviseTranscripts(shelf, meta.videoId, (each) =>
            isOtherVersion(each, transcript) ? transcript : null,
          ),
        ),
      );
    return { parts: partCount(bytes.length), where: saved?.ok ? ('library' as const) : ('page' as const), saved };
  }

  async function knownNames(videoId: EpisodeId, isPrivate: boolean): Promise<readonly SpeakerName[]> {
    const records = await onShelf(isPrivate, async (shelf) => ok(await readTranscripts(shelf, videoId)));
    const names: SpeakerName[] = [];
    for (const { bytes } of records.ok ? records.value : []) {
      const transcript = unpackTranscript(bytes);
      if (transcript?.origin.kind !== 'import') continue;
      for (const { label, name } of transcript.speakers) if (name !== label) names.push([label, name]);
    }
    return names;
  }

  function understand(
    args: CallArgs<'readImport'> | CallArgs<'keepImport'>,
    where: { readonly videoId: EpisodeId; readonly importedAt: number },
  ): Understood | RefusedImport | MissingParts | null {
    const bytes = uploads.add(`${where.videoId} ${args.upload}`, args.part);
    if (!bytes) return null;
    if (!(bytes instanceof Uint8Array)) return { state: 'more', missing: bytes };
    const reading = readImport({ bytes, fileName: args.fileName, ...where }, TextDecoder, args.choices);
    if (reading.ok) return reading;
    const { code, message, others } = reading;
    return { state: 'refused', code, message, others };
  }

  return {
    /** From the library, or lent. Null when neither has it. */
    find,

    async readImport(args: CallArgs<'readImport'>, isPrivate: boolean): Promise<CallAnswer<'readImport'>> {
      const understood = understand(args, { videoId: args.videoId, importedAt: 0 });
      if (!understood) return fail('refused', 'not base64');
      if ('state' in understood) return ok(understood);
      const names = args.choices.names ?? (await knownNames(args.videoId, isPrivate));
      const transcript = revise(understood.transcript, { kind: 'names', names });
      return ok({ state: 'read', preview: previewOf({ ...understood, transcript }, args.duration) });
    },

    async keepImport(args: CallArgs<'keepImport'>, isPrivate: boolean): Promise<CallAnswer<'keepImport'>> {
      const { meta, importedAt } = args;
      const understood = understand(args, { videoId: meta.videoId, importedAt });
      if (!understood) return fail('refused', 'not base64');
      if ('state' in understood) return ok(understood);
      const { transcript } = understood;
      const { parts, where, saved } = await keep(meta, transcript, isPrivate);
      const trouble = saved && !saved.ok ? saved.error.code : null;
      return ok({ state: 'kept', id: transcript.id, parts, where, trouble });
    },

    async mergeImport(
      { meta, human: humanId, timed: timedId }: CallArgs<'mergeImport'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'mergeImport'>> {
      const { videoId } = meta;
      const [human, timed] = await Promise.all([find(videoId, humanId, isPrivate), find(videoId, timedId, isPrivate)]);
      if (!human || !timed)
        return ok({ state: 'absent', ids: [...(human ? [] : [humanId]), ...(timed ? [] : [timedId])] });
      const { merged, report } = mergeImport(human, timed);
      if (!merged) return ok({ state: 'refused', matched: report.matched });
      const { parts } = await keep(meta, merged, isPrivate);
      await onShelf(isPrivate, async (shelf) => ok(await dropOlderMerges(shelf, videoId, humanId, merged.id)));
      return ok({ state: 'merged', id: merged.id, parts });
    },

    async lendTranscript(
      { videoId, id, part }: CallArgs<'lendTranscript'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'lendTranscript'>> {
      const bytes = uploads.add(`${videoId} lent ${id}`, part);
      if (!bytes) return fail('refused', 'not base64');
      if (!(bytes instanceof Uint8Array)) return ok({ state: 'more', missing: bytes });
      lent.put(keyOf(isPrivate, videoId, id), bytes);
      return ok({ state: 'lent' });
    },

    reviseTranscript: (
      { videoId, id, revision }: CallArgs<'reviseTranscript'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'reviseTranscript'>> =>
      onShelf(isPrivate, async (shelf) => {
        const records = await readTranscripts(shelf, videoId);
        const origin = records.map(({ bytes }) => unpackTranscript(bytes)).find((each) => each?.id === id)?.origin;
        if (!origin) return ok(false);
        const human = origin.kind === 'merge' ? origin.human : id;
        return ok(
          await reviseTranscripts(shelf, videoId, (each) => {
            const isOfIt = each.id === human || (each.origin.kind === 'merge' && each.origin.human === human);
            const concerns = revision.kind === 'names' ? isOfIt : each.id === id;
            return concerns ? revise(each, revision) : null;
          }),
        );
      }),

    async compareMerge(
      { videoId, merged: mergedId, timed: timedId, from }: CallArgs<'compareMerge'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'compareMerge'>> {
      const [merged, timed] = await Promise.all([
        find(videoId, mergedId, isPrivate),
        find(videoId, timedId, isPrivate),
      ]);
      if (!merged || !timed)
        return ok({ state: 'absent', ids: [...(merged ? [] : [mergedId]), ...(timed ? [] : [timedId])] });
      return ok(compareParagraphs(merged, timed, from));
    },

    restoreTranscript: (
      { videoId, id }: CallArgs<'restoreTranscript'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'restoreTranscript'>> =>
      onShelf(isPrivate, async (shelf) => ok(await restoreTranscript(shelf, videoId, id))),

    /** As the library's own, and transcripts that are only lent. */
    async readTranscriptPart(
      args: CallArgs<'readTranscriptPart'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'readTranscriptPart'>> {
      const kept = await library.readTranscriptPart(args, isPrivate);
      if (kept.ok && kept.value) return kept;
      const bytes = lent.get(keyOf(isPrivate, args.videoId, args.id));
      return bytes ? ok<Part | null>(partOf(bytes, args.index)) : kept;
    },
  };
}

function isOtherVersion(kept: Transcript, now: Transcript): boolean {
  const of = ({ speakers, origin, language }: Transcript) => JSON.stringify([speakers, origin, language]);
  return kept.id === now.id && of(kept) !== of(now);
}
