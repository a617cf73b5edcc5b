/** A library used for thousands of steps on a disk that is full at each write of each step in turn. */
import { describe, expect, it } from 'vitest';
import { IndexCache } from '../../lib/library/index/index-cache';
import { INDEX_STORES, type LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { mergeStep } from '../../lib/library/index/merge-segments';
import { searchLibrary } from '../../lib/library/query/search-library';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { StoreError, type StorePort } from '../../lib/library/shelf/store-port';
import { partOf } from '../../lib/platform/messaging/parts';
import { createShelfChooser } from '../../lib/platform/storage/choose-shelf';
import { createLibraryDesk } from '../../lib/platform/storage/library-desk';
import { createLibraryHost } from '../../lib/platform/storage/library-host';
import type { Result } from '../../lib/protocol/result';
import { DEFAULT_SETTINGS } from '../../lib/protocol/settings';
import { packTranscript } from '../../lib/transcript/pack';
import { PackedView } from '../../lib/transcript/packed-view';
import type { Origin } from '../../lib/transcript/types';
import { seeded } from '../bench/made-library';
import { fillable } from '../library/faulty-store';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';
import { alwaysOpen } from '../messaging/fake-world';

/** `QUOTA_STEPS=10000` makes it the long run. */
const STEPS = Number(process.env.QUOTA_STEPS ?? 250);
const VIDEOS = 7;
const IMPORT: Origin = { kind: 'import', shape: 'srt', importedAt: 1 };

type Answer = Result<unknown, string>;

function world(seed: number) {
  const store = createMemoryStore<LibraryStores>();
  const disk = fillable(store);
  let time = 1;
  const shelves = createShelfChooser({ database: alwaysOpen(disk.port), index: searchIndex, now: () => time++ });
  const host = createLibraryHost({ shelves, settings: async () => DEFAULT_SETTINGS });
  const desk = createLibraryDesk(host);
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  /** Imports that were acknowledged, as `video id`: nothing but a deletion may take them. */
  const imports = new Set<string>();
  let trash: readonly number[] = [];

  function save(): () => Promise<Answer> {
    const [video, isImport] = [videoId(below(VIDEOS)), random() < 0.4];
    const id = `${isImport ? 'mine' : 'captions'}${below(2)}`;
    const words = Array.from({ length: 1 + below(12) }, () => `word${below(30)}`).join(' ');
    const transcript = makeTranscript(words, { id, video, ...(isImport ? { origin: IMPORT } : {}) });
    const part = partOf(packTranscript(transcript), 0);
    if (!part) throw new Error('a transcript has a first part');
    return async () => {
      const answer = await host.saveTranscriptPart({ meta: makeFacts(video), id, part }, false);
      if (answer.ok && isImport) imports.add(`${video} ${id}`);
      return answer;
    };
  }

  function note(): () => Promise<Answer> {
    const video = videoId(below(VIDEOS));
    const id = `n${below(3)}`;
    const put = random() < 0.7 ? [{ id, videoId: video, text: `word${below(30)}`, time: 1, body: '', savedAt: 1 }] : [];
    const remove = put.length > 0 ? [] : [id];
    return () => host.changeNotes({ meta: makeFacts(video), put, remove }, false);
  }

  function take(): () => Promise<Answer> {
    const video = videoId(below(VIDEOS));
    return async () => {
      const answer = await desk.deleteEpisodes({ videoIds: [video] });
      if (answer.ok) {
        trash = answer.value;
        for (const known of imports) if (known.startsWith(video)) imports.delete(known);
      }
      return answer;
    };
  }

  function takeOne(): () => Promise<Answer> {
    const [video, id] = [videoId(below(VIDEOS)), `${random() < 0.5 ? 'mine' : 'captions'}${below(2)}`];
    return async () => {
      const answer = await host.removeTranscript({ videoId: video, id }, false);
      if (answer.ok) imports.delete(`${video} ${id}`);
      return answer;
    };
  }

  /** The next thing that somebody does; called again after a failure it does the same again. */
  function step(): () => Promise<Answer> {
    const chance = random();
    if (chance < 0.5) return save();
    if (chance < 0.62) return note();
    if (chance < 0.7) return take();
    if (chance < 0.76) return takeOne();
    if (chance < 0.82) return () => desk.undoDelete({ trash });
    if (chance < 0.86) return () => desk.makeRoom({ bytes: 100 });
    const video = videoId(below(VIDEOS));
    if (chance < 0.93) return () => host.saveChoice({ videoId: video, chosen: 'captions0' }, false);
    const place = { transcriptId: 'captions0', word: below(5), time: null, following: true };
    return () => host.savePlace({ videoId: video, place }, false);
  }
  return { store, disk, imports, step };
}

/** Everything agrees with everything: no record without its episode, none without its place in the index. */
async function checkWhole(store: StorePort<LibraryStores>, imports: ReadonlySet<string>): Promise<void> {
  await store.read(['episodes', 'transcripts', 'notes', ...INDEX_STORES], async (tx) => {
    const [episodes, transcripts, notes, docs, state, indexed, catalogue] = await Promise.all([
      tx.getAll('episodes'),
      tx.getAll('transcripts'),
      tx.getAll('notes'),
      tx.getAll('indexDocs'),
      tx.get('indexState', 'state'),
      tx.getAll('indexEpisodes'),
      tx.getAll('indexCatalogue'),
    ]);
    const kept = transcripts.map(({ videoId: video, id }) => `${video} ${id}`).sort();
    const listed = episodes
      .flatMap((episode) => episode.transcripts.map(({ id }) => `${episode.videoId} ${id}`))
      .sort();
    expect(listed).toEqual(kept);
    expect(docs.map(({ videoId: video, id }) => `${video} ${id}`).sort()).toEqual(kept);
    expect(state?.docs ?? 0).toBe(kept.length);
    const numbers = indexed.flatMap(({ docs: own }) => own.map(({ doc }) => doc)).sort((a, b) => a - b);
    expect(numbers).toEqual(docs.map(({ doc }) => doc).sort((a, b) => a - b));
    for (const episode of episodes) {
      expect(notes.filter(({ videoId: video }) => video === episode.videoId)).toHaveLength(episode.notes);
      if (episode.transcripts.length === 0) continue;
      expect(catalogue.flat().filter((entry) => entry?.videoId === episode.videoId)).toHaveLength(1);
    }
    for (const known of imports) expect(kept).toContain(known);
  });
}

describe('a full disk', () => {
  it(`tears nothing and is told once, at every write of ${STEPS} steps`, async () => {
    const { store, disk, imports, step } = world(STEPS);
    let told = 0;
    for (let number = 0; number < STEPS; number++) {
      const act = step();
      const isLasting = number % 2 === 0;
      for (let write = 0; ; write++) {
        disk.fillAt(write, isLasting);
        const answer = await act();
        const met = disk.wasFull();
        disk.free();
        if (!answer.ok) told++;
        // Full for ever: one answer, which says so. Full for a moment: room is made, or the same.
        expect(answer.ok ? 'ok' : answer.error.code).toBe(answer.ok ? 'ok' : 'storage-full');
        await checkWhole(store, imports);
        if (!met || answer.ok) break;
      }
      disk.fillAt(number % 9, isLasting);
      await mergeStep(disk.port, 200).catch((error: unknown) => expect(error).toBeInstanceOf(StoreError));
      disk.free();
      await act();
    }
    expect(told).toBeGreaterThan(STEPS);
    await checkWhole(store, imports);
    while (await mergeStep(store));
    await checkFound(store);
  });
});

/** What the index finds is what stands in the texts. */
async function checkFound(store: StorePort<LibraryStores>): Promise<void> {
  const transcripts = await store.read(['transcripts'], (tx) => tx.getAll('transcripts'));
  for (let number = 0; number < 30; number++) {
    const request = { query: `"word${number}"`, offset: 0, limit: 100, places: 1 };
    const { total } = await searchLibrary(store, new IndexCache(), request);
    const holds = ({ bytes }: { bytes: Uint8Array }): boolean =>
      new PackedView(bytes).text.split(' ').includes(`word${number}`);
    expect(total).toBe(new Set(transcripts.filter(holds).map(({ videoId: video }) => video)).size);
  }
}
