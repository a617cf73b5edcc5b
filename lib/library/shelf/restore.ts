/** Putting back what a backup holds. Doing it twice is doing it once; what is there already stays. */
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeFacts, EpisodeRecord, NoteRecord, Place, ShelfStores } from './records';
import { type Shelf, summarise } from './shelf';
import { keysUnder } from './store-port';

export interface RestoredFacts extends EpisodeFacts {
  readonly chosen: string | null;
  readonly chosenTrack: string | null;
  readonly place: Place | null;
  readonly addedAt: number;
  readonly lastReadAt: number;
}

/** The episode and its notes; its transcripts come one by one, with `restoreTranscript`. */
export function restoreEpisode<S extends ShelfStores>(
  shelf: Shelf<S>,
  record: RestoredFacts,
  notes: readonly NoteRecord[],
): Promise<void> {
  const stores = ['episodes', 'notes', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, 'strict', async (tx) => {
    for (const note of notes) {
      const key = [record.videoId, note.id];
      if (!(await tx.get('notes', key))) tx.put('notes', key, note);
    }
    const [known, count] = await Promise.all([
      tx.get('episodes', record.videoId),
      tx.count('notes', keysUnder(record.videoId)),
    ]);
    const episode = merged(known, record, count);
    tx.put('episodes', record.videoId, episode);
    await shelf.index?.changed(tx, episode);
  });
}

function merged(known: EpisodeRecord | undefined, record: RestoredFacts, notes: number): EpisodeRecord {
  if (!known) return { ...record, transcripts: [], notes };
  return {
    ...known,
    chosen: known.chosen ?? record.chosen,
    chosenTrack: known.chosenTrack ?? record.chosenTrack,
    place: known.place ?? record.place,
    addedAt: Math.min(known.addedAt, record.addedAt),
    lastReadAt: Math.max(known.lastReadAt, record.lastReadAt),
    notes,
  };
}

/** False when its episode was not restored before. */
export function restoreTranscript<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  transcript: Transcript,
  { bytes, savedAt }: { readonly bytes: Uint8Array; readonly savedAt: number },
): Promise<boolean> {
  const stores = ['episodes', 'transcripts', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, 'strict', async (tx) => {
    const known = await tx.get('episodes', videoId);
    if (!known) return false;
    if (known.transcripts.some(({ id }) => id === transcript.id)) return true;
    const summaries = [...known.transcripts, summarise(transcript, bytes.length, savedAt)];
    const episode = { ...known, transcripts: summaries.sort((a, b) => b.savedAt - a.savedAt) };
    tx.put('episodes', videoId, episode);
    tx.put('transcripts', [videoId, transcript.id], { id: transcript.id, videoId, bytes, savedAt });
    await shelf.index?.added(tx, episode, transcript, bytes);
    return true;
  });
}

/** Episodes as they are kept, in the order of their ids. */
export function readRecords<S extends ShelfStores>(
  shelf: Shelf<S>,
  after: EpisodeId | null,
  limit: number,
): Promise<EpisodeRecord[]> {
  // The empty character stands between an id and all after it.
  const range = { from: after === null ? '' : `${after}\u0000`, to: [] } as const;
  return shelf.port.read(['episodes'], (tx) => tx.getAll('episodes', range, limit));
}
