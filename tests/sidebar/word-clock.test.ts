import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlayerState } from '@/lib/ports';
import { delayUntil, momentAt } from '@/lib/sidebar/word-clock';
import { type Transcript, WordState } from '@/lib/transcript/types';
import { milliseconds } from '@/lib/transcript/units';
import { secondsLong, transcript } from './transcripts';

/** The last known word that has begun, by looking at all of them. */
function wordByScan({ words }: Transcript, time: number): number | null {
  let found: number | null = null;
  words.start.forEach((start, word) => {
    if (start <= time && words.state[word] !== WordState.unknown) found = word;
  });
  return found;
}

const PLAYING: PlayerState = {
  time: milliseconds(1000),
  duration: null,
  rate: 1,
  paused: false,
  stalled: false,
  advert: false,
};

describe('the word being said', () => {
  it('is the same as by a linear scan', () => {
    fc.assert(
      fc.property(transcript, fc.nat({ max: 200_000 }), (made, time) => {
        const expected = made.timing === 'none' ? null : wordByScan(made, time);
        expect(momentAt(made, milliseconds(time)).word).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change before the moment that is told, and changes then', () => {
    fc.assert(
      fc.property(transcript, fc.nat({ max: 200_000 }), (made, time) => {
        const { word, next } = momentAt(made, milliseconds(time));
        if (next === null) {
          expect(momentAt(made, milliseconds(10_000_000)).word).toBe(word);
          return;
        }
        expect(next).toBeGreaterThan(time);
        expect(momentAt(made, milliseconds(next - 1)).word).toBe(word);
        expect(momentAt(made, next).word).not.toBe(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('reaches every word of a video that is played from timer to timer', () => {
    const made = secondsLong('one two three four five');
    const said: (number | null)[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const moment = momentAt(made, milliseconds(next));
      said.push(moment.word);
      next = moment.next;
    }
    expect(said).toEqual([0, 1, 2, 3, 4]);
  });

  it('is none where the transcript lacks what is said', () => {
    const hole = { kind: 'video', start: milliseconds(1500), end: milliseconds(2500), firstWord: 0, words: 9 } as const;
    const made = secondsLong('one two three four', { alignment: { verdict: 'good', matched: 0.9, holes: [hole] } });
    expect(momentAt(made, milliseconds(1400))).toEqual({ word: 1, next: 1500 });
    expect(momentAt(made, milliseconds(1600)).word).toBeNull();
    expect(momentAt(made, milliseconds(2500)).word).toBe(2);
  });

  it('goes through what is shown from the captions', () => {
    const place = { start: milliseconds(1000), end: milliseconds(3000), firstWord: 1, words: 2 } as const;
    const holes = [{ kind: 'video', shown: true, ...place }] as const;
    const made = secondsLong('one two three four', { alignment: { verdict: 'good', matched: 0.9, holes } });
    expect(momentAt(made, milliseconds(1600))).toEqual({ word: 1, next: 2000 });
  });

  it('stays at the last known word while words of unknown time follow it', () => {
    const made = secondsLong('one two three four');
    made.words.state.fill(WordState.unknown, 2, 4);
    expect(momentAt(made, milliseconds(3900))).toEqual({ word: 1, next: null });
  });
});

describe('the time until the next look', () => {
  it.each<[string, Partial<PlayerState>, number | null]>([
    ['is what is left of the word', {}, 500],
    ['is shorter at a higher rate', { rate: 2 }, 250],
    ['is never nothing, so that no timer spins', { time: milliseconds(1700) }, 1],
    ['is unknown while paused', { paused: true }, null],
    ['is unknown while stalled', { stalled: true }, null],
    ['is unknown during an advert', { advert: true }, null],
    ['is unknown at a rate of 0', { rate: 0 }, null],
  ])('%s', (_name, change, expected) => {
    expect(delayUntil(milliseconds(1500), { ...PLAYING, ...change })).toBe(expected);
  });

  it('is unknown after the last word', () => {
    expect(delayUntil(null, PLAYING)).toBeNull();
  });
});
