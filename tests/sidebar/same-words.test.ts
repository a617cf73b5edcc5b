import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSameWords, mapWord } from '@/lib/sidebar/same-words';
import { secondsLong, transcript } from './transcripts';

describe('the same place in another transcript', () => {
  it('is the same word in the same transcript', () => {
    fc.assert(
      fc.property(transcript, fc.nat(), (made, at) => {
        const count = made.words.offset.length;
        if (count === 0) return;
        const word = at % count;
        const mapped = mapWord(made, made, word);
        expect(made.words.start[mapped]).toBe(made.words.start[word]);
      }),
    );
  });

  it('is found by its neighbours when words were added before it', () => {
    const from = secondsLong('we are in the lamp room of the old light and the wind joins in');
    const to = secondsLong('well um so we are in the lamp room of the very old light and the wind joins in');
    const word = from.text.split(' ').indexOf('light');
    expect(to.text.split(' ')[mapWord(from, to, word)]).toBe('light');
  });

  it('is found without times by how far in it is', () => {
    const words = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
    const from = secondsLong(words, { timing: 'none' });
    expect(mapWord(from, secondsLong(words), 150)).toBe(150);
  });
});

describe('the same words', () => {
  it('are the same whatever the times and paragraphs', () => {
    const one = secondsLong('one two three');
    expect(hasSameWords(one, secondsLong('one two three', { timing: 'second' }))).toBe(true);
    const other = secondsLong('one two three');
    expect(hasSameWords(one, { ...other, text: 'one\ntwo three' })).toBe(true);
  });

  it.each(['one two', 'one two three four', 'one two tree'])('are not “%s”', (text) => {
    expect(hasSameWords(secondsLong('one two three'), secondsLong(text))).toBe(false);
  });
});
