/** What stands in the library's stores. Plain data only: it is also what backups hold. */
import type { Chapter, Origin, Timing } from '../../transcript/types';
import type { EpisodeId, Milliseconds, VideoId } from '../../transcript/units';

/** What YouTube says of a video. */
export interface EpisodeFacts {
  readonly videoId: EpisodeId;
  readonly title: string;
  readonly channel: string;
  readonly duration: Milliseconds | null;
  /** Sorted by start. */
  readonly chapters: readonly Chapter[];
}

/** Where the reader was: a word of a transcript, and its time, which finds the place in another transcript. */
export interface Place {
  readonly transcriptId: string;
  readonly word: number;
  readonly time: Milliseconds | null;
  readonly following: boolean;
}

/** What lists and answers need of a transcript without opening it. */
export interface TranscriptSummary {
  readonly id: string;
  readonly origin: Origin;
  readonly language: string;
  readonly timing: Timing;
  readonly words: number;
  /** Size of the packed transcript. */
  readonly bytes: number;
  /** Names as shown, in order of first speaking. */
  readonly speakers: readonly string[];
  /** Share of the words that a merge matched, 0 to 1; absent unless merged. */
  readonly matched?: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface EpisodeRecord extends EpisodeFacts {
  /** Newest first. */
  readonly transcripts: readonly TranscriptSummary[];
  readonly chosen: string | null;
  readonly chosenTrack: string | null;
  readonly place: Place | null;
  /** Milliseconds since 1970, as the next. */
  readonly addedAt: number;
  readonly lastReadAt: number;
  readonly notes: number;
}

/** Key: `[videoId, id]`. */
export interface TranscriptRecord {
  readonly id: string;
  readonly videoId: EpisodeId;
  /** From `packTranscript`. */
  readonly bytes: Uint8Array;
  readonly savedAt: number;
}

/** Key: `[videoId, id]`. What the body holds is the business of the notes code; the library keeps and searches it. */
export interface NoteRecord {
  readonly id: string;
  readonly videoId: EpisodeId;
  /** What a search finds. */
  readonly text: string;
  /** Place in the video, milliseconds; null when not pinned. */
  readonly time: number | null;
  readonly body: string;
  readonly savedAt: number;
}

/** Something deleted, kept until its time is over, whole enough to be put back. Key: `id`. */
export interface TrashRecord {
  readonly id: number;
  readonly deletedAt: number;
  readonly episode: EpisodeRecord;
  /** Set when it did not go but became the video's: the video, and what came into it by that. */
  readonly attached?: { readonly videoId: VideoId; readonly ids: readonly string[] };
  /** The episode itself went, not only some of its transcripts. */
  readonly whole: boolean;
  readonly transcripts: readonly TranscriptRecord[];
  readonly notes: readonly NoteRecord[];
}

export interface ShelfStores {
  /** Small facts by name: counters, versions, states. */
  readonly meta: unknown;
  readonly episodes: EpisodeRecord;
  readonly transcripts: TranscriptRecord;
  readonly notes: NoteRecord;
  readonly trash: TrashRecord;
}
