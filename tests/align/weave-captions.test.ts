import { describe, expect, it } from 'vitest';
import { mergeTranscripts } from '@/lib/align/merge';
import { packTranscript, unpackTranscript } from '@/lib/transcript/pack';
import { type Hole, type Transcript, WordState } from '@/lib/transcript/types';
import { made } from './made-speech';
import { build, captions, humanText, ownWordsOf, wordsOf } from './make-transcripts';

const [A, B, C, D] = [made(60, 1), made(60, 2), made(60, 3), made(40, 4)] as const;
const say = (...parts: readonly (readonly string[])[]) => parts.flat().join(' ');
const named = (name: string, ...parts: readonly (readonly string[])[]) => `${name}: ${say(...parts)}`;

const holesOf = (merged: Transcript) => merged.alignment?.holes ?? [];
const textOf = (merged: Transcript, { firstWord, words }: Hole) =>
  wordsOf(merged)
    .slice(firstWord, firstWord + words)
    .join(' ');

describe('words that only the captions have', () => {
  it.each([
    ['before the text', say(D, A, B), [say(A, B)], 0],
    ['inside it', say(A, D, B), [say(A, B)], 60],
    ['behind it', say(A, B, D), [say(A, B)], 120],
  ])('stand %s with their own times', (_, heard, paragraphs, at) => {
    const timed = captions(heard);
    const merged = mergeTranscripts(humanText(...paragraphs), timed);
    const [hole, ...others] = holesOf(merged);
    expect(others).toEqual([]);
    expect(hole).toMatchObject({ kind: 'video', firstWord: at, words: 40, shown: true });
    expect(textOf(merged, hole as Hole)).toBe(say(D));
    expect(wordsOf(merged)).toEqual(wordsOf(timed));
    expect([...merged.words.start]).toEqual([...timed.words.start]);
    expect(new Set(merged.words.state)).toEqual(new Set([WordState.given]));
    expect([...merged.paragraphs]).toContain(at);
    if (at + 40 < 160) expect([...merged.paragraphs]).toContain(at + 40);
  });

  it('are nobody’s, and the speaker goes on behind them', () => {
    const merged = mergeTranscripts(humanText(named('Ian', A, B), named('Lex', C)), captions(say(A, D, B, C)));
    expect(merged.turns).toEqual([
      { speaker: 0, firstWord: 0 },
      { speaker: null, firstWord: 60 },
      { speaker: 0, firstWord: 100 },
      { speaker: 1, firstWord: 160 },
    ]);
  });

  it('are the speaker’s whom both sides call alike', () => {
    const cues = [
      { start: 0, end: 24_000, text: say(A), speaker: 'Ian' },
      { start: 24_000, end: 40_000, text: say(D), speaker: 'Lex' },
      { start: 40_000, end: 64_000, text: say(B), speaker: 'Sponsor' },
      { start: 64_000, end: 88_000, text: say(C), speaker: 'Lex' },
    ];
    const merged = mergeTranscripts(humanText(named('Ian', A), named('Lex', C)), build(cues, 'cue'));
    expect(merged.turns).toEqual([
      { speaker: 0, firstWord: 0 },
      { speaker: 1, firstWord: 60 },
      { speaker: null, firstWord: 100 },
      { speaker: 1, firstWord: 160 },
    ]);
    expect([...merged.cues.firstWord]).toEqual([0, 60, 100, 160]);
    expect([...merged.cues.start]).toEqual([0, 24_000, 40_000, 64_000]);
  });

  it('come behind words of the text that have no place there, and both holes say where they are', () => {
    const merged = mergeTranscripts(humanText(say(A, C, B)), captions(say(A, D, B)));
    const [first, second] = holesOf(merged);
    expect(first).toMatchObject({ kind: 'text', firstWord: 60, words: 60 });
    expect(second).toMatchObject({ kind: 'video', firstWord: 120, words: 40, shown: true });
    expect(textOf(merged, first as Hole)).toBe(say(C));
    expect(textOf(merged, second as Hole)).toBe(say(D));
  });

  it('push later holes of the text on', () => {
    const merged = mergeTranscripts(humanText(say(A, B, D, C)), captions(say(A, made(50, 9), B, C)));
    const hole = holesOf(merged).find(({ kind }) => kind === 'text');
    expect(textOf(merged, hole as Hole)).toBe(say(D));
    expect(ownWordsOf(merged)).toEqual([...A, ...B, ...D, ...C]);
  });

  it('are left where the text says the same in other words, which then is no hole', () => {
    const merged = mergeTranscripts(humanText(say(A, D.slice(0, 18), B)), captions(say(A, made(26, 9), B)));
    expect(holesOf(merged)).toEqual([]);
    expect(wordsOf(merged)).toEqual([...A, ...D.slice(0, 18), ...B]);
  });

  it('stay marked when the transcript is kept', () => {
    const merged = mergeTranscripts(humanText(say(A, B)), captions(say(A, D, B)));
    expect(unpackTranscript(packTranscript(merged))?.alignment).toEqual(merged.alignment);
  });

  it('are not there when the text is refused', () => {
    const merged = mergeTranscripts(humanText(say(A, B)), captions(say(C, D)));
    expect(wordsOf(merged)).toEqual([...A, ...B]);
  });
});
