/** Answers the library's calls in the background: the one place that owns the database. */

import { changeNotes, readNotes } from '../../library/shelf/notes';
import type { ShelfStores } from '../../library/shelf/records';
import {
  readEpisode,
  readTranscriptBytes,
  type Saving,
  type Shelf,
  saveChoice,
  savePlace,
  saveTranscript,
} from '../../library/shelf/shelf';
import { emptyOldTrash, makeRoom, removeTranscript } from '../../library/shelf/trash';
import type { LibraryErrorCode } from '../../ports';
import type { CallAnswer, CallArgs, OpenedEpisode } from '../../protocol/background-calls';
import { fail, ok, type Result } from '../../protocol/result';
import type { Settings } from '../../protocol/settings';
import { unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import { partCount, partOf, Uploads } from '../messaging/parts';
import { type Condition, ignoreFull, type ShelfChooser, troubleOf } from './choose-shelf';

type Answer<T> = Result<T, LibraryErrorCode>;

export interface LibraryHostOptions<Stores extends ShelfStores> {
  readonly shelves: ShelfChooser<Stores>;
  readonly settings: () => Promise<Settings>;
}

/** How often room is made for one save before the reader is told. */
const MOST_CLEARINGS = 4;

export function createLibraryHost<Stores extends ShelfStores>({ shelves, settings }: LibraryHostOptions<Stores>) {
  const uploads = new Uploads();

  /** Runs `work` on the right shelf; turns the store's troubles into codes. */
  async function onShelf<T>(
    isPrivate: boolean,
    work: (shelf: Shelf<Stores>, condition: Condition) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const { shelf, condition } = await shelves.choose(isPrivate);
    try {
      return await work(shelf, condition);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === 'full') return fail('storage-full');
      if (trouble === 'newer') return fail('newer-database');
      if (trouble !== 'broken' || condition === 'memory') throw error;
      shelves.markBroken();
      const instead = await shelves.choose(isPrivate);
      return work(instead.shelf, instead.condition);
    }
  }

  async function save(saving: Saving, isPrivate: boolean): Promise<Answer<{ state: 'saved' }>> {
    if (!isKept(saving.transcript, await settings())) return ok({ state: 'saved' });
    return onShelf(isPrivate, async (shelf, condition) => {
      await saveMakingRoom(shelf, saving);
      // Kept only as long as the browser runs: the reader has to know.
      return condition === 'memory' ? fail('storage-broken', 'kept in memory') : ok({ state: 'saved' });
    });
  }

  return {
    openEpisode: ({ videoId }: CallArgs<'openEpisode'>, isPrivate: boolean): Promise<CallAnswer<'openEpisode'>> =>
      onShelf(isPrivate, async (shelf) => {
        const episode = await readEpisode(shelf, videoId);
        if (!episode) return ok(null);
        const { title, channel, duration, chapters, transcripts, chosen, chosenTrack, place, lastReadAt } = episode;
        const opened: OpenedEpisode = {
          meta: { videoId, title, channel, duration, chapters },
          transcripts: transcripts.map(({ id, bytes }) => ({ id, parts: partCount(bytes) })),
          chosen,
          chosenTrack,
          place,
          lastReadAt,
          first: await firstPart(shelf, videoId, chosen ?? transcripts[0]?.id ?? null),
        };
        return ok(opened);
      }),

    readTranscriptPart: (
      { videoId, id, index }: CallArgs<'readTranscriptPart'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'readTranscriptPart'>> =>
      onShelf(isPrivate, async (shelf) => {
        const bytes = await readTranscriptBytes(shelf, videoId, id);
        return ok(bytes && partOf(bytes, index));
      }),

    async saveTranscriptPart(
      { meta, id, part }: CallArgs<'saveTranscriptPart'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'saveTranscriptPart'>> {
      const whole = uploads.add(`${meta.videoId} ${id}`, part);
      if (!whole) return fail('refused', 'not base64');
      if (!(whole instanceof Uint8Array)) return ok({ state: 'more', missing: whole });
      const transcript = unpackTranscript(whole);
      if (!transcript) return fail('refused', 'damaged transcript');
      if (transcript.id !== id || transcript.videoId !== meta.videoId) return fail('refused', 'another transcript');
      return save({ facts: meta, transcript, bytes: whole }, isPrivate);
    },

    removeTranscript: (
      { videoId, id }: CallArgs<'removeTranscript'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'removeTranscript'>> =>
      onShelf(isPrivate, async (shelf) => {
        await removeTranscript(shelf, videoId, id);
        await emptyOldTrash(shelf).catch(ignoreFull);
        return ok(null);
      }),

    saveChoice: (
      { videoId, ...choice }: CallArgs<'saveChoice'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'saveChoice'>> =>
      onShelf(isPrivate, async (shelf) => {
        await saveChoice(shelf, videoId, choice);
        return ok(null);
      }),

    savePlace: ({ videoId, place }: CallArgs<'savePlace'>, isPrivate: boolean): Promise<CallAnswer<'savePlace'>> =>
      onShelf(isPrivate, async (shelf) => {
        await savePlace(shelf, videoId, place);
        return ok(null);
      }),

    readNotes: ({ videoId }: CallArgs<'readNotes'>, isPrivate: boolean): Promise<CallAnswer<'readNotes'>> =>
      onShelf(isPrivate, async (shelf) => ok(await readNotes(shelf, videoId))),

    changeNotes: (
      { meta, put, remove }: CallArgs<'changeNotes'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'changeNotes'>> =>
      onShelf(isPrivate, async (shelf) => {
        if (put.some((note) => note.videoId !== meta.videoId)) return fail('refused', 'a note of another video');
        await changeNotes(shelf, meta, { put, remove });
        return ok(null);
      }),

    onShelf,
    save,
    uploads,
  };
}

/** What the reader wants kept: everything read, only what they brought themselves, or nothing. */
export function isKept(transcript: Transcript, { keep }: Settings): boolean {
  if (keep === 'everything') return true;
  return keep === 'kept' && transcript.origin.kind !== 'captions';
}

async function saveMakingRoom<Stores extends ShelfStores>(shelf: Shelf<Stores>, saving: Saving): Promise<void> {
  for (let clearings = 0; ; clearings++) {
    try {
      return await saveTranscript(shelf, saving);
    } catch (error) {
      if (troubleOf(error) !== 'full' || clearings >= MOST_CLEARINGS) throw error;
      // Twice as much each time: the index and the database's own log need room as well.
      const freed = await makeRoom(shelf, saving.bytes.length * 2 ** (clearings + 1));
      if (freed === 0) throw error;
    }
  }
}

async function firstPart<Stores extends ShelfStores>(
  shelf: Shelf<Stores>,
  videoId: CallArgs<'openEpisode'>['videoId'],
  id: string | null,
): Promise<OpenedEpisode['first']> {
  const bytes = id === null ? null : await readTranscriptBytes(shelf, videoId, id);
  const part = bytes && partOf(bytes, 0);
  return id !== null && part ? { id, part } : null;
}
