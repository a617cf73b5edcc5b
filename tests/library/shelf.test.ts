import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { ShelfStores } from '../../lib/library/shelf/records';
import {
  readEpisode,
  readTranscriptBytes,
  type Shelf,
  saveChoice,
  savePlace,
  saveTranscript,
} from '../../lib/library/shelf/shelf';
import {
  deleteEpisode,
  emptyOldTrash,
  forgetEpisode,
  makeRoom,
  removeTranscript,
  undoDelete,
} from '../../lib/library/shelf/trash';
import { unpackTranscript } from '../../lib/transcript/pack';
import type { Origin } from '../../lib/transcript/types';
import { killable } from './faulty-store';
import { makeFacts, makeSaving, makeTranscript, videoId } from './make-transcript';

const IMPORT: Origin = { kind: 'import', shape: 'srt', importedAt: 1 };
const VIDEO = videoId(1);

let time = 1_000_000;
let shelf: Shelf;

beforeEach(() => {
  time = 1_000_000;
  shelf = { port: createMemoryStore<ShelfStores>(), index: null, now: () => time++ };
});

describe('saveTranscript', () => {
  it('keeps the transcript whole and sums it up in the episode', async () => {
    const transcript = makeTranscript('Mara: the lamp lights\nTom: so it does');
    await saveTranscript(shelf, makeSaving(transcript));
    const episode = await readEpisode(shelf, VIDEO);
    expect(episode?.transcripts[0]).toMatchObject({ id: 'one', words: 6, speakers: ['Mara', 'Tom'] });
    const bytes = await readTranscriptBytes(shelf, VIDEO, 'one');
    expect(bytes && unpackTranscript(bytes)).toEqual(transcript);
  });

  it('changes nothing but the time of reading when the transcript is there already', async () => {
    const saving = makeSaving(makeTranscript('the lamp lights'));
    await saveTranscript(shelf, saving);
    const before = await readEpisode(shelf, VIDEO);
    await saveTranscript(shelf, saving);
    const after = await readEpisode(shelf, VIDEO);
    expect(after?.transcripts).toEqual(before?.transcripts);
    expect(after?.lastReadAt).toBeGreaterThan(before?.lastReadAt ?? 0);
  });

  it('lets the newest facts win, but not an empty title', async () => {
    const saving = makeSaving(makeTranscript('the lamp lights'), 'Old title');
    await saveTranscript(shelf, saving);
    await saveTranscript(shelf, { ...saving, facts: makeFacts(VIDEO, 'New title') });
    expect((await readEpisode(shelf, VIDEO))?.title).toBe('New title');
    await saveTranscript(shelf, { ...saving, facts: makeFacts(VIDEO, '') });
    expect((await readEpisode(shelf, VIDEO))?.title).toBe('New title');
  });

  it('puts newer transcripts first and keeps choice and place', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one', { id: 'one' })));
    await saveChoice(shelf, VIDEO, { chosen: 'one' });
    await savePlace(shelf, VIDEO, { transcriptId: 'one', word: 0, time: null, following: false });
    await saveTranscript(shelf, makeSaving(makeTranscript('two', { id: 'two' })));
    const episode = await readEpisode(shelf, VIDEO);
    expect(episode?.transcripts.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(episode).toMatchObject({ chosen: 'one', place: { transcriptId: 'one' } });
  });

  it('is whole or not at all, wherever the worker dies, and right after a retry', async () => {
    const killing = killable(shelf.port);
    const saving = makeSaving(makeTranscript('the lamp lights'));
    const steps = await killing.killEverywhere(
      () => saveTranscript({ ...shelf, port: killing.port }, saving),
      async () => {
        const episode = await readEpisode(shelf, VIDEO);
        const bytes = await readTranscriptBytes(shelf, VIDEO, 'one');
        expect(episode === null).toBe(bytes === null);
        await saveTranscript(shelf, saving);
        expect((await readEpisode(shelf, VIDEO))?.transcripts).toHaveLength(1);
        await forgetEpisode(shelf, VIDEO);
      },
    );
    expect(steps).toBeGreaterThan(3);
  });

  it('loses no save when eight tabs save one video at once', async () => {
    const ids = Array.from({ length: 8 }, (_, tab) => `tab${tab}`);
    await Promise.all(
      ids.flatMap((id) =>
        Array.from({ length: 20 }, () => saveTranscript(shelf, makeSaving(makeTranscript('the lamp', { id })))),
      ),
    );
    const episode = await readEpisode(shelf, VIDEO);
    expect(episode?.transcripts.map(({ id }) => id).sort()).toEqual(ids);
  });
});

