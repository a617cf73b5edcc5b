/** Deleting, which can be undone for a while, and making room, which takes only what YouTube gives again. */
import { unpackTranscript } from '../../transcript/pack';
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeRecord, ShelfStores, TranscriptRecord, TranscriptSummary, TrashRecord } from './records';
import type { Shelf } from './shelf';
import { EVERY_KEY, keysUnder, type WriteTransaction } from './store-port';

/** How long a deleted thing can be brought back. */
export const TRASH_DAYS = 30;
const DAY = 86_400_000;

/** Every store that deleting and its undoing touch. */
export function trashStores<S extends ShelfStores>(shelf: Shelf<S>): (keyof S & string)[] {
  return ['episodes', 'transcripts', 'notes', 'trash', ...(shelf.index?.stores ?? [])];
}

/**
 * Puts one transcript into the trash; an episode that keeps neither transcript nor note goes with it. Answers what to
 * undo; when it is in the trash already, since the first answer was lost, the same again. Null when there is none.
 */
export function removeTranscript<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  id: string,
): Promise<number | null> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    const episode = await tx.get('episodes', videoId);
    if (!episode?.transcripts.some((summary) => summary.id === id)) return lastTrashOf(tx, videoId, id);
    const left = episode.transcripts.filter((summary) => summary.id !== id);
    if (left.length === 0 && episode.notes === 0) return moveToTrash(shelf, tx, episode);
    const record = await tx.get('transcripts', [videoId, id]);
    const trashId = await nextTrashId(shelf, tx);
    tx.put(
      'trash',
      trashId,
      trashRecord(shelf, trashId, { episode, whole: false, transcripts: record ? [record] : [], notes: [] }),
    );
    await dropTranscript(shelf, tx, videoId, id);
    const rest = { ...episode, transcripts: left, chosen: episode.chosen === id ? null : episode.chosen };
    tx.put('episodes', videoId, rest);
    await shelf.index?.changed(tx, rest);
    return trashId;
  });
}

/** Puts a whole episode into the trash; answers like `removeTranscript`. */
export function deleteEpisode<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId): Promise<number | null> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    const episode = await tx.get('episodes', videoId);
    return episode ? moveToTrash(shelf, tx, episode) : lastTrashOf(tx, videoId);
  });
}

/** Removes an episode for good, with what the trash has of it, and of transcripts that came to it later. */
export function forgetEpisode<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId): Promise<void> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    const episode = await tx.get('episodes', videoId);
    if (episode) await dropEpisode(shelf, tx, episode);
    for (const record of await tx.getAll('trash')) {
      if (record.episode.videoId === videoId || record.attached?.videoId === videoId) tx.remove('trash', record.id);
    }
  });
}

/** Removes everything for good: episodes, notes, trash and index. */
export function forgetAll<S extends ShelfStores>(shelf: Shelf<S>): Promise<void> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    for (const store of ['episodes', 'transcripts', 'notes', 'trash'] as const) tx.remove(store, EVERY_KEY);
    await shelf.index?.cleared(tx);
  });
}

/**
 * Brings back what a deletion took, or lets a transcript that became a video's wait again. What was saved since then stays.
 * False when it is gone for good.
 */
export function undoDelete<S extends ShelfStores>(shelf: Shelf<S>, trashId: number): Promise<boolean> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    const record = await tx.get('trash', trashId);
    if (!record) return false;
    if (record.attached) await detach(shelf, tx, record.attached);
    const { videoId } = record.episode;
    const now = await tx.get('episodes', videoId);
    const back = new Set(record.transcripts.map((transcript) => transcript.id));
    for (const transcript of now?.transcripts ?? []) back.delete(transcript.id);
    const episode = revived(record, now, back);
    for (const note of record.notes) tx.put('notes', [videoId, note.id], note);
    const notes = await tx.count('notes', keysUnder(videoId));
    tx.put('episodes', videoId, { ...episode, notes });
    for (const transcript of record.transcripts) {
      if (back.has(transcript.id)) await putBack(shelf, tx, episode, transcript);
    }
    tx.remove('trash', trashId);
    return true;
  });
}

/** Removes for good what was deleted too long ago. */
export function emptyOldTrash<S extends ShelfStores>(shelf: Shelf<S>): Promise<void> {
  return shelf.port.write(['trash'], 'relaxed', async (tx) => {
    const before = shelf.now() - TRASH_DAYS * DAY;
    for (const record of await tx.getAll('trash')) {
      if (record.deletedAt < before) tx.remove('trash', record.id);
    }
  });
}

/**
 * Frees at least `bytes` when it can: first the trash, oldest first, then captions that YouTube gives again, least lately
 * read first. Never an import, a merge, what a merge was made of, a chosen transcript, or the words that notes are pinned
 * to. Returns the bytes freed.
 */
export function makeRoom<S extends ShelfStores>(shelf: Shelf<S>, bytes: number): Promise<number> {
  return shelf.port.write(trashStores(shelf), 'relaxed', async (tx) => {
    let freed = 0;
    for (const record of await tx.getAll('trash')) {
      if (freed >= bytes) return freed;
      tx.remove('trash', record.id);
      freed += sum(record.transcripts.map((transcript) => transcript.bytes.length));
    }
    const episodes = await tx.getAll('episodes');
    for (const episode of episodes.sort((a, b) => a.lastReadAt - b.lastReadAt)) {
      if (freed >= bytes) return freed;
      freed += await dropRefetchable(shelf, tx, episode);
    }
    return freed;
  });
}

