import { describe, expect, it } from 'vitest';
import { pageWords } from '@/components/notes/words';
import type { KeptPage } from '@/lib/notes/kept-page';
import { locateItems } from '@/lib/notes/locate-items';
import { Shown } from '@/lib/notes/note-views';
import { viewNotes } from '@/lib/notes/notes-state';
import type { VideoId } from '@/lib/transcript/units';
import { CONVERSATION, speak } from './small-transcript';

const FOREIGN: KeptPage = {
  id: 'page-1',
  videoId: 'abcdefghijk' as VideoId,
  title: 'Markets',
  url: null,
  addedAt: 1,
  pins: [],
  items: ['Interest rates rose.', 'Shareholders approved.', 'Guidance was cut.', 'Bonds fell.', 'Gold rose.'].map(
    (text) => ({ kind: 'insight', text, line: null }),
  ),
};

function messageBeside(lines: string): string {
  const transcript = speak(lines);
  const state = viewNotes(
    { own: [], pages: [FOREIGN] },
    (page) => locateItems(page.items, [transcript]),
    new Shown(transcript),
  );
  return state.pages.map((page) => pageWords(page, state)).join();
}

describe('a page that is not found', () => {
  it('may be about another episode when there are words to look in', () => {
    expect(messageBeside(CONVERSATION)).toContain('another episode');
  });

  it('waits for words when there are none', () => {
    expect(messageBeside('')).toContain('no words of this video');
  });
});
