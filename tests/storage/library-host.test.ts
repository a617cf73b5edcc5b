import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { ShelfStores } from '../../lib/library/shelf/records';
import { StoreError, type StorePort, type StoreTrouble } from '../../lib/library/shelf/store-port';
import { fromBase64 } from '../../lib/platform/messaging/base64';
import { partOf } from '../../lib/platform/messaging/parts';
import { createShelfChooser } from '../../lib/platform/storage/choose-shelf';
import type { IndexedStore } from '../../lib/platform/storage/indexed-store';
import { createLibraryHost } from '../../lib/platform/storage/library-host';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/protocol/settings';
import { packTranscript, unpackTranscript } from '../../lib/transcript/pack';
import type { Origin, Transcript } from '../../lib/transcript/types';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';

const IMPORT: Origin = { kind: 'import', shape: 'srt', importedAt: 1 };
const VIDEO = videoId(1);

let trouble: StoreTrouble | null = null;
let failWrites: () => StoreTrouble | null = () => null;
let newer = false;
let settings: Settings = DEFAULT_SETTINGS;
let time = 0;
let database: IndexedStore<ShelfStores>;
let host: ReturnType<typeof createLibraryHost<ShelfStores>>;

function breakable(store: StorePort<ShelfStores>): IndexedStore<ShelfStores> {
  const check = (kind: StoreTrouble | null): void => {
    if (kind) throw new StoreError(kind, 'injected');
  };
  return {
    async open() {
      check(trouble);
      return { newer };
    },
    close: () => undefined,
    async read(stores, work) {
      check(trouble);
      return store.read(stores, work);
    },
    async write(stores, durability, work) {
      check(trouble ?? failWrites());
      if (newer) throw new StoreError('newer', 'read-only');
      return store.write(stores, durability, work);
    },
  };
}

beforeEach(() => {
  trouble = null;
  failWrites = () => null;
  newer = false;
  settings = DEFAULT_SETTINGS;
  time = 1;
  database = breakable(createMemoryStore<ShelfStores>());
  const shelves = createShelfChooser({ database, index: null, now: () => time++ });
  host = createLibraryHost({ shelves, settings: async () => settings });
});

function save(transcript: Transcript, isPrivate = false) {
  const part = partOf(packTranscript(transcript), 0);
  if (!part) throw new Error('a transcript has a first part');
  return host.saveTranscriptPart({ meta: makeFacts(transcript.videoId), id: transcript.id, part }, isPrivate);
}

