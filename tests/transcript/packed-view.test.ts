import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedBytes } from '../../lib/transcript/bytes';
import { packTranscript } from '../../lib/transcript/pack';
import { PackedView } from '../../lib/transcript/packed-view';
import { arbitraryTranscript } from '../library/arbitrary-transcript';

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
