/** Changing transcripts that are kept: what a person brought is corrected in place, a merge gives way to a better one. */
import { packTranscript, unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeRecord, ShelfStores } from './records';
import { type Shelf, summarise } from './shelf';
import { keysUnder } from './store-port';
import { undoDelete } from './trash';

/**
 * Puts what `edit` makes of each transcript of the video in its place, in one transaction. The id must stay. Null and the
 * same transcript mean: leave it. Answers whether anything changed.
 */
export function reviseTranscripts<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  edit: (transcript: Transcript) => Transcript | null,
): Promise<boolean> {
  const stores = ['episodes', 'transcripts', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, 'strict', async (tx) => {
    const known = await tx.get('episodes', videoId);
    if (!known) return false;
    let episode: EpisodeRecord = known;
    const revised: { readonly transcript: Transcript; readonly bytes: Uint8Array }[] = [];
    for (const record of await tx.getAll('transcripts', keysUnder(videoId))) {
      const before = unpackTranscript(record.bytes);
      const after = before && edit(before);
      if (!after || after === before || after.id !== record.id) continue;
      const bytes = packTranscript(after);
      tx.put('transcripts', [videoId, record.id], { ...record, bytes });
      const transcripts = episode.transcripts.map((summary) =>
        summary.id === after.id ? summarise(after, bytes.length, summary.savedAt) : summary,
      );
      episode = { ...episode, transcripts };
      revised.push({ transcript: after, bytes });
    }
    if (revised.length === 0) return false;
    tx.put('episodes', videoId, episode);
    for (const { transcript, bytes } of revised) {
      await shelf.index?.removed(tx, videoId, transcript.id);
      await shelf.index?.added(tx, episode, transcript, bytes);
    }
    await shelf.index?.changed(tx, episode);
    return true;
  });
}

/** Drops the merges of a text but one: they can be made again. A choice of one of them becomes a choice of that one. */
export function dropOlderMerges<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  human: string,
  kept: string,
): Promise<void> {
  const stores = ['episodes', 'transcripts', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, 'relaxed', async (tx) => {
    const episode = await tx.get('episodes', videoId);
    const going = (episode?.transcripts ?? []).filter(
      ({ id, origin }) => id !== kept && origin.kind === 'merge' && origin.human === human,
    );
    if (!episode || going.length === 0) return;
    const ids = new Set(going.map(({ id }) => id));
    for (const id of ids) {
      tx.remove('transcripts', [videoId, id]);
      await shelf.index?.removed(tx, videoId, id);
    }
    tx.put('episodes', videoId, {
      ...episode,
      transcripts: episode.transcripts.filter(({ id }) => !ids.has(id)),
      chosen: episode.chosen !== null && ids.has(episode.chosen) ? kept : episode.chosen,
    });
  });
}

/** Brings a removed transcript back from the trash. False when it is gone for good. */
export async function restoreTranscript<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  id: string,
): Promise<boolean> {
  const record = await shelf.port.read(['trash'], async (tx) =>
    (await tx.getAll('trash')).findLast(
      ({ episode, transcripts }) => episode.videoId === videoId && transcripts.some((each) => each.id === id),
    ),
  );
  return record ? undoDelete(shelf, record.id) : false;
}
