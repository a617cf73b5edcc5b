import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImport } from '@/lib/import/read-import';
import { revise } from '@/lib/import/revise';
import { packTranscript, unpackTranscript } from '@/lib/transcript/pack';
import type { Transcript } from '@/lib/transcript/types';
import { WordState } from '@/lib/transcript/types';
import { bytesOf, captionsOf, TYPED, VIDEO } from './talk';

function imported(text: string, shape?: string): Transcript {
  const file = { bytes: bytesOf(text), fileName: null, videoId: VIDEO, importedAt: 1 };
  const reading = readImport(file, TextDecoder, shape === undefined ? {} : { shape });
  if (!reading.ok) throw new Error(reading.message);
  return reading.transcript;
}

describe('moving times', () => {
  it('is absolute: the same shift twice is the shift once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (shift) => {
        const once = revise(imported(TYPED), { kind: 'shift', shift });
        expect(revise(once, { kind: 'shift', shift })).toEqual(once);
        expect(Array.from(once.words.start)).toEqual(Array.from(imported(TYPED).words.start, (time) => time + shift));
      }),
      { numRuns: 30 },
    );
  });

  it('goes back to the times of the file', () => {
    const moved = revise(imported(TYPED), { kind: 'shift', shift: 7000 });
    expect(revise(moved, { kind: 'shift', shift: 0 })).toEqual(imported(TYPED));
  });

  it('puts no word before the video', () => {
    const moved = revise(imported(TYPED), { kind: 'shift', shift: -15_000 });
    expect(moved.words.start[0]).toBe(0);
    expect(moved.cues.start[2]).toBe(5000);
  });

  it('leaves captions and texts without times as they are', () => {
    const captions = captionsOf();
    expect(revise(captions, { kind: 'shift', shift: 500 })).toBe(captions);
    const plain = imported(TYPED, 'plain-text');
    expect(revise(plain, { kind: 'shift', shift: 500 })).toBe(plain);
  });
});

describe('setting times by hand', () => {
  const plain = imported(TYPED, 'plain-text');

  it('draws a straight line between two words, under the same id', () => {
    const pinned = revise(plain, {
      kind: 'pins',
      pins: [
        { word: 2, time: 1000 },
        { word: 12, time: 6000 },
      ],
    });
    expect(pinned.id).toBe(plain.id);
    expect(pinned.timing).toBe('turn');
    expect(pinned.words.start[2]).toBe(1000);
    expect(pinned.words.start[12]).toBe(6000);
    expect(pinned.words.state[0]).toBe(WordState.unknown);
    expect(pinned.words.start[7]).toBeGreaterThan(1000);
    expect(pinned.words.start[7]).toBeLessThan(6000);
  });

  it('takes the last one back', () => {
    const one = revise(plain, { kind: 'pins', pins: [{ word: 2, time: 1000 }] });
    const none = revise(one, { kind: 'pins', pins: [] });
    expect(none.timing).toBe('none');
    expect(Array.from(none.words.state).every((state) => state === WordState.unknown)).toBe(true);
  });

  it('does not touch a text that has times of its own', () => {
    const timed = imported(TYPED);
    expect(revise(timed, { kind: 'pins', pins: [{ word: 1, time: 1 }] })).toBe(timed);
  });
});

describe('what was changed', () => {
  it.each([
    ['names', revise(imported(TYPED), { kind: 'names', names: [['Nora', 'Nora W.']] })],
    ['a shift', revise(imported(TYPED), { kind: 'shift', shift: 1234 })],
    ['pins', revise(imported(TYPED, 'plain-text'), { kind: 'pins', pins: [{ word: 3, time: 44 }] })],
    ['an undone merge', revise(imported(TYPED), { kind: 'merging', wanted: false })],
    ['a language', revise(imported(TYPED), { kind: 'language', language: 'cy' })],
  ])('survives being packed: %s', (_, transcript) => {
    expect(unpackTranscript(packTranscript(transcript))).toEqual(transcript);
  });

  it('gives a speaker the label back when the name is emptied', () => {
    const renamed = revise(imported(TYPED), { kind: 'names', names: [['Nora', 'X']] });
    expect(revise(renamed, { kind: 'names', names: [['Nora', ' ']] }).speakers[0]?.name).toBe('Nora');
  });
});