describe('deleting', () => {
  it('brings back one transcript, chosen as before', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one', { id: 'one' })));
    await saveTranscript(shelf, makeSaving(makeTranscript('two', { id: 'two', origin: IMPORT })));
    await saveChoice(shelf, VIDEO, { chosen: 'two' });
    const before = await readEpisode(shelf, VIDEO);
    const trash = await removeTranscript(shelf, VIDEO, 'two');
    expect(await readEpisode(shelf, VIDEO)).toMatchObject({ chosen: null, transcripts: [{ id: 'one' }] });
    expect(await readTranscriptBytes(shelf, VIDEO, 'two')).toBeNull();
    expect(await undoDelete(shelf, trash ?? -1)).toBe(true);
    expect(await readEpisode(shelf, VIDEO)).toEqual(before);
  });

  it('takes the episode with its last transcript and brings both back', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one')));
    const before = await readEpisode(shelf, VIDEO);
    const trash = await removeTranscript(shelf, VIDEO, 'one');
    expect(await readEpisode(shelf, VIDEO)).toBeNull();
    await undoDelete(shelf, trash ?? -1);
    expect(await readEpisode(shelf, VIDEO)).toEqual(before);
    expect(await readTranscriptBytes(shelf, VIDEO, 'one')).not.toBeNull();
  });

  it('keeps what was saved between deleting and undoing', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one', { id: 'one' })));
    const trash = await deleteEpisode(shelf, VIDEO);
    await saveTranscript(shelf, makeSaving(makeTranscript('two', { id: 'two' })));
    await undoDelete(shelf, trash ?? -1);
    const ids = (await readEpisode(shelf, VIDEO))?.transcripts.map(({ id }) => id);
    expect(ids).toEqual(['two', 'one']);
  });

  it('answers the same undo number when it is asked twice', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one')));
    const first = await deleteEpisode(shelf, VIDEO);
    expect(await deleteEpisode(shelf, VIDEO)).toBe(first);
  });

  it('deletes and undoes whole, wherever the worker dies', async () => {
    const killing = killable(shelf.port);
    const dying: Shelf = { ...shelf, port: killing.port };
    await saveTranscript(shelf, makeSaving(makeTranscript('one')));
    await killing.killEverywhere(
      () => deleteEpisode(dying, VIDEO),
      async () => {
        const isThere = (await readEpisode(shelf, VIDEO)) !== null;
        const hasTrash = (await shelf.port.read(['trash'], (tx) => tx.count('trash'))) > 0;
        expect(isThere).toBe(!hasTrash);
        const trash = await deleteEpisode(shelf, VIDEO);
        await undoDelete(shelf, trash ?? -1);
        expect(await readTranscriptBytes(shelf, VIDEO, 'one')).not.toBeNull();
      },
    );
  });

  it('forgets for good, trash included', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one')));
    const trash = await deleteEpisode(shelf, VIDEO);
    await forgetEpisode(shelf, VIDEO);
    expect(await undoDelete(shelf, trash ?? -1)).toBe(false);
  });

  it('empties the trash after thirty days', async () => {
    await saveTranscript(shelf, makeSaving(makeTranscript('one')));
    const trash = await deleteEpisode(shelf, VIDEO);
    time += 29 * 86_400_000;
    await emptyOldTrash(shelf);
    time += 2 * 86_400_000;
    await emptyOldTrash(shelf);
    expect(await undoDelete(shelf, trash ?? -1)).toBe(false);
  });
});

describe('makeRoom', () => {
  it('takes the captions that were read longest ago and nothing that a person brought', async () => {
    for (let number = 1; number <= 4; number++) {
      await saveTranscript(shelf, makeSaving(makeTranscript('words of captions', { video: videoId(number) })));
    }
    await saveTranscript(shelf, makeSaving(makeTranscript('mine', { id: 'mine', video: videoId(5), origin: IMPORT })));
    await saveChoice(shelf, videoId(1), { chosen: 'one' });
    expect(await makeRoom(shelf, 1)).toBeGreaterThan(0);
    const left = await Promise.all([1, 2, 3, 4, 5].map((number) => readEpisode(shelf, videoId(number))));
    expect(left.map((episode) => episode !== null)).toEqual([true, false, true, true, true]);
    await makeRoom(shelf, 1e9);
    expect(await readEpisode(shelf, videoId(5))).not.toBeNull();
    expect(await readEpisode(shelf, videoId(1))).not.toBeNull();
  });

  it('keeps the captions that a merge was made of', async () => {
    const merge: Origin = { kind: 'merge', human: 'mine', timed: 'one' };
    await saveTranscript(shelf, makeSaving(makeTranscript('captions', { id: 'one' })));
    await saveTranscript(shelf, makeSaving(makeTranscript('merged', { id: 'merged', origin: merge })));
    expect(await makeRoom(shelf, 1e9)).toBe(0);
    expect((await readEpisode(shelf, VIDEO))?.transcripts).toHaveLength(2);
  });
});
