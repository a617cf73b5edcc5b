import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLibraryQuery } from '../../lib/library/query/parse-query';

function words(query: string): string[] {
  return parseLibraryQuery(query).phrases.map(({ tokens, quoted }) =>
    quoted ? `"${tokens.join(' ')}"` : tokens.join(' '),
  );
}

describe('parseLibraryQuery', () => {
  it.each([
    ['policy gradient', ['policy', 'gradient']],
    ['"policy gradient" method', ['"policy gradient"', 'method']],
    ['“policy gradient”', ['"policy gradient"']],
    ['«policy gradient»', ['"policy gradient"']],
    ['"policy gradient', ['"policy gradient"']],
    ['well-known', ['well known']],
    ['don’t', ['dont']],
    ['漢字です', ['漢 字 で す']],
    ['http://example.com', ['http example com']],
    ['- dash', ['dash']],
    ['  ', []],
    ['...', []],
  ])('reads %s', (query, expected) => {
    expect(words(query)).toEqual(expected);
  });

  it.each([
    ['the last word alone', 'policy grad', [false, true]],
    ['not before a blank', 'policy grad ', [false, false]],
    ['not in quotation marks', 'policy "grad"', [false, false]],
  ])('takes for a beginning: %s', (_name, query, expected) => {
    expect(parseLibraryQuery(query).phrases.map(({ unfinished }) => unfinished)).toEqual(expected);
  });

  it('reads fields, with and without quotation marks', () => {
    const query = parseLibraryQuery(
      'lamp channel:"Salt & Signal" speaker:mara title:light in:notes after:2026-03 before:2026-04-02',
    );
    expect(query).toMatchObject({
      channels: [['salt', 'and', 'signal']],
      speakers: [['mara']],
      titles: [['light']],
      scope: 'notes',
      after: new Date(2026, 2, 1).getTime(),
      before: new Date(2026, 3, 2).getTime(),
    });
    expect(words('lamp channel:"Salt & Signal"')).toEqual(['lamp']);
  });

  it.each(['channel:', 'foo:bar', 'in:space', 'after:yesterday', 'after:2026-13', 'title: light'])(
    'takes what is no field, or says nothing, for words or leaves it out: %s',
    (query) => {
      const { channels, titles, scope, after } = parseLibraryQuery(query);
      expect({ channels, titles, scope, after }).toEqual({ channels: [], titles: [], scope: null, after: null });
    },
  );

  it('keeps what is forbidden apart', () => {
    const { phrases, excluded } = parseLibraryQuery('lamp -boat -"old rope"');
    expect(phrases.map(({ tokens }) => tokens)).toEqual([['lamp']]);
    expect(excluded.map(({ tokens }) => tokens)).toEqual([['boat'], ['old', 'rope']]);
  });

  it.each([
    ['what did he say about differential privacy', ['differential', 'privacy'], true],
    ['who was the keeper of the lamp?', ['keeper', 'lamp'], true],
    ['is the lamp on?', ['lamp'], true],
    ['the lamp on the rock', ['the', 'lamp', 'on', 'the', 'rock'], false],
    ['what about it?', ['what', 'about', 'it'], false],
    ['do the right thing', ['do', 'the', 'right', 'thing'], false],
  ])('knows a question: %s', (query, matter, isQuestion) => {
    const parsed = parseLibraryQuery(query);
    expect(parsed.isQuestion).toBe(isQuestion);
    expect(parsed.phrases.map(({ tokens }) => tokens.join(' '))).toEqual(matter);
  });

  it('never throws and is linear, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseLibraryQuery(text).phrases.length >= 0));
    for (const piece of ['"', '-', ':', 'in:', '“', ' ', 'a"b'])
      expect(parseLibraryQuery(piece.repeat(1_000_000)).phrases.length).toBeLessThanOrEqual(32);
  });
});
