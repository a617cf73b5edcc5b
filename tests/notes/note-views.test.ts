import { describe, expect, it } from 'vitest';
import { anchorOf } from '@/lib/notes/anchors';
import { notesToMarkdown } from '@/lib/notes/export-notes';
import type { NoteItem } from '@/lib/notes/items';
import type { Pin } from '@/lib/notes/kept-page';
import { locateItems } from '@/lib/notes/locate-items';
import { type NoteView, Shown, viewPage } from '@/lib/notes/note-views';
import { changeText, keepMoment, keepWords, readOwnNote, viewOwn } from '@/lib/notes/own-notes';
import { textOfWords } from '@/lib/transcript/lookup';
import type { Milliseconds } from '@/lib/transcript/units';
import { CONVERSATION, speak, VIDEO } from './small-transcript';

const TRANSCRIPT = speak(CONVERSATION);
const CAPTIONS = speak(CONVERSATION.toLowerCase().replace(/[^\p{L}\p{N}'\s]|^[a-z]+:/gmu, ''), { shape: 'captions' });
const at = (seconds: number) => (seconds * 1000) as Milliseconds;

function item(kind: NoteItem['kind'], text: string, more: Partial<NoteItem> = {}): NoteItem {
  return { kind, text, line: null, ...more };
}

const PAGE: NoteItem[] = [
  item('title', 'The Sun Valve'),
  item('quote', 'Grows by less than the width of a hair', { speaker: 'Mara' }),
  item('quote', 'Saving gas made people countable', { stated: at(1) }),
  item('quote', 'Who paid for the boats and their crews, I wonder'),
  item('insight', 'A boat with coal could land on nine days in ten weeks.'),
  item('insight', 'A cat outlasted keepers and an inspector, and stands in the accounts as a line for fish.'),
  item('chapter', 'Counting', { stated: at(20) }),
  item('chapter', 'Beyond the end', { stated: at(4000) }),
  item('link', 'Tides', { url: 'https://tides.example' }),
  item('link', 'Bad', { url: 'javascript:alert(1)' }),
];

function views(shown = new Shown(TRANSCRIPT), pins: readonly Pin[] = []): NoteView[] {
  return viewPage({ id: 'p', pins }, locateItems(PAGE, [TRANSCRIPT]), shown);
}

describe('views of a page', () => {
  it('say for each item how it was found', () => {
    expect(views().map(({ id, state }) => [id, state])).toEqual([
      ['p:1', 'verbatim'],
      ['p:2', 'moved'],
      ['p:3', 'not-found'],
      ['p:4', 'topic'],
      ['p:5', 'topic'],
      ['p:6', 'stated'],
      ['p:7', 'not-found'],
      ['p:8', 'not-found'],
      ['p:9', 'not-found'],
    ]);
  });

  it('give the range and the words in the shown transcript, also when they were found in another', () => {
    for (const shown of [new Shown(TRANSCRIPT), new Shown(CAPTIONS, [TRANSCRIPT])]) {
      const [place] = views(shown)[0]?.places ?? [];
      expect(place?.text).toMatch(/^grows by less than the width of a hair,?$/);
      expect(place?.range && textOfWords(shown.transcript, place.range.first, place.range.end)).toBe(place?.text);
    }
  });

  it('follow the reader’s pins', () => {
    const pins = [
      { item: 3, anchor: anchorOf(TRANSCRIPT, { first: 4, end: 8 }) },
      { item: 1, anchor: null },
    ];
    const [first, , third] = views(new Shown(TRANSCRIPT), pins);
    expect(first).toMatchObject({ state: 'not-found', places: [] });
    expect(third).toMatchObject({ state: 'pinned', places: [{ range: { first: 4, end: 8 } }] });
  });

  it('only links to pages of the web', () => {
    expect(
      views()
        .slice(-2)
        .map(({ url }) => url),
    ).toEqual(['https://tides.example', null]);
  });
});

describe('the reader’s own notes', () => {
  const words = keepWords(TRANSCRIPT, { first: 20, end: 26 }, '', { id: 'a', now: 1 });
  const moment = keepMoment(VIDEO, at(2), 'listen again', { id: 'b', now: 2 });

  it('are a highlight, a note or a bookmark by what they hold', () => {
    expect([words.kind, moment.kind, keepMoment(VIDEO, at(0), '', { id: 'c', now: 3 }).kind]).toEqual([
      'highlight',
      'note',
      'bookmark',
    ]);
    expect(changeText(words, 'why?', 9)).toMatchObject({ kind: 'note', text: 'why?', createdAt: 1, changedAt: 9 });
    expect(changeText(moment, '', 9).kind).toBe('bookmark');
  });

  it('stand by time, in whatever transcript is shown', () => {
    const [first, second] = viewOwn([words, moment], new Shown(CAPTIONS));
    expect(first).toMatchObject({ id: 'b', text: 'listen again', places: [{ start: 2000, range: null }] });
    expect(second?.id).toBe('a');
    expect(second?.places[0]?.range).not.toBeNull();
    expect(second?.state).toBe('own');
  });

  it('keep their time where their words are gone', () => {
    const [view] = viewOwn([words], new Shown(speak('nothing of that is left')));
    expect(view?.places).toEqual([{ start: words.time, isRough: false, range: null, text: words.anchor?.quote }]);
  });

  it('come back from storage as they were, and damage does not', () => {
    expect(readOwnNote(JSON.parse(JSON.stringify(words)))).toEqual(words);
    for (const broken of [null, 'x', {}, { ...words, kind: 'poem' }, { ...words, anchor: {}, time: Number.NaN }])
      expect(readOwnNote(broken)).toBeNull();
  });
});

describe('Markdown', () => {
  it('has title, items, names and links to the second, and says how sure it is', () => {
    const notes = [
      ...viewOwn(
        [keepWords(TRANSCRIPT, { first: 0, end: 3 }, 'Ask *her*.', { id: 'a', now: 1 })],
        new Shown(TRANSCRIPT),
      ),
      ...views(),
    ];
    const text = notesToMarkdown({ title: 'The Sun Valve #4', videoId: VIDEO, channel: 'Tides', notes });
    expect(text).toMatch(/^# The Sun Valve \\#4\n\nTides · <https:\/\/www\.youtube\.com\/watch\?v=aaaaaaaaaaa>\n/);
    expect(text).toContain(
      '## Mine\n\n> Who kept the\n>\n> — TOM, [0:00](https://youtu.be/aaaaaaaaaaa?t=0)\n\nAsk \\*her\\*.\n',
    );
    expect(text).toMatch(
      /> Grows by less than the width of a hair\n>\n> — Mara, \[\d:\d\d\]\(https:\/\/youtu\.be\/aaaaaaaaaaa\?t=\d+\)/,
    );
    expect(text).toMatch(/- A boat with coal .* \(probably \[\d:\d\d\]\(/);
    expect(text).toContain('> — not found in the episode');
    expect(text).toContain('- Counting ([0:20](https://youtu.be/aaaaaaaaaaa?t=20))');
    expect(text).toContain('- [Tides](<https://tides.example>)');
    expect(text).not.toContain('javascript');
  });

  it('does not let notes become markup', () => {
    const note = { ...(views()[3] as NoteView), places: [], state: 'not-found' as const };
    const line = (text: string) =>
      notesToMarkdown({ title: '', videoId: VIDEO, channel: '', notes: [{ ...note, text }] })
        .split('\n')
        .at(-2);
    expect(line('1. <b>')).toBe('- 1\\. \\<b\\> (not found in the episode)');
    expect(line('- [x](y)')).toBe('- \\- \\[x\\](y) (not found in the episode)');
  });
});
