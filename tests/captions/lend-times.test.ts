import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lendTimes } from '@/lib/captions/lend-times';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import { type Transcript, WordState } from '@/lib/transcript/types';
import { expectInvariants } from '../transcript/invariants';
import { A } from './fake-world';

interface Heard {
  readonly text: string;
  readonly start: number;
}

function heardFrom(words: readonly Heard[]): Transcript {
  const cues = words.map(({ text, start }) => ({ start, end: start + 200, text, words: [{ text, start }] }));
  const origin = { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' } as const;
  return buildTranscript({ videoId: A, origin, source: { language: 'en', timing: 'word', cues } });
}

function writtenFrom(
  lines: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): Transcript {
  const origin = { kind: 'captions', vssId: '.en', automatic: false, via: 'timedtext' } as const;
  return buildTranscript({ videoId: A, origin, source: { language: 'en', timing: 'cue', cues: lines } });
}

const timed = (text: string, from = 0, step = 400): Heard[] =>
  text.split(' ').map((word, index) => ({ text: word, start: from + index * step }));

describe('times lent to words made by hand', () => {
  it('are those of the same words, whatever their case and punctuation', () => {
    const written = writtenFrom([
      { start: 0, end: 2_000, text: '“Élan vital”, he said —' },
      { start: 2_000, end: 4_000, text: 'and LAUGHED.' },
    ]);
    const lent = lendTimes(written, heardFrom(timed('elan vital he said and laughed', 150)));
    expect(lent?.timing).toBe('word');
    expect(lent?.text).toBe(written.text);
    expect([...(lent?.words.start ?? [])].filter((_, word) => lent?.words.state[word] === WordState.given)).toEqual([
      150, 550, 950, 1350, 1750, 2150,
    ]);
    expect(lent && lent.id !== written.id).toBe(true);
  });

  it('leave words the recogniser did not hear between their neighbours, and say so', () => {
    const written = writtenFrom([{ start: 0, end: 4_000, text: 'one two Wojciechowski four five' }]);
    const lent = lendTimes(written, heardFrom(timed('one two voice four five', 3_000)));
    expect([...(lent?.words.state ?? [])]).toEqual([0, 0, 1, 0, 0]);
    expect(lent?.words.start[2]).toBeGreaterThanOrEqual(3_400);
    expect(lent?.words.start[2]).toBeLessThanOrEqual(4_200);
  });

  it('are not lent where the tracks say different things', () => {
    const written = writtenFrom([{ start: 0, end: 4_000, text: 'eins zwei drei vier' }]);
    expect(lendTimes(written, heardFrom(timed('one two three four')))).toBeNull();
    expect(lendTimes(writtenFrom([]), heardFrom(timed('one')))).toBeNull();
    expect(lendTimes(written, heardFrom([]))).toBeNull();
  });

  it('are not fetched from far away, however alike the words are', () => {
    const written = writtenFrom([{ start: 0, end: 2_000, text: 'yes indeed' }]);
    expect(lendTimes(written, heardFrom(timed('yes indeed', 60_000)))).toBeNull();
  });

  it('keep every promise of a transcript, whatever the two tracks hold', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'no', 'no,', '—', 'Ça', '25', 'long-winded');
    const line = fc.record({ start: fc.nat(30_000), length: fc.nat(4_000), words: fc.array(word, { maxLength: 8 }) });
    const heard = fc.record({ text: word, start: fc.nat(32_000) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), fc.array(heard, { maxLength: 80 }), (lines, spoken) => {
        const written = writtenFrom(
          lines.map(({ start, length, words }) => ({ start, end: start + length, text: words.join(' ') })),
        );
        const lent = lendTimes(written, heardFrom(spoken));
        if (lent === null) return;
        expectInvariants(lent);
        const starts = new Set(spoken.map(({ start }) => start));
        lent.words.state.forEach((state, index) => {
          if (state === WordState.given) expect(starts).toContain(lent.words.start[index]);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('take no longer for one word said without end', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ text: 'no', start: index * 50 }));
    const lines = Array.from({ length: 2_000 }, (_, index) => ({
      start: index * 500,
      end: index * 500 + 500,
      text: 'no '.repeat(10).trim(),
    }));
    const lent = lendTimes(writtenFrom(lines), heardFrom(many));
    expect(lent?.words.state.filter((state) => state === WordState.given).length).toBeGreaterThan(15_000);
  });
});
