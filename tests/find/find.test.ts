import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { snippet } from '@/lib/find/snippet';
import { smallTranscript } from './small-transcript';

/** What is painted for a query, and how it was found. */
function painted(text: string, query: string): { kind: string; found: string[] } {
  const result = find(buildFindIndex(smallTranscript(text)), query);
  if (!('matches' in result)) return { kind: result.kind, found: [] };
  const { start, end } = result.matches;
  expect(result.count).toBe(start.length);
  return { kind: result.kind, found: [...start].map((from, i) => text.slice(from, end[i])) };
}

describe('find', () => {
  it.each([
    ['a word, blind to case and punctuation', '“Deep” learning. DEEP, deeper', 'deep ', ['Deep', 'DEEP']],
    ['the last word as a beginning', 'Deep deeper indeed', 'deep', ['Deep', 'deeper']],
    ['one letter as a beginning', 'a bee on an ant', 'a', ['a', 'an', 'ant']],
    ['earlier words whole', 'deep learning deeper learning', 'deep learn', ['deep learning']],
    ['a phrase over a line end', 'the deep\nlearning book', 'deep learning', ['deep\nlearning']],
    ['a phrase over speaker marks', 'so deep >> learning', 'deep learning', ['deep >> learning']],
    ['accents either way', 'café résumé', 'cafe resume', ['café résumé']],
    ['accents typed for none', 'a cafe', 'café', ['cafe']],
    ['apostrophes left out', 'I don’t know', 'dont know', ['don’t know']],
    ['apostrophes typed', 'I dont know', "don't", ['dont']],
    ['the part of an elided word', "c'est l'eau", 'eau', ['eau']],
    ['hyphens as spaces', 'a well-known fact', 'well known', ['well-known']],
    ['hyphens for spaces', 'a well known fact', 'well-known', ['well known']],
    ['numbers said out', 'twenty five, 25 and twenty-five', '25', ['twenty five', '25', 'twenty-five']],
    ['numbers in digits', 'twenty five, 25 and 250', 'twenty five', ['twenty five', '25']],
    ['years said either way', 'in 1990, nineteen ninety', 'nineteen ninety', ['1990', 'nineteen ninety']],
    [
      'years read another way',
      'twenty twenty, 2020, two thousand twenty',
      '2020',
      ['twenty twenty', '2020', 'two thousand twenty'],
    ],
    ['thousands', '165,000 or 165 000 or 165000', '165,000', ['165,000', '165 000', '165000']],
    ['ordinals', 'the 21st, the twenty first', '21st', ['21st', 'twenty first']],
    ['percentages', 'twenty percent of 20%', '20 percent', ['twenty percent', '20%']],
    ['money', 'cost $25 or 25 dollars', '25 dollars', ['$25', '25 dollars']],
    ['money typed with its sign', 'cost $25', '$25', ['25']],
    ['the beginning of a number', '20 2020 200', '20', ['20', '2020', '200']],
    ['ok for okay', 'OK, okay', 'okay', ['OK', 'okay']],
    ['contractions', 'gonna do, going to do', 'going to', ['gonna', 'going to']],
    ['initials', 'the U.S. and the US', 'u.s.', ['U.S.', 'US'.slice(0, 2)].map((s, i) => (i === 0 ? 'U.S' : s))],
    ['letters spelled out', 'spelled f, r, i, d.', 'frid', ['f, r, i, d']],
    ['fillers between words', 'deep um, you know, learning', 'deep learning', ['deep um, you know, learning']],
    ['sounds between words', 'deep [Music] learning', 'deep learning', ['deep [Music] learning']],
    ['fillers when asked for', 'so um yes', 'um', ['um']],
    ['you know when it is not a filler', 'do you know him', 'do him', []],
    ['sounds', '[Music] hello', '[music]', ['Music']],
    ['a phrase inside Japanese', '人工知能は深層学習だ', '深層学習', ['深層学習']],
    ['a phrase inside Thai', 'สวัสดีครับ', 'ดีครับ', ['ดีครับ']],
    ['Arabic with and without points', 'كِتَابٌ جديد', 'كتاب', ['كِتَابٌ']],
    ['signs that are no words', 'what?! no', '?!', ['?!']],
    ['quoted words whole', 'deep deeper', '"deep"', ['deep']],
    ['quoted numbers as written', '25 twenty five', '"25"', ['25']],
    ['the last word as a beginning before the closing quote', 'deep deeper', '"deep', ['deep', 'deeper']],
    ['repeats apart from each other', 'no no no no no', 'no no ', ['no no', 'no no']],
    ['C++', 'write C++ or C', 'c++', ['C++']],
    ['nothing', 'some text', 'absent', []],
  ])('finds %s', (_, text, query, expected) => {
    expect(painted(text, query)).toEqual({ kind: 'exact', found: expected });
  });

  it.each([
    ['one wrong letter', 'neural networks', 'netwirks ', ['networks']],
    ['two letters swapped', 'the end', 'teh', ['the']],
    ['two slips in a long word', 'differential privacy', 'diferentail privacy', ['differential privacy']],
    ['the beginning of a long word', 'differential privacy', 'difern', ['differential']],
    ['words written as one', 'Ian good fellow', 'goodfellow', ['good fellow']],
    ['a word written as two', 'Ian Goodfellow', 'good fellow', ['Goodfellow']],
  ])('offers what is near for %s', (_, text, query, expected) => {
    expect(painted(text, query)).toEqual({ kind: 'typo', found: expected });
  });

  it('says what it found instead', () => {
    const index = buildFindIndex(smallTranscript('Gans and GANs, or Ganz, gans'));
    expect(find(index, 'gansz')).toMatchObject({ kind: 'typo', instead: 'Gans', count: 4 });
  });

  it.each(['', '   ', '\n'])('has nothing to do for %j', (query) => {
    expect(painted('some text', query).kind).toBe('empty');
  });

  it('does not offer near words for quoted ones', () => {
    expect(painted('the end', '"teh"')).toEqual({ kind: 'exact', found: [] });
  });

  it('takes a path for words', () => {
    expect(painted('in usr bin', '/usr/bin').found).toEqual(['usr bin']);
  });

  it('gives the words of each match', () => {
    const index = buildFindIndex(smallTranscript('a well-known deep, learning book'));
    expect(find(index, 'known deep learning')).toMatchObject({
      matches: {
        firstWord: Uint32Array.of(1),
        lastWord: Uint32Array.of(3),
        start: Uint32Array.of(7),
        end: Uint32Array.of(27),
      },
    });
  });

  it('survives an empty transcript', () => {
    for (const query of ['a', '"b"', '/c/', '?', '25']) expect(painted('', query).found).toEqual([]);
  });

  it('survives any text and any query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (text, query) => {
          const result = find(buildFindIndex(smallTranscript(text)), query);
          if (!('matches' in result)) return;
          const { start, end, firstWord, lastWord } = result.matches;
          for (let i = 0; i < start.length; i++) {
            expect(end[i]).toBeGreaterThan(start[i] ?? 0);
            expect(start[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : (end[i - 1] ?? 0));
            expect(lastWord[i]).toBeGreaterThanOrEqual(firstWord[i] ?? 0);
          }
        },
      ),
    );
  });
});

