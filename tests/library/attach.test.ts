/** A transcript that waits for its video: kept, found, attached, and made to wait again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { IndexCache } from '../../lib/library/index/index-cache';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { searchLibrary } from '../../lib/library/query/search-library';
import { attachTranscript } from '../../lib/library/shelf/attach';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { changeNotes } from '../../lib/library/shelf/notes';
import { readEpisode, readTranscripts, type Shelf, saveChoice, saveTranscript } from '../../lib/library/shelf/shelf';
import { deleteEpisode, forgetEpisode, undoDelete } from '../../lib/library/shelf/trash';
import { packTranscript, unpackTranscript } from '../../lib/transcript/pack';
import type { Origin } from '../../lib/transcript/types';
import type { EpisodeId, OwnId } from '../../lib/transcript/units';
import { makeFacts, makeTranscript, videoId } from './make-transcript';

const OWN = `own.${'0123456789abcdef'.repeat(2)}` as OwnId;
const VIDEO = videoId(1);
const IMPORT: Origin = { kind: 'import', shape: 'named-turns', importedAt: 5 };

let shelf: Shelf<LibraryStores>;
let now: number;

beforeEach(async () => {
  now = 1_000;
  shelf = { port: createMemoryStore<LibraryStores>(), index: searchIndex, now: () => now++ };
  await bring('Mara: the keepers counted lamps');
});

/** As an import for later is kept. */
async function bring(text: string): Promise<void> {
  const made = makeTranscript(text, { video: OWN });
  const transcript = { ...made, id: `${OWN}:import/named-turns:1`, origin: IMPORT };
  await saveTranscript(shelf, { facts: makeFacts(OWN, 'Keepers'), transcript, bytes: packTranscript(transcript) });
}

async function keepCaptions(text: string): Promise<void> {
  const transcript = makeTranscript(text, { video: VIDEO });
  const facts = { ...makeFacts(VIDEO, 'The real title'), channel: 'Salt' };
  await saveTranscript(shelf, { facts, transcript, bytes: packTranscript(transcript) });
}

async function found(query: string): Promise<EpisodeId[]> {
  const request = { query, offset: 0, limit: 10, places: 1 };
  const { episodes } = await searchLibrary(shelf.port, new IndexCache(), request);
  return episodes.map(({ episode }) => episode.videoId);
}

const idsOf = async (episode: EpisodeId) => (await readEpisode(shelf, episode))?.transcripts.map(({ id }) => id);

describe('a transcript without a video', () => {
  it('is kept and found by its words under an id that no video can have', async () => {
    expect(await found('keepers counted')).toEqual([OWN]);
    const [record] = await readTranscripts(shelf, OWN);
    expect(record && unpackTranscript(record.bytes)?.videoId).toBe(OWN);
  });

  it('becomes a transcript of a video that is not in the library yet, by its own title', async () => {
    expect(await attachTranscript(shelf, OWN, VIDEO)).not.toBeNull();
    expect(await readEpisode(shelf, OWN)).toBeNull();
    const episode = await readEpisode(shelf, VIDEO);
    expect(episode).toMatchObject({ title: 'Keepers', channel: 'Salt & Signal', chosen: null, addedAt: 1_000 });
    expect(await idsOf(VIDEO)).toEqual([`${VIDEO}:import/named-turns:1`]);
    const [record] = await readTranscripts(shelf, VIDEO);
    const transcript = record && unpackTranscript(record.bytes);
    expect(transcript).toMatchObject({ videoId: VIDEO, id: record?.id, origin: IMPORT });
    expect(transcript?.text).toContain('the keepers counted lamps');
    expect(await found('keepers counted')).toEqual([VIDEO]);
  });

  it('stands beside what the video has, and takes nothing of it away', async () => {
    await keepCaptions('other words');
    const [captions = ''] = (await idsOf(VIDEO)) ?? [];
    await saveChoice(shelf, VIDEO, { chosen: captions });
    const note = { id: 'n', videoId: VIDEO, text: 'mine', time: 0, body: '{}', savedAt: 1 };
    await changeNotes(shelf, makeFacts(VIDEO), { put: [note], remove: [] });
    await attachTranscript(shelf, OWN, VIDEO);
    expect(await idsOf(VIDEO)).toEqual([`${VIDEO}:import/named-turns:1`, captions]);
    expect(await readEpisode(shelf, VIDEO)).toMatchObject({ title: 'The real title', chosen: captions, notes: 1 });
    expect(await found('other words')).toEqual([VIDEO]);
  });

  it('is attached once, however often it is asked for', async () => {
    const trash = await attachTranscript(shelf, OWN, VIDEO);
    expect(await attachTranscript(shelf, OWN, VIDEO)).toBe(trash);
    expect(await attachTranscript(shelf, OWN, videoId(2))).toBeNull();
    expect(await idsOf(VIDEO)).toHaveLength(1);
  });

  it('does not stand twice in a video that has it already, whose own stays on undoing', async () => {
    await attachTranscript(shelf, OWN, VIDEO);
    await bring('Mara: the keepers counted lamps');
    const again = await attachTranscript(shelf, OWN, VIDEO);
    expect(await idsOf(VIDEO)).toHaveLength(1);
    await undoDelete(shelf, again ?? -1);
    expect([await idsOf(OWN), await idsOf(VIDEO)]).toEqual([
      [`${OWN}:import/named-turns:1`],
      [`${VIDEO}:import/named-turns:1`],
    ]);
  });

  it('waits again when that is undone, with its merges gone and the video as it was', async () => {
    await keepCaptions('other words');
    const [captions = ''] = (await idsOf(VIDEO)) ?? [];
    const trash = await attachTranscript(shelf, OWN, VIDEO);
    const made = makeTranscript('merged words here', { video: VIDEO });
    const merged = {
      ...made,
      id: 'merge',
      origin: { kind: 'merge' as const, human: `${VIDEO}:import/named-turns:1`, timed: captions },
    };
    await saveTranscript(shelf, { facts: makeFacts(VIDEO, ''), transcript: merged, bytes: packTranscript(merged) });
    await saveChoice(shelf, VIDEO, { chosen: 'merge' });
    expect(await undoDelete(shelf, trash ?? -1)).toBe(true);
    expect(await idsOf(VIDEO)).toEqual([captions]);
    expect((await readEpisode(shelf, VIDEO))?.chosen).toBeNull();
    expect(await readEpisode(shelf, OWN)).toMatchObject({ title: 'Keepers', addedAt: 1_000 });
    expect(await found('keepers counted')).toEqual([OWN]);
    expect(await found('merged')).toEqual([]);
  });

  it('leaves no empty video behind when that is undone', async () => {
    const trash = await attachTranscript(shelf, OWN, VIDEO);
    await undoDelete(shelf, trash ?? -1);
    expect(await readEpisode(shelf, VIDEO)).toBeNull();
  });

  it('is forgotten with its video, the trash included', async () => {
    const trash = await attachTranscript(shelf, OWN, VIDEO);
    await forgetEpisode(shelf, VIDEO);
    expect(await undoDelete(shelf, trash ?? -1)).toBe(false);
    expect(await shelf.port.read(['trash'], (tx) => tx.count('trash'))).toBe(0);
  });

  it('is deleted and brought back like an episode', async () => {
    const trash = await deleteEpisode(shelf, OWN);
    expect(await found('keepers counted')).toEqual([]);
    expect(await undoDelete(shelf, trash ?? -1)).toBe(true);
    expect(await found('keepers counted')).toEqual([OWN]);
  });
});
