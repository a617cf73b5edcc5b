import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_INPUT } from '@/lib/formats/limits';
import { GENERATORS } from './adversarial';
import { fuzzShape } from './fuzz';
import { brokenPromise } from './promises';
import { SAMPLES } from './samples';
import { SUBTITLE_SHAPES } from './subtitle-shapes';

/** What subtitle files are made of, in any order. */
const piece = fc.constantFrom(
  ...[
    '1',
    '2',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '00:00:01,000 --> 00:00:02,000',
    '00:00:05.000 --> 00:00:01.000',
    'Hello',
    '<i>',
    '</i>',
    '&amp;',
    '-->',
  ],
  ...[
    'WEBVTT',
    'NOTE x',
    '<v Mara>',
    '<00:00:01.500>',
    '{\\an8}',
    '[00:01.00]',
    '0:00:01.000,0:00:02.000',
    '[Events]',
    'Dialogue: 0,0:00:01.00,0:00:02.00,,,,,,,',
  ],
  ...[
    '<tt><body>',
    '<p begin="1s" end="2s">',
    '</p>',
    '<SYNC Start=5>',
    '<text start="1" dur="1">',
    '<p t="5" d="5">',
    '<s t="1">',
    '{1}{50}',
    '[1][5]',
    '|',
    '\u202e',
    '\ud800',
    '\0',
  ],
);
const texts = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
);

describe.each(SUBTITLE_SHAPES)('$id', (shape) => {
  it('knows its own sample and reads it', () => {
    const sample = SAMPLES[shape.id] ?? '';
    expect(shape.guess(sample)?.confidence).toBeGreaterThan(0.9);
    expect(shape.parse(sample).cues.length).toBeGreaterThan(1);
  });

  it('takes no other sample for its own with as much confidence', () => {
    for (const other of SUBTITLE_SHAPES) {
      if (other === shape) continue;
      const sample = SAMPLES[other.id] ?? '';
      expect(shape.guess(sample)?.confidence ?? 0, other.id).toBeLessThan(other.guess(sample)?.confidence ?? 0);
    }
  });

  it('keeps its promises whatever it is given', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shape.guess(text)?.confidence ?? 0).toBeLessThanOrEqual(1);
        expect(brokenPromise(shape.parse(text))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('keeps them for damaged files', () => {
    const plan = { shape, samples: [SAMPLES[shape.id] ?? ''], broken: brokenPromise };
    expect(fuzzShape(plan, 2000, 20_261_124)).toBeNull();
  });

  it('refuses what is too long without reading it', () => {
    const parsed = shape.parse('x'.repeat(MAX_INPUT + 1));
    expect(parsed.cues).toEqual([]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['input-too-large']);
  });
});

/** Processor time, the least of some runs: other work on the machine only ever adds to it. */
function cost(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('texts made to be slow', () => {
  it.each(GENERATORS)('cost in proportion to their length: $name', ({ make }) => {
    const short = make(30_000);
    const long = make(240_000);
    for (const shape of SUBTITLE_SHAPES) {
      expect(brokenPromise(shape.parse(short)), shape.id).toBeNull();
      const once = cost(() => shape.parse(short));
      const eightfold = cost(() => shape.parse(long));
      // Linear is 8, quadratic 64; below a few milliseconds the clock is too coarse to tell anything.
      if (eightfold > 20) expect(eightfold / Math.max(once, 0.5), shape.id).toBeLessThan(32);
    }
  });
});
