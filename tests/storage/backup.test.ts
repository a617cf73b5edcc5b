import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { NoteRecord } from '../../lib/library/shelf/records';
import type { StorePort } from '../../lib/library/shelf/store-port';
import { previewBackup, restoreBackup, saveBackup } from '../../lib/platform/files/backup';
import { linesOf } from '../../lib/platform/files/line-stream';
import { createBackgroundCaller } from '../../lib/platform/messaging/call-background';
import { createImportClient } from '../../lib/platform/messaging/import-client';
import { createLibraryClient } from '../../lib/platform/messaging/library-client';
import type { EpisodeId, OwnId } from '../../lib/transcript/units';
import { arbitraryTranscript } from '../library/arbitrary-transcript';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';
import { LIBRARY_PAGE, runtimeOver, startWorker } from '../messaging/fake-world';

function world() {
  const store = createMemoryStore<LibraryStores>();
  const worker = startWorker(store);
  const runtime = runtimeOver(() => worker, LIBRARY_PAGE);
  return { store, call: createBackgroundCaller(runtime), client: createLibraryClient(runtime) };
}

/** Everything on the shelf. The index is made from it and is not part of a backup. */
function contents(store: StorePort<LibraryStores>) {
  return store.read(['episodes', 'transcripts', 'notes'], async (tx) => ({
    episodes: await tx.getAll('episodes'),
    transcripts: await tx.getAll('transcripts'),
    notes: await tx.getAll('notes'),
  }));
}

const OWN = `own.${'0123456789abcdef'.repeat(2)}` as OwnId;

const ignore = (): void => undefined;

const arbitraryLibrary = fc.array(
  fc.record({
    transcripts: fc.array(arbitraryTranscript, { minLength: 1, maxLength: 2 }),
    title: fc.string({ unit: 'grapheme' }),
    notes: fc.array(fc.record({ text: fc.string(), time: fc.option(fc.nat(1e6)) }), { maxLength: 2 }),
    isChosen: fc.boolean(),
  }),
  { maxLength: 3 },
);

type MadeLibrary = typeof arbitraryLibrary extends fc.Arbitrary<infer Value> ? Value : never;

async function fill({ client, call }: ReturnType<typeof world>, library: MadeLibrary): Promise<void> {
  for (const [number, { transcripts, title, notes, isChosen }] of library.entries()) {
    const video = videoId(number);
    const meta = { ...makeFacts(video, title), chapters: transcripts[0]?.chapters.slice(0, 5) ?? [] };
    for (const [index, transcript] of transcripts.entries()) {
      await client.saveTranscript(meta, { ...transcript, videoId: video, id: `t${index}` });
    }
    if (isChosen) await client.saveChoice(video, { chosen: 't0', chosenTrack: '.en' });
    await client.savePlace(video, { transcriptId: 't0', word: 3, time: null, following: true });
    const put = notes.map(
      (note, index): NoteRecord => ({ ...note, id: `n${index}`, videoId: video, body: '{}', savedAt: index }),
    );
    if (put.length > 0) await call('changeNotes', { meta, put, remove: [] });
  }
}

async function saved(from: ReturnType<typeof world>): Promise<Blob> {
  const answer = await saveBackup(from.call, 1_000, ignore);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.file;
}

