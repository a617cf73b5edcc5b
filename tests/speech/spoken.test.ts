import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equivalents } from '@/lib/speech/equivalents';
import { Lexicon } from '@/lib/speech/lexicon';
import { comparer, editDistance, likeness } from '@/lib/speech/likeness';
import { spokenForm } from '@/lib/speech/spoken';
import { tokenise } from '@/lib/speech/tokenise';

function spoken(text: string): string {
  const tokens = tokenise(text);
  return [...spokenForm(tokens).id].map((id) => tokens.lexicon.word(id)).join(' ');
}

describe('spokenForm', () => {
  it.each([
    ["It's okay, I'm gonna pay $25 in 1990.", 'Its ok im going to pay 25 in nineteen ninety'],
    ['twenty-five percent', '25%'],
    ['[Music] 21st century >> yes', 'twenty first century yes'],
    ['3.5 million 2,000', 'three point five million two thousand'],
    ['two thousand and twenty', '2020'],
    ['since two thousand fourteen', 'since 2014'],
    ['one hundred and five and two', '105 and 2'],
    ['two thousand and five', '2005'],
    ['two thousand people', '2000 people'],
    ['Dr. Smith vs. Mr. Jones', 'doctor smith versus mister jones'],
  ])('makes %j and %j the same', (one, other) => {
    expect(spoken(one)).toBe(spoken(other));
  });

  it('says from which token each part comes', () => {
    const tokens = tokenise('[Music] gonna be 25', new Lexicon());
    expect([...spokenForm(tokens).token]).toEqual([1, 1, 2, 3, 3]);
  });

  it('does not blow up on a token of digits', () => {
    const tokens = tokenise('9'.repeat(100_000));
    expect(spokenForm(tokens).id.length).toBe(1);
  });

  it('keeps its columns equally long', () => {
    const text = fc
      .array(fc.constantFrom('gonna', '123456789012345', '[x]', '$5', 'a', '0000000000000000000'))
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, (input) => {
        const form = spokenForm(tokenise(input));
        expect(form.id.length).toBe(form.token.length);
      }),
    );
  });
});

describe('equivalents', () => {
  it.each([
    ['twenty five', '25'],
    ['25', 'twenty five'],
    ['2020', 'two thousand twenty'],
    ['two thousand twenty', 'twenty twenty'],
    ['25 dollars', '$ 25'],
    ['frid', 'f r i d'],
    ['f r i d', 'frid'],
    ['okay', 'ok'],
    ['going to', 'gonna'],
    ['gonna', 'going to'],
    ['21st', 'twenty first'],
    ['165000', '165 000'],
  ])('writes %s also as %s', (query, other) => {
    const length = query.split(' ').length;
    expect(equivalents(query.split(' '))).toContainEqual({ from: 0, length, words: other.split(' ') });
  });

  it('does not take a stammer for AI', () => {
    expect(equivalents(['ai'])).toEqual([]);
  });

  it('stays inside the query and bounded', () => {
    const word = fc.constantFrom('one', 'five', 'hundred', 'a', 'b', '2020', 'gonna', 'going', 'to', 'nasa');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (query) => {
        for (const { from, length } of equivalents(query)) expect(from + length).toBeLessThanOrEqual(query.length);
      }),
    );
    expect(equivalents(Array.from({ length: 5000 }, () => 'five')).length).toBeLessThan(1000);
  });
});

/** The textbook table, to check the bit-parallel one. */
function tableDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = best;
    }
  return at(a.length, b.length);
}

describe('likeness', () => {
  const short = fc.stringMatching(/^[abcé]{0,12}$/);
  const word = fc.oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: fc.stringMatching(/^[abc]{28,40}$/) });

  it('counts edits as the textbook does', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(comparer(a).distance(b)).toBe(tableDistance(a, b));
        expect(editDistance(a, b)).toBe(tableDistance(a, b));
      }),
    );
  });

  it('counts edits to the nearest beginning as the textbook does', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const ends = Array.from({ length: b.length + 1 }, (_, end) => tableDistance(a, b.slice(0, end)));
        expect(comparer(a).prefixDistance(b)).toBe(Math.min(...ends));
      }),
    );
  });

  it.each([
    ['gans', 'ganz', 0.75],
    ['same', 'same', 1],
    ['a', 'extraordinary', 0],
    ['', 'x', 0],
  ])('finds %s and %s alike to %s', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected);
  });

  it('stays between 0 and 1 for long words', () => {
    expect(likeness('x'.repeat(500), 'x'.repeat(400))).toBe(0.8);
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