describe('createLibraryHost', () => {
  it('hands out with the episode the transcript that will be shown', async () => {
    const transcript = makeTranscript('the lamp lights');
    expect(await save(transcript)).toEqual({ ok: true, value: { state: 'saved' } });
    const opened = await host.openEpisode({ videoId: VIDEO }, false);
    if (!opened.ok || !opened.value?.first) throw new Error('nothing was opened');
    const bytes = fromBase64(opened.value.first.part.data);
    expect(bytes && unpackTranscript(bytes)).toEqual(transcript);
  });

  it('asks again for parts that died with the worker', async () => {
    const parts = [0, 1, 2].map((index) => ({ index, count: 3, data: 'QUJD' }));
    const call = (index: number) => {
      const part = parts[index];
      if (!part) throw new Error('no such part');
      return host.saveTranscriptPart({ meta: makeFacts(VIDEO), id: 'one', part }, false);
    };
    expect(await call(2)).toEqual({ ok: true, value: { state: 'more', missing: [0, 1] } });
    expect(await call(0)).toEqual({ ok: true, value: { state: 'more', missing: [1] } });
    expect(await call(1)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it.each([
    ['damaged bytes', { id: 'one', data: 'QUJD' }],
    ['what is not base64', { id: 'one', data: '!' }],
  ])('refuses %s', async (_name, { id, data }) => {
    const answer = await host.saveTranscriptPart(
      { meta: makeFacts(VIDEO), id, part: { index: 0, count: 1, data } },
      false,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('refuses a transcript under another name or video', async () => {
    const part = partOf(packTranscript(makeTranscript('a')), 0);
    if (!part) throw new Error('a transcript has a first part');
    const wrongId = await host.saveTranscriptPart({ meta: makeFacts(VIDEO), id: 'two', part }, false);
    const wrongVideo = await host.saveTranscriptPart({ meta: makeFacts(videoId(2)), id: 'one', part }, false);
    expect([wrongId.ok, wrongVideo.ok]).toEqual([false, false]);
  });

  it.each([
    ['everything', true, true],
    ['kept', false, true],
    ['nothing', false, false],
  ] as const)('keeps what the reader wants: %s', async (keep, captions, imports) => {
    settings = { ...DEFAULT_SETTINGS, keep };
    await save(makeTranscript('captions', { video: videoId(1) }));
    await save(makeTranscript('mine', { video: videoId(2), origin: IMPORT }));
    const opened = await Promise.all([1, 2].map((number) => host.openEpisode({ videoId: videoId(number) }, false)));
    expect(opened.map((answer) => answer.ok && answer.value !== null)).toEqual([captions, imports]);
  });

  it('keeps private windows out of the library and to themselves', async () => {
    await save(makeTranscript('secret'), true);
    const [normal, secret] = await Promise.all([
      host.openEpisode({ videoId: VIDEO }, false),
      host.openEpisode({ videoId: VIDEO }, true),
    ]);
    expect(normal).toEqual({ ok: true, value: null });
    expect(secret.ok && secret.value !== null).toBe(true);
  });

  it('reads along from memory while the database is broken, says so, and carries it over later', async () => {
    trouble = 'broken';
    expect(await save(makeTranscript('the lamp lights'))).toMatchObject({ error: { code: 'storage-broken' } });
    const during = await host.openEpisode({ videoId: VIDEO }, false);
    expect(during.ok && during.value !== null).toBe(true);
    const note = { id: 'n', videoId: VIDEO, text: 'mine', time: 1, body: '', savedAt: 1 };
    await host.changeNotes({ meta: makeFacts(VIDEO), put: [note], remove: [] }, false);
    trouble = null;
    time += 100_000;
    const after = await host.openEpisode({ videoId: VIDEO }, false);
    expect(after.ok && after.value !== null).toBe(true);
    expect(await database.read(['transcripts'], (tx) => tx.count('transcripts'))).toBe(1);
    expect(await database.read(['notes'], (tx) => tx.getAll('notes'))).toEqual([note]);
  });

  it('falls back to memory when the database breaks in the middle of a call', async () => {
    await host.openEpisode({ videoId: VIDEO }, false);
    failWrites = () => 'broken';
    expect(await save(makeTranscript('a'))).toMatchObject({ error: { code: 'storage-broken' } });
  });

  it('reads a newer database and says why it does not write', async () => {
    await save(makeTranscript('the lamp lights'));
    newer = true;
    const opened = await host.openEpisode({ videoId: VIDEO }, false);
    expect(opened.ok && opened.value !== null).toBe(true);
    expect(await save(makeTranscript('b', { id: 'two' }))).toMatchObject({ error: { code: 'newer-database' } });
  });

  it('makes room with captions that can be fetched again, and never with imports', async () => {
    await save(makeTranscript('old captions', { video: videoId(1) }));
    await save(makeTranscript('mine', { video: videoId(2), origin: IMPORT }));
    let refusals = 1;
    failWrites = () => (refusals-- > 0 ? 'full' : null);
    expect(await save(makeTranscript('new', { video: videoId(3) }))).toMatchObject({ ok: true });
    const opened = await Promise.all([1, 2, 3].map((number) => host.openEpisode({ videoId: videoId(number) }, false)));
    expect(opened.map((answer) => answer.ok && answer.value !== null)).toEqual([false, true, true]);
  });

  it('loses no import and tears no record when any write finds the disk full', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ video: fc.nat(4), imported: fc.boolean(), full: fc.boolean() }), { maxLength: 40 }),
        async (steps) => {
          database = breakable(createMemoryStore<ShelfStores>());
          const shelves = createShelfChooser({ database, index: null, now: () => time++ });
          host = createLibraryHost({ shelves, settings: async () => settings });
          const imports = new Set<number>();
          for (const { video, imported, full } of steps) {
            failWrites = () => (full ? 'full' : null);
            const origin = imported ? { origin: IMPORT } : {};
            const id = imported ? 'mine' : 'captions';
            const answer = await save(makeTranscript('words', { video: videoId(video), id, ...origin }));
            expect(answer.ok || answer.error.code === 'storage-full').toBe(true);
            if (imported && answer.ok) imports.add(video);
          }
          failWrites = () => null;
          const [episodes, transcripts] = await database.read(['episodes', 'transcripts'], (tx) =>
            Promise.all([tx.getAll('episodes'), tx.getAll('transcripts')]),
          );
          const listed = episodes.flatMap((episode) => episode.transcripts.map(({ id }) => `${episode.videoId} ${id}`));
          expect(listed.sort()).toEqual(transcripts.map(({ videoId: video, id }) => `${video} ${id}`).sort());
          for (const video of imports) expect(listed).toContain(`${videoId(video)} mine`);
        },
      ),
      { numRuns: 250 },
    );
  });
});
