import { describe, expect, it } from 'vitest';
import type { NoteItem } from '@/lib/notes/items';
import { locateItems } from '@/lib/notes/locate-items';
import { chaptersOfPage, isForeignPage, summaryItems } from '@/lib/notes/page-fit';
import type { Milliseconds } from '@/lib/transcript/units';
import { CONVERSATION, speak } from './small-transcript';

const TRANSCRIPT = speak(CONVERSATION);

function claims(...texts: string[]): NoteItem[] {
  return texts.map((text) => ({ kind: 'insight', text, line: null }));
}

describe('a page and an episode', () => {
  it('belong together when its lines are said there', () => {
    const own = claims(
      'Monks burned coal in an iron basket.',
      'The boat could land on nine days in ten weeks.',
      'The dark rod warms and shuts the gas.',
      'Dalén got the Nobel Prize in 1912.',
      'Interest rates rose for the third quarter.',
    );
    expect(isForeignPage(locateItems(own, [TRANSCRIPT]))).toBe(false);
  });

  it('do not when hardly any is', () => {
    const other = claims(
      'Interest rates rose for the third quarter.',
      'Shareholders approved the merger.',
      'Revenue guidance was cut.',
      'The bank bought back bonds.',
      'Currency hedging cost a fortune.',
    );
    expect(isForeignPage(locateItems(other, [TRANSCRIPT]))).toBe(true);
    expect(isForeignPage(locateItems(other.slice(0, 2), [TRANSCRIPT]))).toBe(false);
  });

  it('share chapters, by time', () => {
    const chapter = (text: string, seconds?: number): NoteItem => ({
      kind: 'chapter',
      text,
      line: null,
      ...(seconds === undefined ? {} : { stated: (seconds * 1000) as Milliseconds }),
    });
    expect(chaptersOfPage([chapter('b', 60), chapter('a', 0), chapter('no time')])).toEqual([
      { start: 0, title: 'a' },
      { start: 60_000, title: 'b' },
    ]);
    expect(chaptersOfPage([chapter('a', 0)])).toEqual([]);
  });

  it('take a written summary sentence by sentence', () => {
    const items = summaryItems('* Dr. Lindqvist keeps the log. Nobody asked why!\n- It is art.\n\n…');
    expect(items.map(({ text }) => text)).toEqual(expect.arrayContaining(['Nobody asked why!', 'It is art.']));
    expect(items.every(({ kind }) => kind === 'summary')).toBe(true);
    expect(summaryItems('One. Two.', 'not a tag').length).toBe(2);
  });
});
