import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NearOptions, nearestTerms } from '@/lib/library/index/near-terms';
import { packVocabulary } from '@/lib/library/index/vocabulary';
import { comparer } from '@/lib/speech/likeness';

const letters = fc.constantFrom('a', 'b', 'c', 'é', '語', '\ud83d\ude00');
const someWord = fc.array(letters, { minLength: 1, maxLength: 9 }).map((all) => all.join(''));
const vocabulary = fc.uniqueArray(someWord, { maxLength: 60 }).map((terms) => terms.sort());

function pack(terms: readonly string[]): Uint8Array {
  return packVocabulary(terms.map((term, index) => ({ term, count: index + 1 })));
}

/** Every term measured one by one. */
function measured(segments: readonly (readonly string[])[], word: string, options: NearOptions): Set<string> {
  const { distance, prefixDistance } = comparer(word);
  const all = [...new Set(segments.flat())].filter((term) => term.startsWith(options.initial));
  const far = all
    .map((term) => {
      const whole = distance(term);
      return { term, far: options.unfinished ? Math.min(whole, prefixDistance(term) + 0.5) : whole };
    })
    .filter((each) => each.far > 0 && each.far <= options.most + (options.unfinished ? 0.5 : 0));
  const least = Math.min(...far.map((each) => each.far));
  return new Set(far.filter((each) => each.far === least).map(({ term }) => term));
}

describe('the nearest terms of packed vocabularies', () => {
  it('are those that measuring every term finds', () => {
    fc.assert(
      fc.property(
        fc.array(vocabulary, { minLength: 1, maxLength: 3 }),
        someWord,
        fc.constantFrom(1 as const, 2 as const),
        fc.boolean(),
        fc.boolean(),
        (segments, word, most, unfinished, isBound) => {
          const options = { most, unfinished, initial: isBound ? word.slice(0, 1) : '' };
          const found = nearestTerms(segments.map(pack), word, options);
          expect(new Set(found.map(({ term }) => term))).toEqual(measured(segments, word, options));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('come with the documents of all segments, those in more first', () => {
    const vocabularies = [
      packVocabulary([
        { term: 'gradiant', count: 1 },
        { term: 'gradient', count: 5 },
      ]),
      packVocabulary([{ term: 'gradient', count: 7 }]),
    ];
    expect(nearestTerms(vocabularies, 'gradyent', { most: 2, unfinished: false, initial: 'g' })).toEqual([
      { term: 'gradient', count: 12 },
    ]);
    expect(nearestTerms(vocabularies, 'gradient', { most: 2, unfinished: false, initial: 'g' })).toEqual([
      { term: 'gradiant', count: 1 },
    ]);
  });

  it('take a beginning as half a step further than a whole word', () => {
    const near = (unfinished: boolean) =>
      nearestTerms([pack(['ten', 'tender', 'the'])], 'teh', { most: 1, unfinished, initial: 't' }).map(
        ({ term }) => term,
      );
    expect(near(true)).toEqual(['the', 'ten']);
    expect(near(false)).toEqual(['the', 'ten']);
  });
});