describe('a backup', () => {
  it('restored elsewhere gives the same library, however often it is restored', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLibrary, async (library) => {
        const [here, there] = [world(), world()];
        await fill(here, library);
        const file = await saved(here);
        await restoreBackup(there.call, file, 'merge', ignore);
        expect(await contents(there.store)).toEqual(await contents(here.store));
        await restoreBackup(there.call, file, 'merge', ignore);
        expect(await contents(there.store)).toEqual(await contents(here.store));
      }),
      { numRuns: Number(process.env.LIBRARY_RUNS ?? 60) },
    );
  });

  it('is searchable where it is restored', async () => {
    const [here, there] = [world(), world()];
    await here.client.saveTranscript(makeFacts(videoId(1)), makeTranscript('the lamp lights'));
    await restoreBackup(there.call, await saved(here), 'merge', ignore);
    const found = await there.call('search', { query: 'lamp', order: 'best', offset: 0, limit: 9, places: 3 });
    expect(found.ok && found.value.total).toBe(1);
  });

  it('holds transcripts that have no video yet, which are found where they are restored', async () => {
    const [here, there] = [world(), world()];
    const file = { bytes: new TextEncoder().encode('The keepers counted the lamps again.'), fileName: null };
    await createImportClient(here.call).keep(makeFacts(OWN, 'Keepers'), file, {});
    const kept = await saved(here);
    const preview = await previewBackup(there.call, kept);
    expect(preview.ok && preview.value).toMatchObject({ episodes: 1, transcripts: 1, newEpisodes: 1, damaged: 0 });
    expect(await restoreBackup(there.call, kept, 'merge', ignore)).toMatchObject({ ok: true, value: { failed: 0 } });
    expect(await contents(there.store)).toEqual(await contents(here.store));
    const found = await there.call('search', { query: 'keepers', order: 'best', offset: 0, limit: 9, places: 3 });
    expect(found.ok && found.value.episodes.map(({ episode }) => episode.videoId)).toEqual([OWN]);
    expect(await there.call('attachTranscript', { from: OWN, videoId: videoId(1) })).toMatchObject({ ok: true });
  });

  it('adds to what is there, or takes its place', async () => {
    const [here, there] = [world(), world()];
    await here.client.saveTranscript(makeFacts(videoId(1)), makeTranscript('one'));
    await there.client.saveTranscript(makeFacts(videoId(2)), makeTranscript('two', { video: videoId(2) }));
    const file = await saved(here);
    expect(await previewBackup(there.call, file)).toEqual({
      ok: true,
      value: { savedAt: 1_000, episodes: 1, transcripts: 1, notes: 0, newEpisodes: 1, damaged: 0 },
    });
    const ids = async (): Promise<EpisodeId[]> =>
      (await contents(there.store)).episodes.map((episode) => episode.videoId);
    await restoreBackup(there.call, file, 'merge', ignore);
    expect(await ids()).toEqual([videoId(1), videoId(2)]);
    await restoreBackup(there.call, file, 'replace', ignore);
    expect(await ids()).toEqual([videoId(1)]);
  });

  it('gives what can be read of a damaged file, says how much cannot, and keeps what is there', async () => {
    const [here, there] = [world(), world()];
    for (const number of [1, 2, 3]) {
      await here.client.saveTranscript(makeFacts(videoId(number)), makeTranscript('words', { video: videoId(number) }));
    }
    const lines: string[] = [];
    for await (const line of linesOf(await saved(here))) lines.push(line);
    const [head = '', first = '', firstWords = '', second = '', ...rest] = lines;
    const damaged = [head, first, firstWords.slice(0, -20), second, '{"kind":"tune"}', ...rest.slice(0, -1)].join('\n');
    const file = new Blob([damaged]);
    const preview = await previewBackup(there.call, file);
    expect(preview.ok && preview.value.damaged).toBe(2);
    const restored = await restoreBackup(there.call, file, 'merge', ignore);
    expect(restored).toMatchObject({ ok: true, value: { episodes: 3, transcripts: 2, failed: 1 } });
  });

  it.each([
    ['a file of another kind', '{"format":"something"}\n', 'not-a-backup'],
    ['a text', 'the lamp lights', 'not-a-backup'],
    ['nothing', '', 'not-a-backup'],
    ['a newer format', '{"format":"readalong-library","version":99,"savedAt":1}\n', 'newer-backup'],
    ['broken compression', new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 'not-a-backup'],
  ])('refuses %s before anything is forgotten', async (_name, content, code) => {
    const there = world();
    await there.client.saveTranscript(makeFacts(videoId(1)), makeTranscript('mine'));
    const answer = await restoreBackup(there.call, new Blob([content]), 'replace', ignore);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect((await contents(there.store)).episodes).toHaveLength(1);
  });

  it('lets no hostile record in', async () => {
    const there = world();
    const hostile = [
      '{"format":"readalong-library","version":1,"savedAt":1}',
      '{"kind":"episode","videoId":"../../etc/pw","title":"x"}',
      '{"kind":"episode","__proto__":{"polluted":1},"videoId":"abcdefghijk"}',
      `{"kind":"transcript","videoId":"abcdefghijk","id":"x","savedAt":1,"data":"QUJD"}`,
      '{"kind":"note","videoId":"abcdefghijk","id":"x","text":5}',
      '{"kind":"end","episodes":1,"transcripts":1,"notes":1}',
    ].join('\n');
    const answer = await restoreBackup(there.call, new Blob([hostile]), 'merge', ignore);
    expect(answer).toMatchObject({ ok: true, value: { episodes: 0, transcripts: 0 } });
    expect(await contents(there.store)).toEqual({ episodes: [], transcripts: [], notes: [] });
    expect('polluted' in {}).toBe(false);
  });
});
