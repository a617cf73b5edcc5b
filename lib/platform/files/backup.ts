/** Writes the library into one file and puts one back, record by record, through the background's own calls. */
import {
  BACKUP_VERSION,
  endLine,
  episodeLine,
  headLine,
  noteLine,
  readBackupLine,
  transcriptLine,
} from '../../library/backup/backup-lines';
import type { NoteRecord } from '../../library/shelf/records';
import type { LibraryErrorCode } from '../../ports';
import type { CallAnswer, RestoredEpisode } from '../../protocol/background-calls';
import { fail, ok, type Result } from '../../protocol/result';
import { type EpisodeId, isEpisodeId } from '../../transcript/units';
import { fromBase64, toBase64 } from '../messaging/base64';
import type { CallBackground } from '../messaging/call-background';
import { download } from '../messaging/download';
import { partCount, partOf } from '../messaging/parts';
import { GzipFile, linesOf } from './line-stream';

type BackupError = LibraryErrorCode | 'not-a-backup' | 'newer-backup' | 'unreadable';

export interface SavedBackup {
  readonly file: Blob;
  readonly episodes: number;
  readonly transcripts: number;
  readonly notes: number;
}

/** Episodes asked for at once. */
const PAGE = 20;

export async function saveBackup(
  call: CallBackground,
  now: number,
  onProgress: (share: number) => void,
): Promise<Result<SavedBackup, BackupError>> {
  const state = await call('libraryState', {});
  if (!state.ok) return state;
  const file = new GzipFile();
  await file.write(headLine(now));
  const counts = { episodes: 0, transcripts: 0, notes: 0 };
  let after: EpisodeId | null = null;
  for (;;) {
    const page: CallAnswer<'readRecords'> = await call('readRecords', { after, limit: PAGE });
    if (!page.ok) return page;
    for (const record of page.value) {
      await file.write(episodeLine(record));
      counts.episodes++;
      for (const { id, savedAt } of record.transcripts) {
        const bytes = await download(call, { videoId: record.videoId, id });
        if (!bytes.ok) return bytes;
        if (!bytes.value) continue;
        const data = toBase64(bytes.value);
        await file.write(transcriptLine({ videoId: record.videoId, id, savedAt, data }));
        counts.transcripts++;
      }
      const notes = record.notes > 0 ? await call('readNotes', { videoId: record.videoId }) : ok([]);
      if (!notes.ok) return notes;
      for (const note of notes.value) await file.write(noteLine(note));
      counts.notes += notes.value.length;
      onProgress(counts.episodes / Math.max(1, state.value.episodes));
    }
    const last = page.value.at(-1);
    if (!last || page.value.length < PAGE) break;
    after = last.videoId;
  }
  await file.write(endLine(counts));
  return ok({ file: await file.finish(), ...counts });
}

export interface BackupPreview {
  readonly savedAt: number | null;
  readonly episodes: number;
  readonly transcripts: number;
  readonly notes: number;
  readonly newEpisodes: number;
  /** Lines that cannot be read, and what is missing at the end. */
  readonly damaged: number;
}

/** Reads the whole file and changes nothing. */
export async function previewBackup(call: CallBackground, file: Blob): Promise<Result<BackupPreview, BackupError>> {
  const known = await knownEpisodes(call);
  if (!known.ok) return known;
  const counts = { episodes: 0, transcripts: 0, notes: 0, newEpisodes: 0, damaged: 0 };
  let savedAt: number | null = null;
  let isWhole = false;
  const read = await eachLine(file, async (line) => {
    if (line === null) counts.damaged++;
    else if (line.kind === 'head') savedAt = line.savedAt;
    else if (line.kind === 'end') isWhole = true;
    else if (line.kind === 'transcript') counts.transcripts++;
    else if (line.kind === 'note') counts.notes++;
    else if (line.kind === 'episode') {
      counts.episodes++;
      if (!known.value.has(videoIdOf(line.record) ?? '')) counts.newEpisodes++;
    }
  });
  if (!read.ok && read.error.code !== 'unreadable') return read;
  if (!read.ok || !isWhole) counts.damaged++;
  return ok({ savedAt, ...counts });
}

export interface RestoredCounts {
  readonly episodes: number;
  readonly transcripts: number;
  readonly failed: number;
}

