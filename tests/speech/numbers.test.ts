import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherReadings, readNumber } from '@/lib/speech/number-readings';
import { numbersAt } from '@/lib/speech/number-words';

describe('readNumber', () => {
  it.each([
    ['0', 'zero'],
    ['25', 'twenty five'],
    ['105', 'one hundred five'],
    ['2000', 'two thousand'],
    ['2005', 'two thousand five'],
    ['1990', 'nineteen ninety'],
    ['1905', 'nineteen oh five'],
    ['1900', 'nineteen hundred'],
    ['2020', 'twenty twenty'],
    ['165000', 'one hundred sixty five thousand'],
    ['1000001', 'one million one'],
    ['007', 'zero zero seven'],
    ['3.14', 'three point one four'],
    ['1st', 'first'],
    ['22nd', 'twenty second'],
    ['30th', 'thirtieth'],
    ['1990s', 'nineteen nineties'],
    ['60s', 'sixties'],
    ['5g', 'five g'],
    ['mp3', 'mp three'],
  ])('says %s as %s', (digits, expected) => {
    expect(readNumber(digits)?.join(' ')).toBe(expected);
  });

  it('has nothing to say about words', () => {
    expect(readNumber('five')).toBeNull();
  });
});

describe('otherReadings', () => {
  it.each([
    ['2020', ['two thousand twenty', 'two thousand and twenty', 'two zero two zero']],
    ['105', ['one hundred and five', 'one oh five']],
    ['165000', ['165 000']],
  ])('knows how else %s is said', (digits, expected) => {
    expect(otherReadings(digits).map((words) => words.join(' '))).toEqual(expect.arrayContaining(expected));
  });

  it('does not take 25 for two five', () => {
    expect(otherReadings('25')).toEqual([]);
  });
});

describe('numbersAt', () => {
  it.each([
    ['twenty five', '25', 2],
    ['twenty', '20', 1],
    ['nineteen ninety nine', '1999', 3],
    ['nineteen oh five', '1905', 3],
    ['twenty twenty', '2020', 2],
    ['two thousand and five', '2005', 4],
    ['one hundred and sixty five thousand', '165000', 6],
    ['25 thousand', '25000', 2],
    ['three point one four', '3.14', 4],
    ['twenty first', '21st', 2],
    ['twelfth', '12th', 1],
    ['nineteen nineties', '1990s', 2],
    ['one two three', '123', 3],
  ])('reads %s as %s', (said, digits, words) => {
    expect(numbersAt(said.split(' '), 0)).toContainEqual({ digits, words });
  });

  it('takes what follows for something else', () => {
    expect(numbersAt('five people and two dogs'.split(' '), 0)).toEqual([{ digits: '5', words: 1 }]);
    expect(numbersAt(['people'], 0)).toEqual([]);
    expect(numbersAt(['hundred', 'point', 'second'], 0)).toEqual([]);
  });

  it('reads back whatever it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        const words = readNumber(String(value)) ?? [];
        expect(numbersAt(words, 0)).toContainEqual({ digits: String(value), words: words.length });
      }),
    );
  });

  it('survives any words', () => {
    const word = fc.constantFrom(
      'one',
      'twenty',
      'hundred',
      'and',
      'thousand',
      'point',
      'oh',
      'first',
      'nineties',
      '7',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        for (let i = 0; i < words.length; i++)
          for (const number of numbersAt(words, i)) {
            expect(number.words).toBeGreaterThan(0);
            expect(i + number.words).toBeLessThanOrEqual(words.length);
          }
      }),
    );
  });
});
