import fc from 'fast-check';
import type { Chapter, Origin, Timing, Transcript } from '../../lib/transcript/types';
import type { Milliseconds, VideoId } from '../../lib/transcript/units';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789éßøñ漢字かなعربที่👩🏽‍🚀—’'];

export const arbitraryVideoId = fc
  .string({ unit: fc.constantFrom(...'ABCabc019_-'), minLength: 11, maxLength: 11 })
  .map((id) => id as VideoId);

const arbitraryOrigin: fc.Arbitrary<Origin> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('captions' as const),
      vssId: fc.constantFrom('.en', 'a.en', '', '.ar.kH2EDplw2PE'),
      automatic: fc.boolean(),
      via: fc.constantFrom('timedtext' as const, 'panel' as const, 'page' as const),
      translatedTo: fc.constantFrom('de', 'ja'),
    },
    { requiredKeys: ['kind', 'vssId', 'automatic', 'via'] },
  ),
  fc.record(
    {
      kind: fc.constant('import' as const),
      shape: fc.constantFrom('srt', 'speaker-turns'),
      fileName: fc.string(),
      importedAt: fc.nat(),
    },
    { requiredKeys: ['kind', 'shape', 'importedAt'] },
  ),
  fc.record({ kind: fc.constant('merge' as const), human: fc.string(), timed: fc.string() }),
);

const arbitraryWord = fc.record({
  text: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 }),
  gap: fc.constantFrom(' ', ' ', ' ', ' ', '\n', ''),
  wait: fc.nat(5_000),
  long: fc.nat(1_000),
  state: fc.constantFrom(0, 0, 0, 1, 2),
  confidence: fc.constantFrom(255, 0, 50, 100),
});

function firstWords(count: number): fc.Arbitrary<number[]> {
  if (count === 0) return fc.constant([]);
  return fc.uniqueArray(fc.nat(count - 1), { maxLength: 20 }).map((places) => [...new Set([0, ...places])].sort(by));
}

const by = (a: number, b: number): number => a - b;

/** Any transcript that keeps the model's promises. */
export const arbitraryTranscript = transcriptOf(fc.array(arbitraryWord, { maxLength: 80 }));

/** The same of hundreds of words. */
export const longTranscript = transcriptOf(
  fc
    .record({
      words: fc.array(arbitraryWord, { minLength: 1, maxLength: 40 }),
      times: fc.integer({ min: 20, max: 60 }),
    })
    .map(({ words, times }) => Array.from({ length: times }, () => words).flat()),
);

type ArbitraryWord = typeof arbitraryWord extends fc.Arbitrary<infer Word> ? Word : never;

function transcriptOf(arbitraryWords: fc.Arbitrary<ArbitraryWord[]>): fc.Arbitrary<Transcript> {
  return fc.record({ words: arbitraryWords, hasConfidence: fc.boolean() }).chain(({ words, hasConfidence }) => {
    const starts = words.map(
      (
        (time) => (word) =>
          (time += word.wait)
      )(0),
    );
    const clip = (index: number, end: number): number => Math.min(end, starts[index + 1] ?? end);
    let text = '';
    const offset: number[] = [];
    for (const [index, word] of words.entries()) {
      if (index > 0) text += word.gap;
      offset.push(text.length);
      text += word.text;
    }
    return fc
      .record({
        id: fc.string({ minLength: 1 }),
        videoId: arbitraryVideoId,
        language: fc.constantFrom('en', 'und', 'ja'),
        origin: arbitraryOrigin,
        timing: fc.constantFrom<Timing>('word', 'cue', 'second', 'turn', 'none'),
        cues: firstWords(words.length),
        paragraphs: firstWords(words.length),
        turns: firstWords(words.length),
        speakers: fc.array(fc.record({ label: fc.string(), name: fc.string() }), { maxLength: 4 }),
        picks: fc.array(fc.nat(), { minLength: 1 }),
        chapters: fc.array(fc.record({ start: fc.nat(1e6).map((time) => time as Milliseconds), title: fc.string() })),
        alignment: fc.option(
          fc.record({
            verdict: fc.constantFrom('good' as const, 'partial' as const),
            matched: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
            holes: fc.constant([]),
          }),
          { nil: undefined },
        ),
      })
      .map(({ cues, turns, picks, alignment, paragraphs, chapters, ...rest }): Transcript => {
        const cueStarts = cues.map((word) => starts[word] ?? 0);
        return {
          ...rest,
          text,
          words: {
            offset: Uint32Array.from(offset),
            length: Uint32Array.from(words, (word) => word.text.length),
            start: Uint32Array.from(starts),
            end: Uint32Array.from(words, (word, index) => clip(index, (starts[index] ?? 0) + word.long)),
            state: Uint8Array.from(words, (word) => word.state),
            ...(hasConfidence && words.length > 0
              ? { confidence: Uint8Array.from(words, (word) => word.confidence) }
              : {}),
          },
          cues: {
            firstWord: Uint32Array.from(cues),
            start: Uint32Array.from(cueStarts),
            end: Uint32Array.from(cueStarts, (start, index) => cueStarts[index + 1] ?? start + 100),
          },
          turns: turns.map((firstWord, index) => {
            const pick = (picks[index % picks.length] ?? 0) % (rest.speakers.length + 1);
            return { firstWord, speaker: pick === 0 ? null : pick - 1 };
          }),
          paragraphs: Uint32Array.from(paragraphs),
          chapters: [...chapters].sort((a: Chapter, b: Chapter) => a.start - b.start),
          ...(alignment ? { alignment } : {}),
        };
      });
  });
}
