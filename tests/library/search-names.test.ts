import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { NameCache, searchNames } from '../../lib/library/query/search-names';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { changeNotes } from '../../lib/library/shelf/notes';
import { type Shelf, saveTranscript } from '../../lib/library/shelf/shelf';
import { deleteEpisode } from '../../lib/library/shelf/trash';
import { makeFacts, makeSaving, makeTranscript, videoId } from './make-transcript';

let shelf: Shelf<LibraryStores>;
let cache: NameCache;

beforeEach(async () => {
  let time = 1;
  shelf = { port: createMemoryStore<LibraryStores>(), index: searchIndex, now: () => time++ };
  cache = new NameCache();
  await add(1, 'How the lighthouses learned to run themselves', 'Mara: words');
  await add(2, 'The last winter on Skarv Rock', 'Tom: words');
  await add(3, '漢字の歴史', 'words');
});

async function add(number: number, title: string, text: string): Promise<void> {
  await saveTranscript(shelf, makeSaving(makeTranscript(text, { video: videoId(number) }), title));
}

async function titles(query: string): Promise<string[]> {
  const found = await searchNames(shelf.port, cache, { query, limit: 10 });
  return found.titles.map(({ episode }) => episode.title);
}

describe('searchNames', () => {
  it.each([
    ['a word of the title', 'winter ', 'The last winter on Skarv Rock'],
    ['the beginning of one', 'lightho', 'How the lighthouses learned to run themselves'],
    ['a misspelt one', 'lighthuoses ', 'How the lighthouses learned to run themselves'],
    ['a speaker', 'mara ', 'How the lighthouses learned to run themselves'],
    ['characters of a script without spaces', '歴史', '漢字の歴史'],
  ])('finds %s', async (_name, query, title) => {
    expect(await titles(query)).toEqual([title]);
  });

  it('finds a channel, and marks nothing in the titles then', async () => {
    const found = await searchNames(shelf.port, cache, { query: 'salt signal ', limit: 10 });
    expect(found.titles).toHaveLength(3);
    expect(found.titles[0]?.titleMarks).toEqual([]);
  });

  it('marks the words in the title', async () => {
    const found = await searchNames(shelf.port, cache, { query: 'skarv winter ', limit: 10 });
    const [{ episode, titleMarks } = { episode: { title: '' }, titleMarks: [] }] = found.titles;
    expect(titleMarks.map(({ from, to }) => episode.title.slice(from, to))).toEqual(['winter', 'Skarv']);
  });

  it('finds notes, with their words marked', async () => {
    const note = { id: 'n1', videoId: videoId(2), text: 'The rota nobody could read', time: 5, body: '', savedAt: 1 };
    await changeNotes(shelf, makeFacts(videoId(2)), { put: [note], remove: [] });
    const found = await searchNames(shelf.port, cache, { query: 'rota ', limit: 10 });
    expect(found.notes.map((hit) => hit.note.text.slice(hit.marks[0]?.from, hit.marks[0]?.to))).toEqual(['rota']);
  });

  it('follows every change: renamed, deleted, noted', async () => {
    expect(await titles('winter ')).toHaveLength(1);
    await add(2, 'The last summer on Skarv Rock', 'Tom: words');
    expect(await titles('winter ')).toEqual([]);
    expect(await titles('summer ')).toHaveLength(1);
    await deleteEpisode(shelf, videoId(2));
    expect(await titles('summer ')).toEqual([]);
  });

  it('answers nothing with nothing', async () => {
    expect(await searchNames(shelf.port, cache, { query: ' … ', limit: 10 })).toEqual({ titles: [], notes: [] });
  });
});
