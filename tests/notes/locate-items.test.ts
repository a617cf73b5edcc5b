import { describe, expect, it } from 'vitest';
import type { ItemKind, NoteItem } from '@/lib/notes/items';
import { type Located, locateItems } from '@/lib/notes/locate-items';
import { textOfWords } from '@/lib/transcript/lookup';
import type { Milliseconds } from '@/lib/transcript/units';
import { CONVERSATION, speak } from './small-transcript';

const TRANSCRIPT = speak(CONVERSATION);

function item(kind: ItemKind, text: string, more: Partial<NoteItem> = {}): NoteItem {
  return { kind, text, line: null, ...more };
}

function words({ candidates: [place] }: Located): string {
  return place ? textOfWords(TRANSCRIPT, place.firstWord, place.endWord).replace(/\s+/g, ' ') : '';
}

/** Enough lines that fit for the page to be taken for one about this episode. */
const PAGE: NoteItem[] = [
  item('insight', 'Monks burned coal in an iron basket on the chapel roof.'),
  item('insight', 'A boat with coal could land on nine days in ten weeks.'),
  item('insight', 'The dark rod grows less than a hair when the sun warms it, and shuts the gas.'),
  item('insight', 'Dalén won the Nobel Prize for the sun valve in 1912.'),
  item('insight', 'Keepers distrusted it; one walked out each evening for a month.'),
  item('insight', 'By saving gas it made people countable.'),
  item('insight', 'A cat outlasted keepers and an inspector, and stands in the accounts as a line for fish.'),
];

describe('locating the lines of a page', () => {
  it('finds a quote word for word, and how far off its stated time is', () => {
    const quote = item('quote', 'Grows by less than the width of a hair', { stated: 0 as Milliseconds });
    const [found] = locateItems([quote], [TRANSCRIPT]);
    expect(found).toMatchObject({ state: 'verbatim', differences: [] });
    expect(found && words(found)).toBe('grows by less than the width of a hair,');
    expect(found?.off).toBe(found?.candidates[0]?.start);
    expect(found?.off).toBeGreaterThan(30_000);
  });

  it('finds a quote nearly, and says what differs', () => {
    const [found] = locateItems([item('quote', 'He wrote in his log that the lamp was late')], [TRANSCRIPT]);
    expect(found?.state).toBe('near');
    expect(found?.differences).toEqual([{ written: 'his', said: 'the' }]);
  });

  it('joins the parts of a quote that dots stand between', () => {
    const [found] = locateItems(
      [item('quote', 'The cat outlasted two keepers and one inspector… Nobody ever asked who the fish was for.')],
      [TRANSCRIPT],
    );
    expect(found?.state).toBe('verbatim');
    expect(found && words(found)).toMatch(/^The cat outlasted .* fish was for\.$/);
  });

  it.each([
    'Every light was once a bedtime for the sea and its sailors',
    'I think that',
    'gas',
    'Markets always price in the keepers',
  ])('does not find the invented quote “%s”', (text) => {
    const [found] = locateItems([...PAGE, item('quote', text)], [TRANSCRIPT]).slice(-1);
    expect(found).toMatchObject({ state: 'not-found', candidates: [], off: null });
  });

  it('puts claims where their matter is spoken of, with other places to choose from', () => {
    const found = locateItems(PAGE, [TRANSCRIPT]);
    expect(found.map(({ state }) => state)).toEqual(PAGE.map(() => 'topic'));
    const keys = ['basket', 'boat', 'black rod', 'Nobel', 'every evening', 'countable', 'cat'];
    found.forEach((located, at) => {
      expect(words(located)).toContain(keys[at]);
      const scores = located.candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });
  });

  it('finds nothing of a page about something else', () => {
    const other = [
      'Interest rates rose for the third quarter in a row.',
      'The merger was approved by shareholders in May.',
      'Revenue guidance was cut by eleven percent.',
      'He explains why the bank bought back its bonds.',
      'Currency hedging cost them a fortune.',
    ].map((text) => item('insight', text));
    expect(locateItems(other, [TRANSCRIPT]).map(({ state }) => state)).toEqual(other.map(() => 'not-found'));
  });

  it('helps a question with its answer', () => {
    const question = item('question', 'How did they do that?');
    const answer = item('answer', 'One dark rod hangs between polished ones; the sun warms it and it shuts the gas.');
    const [, , located] = locateItems([...PAGE.slice(0, 2), question, answer], [TRANSCRIPT]);
    expect(located?.state).toBe('topic');
    expect(located && words(located)).toContain('rod');
  });

  it('does not look for what nobody says', () => {
    const found = locateItems(
      [item('title', 'The Sun Valve'), item('link', 'Tides'), item('date', '2021')],
      [TRANSCRIPT],
    );
    expect(found.map(({ state }) => state)).toEqual(['unsought', 'unsought', 'unsought']);
  });

  it('prefers the place nearer to the stated time among equal ones', () => {
    const twice = speak(
      `the lamp was late that winter. ${'and then the fog came in over the rocks again. '.repeat(20)} the lamp was late that winter.`,
    );
    const late = item('quote', 'the lamp was late that winter', { stated: 70_000 as Milliseconds });
    const [found] = locateItems([late], [twice]);
    expect(found?.candidates).toHaveLength(2);
    expect(found?.candidates[0]?.start).toBeGreaterThan(60_000);
  });

  it('looks for words in all transcripts, the first of them first', () => {
    const captions = speak('monks did at first they burned cold in an iron basket on the roof of the chapel', {
      shape: 'captions',
    });
    const quote = item('quote', 'They burned cold in an iron basket on the roof of the chapel');
    const [found] = locateItems([quote], [TRANSCRIPT, captions]);
    expect(found).toMatchObject({ state: 'verbatim', candidates: [{ transcriptId: captions.id }] });
    const [first] = locateItems([item('quote', 'an iron basket on the roof of the chapel')], [TRANSCRIPT, captions]);
    expect(first?.candidates[0]?.transcriptId).toBe(TRANSCRIPT.id);
  });

  it('finds words of scripts without spaces, and claims by the words they share', () => {
    const japanese = speak(
      '灯台は昔から船を導いてきました。 修道士が石炭を燃やして光を守りました。 太陽弁は黒い棒の熱でガスを閉じる仕組みです。 ガスの節約が人を数えられるものにしました。 猫の魚代は帳簿に残っています。',
    );
    const [quote, claim] = locateItems(
      [item('quote', '黒い棒の熱でガスを閉じる'), item('insight', '修道士と石炭の光'), ...PAGE.slice(0, 1)],
      [japanese],
    );
    expect(quote?.state).toBe('verbatim');
    expect(claim?.candidates[0]?.start ?? -1).toBeLessThan(quote?.candidates[0]?.start ?? 0);
  });

  it('gives no time where the transcript has none', () => {
    const [found] = locateItems(
      [item('quote', 'Grows by less than the width of a hair')],
      [speak(CONVERSATION, { pace: 0 })],
    );
    expect(found).toMatchObject({ state: 'verbatim', candidates: [{ start: null }], off: null });
  });

  it('answers for an empty episode and an empty page', () => {
    expect(locateItems([], [TRANSCRIPT])).toEqual([]);
    expect(locateItems(PAGE, []).every(({ state }) => state === 'not-found')).toBe(true);
    expect(locateItems(PAGE, [speak('')]).every(({ state }) => state === 'not-found')).toBe(true);
    expect(() => locateItems([item('quote', ''), item('insight', '…!?')], [TRANSCRIPT])).not.toThrow();
  });
});