/**
 * Puts a file's records back. `replace` forgets the library first, once the file's head was understood. Records that are
 * damaged are counted and left out. Doing it again changes nothing.
 */
export async function restoreBackup(
  call: CallBackground,
  file: Blob,
  how: 'merge' | 'replace',
  onProgress: (share: number) => void,
): Promise<Result<RestoredCounts, BackupError>> {
  const preview = await previewBackup(call, file);
  if (!preview.ok) return preview;
  if (how === 'replace') {
    const forgotten = await call('forget', { videoIds: null });
    if (!forgotten.ok) return forgotten;
  }
  const counts = { episodes: 0, transcripts: 0, failed: 0 };
  let trouble: Result<never, BackupError> | null = null;
  const settle = (answer: Result<unknown, LibraryErrorCode>, counted: 'episodes' | 'transcripts' | null): void => {
    if (answer.ok && counted) counts[counted]++;
    if (answer.ok) return;
    if (answer.error.code === 'refused') counts.failed++;
    else trouble ??= answer;
  };
  let episode: RestoredEpisode | null = null;
  const read = await eachLine(file, async (line) => {
    if (trouble) return;
    if (line === null) counts.failed++;
    else if (line.kind === 'episode') {
      episode = line.record as RestoredEpisode;
      settle(await call('restoreEpisode', { record: episode, notes: [] }), 'episodes');
      onProgress(counts.episodes / Math.max(1, preview.value.episodes));
    } else if (line.kind === 'note') {
      // Checked by the background, like everything that comes from outside.
      if (episode) settle(await call('restoreEpisode', { record: episode, notes: [line.note as NoteRecord] }), null);
    } else if (line.kind === 'transcript') {
      const { videoId, id, savedAt, data } = line.transcript;
      settle(await uploadTranscript(call, { videoId, id, savedAt }, data), 'transcripts');
    }
  });
  if (trouble) return trouble;
  if (!read.ok && read.error.code !== 'unreadable') return read;
  return ok(counts);
}

async function uploadTranscript(
  call: CallBackground,
  { videoId, id, savedAt }: { readonly videoId: string; readonly id: string; readonly savedAt: number },
  data: string,
): Promise<Result<null, LibraryErrorCode>> {
  const bytes = fromBase64(data);
  if (!bytes || !isEpisodeId(videoId)) return fail('refused');
  // Twice: a worker that dies in between has forgotten the first parts.
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < partCount(bytes.length); index++) {
      const part = partOf(bytes, index);
      if (!part) continue;
      const answer = await call('restoreTranscriptPart', { videoId, id, savedAt, part });
      if (!answer.ok) return answer;
      if (answer.value.state === 'saved') return ok(null);
    }
  }
  return fail('unreachable');
}

async function knownEpisodes(call: CallBackground): Promise<Result<ReadonlySet<string>, LibraryErrorCode>> {
  const known = new Set<string>();
  let after: EpisodeId | null = null;
  for (;;) {
    const page: CallAnswer<'readRecords'> = await call('readRecords', { after, limit: PAGE });
    if (!page.ok) return page;
    for (const { videoId } of page.value) known.add(videoId);
    const last = page.value.at(-1);
    if (!last || page.value.length < PAGE) return ok(known);
    after = last.videoId;
  }
}

type Line = ReturnType<typeof readBackupLine>;

/** Refuses a file that is not a backup, or of a newer format. `unreadable`: it broke off after its head. */
async function eachLine(file: Blob, take: (line: Line) => Promise<void>): Promise<Result<null, BackupError>> {
  let isFirst = true;
  try {
    for await (const text of linesOf(file)) {
      const line = readBackupLine(text);
      if (isFirst) {
        if (line?.kind !== 'head') return fail('not-a-backup');
        if (line.version > BACKUP_VERSION) return fail('newer-backup');
        isFirst = false;
      }
      await take(line);
    }
  } catch (error) {
    return fail(isFirst ? 'not-a-backup' : 'unreadable', String(error));
  }
  return isFirst ? fail('not-a-backup') : ok(null);
}

function videoIdOf(record: unknown): string | null {
  return typeof record === 'object' && record !== null && 'videoId' in record && isEpisodeId(record.videoId)
    ? record.videoId
    : null;
}
