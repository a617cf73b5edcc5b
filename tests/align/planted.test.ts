import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '@/lib/align/align';
import { AlignedState } from '@/lib/align/word-times';
import { made, madeWord, random } from './made-speech';
import { captions, humanText } from './make-transcripts';

interface Planted {
  readonly words: string[];
  /** For each word of the text where it stood in the speech, untouched; -1 for one that was touched, -2 for one in a planted passage. */
  readonly origin: number[];
}

/** A tenth of the words deleted, inserted, swapped or misspelt, and one passage that nobody says. */
function plant(speech: readonly string[], seed: number): Planted {
  const next = random(seed);
  const words: string[] = [];
  const origin: number[] = [];
  const passageAt = Math.floor(speech.length * (0.2 + 0.6 * next()));
  for (let i = 0; i < speech.length; i++) {
    if (i === passageAt) for (let k = 0; k < 40; k++) add(words, origin, madeWord(next), -2);
    const word = speech[i] ?? '';
    const dice = next();
    if (dice < 0.025) continue;
    if (dice < 0.05) add(words, origin, madeWord(next), -1);
    if (dice >= 0.05 && dice < 0.075 && i + 1 < speech.length && i + 1 !== passageAt) {
      add(words, origin, speech[i + 1] ?? '', -1);
      add(words, origin, word, -1);
      i++;
      continue;
    }
    if (dice >= 0.075 && dice < 0.1) add(words, origin, `${word.slice(0, -1)}y`, -1);
    else add(words, origin, word, i);
  }
  return { words, origin };
}

function add(words: string[], origin: number[], word: string, from: number): void {
  words.push(word);
  origin.push(from);
}

describe('planted changes', () => {
  it('leave nearly all untouched words with their exact times, and the passage without', () => {
    let untouched = 0;
    let exact = 0;
    let wrong = 0;
    let passages = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const speech = made(600, seed);
        const planted = plant(speech, seed + 1);
        const { words } = align(humanText(planted.words.join(' ')), captions(speech.join(' ')));
        let timed = 0;
        planted.origin.forEach((from, i) => {
          if (from === -2 && words.state[i] !== AlignedState.unknown) timed++;
          if (from < 0) return;
          untouched++;
          if (words.state[i] !== AlignedState.unknown && words.start[i] === from * 400) exact++;
        });
        // Words at the passage's edge may look like their neighbours in the speech, the more so where those were touched.
        expect(timed).toBeLessThanOrEqual(6);
        wrong += timed;
        passages++;
      }),
      { numRuns: 60 },
    );
    expect(exact / untouched).toBeGreaterThan(0.99);
    expect(wrong / passages).toBeLessThan(1);
  });

  it('in the captions too: a missing stretch is unknown, nothing crosses it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const speech = made(600, seed);
        const heard = [...speech.slice(0, 250), ...speech.slice(310)];
        const { words } = align(humanText(speech.join(' ')), captions(heard.join(' ')));
        const known = speech.filter((_, i) => i >= 250 && i < 310 && words.state[i] !== AlignedState.unknown);
        expect(known.length).toBeLessThanOrEqual(2);
        for (let i = 0; i < 245; i++) expect(words.start[i]).toBe(i * 400);
        for (let i = 315; i < 600; i++) expect(words.start[i]).toBe((i - 60) * 400);
      }),
      { numRuns: 30 },
    );
  });
});