async function dropRefetchable<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  episode: EpisodeRecord,
): Promise<number> {
  const going = episode.transcripts.filter((summary) => isRefetchable(episode, summary));
  if (going.length === 0) return 0;
  for (const summary of going) await dropTranscript(shelf, tx, episode.videoId, summary.id);
  const left = episode.transcripts.filter((summary) => !going.includes(summary));
  if (left.length === 0) tx.remove('episodes', episode.videoId);
  else tx.put('episodes', episode.videoId, { ...episode, transcripts: left });
  return sum(going.map((summary) => summary.bytes));
}

export function isRefetchable(episode: EpisodeRecord, summary: TranscriptSummary): boolean {
  if (summary.origin.kind !== 'captions' || episode.notes > 0 || episode.chosen === summary.id) return false;
  return !episode.transcripts.some(({ origin }) => origin.kind === 'merge' && origin.timed === summary.id);
}

/** Takes out of a video what had come to it, and the merges that were made of it. */
async function detach<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  { videoId, ids }: NonNullable<TrashRecord['attached']>,
): Promise<void> {
  const episode = await tx.get('episodes', videoId);
  if (!episode) return;
  const isOfIt = ({ id, origin }: TranscriptSummary): boolean =>
    ids.includes(id) || (origin.kind === 'merge' && ids.includes(origin.human));
  const left = episode.transcripts.filter((summary) => !isOfIt(summary));
  for (const { id } of episode.transcripts.filter(isOfIt)) await dropTranscript(shelf, tx, videoId, id);
  if (left.length === 0 && episode.notes === 0) return tx.remove('episodes', videoId);
  const isChosenLeft = left.some(({ id }) => id === episode.chosen);
  const rest = { ...episode, transcripts: left, chosen: isChosenLeft ? episode.chosen : null };
  tx.put('episodes', videoId, rest);
  await shelf.index?.changed(tx, rest);
}

/** `attached`: it becomes that video's, and only its former self goes. */
export async function moveToTrash<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  episode: EpisodeRecord,
  attached?: TrashRecord['attached'],
): Promise<number> {
  const trashId = await nextTrashId(shelf, tx);
  const transcripts = await tx.getAll('transcripts', keysUnder(episode.videoId));
  const notes = await tx.getAll('notes', keysUnder(episode.videoId));
  tx.put('trash', trashId, {
    ...trashRecord(shelf, trashId, { episode, whole: true, transcripts, notes }),
    ...(attached ? { attached } : {}),
  });
  await dropEpisode(shelf, tx, episode);
  return trashId;
}

async function dropEpisode<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  episode: EpisodeRecord,
): Promise<void> {
  for (const summary of episode.transcripts) await dropTranscript(shelf, tx, episode.videoId, summary.id);
  tx.remove('notes', keysUnder(episode.videoId));
  tx.remove('episodes', episode.videoId);
}

async function dropTranscript<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  videoId: EpisodeId,
  id: string,
): Promise<void> {
  tx.remove('transcripts', [videoId, id]);
  await shelf.index?.removed(tx, videoId, id);
}

async function putBack<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  episode: EpisodeRecord,
  record: TranscriptRecord,
): Promise<void> {
  tx.put('transcripts', [record.videoId, record.id], record);
  const transcript = unpackTranscript(record.bytes);
  if (transcript) await shelf.index?.added(tx, episode, transcript, record.bytes);
}

async function lastTrashOf<S extends ShelfStores>(
  tx: WriteTransaction<S>,
  videoId: EpisodeId,
  transcriptId?: string,
): Promise<number | null> {
  const records = await tx.getAll('trash');
  const fits = (record: TrashRecord): boolean =>
    record.episode.videoId === videoId &&
    !record.attached &&
    (transcriptId === undefined ? record.whole : record.transcripts.some(({ id }) => id === transcriptId));
  return records.findLast(fits)?.id ?? null;
}

function revived(record: TrashRecord, now: EpisodeRecord | undefined, back: ReadonlySet<string>): EpisodeRecord {
  const kept = now ?? { ...record.episode, transcripts: [], notes: 0 };
  const returned = record.episode.transcripts.filter((summary) => back.has(summary.id));
  return {
    ...kept,
    transcripts: [...kept.transcripts, ...returned].sort((a, b) => b.savedAt - a.savedAt),
    chosen: kept.chosen ?? (back.has(record.episode.chosen ?? '') ? record.episode.chosen : null),
    place: kept.place ?? record.episode.place,
    addedAt: Math.min(kept.addedAt, record.episode.addedAt),
  };
}

function trashRecord<S extends ShelfStores>(
  shelf: Shelf<S>,
  id: number,
  what: Pick<TrashRecord, 'episode' | 'whole' | 'transcripts' | 'notes'>,
): TrashRecord {
  return { id, deletedAt: shelf.now(), ...what };
}

async function nextTrashId<S extends ShelfStores>(shelf: Shelf<S>, tx: WriteTransaction<S>): Promise<number> {
  const ids = await tx.getKeys('trash');
  const last = ids.at(-1);
  return Math.max(shelf.now(), typeof last === 'number' ? last + 1 : 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
