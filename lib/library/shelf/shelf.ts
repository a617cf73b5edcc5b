/**
 * What is kept of every video, and the rules of keeping. Every function is one transaction: a worker that dies in the
 * middle leaves the library as it was before or as it is after. Doing something twice is doing it once, so a caller that
 * got no answer simply asks again.
 */
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { EpisodeFacts, EpisodeRecord, Place, ShelfStores, TranscriptRecord, TranscriptSummary } from './records';
import { type Durability, keysUnder, type StorePort, type WriteTransaction } from './store-port';

/** What the search index wants to know, inside the transaction that changes the shelf. */
export interface ShelfIndex<Stores extends ShelfStores> {
  readonly stores: readonly (keyof Stores & string)[];
  /** `bytes`: the transcript as it is kept. */
  added(tx: WriteTransaction<Stores>, episode: EpisodeRecord, transcript: Transcript, bytes: Uint8Array): Promise<void>;
  removed(tx: WriteTransaction<Stores>, videoId: EpisodeId, transcriptId: string): Promise<void>;
  /** Title, channel or speakers of a kept episode changed. */
  changed(tx: WriteTransaction<Stores>, episode: EpisodeRecord): Promise<void>;
  /** The shelf was emptied. */
  cleared(tx: WriteTransaction<Stores>): Promise<void>;
}

export interface Shelf<Stores extends ShelfStores = ShelfStores> {
  readonly port: StorePort<Stores>;
  readonly index: ShelfIndex<Stores> | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Saving {
  readonly facts: EpisodeFacts;
  readonly transcript: Transcript;
  /** `packTranscript(transcript)`, which the caller has at hand. */
  readonly bytes: Uint8Array;
}

const EPISODE_STORES = ['episodes'] as const;

export function readEpisode<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId): Promise<EpisodeRecord | null> {
  return shelf.port.read(EPISODE_STORES, async (tx) => (await tx.get('episodes', videoId)) ?? null);
}

export function readTranscriptBytes<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  id: string,
): Promise<Uint8Array | null> {
  return shelf.port.read(['transcripts'], async (tx) => (await tx.get('transcripts', [videoId, id]))?.bytes ?? null);
}

/** Adds the transcript and its episode, and the index's entry, at once. A transcript that is there only becomes read. */
export function saveTranscript<S extends ShelfStores>(shelf: Shelf<S>, saving: Saving): Promise<void> {
  const { facts, transcript, bytes } = saving;
  const stores = ['episodes', 'transcripts', ...(shelf.index?.stores ?? [])] as const;
  return shelf.port.write(stores, durabilityOf(transcript), async (tx) => {
    const known = await tx.get('episodes', facts.videoId);
    const now = shelf.now();
    const isKnown = known?.transcripts.some((summary) => summary.id === transcript.id) ?? false;
    const summaries = known?.transcripts ?? [];
    const episode: EpisodeRecord = {
      ...newerFacts(known, facts),
      transcripts: isKnown ? summaries : [summarise(transcript, bytes.length, now), ...summaries],
      chosen: known?.chosen ?? null,
      chosenTrack: known?.chosenTrack ?? null,
      place: known?.place ?? null,
      addedAt: known?.addedAt ?? now,
      lastReadAt: now,
      notes: known?.notes ?? 0,
    };
    tx.put('episodes', facts.videoId, episode);
    if (known && (known.title !== episode.title || known.channel !== episode.channel)) {
      await shelf.index?.changed(tx, episode);
    }
    if (isKnown) return;
    const record: TranscriptRecord = { id: transcript.id, videoId: facts.videoId, bytes, savedAt: now };
    tx.put('transcripts', [facts.videoId, transcript.id], record);
    await shelf.index?.added(tx, episode, transcript, bytes);
  });
}

export interface Choice {
  readonly chosen?: string | null;
  readonly chosenTrack?: string | null;
}

/** Remembers a choice of a kept video; of one that is not kept there is nothing to remember. */
export function saveChoice<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId, choice: Choice): Promise<void> {
  return change(shelf, videoId, 'strict', (episode) => ({ ...episode, ...choice }));
}

export function savePlace<S extends ShelfStores>(shelf: Shelf<S>, videoId: EpisodeId, place: Place): Promise<void> {
  return change(shelf, videoId, 'relaxed', (episode) => ({ ...episode, place, lastReadAt: shelf.now() }));
}

function change<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
  durability: Durability,
  edit: (episode: EpisodeRecord) => EpisodeRecord,
): Promise<void> {
  return shelf.port.write(EPISODE_STORES, durability, async (tx) => {
    const episode = await tx.get('episodes', videoId);
    if (episode) tx.put('episodes', videoId, edit(episode));
  });
}

/** All transcripts of a video, in key order. */
export function readTranscripts<S extends ShelfStores>(
  shelf: Shelf<S>,
  videoId: EpisodeId,
): Promise<TranscriptRecord[]> {
  return shelf.port.read(['transcripts'], (tx) => tx.getAll('transcripts', keysUnder(videoId)));
}

export function summarise(transcript: Transcript, bytes: number, savedAt: number): TranscriptSummary {
  return {
    id: transcript.id,
    origin: transcript.origin,
    language: transcript.language,
    timing: transcript.timing,
    words: transcript.words.offset.length,
    bytes,
    speakers: speakersInOrder(transcript),
    savedAt,
    ...(transcript.alignment ? { matched: transcript.alignment.matched } : {}),
  };
}

/** Captions can be fetched again; a person's own work must be on the disk before we say so. */
function durabilityOf(transcript: Transcript): Durability {
  return transcript.origin.kind === 'captions' ? 'relaxed' : 'strict';
}

/** The newest call wins, except where it knows less: a page that has not loaded yet must not blank a title. */
function newerFacts(known: EpisodeFacts | undefined, facts: EpisodeFacts): EpisodeFacts {
  return {
    videoId: facts.videoId,
    title: facts.title || (known?.title ?? ''),
    channel: facts.channel || (known?.channel ?? ''),
    duration: facts.duration ?? known?.duration ?? null,
    chapters: facts.chapters.length > 0 ? facts.chapters : (known?.chapters ?? []),
  };
}

function speakersInOrder(transcript: Transcript): string[] {
  const names = new Set<string>();
  for (const turn of transcript.turns) {
    const speaker = turn.speaker === null ? undefined : transcript.speakers[turn.speaker];
    if (speaker) names.add(speaker.name);
  }
  return [...names];
}
