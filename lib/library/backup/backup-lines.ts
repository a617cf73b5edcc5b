/**
 * The library as one file: JSON Lines, one record on each line, in UTF-8, usually compressed with gzip.
 *
 *   {"format":"readalong-library","version":1,"savedAt":…}          first
 *   {"kind":"episode", "videoId":…, "title":…, …}                   an episode, before everything that belongs to it
 *   {"kind":"transcript","videoId":…,"id":…,"savedAt":…,"data":…}   base64 of the packed transcript (`lib/transcript/pack`)
 *   {"kind":"note","videoId":…,"id":…,"text":…,…}
 *   {"kind":"end","episodes":…,"transcripts":…,"notes":…}           last: without it the file ends early
 *
 * `videoId` is YouTube's, or `own.` and 32 hexadecimal digits for a transcript that has no video yet: a version that does not
 * know those leaves them out and counts them.
 *
 * A line that cannot be read is left out; the others are still good. Unknown kinds are passed over, so that an older version
 * reads what it understands of a newer file of the same format version.
 */
import type { NoteRecord } from '../shelf/records';
import type { RestoredFacts } from '../shelf/restore';

export const BACKUP_FORMAT = 'readalong-library';
export const BACKUP_VERSION = 1;

export interface BackupTranscript {
  readonly videoId: string;
  readonly id: string;
  readonly savedAt: number;
  /** Base64. */
  readonly data: string;
}

export type BackupLine =
  | { readonly kind: 'head'; readonly version: number; readonly savedAt: number | null }
  | { readonly kind: 'episode'; readonly record: unknown }
  | { readonly kind: 'transcript'; readonly transcript: BackupTranscript }
  | { readonly kind: 'note'; readonly note: unknown }
  | { readonly kind: 'end'; readonly episodes: number; readonly transcripts: number; readonly notes: number }
  /** Not ours, or of a kind that this version does not know. */
  | { readonly kind: 'unknown' };

export function headLine(savedAt: number): string {
  return line({ format: BACKUP_FORMAT, version: BACKUP_VERSION, savedAt });
}

export function episodeLine(record: RestoredFacts): string {
  const { videoId, title, channel, duration, chapters, chosen, chosenTrack, place, addedAt, lastReadAt } = record;
  return line({
    kind: 'episode',
    videoId,
    title,
    channel,
    duration,
    chapters,
    chosen,
    chosenTrack,
    place,
    addedAt,
    lastReadAt,
  });
}

export function transcriptLine({ videoId, id, savedAt, data }: BackupTranscript): string {
  return line({ kind: 'transcript', videoId, id, savedAt, data });
}

export function noteLine(note: NoteRecord): string {
  return line({ kind: 'note', ...note });
}

export function endLine(counts: {
  readonly episodes: number;
  readonly transcripts: number;
  readonly notes: number;
}): string {
  return line({ kind: 'end', ...counts });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** Null for a line that is damaged. What an episode or note holds is checked by those who keep it. */
export function readBackupLine(text: string): BackupLine | null {
  const value = parse(text);
  if (!value) return null;
  if (value.format === BACKUP_FORMAT) {
    if (!isWhole(value.version)) return null;
    return { kind: 'head', version: value.version, savedAt: isWhole(value.savedAt) ? value.savedAt : null };
  }
  const { kind, ...rest } = value;
  if (kind === 'episode') return { kind, record: rest };
  if (kind === 'note') return { kind, note: rest };
  if (kind === 'transcript') {
    const { videoId, id, savedAt, data } = value;
    if (!isText(videoId) || !isText(id) || !isWhole(savedAt) || !isText(data)) return null;
    return { kind, transcript: { videoId, id, savedAt, data } };
  }
  if (kind === 'end') {
    const { episodes, transcripts, notes } = value;
    if (!isWhole(episodes) || !isWhole(transcripts) || !isWhole(notes)) return null;
    return { kind, episodes, transcripts, notes };
  }
  return { kind: 'unknown' };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    // Without a prototype: keys such as `__proto__` are only ever data.
    return Object.assign(Object.create(null) as Record<string, unknown>, value);
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
