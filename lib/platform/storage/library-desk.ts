/** Answers the library page: search, lists, deleting, backups. The calls of content scripts are in `library-host`. */
import { IndexCache } from '../../library/index/index-cache';
import type { LibraryStores } from '../../library/index/index-stores';
import { markDamaged } from '../../library/index/rebuild-index';
import { searchLibrary } from '../../library/query/search-library';
import { NameCache, searchNames } from '../../library/query/search-names';
import { attachTranscript } from '../../library/shelf/attach';
import { listEpisodes, listNames } from '../../library/shelf/lists';
import type { EpisodeRecord } from '../../library/shelf/records';
import { readRecords, restoreEpisode, restoreTranscript } from '../../library/shelf/restore';
import type { Shelf } from '../../library/shelf/shelf';
import {
  deleteEpisode,
  emptyOldTrash,
  forgetAll,
  forgetEpisode,
  makeRoom,
  undoDelete,
} from '../../library/shelf/trash';
import type { CallAnswer, CallArgs, EpisodeListItem } from '../../protocol/background-calls';
import { fail, ok } from '../../protocol/result';
import { DamagedBytes } from '../../transcript/bytes';
import { unpackTranscript } from '../../transcript/pack';
import { ignoreFull } from './choose-shelf';
import type { createLibraryHost } from './library-host';

export function createLibraryDesk({ onShelf, uploads }: ReturnType<typeof createLibraryHost<LibraryStores>>) {
  const cache = new IndexCache();
  const names = new NameCache(() => new Promise((resolve) => setTimeout(resolve, 0)));

  /** Damage in the index costs this answer only: it is made anew from the transcripts. */
  async function guarded<T>(shelf: Shelf<LibraryStores>, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DamagedBytes)) throw error;
      await markDamaged(shelf.port);
      return null;
    }
  }

  return {
    search: (args: CallArgs<'search'>): Promise<CallAnswer<'search'>> =>
      onShelf(false, async (shelf, condition) => {
        const result = await guarded(shelf, () => searchLibrary(shelf.port, cache, args));
        if (!result) return ok({ episodes: [], total: 0, times: 0, mode: 'all', corrections: [], partial: true });
        return ok({
          ...result,
          // The database may only be slow: what memory finds is not all there is.
          partial: result.partial || condition === 'memory',
          episodes: result.episodes.map((found) => ({ ...found, episode: toItem(found.episode) })),
        });
      }),

    searchNames: (args: CallArgs<'searchNames'>): Promise<CallAnswer<'searchNames'>> =>
      onShelf(false, async (shelf) => {
        const { titles, notes } = await searchNames(shelf.port, names, args);
        return ok({
          titles: titles.map((found) => ({ ...found, episode: toItem(found.episode) })),
          notes: notes.map((found) => ({ ...found, episode: toItem(found.episode) })),
        });
      }),

    listEpisodes: (args: CallArgs<'listEpisodes'>): Promise<CallAnswer<'listEpisodes'>> =>
      onShelf(false, async (shelf) => {
        const { episodes, total } = await listEpisodes(shelf, args);
        return ok({ episodes: episodes.map(toItem), total });
      }),

    listNames: (): Promise<CallAnswer<'listNames'>> => onShelf(false, async (shelf) => ok(await listNames(shelf))),

    libraryState: (): Promise<CallAnswer<'libraryState'>> =>
      onShelf(false, async (shelf, condition) => {
        const episodes = await shelf.port.read(['episodes'], (tx) => tx.count('episodes'));
        return ok({ episodes, storage: condition, ...(await room()) });
      }),

    deleteEpisodes: ({ videoIds }: CallArgs<'deleteEpisodes'>): Promise<CallAnswer<'deleteEpisodes'>> =>
      onShelf(false, async (shelf) => {
        const trash: number[] = [];
        for (const videoId of videoIds) {
          const id = await deleteEpisode(shelf, videoId);
          if (id !== null) trash.push(id);
        }
        await emptyOldTrash(shelf).catch(ignoreFull);
        return ok(trash);
      }),

    undoDelete: ({ trash }: CallArgs<'undoDelete'>): Promise<CallAnswer<'undoDelete'>> =>
      onShelf(false, async (shelf) => {
        let back = 0;
        for (const id of trash) if (await undoDelete(shelf, id)) back++;
        return ok(back);
      }),

    forget: ({ videoIds }: CallArgs<'forget'>): Promise<CallAnswer<'forget'>> =>
      onShelf(false, async (shelf) => {
        if (videoIds === null) await forgetAll(shelf);
        else for (const videoId of videoIds) await forgetEpisode(shelf, videoId);
        return ok(null);
      }),

    attachTranscript: ({ from, videoId }: CallArgs<'attachTranscript'>): Promise<CallAnswer<'attachTranscript'>> =>
      onShelf(false, async (shelf) => ok(await attachTranscript(shelf, from, videoId))),

    makeRoom: ({ bytes }: CallArgs<'makeRoom'>): Promise<CallAnswer<'makeRoom'>> =>
      onShelf(false, async (shelf) => ok(await makeRoom(shelf, bytes))),

    readRecords: ({ after, limit }: CallArgs<'readRecords'>): Promise<CallAnswer<'readRecords'>> =>
      onShelf(false, async (shelf) => ok(await readRecords(shelf, after, limit))),

    restoreEpisode: ({ record, notes }: CallArgs<'restoreEpisode'>): Promise<CallAnswer<'restoreEpisode'>> =>
      onShelf(false, async (shelf) => {
        await restoreEpisode(shelf, record, notes);
        return ok(null);
      }),

    async restoreTranscriptPart({
      videoId,
      id,
      savedAt,
      part,
    }: CallArgs<'restoreTranscriptPart'>): Promise<CallAnswer<'restoreTranscriptPart'>> {
      const bytes = uploads.add(`restore ${videoId} ${id}`, part);
      if (!bytes) return fail('refused', 'not base64');
      if (!(bytes instanceof Uint8Array)) return ok({ state: 'more', missing: bytes });
      const transcript = unpackTranscript(bytes);
      if (transcript?.id !== id || transcript.videoId !== videoId) return fail('refused', 'damaged transcript');
      return onShelf(false, async (shelf) => {
        const isRestored = await restoreTranscript(shelf, videoId, transcript, { bytes, savedAt });
        return isRestored ? ok({ state: 'saved' }) : fail('refused', 'the episode is missing');
      });
    },
  };
}

function toItem(episode: EpisodeRecord): EpisodeListItem {
  const { videoId, title, channel, duration, transcripts, addedAt, lastReadAt, notes } = episode;
  return { videoId, title, channel, duration, transcripts, addedAt, lastReadAt, notes };
}

/** What the whole extension takes on the disk and may take; null where the browser does not say. */
async function room(): Promise<{ readonly bytes: number | null; readonly quota: number | null }> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { bytes: usage ?? null, quota: quota ?? null };
  } catch {
    return { bytes: null, quota: null };
  }
}
