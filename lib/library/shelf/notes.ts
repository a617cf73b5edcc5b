/** Notes of a video, kept and searched. What they hold beyond text and time is the business of those who write them. */
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeFacts, EpisodeRecord, NoteRecord, ShelfStores } from './records';
import type { Shelf } from './shelf';
import { keysUnder } from './store-port';

export function readNotes<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId): Promise<NoteRecord[]> {
  return shelf.port.read(['notes'], (tx) => tx.getAll('notes', keysUnder(videoId)));
}

/** Puts notes of one video in place of those with the same ids, and takes others out. Keeps the episode for their sake. */
export function changeNotes<S extends ShelfStores>(
  shelf: Shelf<S>,
  facts: EpisodeFacts,
  change: { readonly put: readonly NoteRecord[]; readonly remove: readonly string[] },
): Promise<void> {
  const { videoId } = facts;
  const stores = ['episodes', 'notes', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, 'strict', async (tx) => {
    for (const note of change.put) tx.put('notes', [videoId, note.id], note);
    for (const id of change.remove) tx.remove('notes', [videoId, id]);
    const [notes, known] = await Promise.all([tx.count('notes', keysUnder(videoId)), tx.get('episodes', videoId)]);
    const now = shelf.now();
    const episode: EpisodeRecord = known
      ? { ...known, notes }
      : {
          ...facts,
          transcripts: [],
          chosen: null,
          chosenTrack: null,
          place: null,
          addedAt: now,
          lastReadAt: now,
          notes,
        };
    if (notes === 0 && episode.transcripts.length === 0) tx.remove('episodes', videoId);
    else tx.put('episodes', videoId, episode);
    await shelf.index?.changed(tx, episode);
  });
}