/** Counts by plain comparison of word lists, left to right, not overlapping; the last word may go on. */
function bruteForce(words: readonly string[], query: readonly string[], whole: boolean): number {
  let count = 0;
  for (let i = 0; i + query.length <= words.length; i++) {
    const all = query.every((word, k) => {
      const here = words[i + k] ?? '';
      return k === query.length - 1 && !whole ? here.startsWith(word) : here === word;
    });
    if (!all) continue;
    count++;
    i += query.length - 1;
  }
  return count;
}

describe('counts', () => {
  // No hesitations, contractions or numbers: those are meant to be found in other writings too.
  const word = fc.constantFrom(
    'deep',
    'deeper',
    'learning',
    'learn',
    'the',
    'then',
    'a',
    'network',
    'is',
    'gan',
    'gans',
  );
  const gap = fc.constantFrom(' ', ', ', '. ', '\n', ' >> ', '-', '… ', '” “');

  it('equal a count by hand, over cues and paragraphs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, gap, fc.boolean()), { minLength: 1, maxLength: 120 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.nat(4),
        fc.boolean(),
        (parts, query, cut, whole) => {
          const text = parts.map(([w, g, upper]) => (upper ? w.toUpperCase() : w) + g).join('');
          const last = query.at(-1) ?? '';
          const typed = [...query.slice(0, -1), whole ? last : last.slice(0, Math.max(1, last.length - cut))];
          const result = find(buildFindIndex(smallTranscript(text)), typed.join(' ') + (whole ? ' ' : ''));
          const expected = bruteForce(
            parts.map(([w]) => w),
            typed,
            whole,
          );
          if (expected > 0) expect(result).toMatchObject({ kind: 'exact', count: expected });
          else expect('count' in result && result.kind === 'exact' ? result.count : 0).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are the same for every writing of a number', () => {
    const writings = ['25', 'twenty five', 'Twenty-Five'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...writings, 'and', 'people'), { maxLength: 40 }), (words) => {
        const index = buildFindIndex(smallTranscript(words.join(' and ')));
        const expected = words.filter((w) => writings.includes(w)).length;
        for (const query of writings) expect(find(index, `${query} `)).toMatchObject({ count: expected });
      }),
    );
  });

  it('go beyond what can be painted', () => {
    const index = buildFindIndex(smallTranscript('no '.repeat(60_000)));
    const result = find(index, 'no');
    expect(result).toMatchObject({ kind: 'exact', count: 60_000 });
    expect('matches' in result && result.matches.start.length).toBe(50_000);
  });
});

describe('snippet', () => {
  const transcript = smallTranscript('one two three\nfour five six seven');

  it('shows the words around', () => {
    expect(snippet(transcript, { firstWord: 3, lastWord: 4, around: 2 })).toEqual({
      before: 'two three ',
      match: 'four five',
      after: ' six seven',
      cutBefore: true,
      cutAfter: false,
    });
  });

  it('stops at the ends', () => {
    expect(snippet(transcript, { firstWord: 0, lastWord: 6 })).toMatchObject({
      before: '',
      after: '',
      cutBefore: false,
    });
  });
});
