/** Random sources for transcripts, for properties that must hold for all of them. */
import fc from 'fast-check';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { SourceCue, TranscriptSource } from '@/lib/transcript/source';
import type { Timing, Transcript } from '@/lib/transcript/types';
import type { Milliseconds, VideoId } from '@/lib/transcript/units';

export const VIDEO = 'dQw4w9WgXcQ' as VideoId;

/** Words that mean something to one form or another, and ordinary ones. */
const WORDS = [
  'the',
  'quick',
  'end.',
  'Well,',
  'a',
  'extraordinarily',
  'naïve',
  '“so”',
  'it’s',
  'R&D',
  '<b>',
  '-->',
  '&amp;',
  '*bold*',
  '_x_',
  '[Music]',
  '#1',
  '1.',
  '-',
  '=SUM(A1)',
  '"quoted"',
  "'s",
  'a,b',
  'a;b',
  '`code`',
  '\\n',
  'Speaker:',
  '你好世界',
  '語る',
  'مرحبا',
  '😀',
  'e\u0301t\u0303',
];

const NAMES = ['Anna Smith', 'Bob <Jr.> & Co', '"Q"', 'José Ñandú', '主持人'];

const word = fc.constantFrom(...WORDS);
const speaker = fc.option(fc.constantFrom(...NAMES));

interface Shape {
  readonly timing: Timing;
  /** Gaps between cues and lengths in milliseconds. */
  readonly cues: readonly {
    words: readonly string[];
    speaker: string | null;
    gap: number;
    length: number;
    timed: readonly boolean[];
  }[];
  readonly chapters: readonly { start: number; title: string }[];
  readonly language: string | null;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  timing: fc.constantFrom<Timing>('word', 'cue', 'second', 'turn', 'none'),
  cues: fc.array(
    fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 30 }),
      speaker,
      gap: fc.integer({ min: 0, max: 3000 }),
      length: fc.integer({ min: 200, max: 20_000 }),
      timed: fc.array(fc.boolean(), { maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  chapters: fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 60_000 }),
      title: fc.constantFrom('Intro', 'A & <b>', '# x', '終わり'),
    }),
    { maxLength: 3 },
  ),
  language: fc.constantFrom(null, 'en', 'ja', 'ar'),
});

function sourceOf({ timing, cues, chapters, language }: Shape): TranscriptSource {
  const isTimed = timing !== 'none';
  let clock = 0;
  const made: SourceCue[] = cues.map((cue) => {
    const start = clock + cue.gap;
    clock = start + cue.length;
    const step = Math.max(1, Math.floor(cue.length / (cue.words.length + 1)));
    const words = cue.words.map((text, index) => ({
      text: index === 0 ? text : ` ${text}`,
      start: cue.timed[index] === false ? null : start + index * step,
      end: cue.timed[index] === false ? null : start + index * step + step,
      ...(index % 3 === 0 ? { confidence: (index * 7) % 101 } : {}),
    }));
    return {
      start: isTimed ? start : null,
      end: isTimed ? clock : null,
      text: cue.words.join(' '),
      speaker: cue.speaker,
      ...(timing === 'word' ? { words } : {}),
    };
  });
  return {
    timing,
    language,
    cues: made,
    chapters: chapters.map((chapter) => ({ ...chapter, start: chapter.start as Milliseconds })),
  };
}

export function transcriptOf(source: TranscriptSource): Transcript {
  return buildTranscript({
    videoId: VIDEO,
    origin: { kind: 'import', shape: 'srt', importedAt: 1, fileName: 'a.srt' },
    source,
  });
}

/** Any transcript that the builder can make. */
export const transcripts: fc.Arbitrary<Transcript> = shape.map((made) => transcriptOf(sourceOf(made)));
