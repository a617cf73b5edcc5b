import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedBytes } from '../../lib/transcript/bytes';
import { packTranscript } from '../../lib/transcript/pack';
import { PackedView, packLandmarks } from '../../lib/transcript/packed-view';
import { arbitraryTranscript, longTranscript } from '../library/arbitrary-transcript';

describe('PackedView', () => {
  it('says of every word what the whole transcript says, in any order of asking', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.array(fc.nat(79), { minLength: 1 }), (transcript, places) => {
        const view = new PackedView(packTranscript(transcript));
        const { words, text, turns, speakers, id, timing } = transcript;
        expect({
          text: view.text,
          turns: view.turns,
          speakers: view.speakers,
          id: view.id,
          timing: view.timing,
        }).toEqual({
          text,
          turns,
          speakers,
          id,
          timing,
        });
        expect(view.wordCount).toBe(words.offset.length);
        for (const word of places.filter((place) => place < view.wordCount)) {
          expect(view.offsetOf(word)).toBe(words.offset[word]);
          expect(view.endOf(word)).toBe((words.offset[word] ?? 0) + (words.length[word] ?? 0));
          expect(view.startOf(word)).toBe(words.start[word]);
          expect(view.stateOf(word)).toBe(words.state[word]);
        }
      }),
    );
  });

  it('begins anywhere with landmarks, and says the same', () => {
    fc.assert(
      fc.property(longTranscript, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (transcript, places) => {
        const bytes = packTranscript(transcript);
        const view = new PackedView(bytes, packLandmarks(bytes));
        const { words, turns } = transcript;
        expect(view.turns).toEqual(turns);
        for (const place of places) {
          const word = place % view.wordCount;
          const end = (words.offset[word] ?? 0) + (words.length[word] ?? 0);
          expect([view.offsetOf(word), view.endOf(word)]).toEqual([words.offset[word], end]);
          expect([view.startOf(word), view.stateOf(word)]).toEqual([words.start[word], words.state[word]]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does without landmarks that were written for other bytes', () => {
    fc.assert(
      fc.property(longTranscript, arbitraryTranscript, (transcript, other) => {
        const [bytes, otherBytes] = [packTranscript(transcript), packTranscript(other)];
        fc.pre(bytes.length !== otherBytes.length);
        const view = new PackedView(bytes, packLandmarks(otherBytes));
        const last = view.wordCount - 1;
        expect([view.offsetOf(last), view.startOf(last)]).toEqual([
          transcript.words.offset[last],
          transcript.words.start[last],
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('says damaged and nothing else when landmarks are damaged', () => {
    fc.assert(
      fc.property(longTranscript, fc.nat(), fc.nat(255), (transcript, at, value) => {
        const bytes = packTranscript(transcript);
        const landmarks = packLandmarks(bytes);
        landmarks[at % landmarks.length] = value;
        try {
          const view = new PackedView(bytes, landmarks);
          for (let word = 0; word < view.wordCount; word += 100) {
            view.endOf(word);
            view.startOf(word);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedBytes);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says damaged and nothing else when bytes are missing', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(), (transcript, cut) => {
        const bytes = packTranscript(transcript);
        try {
          const view = new PackedView(bytes.subarray(0, cut % bytes.length));
          for (let word = 0; word < view.wordCount; word++) view.endOf(word);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedBytes);
        }
      }),
    );
  });
});
