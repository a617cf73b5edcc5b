/**
 * A transcript that was brought before its video was known becomes one of the video's. No call lets notes be kept under an
 * id of its own: they are pinned beside the video.
 */
import { packTranscript, unpackTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { OwnId, VideoId } from '../../transcript/units';
import type { EpisodeRecord, ShelfStores, TranscriptRecord } from './records';
import { type Shelf, summarise } from './shelf';
import { keysUnder, type WriteTransaction } from './store-port';
import { moveToTrash, trashStores } from './trash';

/**
 * Moves all that is kept under `from` to the video; what the video has already stays as it is. Answers what to undo; when it
 * was done already, since the first answer was lost, the same again. Null when there is nothing under `from`.
 */
export function attachTranscript<S extends ShelfStores>(
  shelf: Shelf<S>,
  from: OwnId,
  videoId: VideoId,
): Promise<number | null> {
  return shelf.port.write(trashStores(shelf), 'strict', async (tx) => {
    const own = await tx.get('episodes', from);
    if (!own) return attachedBefore(tx, from, videoId);
    const [known, records] = await Promise.all([
      tx.get('episodes', videoId),
      tx.getAll('transcripts', keysUnder(from)),
    ]);
    const coming = moved(records, from, videoId).filter(
      ({ id }) => !known?.transcripts.some((summary) => summary.id === id),
    );
    const ids = coming.map(({ id }) => id);
    const trashId = await moveToTrash(shelf, tx, own, { videoId, ids });
    await take(shelf, tx, episodeOf(videoId, own, known, shelf.now()), coming);
    return trashId;
  });
}

/** As they would be called had they been brought to the video. */
function moved(records: readonly TranscriptRecord[], from: OwnId, videoId: VideoId): Transcript[] {
  return records.flatMap(({ bytes }) => {
    const transcript = unpackTranscript(bytes);
    return transcript ? [{ ...transcript, videoId, id: transcript.id.replace(from, videoId) }] : [];
  });
}

async function take<S extends ShelfStores>(
  shelf: Shelf<S>,
  tx: WriteTransaction<S>,
  episode: EpisodeRecord,
  coming: readonly Transcript[],
): Promise<void> {
  const savedAt = episode.lastReadAt;
  const packed = coming.map((transcript) => ({ transcript, bytes: packTranscript(transcript) }));
  const summaries = packed.map(({ transcript, bytes }) => summarise(transcript, bytes.length, savedAt));
  const whole = { ...episode, transcripts: [...summaries, ...episode.transcripts] };
  tx.put('episodes', episode.videoId, whole);
  for (const { transcript, bytes } of packed) {
    const { id, videoId } = transcript;
    tx.put('transcripts', [videoId, id], { id, videoId, bytes, savedAt });
    await shelf.index?.added(tx, whole, transcript, bytes);
  }
  await shelf.index?.changed(tx, whole);
}

/** Until the video itself says what it is called, it is called as the transcript was. */
function episodeOf(videoId: VideoId, own: EpisodeRecord, known: EpisodeRecord | undefined, now: number): EpisodeRecord {
  const episode = known ?? { ...own, videoId, transcripts: [], chosen: null, chosenTrack: null, place: null, notes: 0 };
  return {
    ...episode,
    title: episode.title || own.title,
    addedAt: Math.min(episode.addedAt, own.addedAt),
    lastReadAt: now,
  };
}

async function attachedBefore<S extends ShelfStores>(
  tx: WriteTransaction<S>,
  from: OwnId,
  videoId: VideoId,
): Promise<number | null> {
  const records = await tx.getAll('trash');
  return (
    records.findLast(({ episode, attached }) => episode.videoId === from && attached?.videoId === videoId)?.id ?? null
  );
}
