import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteItem } from '../../lib/notes/items';
import type { KeptPage } from '../../lib/notes/kept-page';
import {
  ownRecord,
  pageIdFrom,
  pageIdOf,
  pageRecords,
  readKeptNotes,
  type StoredNote,
} from '../../lib/notes/note-records';
import { keepMoment } from '../../lib/notes/own-notes';
import { milliseconds, type VideoId } from '../../lib/transcript/units';

const VIDEO = 'abcdefghijk' as VideoId;
const ANCHOR = { quote: 'three black rods', prefix: 'the', suffix: 'and', time: milliseconds(40), share: 0.5 };

const items: NoteItem[] = [
  { kind: 'title', text: 'The sun valve', line: 1 },
  { kind: 'quote', text: 'Less than a hair.', line: 3, speaker: 'Mara', stated: milliseconds(9000) },
  { kind: 'date', text: '2024-05-01', line: 4 },
  { kind: 'recommendation', text: 'Lamps', title: 'Lamps', author: 'A. Wick', reason: 'It glows.', line: 6 },
];
const page: KeptPage = {
  id: pageIdFrom('0123'),
  videoId: VIDEO,
  title: 'The sun valve',
  url: 'https://notes.example/valve',
  addedAt: 77,
  items,
  pins: [{ item: 3, anchor: ANCHOR }],
};

describe('records of notes', () => {
  it('hold a page whole, one for each note that is shown', () => {
    const records = pageRecords(page, [null, 12_000]);
    expect(records.map(({ text, time }) => [text, time])).toEqual([
      ['Less than a hair.', 12_000],
      ['Lamps, A. Wick – It glows.', null],
    ]);
    expect(readKeptNotes(records).pages).toEqual([page]);
    expect(records.map(({ id }) => pageIdOf(id))).toEqual([page.id, page.id]);
  });

  it('hold one’s own notes', () => {
    const note = { ...keepMoment(VIDEO, milliseconds(5000), 'Tides.', { id: 'own-1', now: 3 }), anchor: ANCHOR };
    const record = ownRecord(note);
    expect(record.text).toBe('three black rods – Tides.');
    expect(readKeptNotes([record]).own).toEqual([note]);
    expect(pageIdOf(record.id)).toBeNull();
  });

  it('that are missing cost only themselves: the others keep their numbers and pins', () => {
    const [, last] = pageRecords(page);
    const [read] = readKeptNotes(last ? [last] : []).pages;
    expect(read?.items[3]).toEqual(items[3]);
    expect(read?.pins).toEqual(page.pins);
  });

  it('of any damage are read without throwing, and never as notes of another video', () => {
    const damaged = fc.record({
      id: fc.oneof(fc.constantFrom('page-0123:1', 'page-0123:-1', 'page-x:9e9', 'own-1'), fc.string()),
      videoId: fc.constant(VIDEO),
      text: fc.string(),
      time: fc.option(fc.nat()),
      body: fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((note) => JSON.stringify({ kind: 'own', note })),
        fc.jsonValue().map((item) => JSON.stringify({ kind: 'item', item, page: item, pin: item })),
      ),
      savedAt: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(damaged), (records: StoredNote[]) => {
        const { own, pages } = readKeptNotes(records);
        for (const { videoId } of [...own, ...pages]) expect(videoId).toBe(VIDEO);
      }),
    );
  });
});
