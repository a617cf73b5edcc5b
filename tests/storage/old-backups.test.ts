/** Files that stand in readers' folders: what an export once wrote must come back for ever. The files here are never made anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_VERSION } from '../../lib/library/backup/backup-lines';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { StorePort } from '../../lib/library/shelf/store-port';
import { restoreBackup } from '../../lib/platform/files/backup';
import { type CallBackground, createBackgroundCaller } from '../../lib/platform/messaging/call-background';
import { unpackTranscript } from '../../lib/transcript/pack';
import { makeTranscript, videoId } from '../library/make-transcript';
import { LIBRARY_PAGE, runtimeOver, startWorker } from '../messaging/fake-world';

const VIDEO = videoId(1);
const ignore = (): void => undefined;

let store: StorePort<LibraryStores>;
let call: CallBackground;

beforeEach(() => {
  store = createMemoryStore<LibraryStores>();
  const worker = startWorker(store);
  call = createBackgroundCaller(runtimeOver(() => worker, LIBRARY_PAGE));
});

function fileOf(version: number): string {
  return readFileSync(join(import.meta.dirname, 'backups', `version-${version}.jsonl`), 'utf8');
}

function contents() {
  return store.read(['episodes', 'transcripts', 'notes'], async (tx) => ({
    episodes: await tx.getAll('episodes'),
    transcripts: (await tx.getAll('transcripts')).map(({ bytes }) => unpackTranscript(bytes)),
    notes: await tx.getAll('notes'),
  }));
}

describe('a backup of an older version', () => {
  it('comes back whole: version 1', async () => {
    const restored = await restoreBackup(call, new Blob([fileOf(1)]), 'merge', ignore);
    expect(restored).toEqual({ ok: true, value: { episodes: 1, transcripts: 2, failed: 0 } });
    const { episodes, transcripts, notes } = await contents();
    expect(episodes).toMatchObject([
      {
        videoId: VIDEO,
        title: 'The lamp',
        channel: 'Salt & Signal',
        duration: 60_000,
        chapters: [{ start: 0, title: 'Start' }],
        transcripts: [{ id: 'mine' }, { id: 'captions' }],
        chosen: 'mine',
        chosenTrack: '.en',
        place: { transcriptId: 'mine', word: 2, time: 1000, following: true },
        addedAt: 100,
        lastReadAt: 200,
        notes: 1,
      },
    ]);
    expect(transcripts).toEqual([
      makeTranscript('Mara: Who kept the lamp?\nTom: Nobody did, in the café.', { id: 'captions', video: VIDEO }),
      makeTranscript('Mara: Who kept the lamp lit?', {
        id: 'mine',
        video: VIDEO,
        origin: { kind: 'import', shape: 'srt', fileName: 'talk.srt', importedAt: 5 },
      }),
    ]);
    expect(notes).toEqual([{ id: 'n1', videoId: VIDEO, text: 'the keeper', time: 500, body: '{}', savedAt: 180 }]);
    const found = await call('search', { query: 'lamp lit', order: 'best', offset: 0, limit: 9, places: 3 });
    expect(found.ok && found.value.total).toBe(1);
  });

  it('comes back though it lacks what later versions write of an episode', async () => {
    const lines = fileOf(1).split('\n');
    const bare = lines.map((line) => {
      const record = line === '' ? {} : JSON.parse(line);
      return record.kind === 'episode'
        ? JSON.stringify({ kind: 'episode', videoId: record.videoId, title: record.title })
        : line;
    });
    const restored = await restoreBackup(call, new Blob([bare.join('\n')]), 'merge', ignore);
    expect(restored).toEqual({ ok: true, value: { episodes: 1, transcripts: 2, failed: 0 } });
    const { episodes, notes } = await contents();
    expect(episodes).toMatchObject([{ title: 'The lamp', channel: '', chosen: null, place: null, notes: 1 }]);
    expect(notes).toHaveLength(1);
  });

  it('has a file here for every version that was ever written', () => {
    for (let version = 1; version <= BACKUP_VERSION; version++) expect(fileOf(version)).toContain('readalong-library');
  });
});
