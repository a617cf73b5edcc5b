import { describe, expect, it } from 'vitest';
import { litWords, sentenceOfWord } from '@/lib/sidebar/lamp';
import { bareWord } from '@/lib/sidebar/stretch';
import type { Timing, Transcript } from '@/lib/transcript/types';
import { WordState } from '@/lib/transcript/types';
import { secondsLong } from './transcripts';

function textOf({ text, words }: Transcript, lit: ReturnType<typeof litWords>): string {
  if (!lit) return '';
  const from = (words.offset[lit.first] ?? 0) + lit.skip;
  return text.slice(from, (words.offset[lit.end - 1] ?? 0) + lit.keep);
}

const SAID = 'It is late. The lamp, however, burns. Good night.';

describe('the lamp', () => {
  it.each<[Timing, 'word' | 'sentence' | 'off', string, string]>([
    ['word', 'word', 'now', 'lamp'],
    ['word', 'sentence', 'nowish', 'The lamp, however, burns.'],
    ['word', 'off', '', ''],
    ['cue', 'word', 'nowish', 'The lamp, however, burns.'],
    ['second', 'word', 'nowish', 'The lamp, however, burns.'],
    ['second', 'off', '', ''],
    ['turn', 'word', '', ''],
    ['none', 'word', '', ''],
  ])('with times by %s and the wish for %s lights %s “%s”', (timing, wish, kind, words) => {
    const made = secondsLong(SAID, { timing });
    const lit = litWords(made, 4, wish);
    expect(lit?.kind ?? '').toBe(kind);
    expect(textOf(made, lit)).toBe(words);
  });

  it('never shows a computed time as a measured one', () => {
    const made = secondsLong(SAID);
    made.words.state[4] = WordState.between;
    expect(litWords(made, 4, 'word')?.kind).toBe('nowish');
  });

  it('lights nothing where the time is unknown', () => {
    const made = secondsLong(SAID);
    made.words.state[4] = WordState.unknown;
    expect(litWords(made, 4, 'word')).toBeNull();
    expect(litWords(made, 4, 'sentence')).toBeNull();
  });

  it('takes the cue for the sentence where the text has no punctuation', () => {
    const made = secondsLong(Array.from({ length: 90 }, (_, index) => `w${index}`).join(' '));
    const cues = { firstWord: Uint32Array.of(0, 40, 47), start: Uint32Array.of(0, 1, 2), end: Uint32Array.of(1, 2, 3) };
    const whole = { ...made, cues, paragraphs: Uint32Array.of(0) };
    expect(sentenceOfWord(whole, 43)).toEqual({ first: 40, end: 47 });
  });
});

describe('a bare word', () => {
  it.each([
    ['“lamp,”', 'lamp'],
    ['lamp', 'lamp'],
    ['(round?)', 'round'],
    ['don’t', 'don’t'],
    ['3.5', '3.5'],
    ['—', '—'],
    ['...', '...'],
    ['光。', '光'],
  ])('of %s is %s', (word, bare) => {
    const made = secondsLong(`first ${word} last`);
    expect(textOf(made, { kind: 'now', ...bareWord(made, 1) })).toBe(bare);
  });
});
