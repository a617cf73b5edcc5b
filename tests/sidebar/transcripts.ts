/** Random transcripts, made by the real builder from random cues. */
import fc from 'fast-check';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { SourceCue } from '@/lib/transcript/source';
import type { Timing, Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';

const word = fc.constantFrom('the', 'lamp', 'keeper', 'rock.', 'wind,', '“sea”', '光', 'a', 'light?', 'x'.repeat(40));
const cue = fc.record({
  words: fc.array(word, { maxLength: 12 }),
  length: fc.integer({ min: 0, max: 9000 }),
  gap: fc.integer({ min: 0, max: 6000 }),
  speaker: fc.constantFrom(undefined, null, 'Ida', 'Nora'),
  voice: fc.boolean(),
});

export const timing = fc.constantFrom<Timing>('word', 'cue', 'second', 'turn', 'none');

/** May have no words at all. */
export const transcript: fc.Arbitrary<Transcript> = fc
  .record({ timing, cues: fc.array(cue, { maxLength: 30 }) })
  .map((input) => {
    let time = 0;
    const cues = input.cues.map((each): SourceCue => {
      const start = time + each.gap;
      time = start + each.length;
      const step = each.length / Math.max(1, each.words.length);
      const texts = each.words.map((text, index) => `${index > 0 ? ' ' : each.voice ? '>> ' : ''}${text}`);
      return {
        start: input.timing === 'none' ? null : start,
        end: input.timing === 'none' ? null : time,
        text: texts.join(''),
        ...(each.speaker === undefined ? {} : { speaker: each.speaker }),
        ...(input.timing === 'word'
          ? { words: texts.map((text, index) => ({ text, start: Math.round(start + index * step) })) }
          : {}),
      };
    });
    return buildTranscript({
      videoId: 'abcdefghijk' as VideoId,
      origin: { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' },
      source: { language: 'en', timing: input.timing, cues },
    });
  });

/** A transcript of given words, each a second long. */
export function secondsLong(text: string, change: Partial<Transcript> = {}): Transcript {
  let time = 0;
  const words = text.split(' ').map((each, index) => {
    const start = time;
    time += 1000;
    return { text: `${index > 0 ? ' ' : ''}${each}`, start, end: time };
  });
  const built = buildTranscript({
    videoId: 'abcdefghijk' as VideoId,
    origin: { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' },
    source: { language: 'en', timing: 'word', cues: [{ start: 0, end: time, text, words }] },
  });
  return { ...built, ...change };
}
