import { describe, expect, it } from 'vitest';
import { parseAny, shapeById } from '@/lib/formats';
import { readTranscriptJson } from '@/lib/formats/readalong-json';
import type { Shape } from '@/lib/formats/shape';
import { damageJson } from './damage-json';
import { damage, randomNumbers, unfuzzedShapes } from './fuzz';
import { PEOPLE_SAMPLES } from './people-samples';
import { brokenPiece } from './promises';

const CASES = Number(process.env.FUZZ_CASES ?? 400);

function findBroken(shape: Shape, samples: readonly string[], cases: number): string | null {
  const random = randomNumbers(7);
  const others = Object.values(PEOPLE_SAMPLES).flat();
  let text = '';
  for (let index = 0; index < cases; index++) {
    if (index % 4 === 0) text = samples[Math.floor(random() * samples.length)] ?? '';
    text = (random() < 0.7 ? damageJson(text, random) : null) ?? damage(text, random, others);
    shape.guess(text);
    const what = brokenPiece(shape.parse(text));
    if (what !== null) return `${what}\n${JSON.stringify(text)}`;
    const reading = parseAny(text);
    if (reading.ok && brokenPiece(reading.parsed) !== null)
      return `${reading.shape}: ${brokenPiece(reading.parsed)}\n${JSON.stringify(text)}`;
    if (!reading.ok && reading.error.message === '') return 'a refusal without words';
  }
  return null;
}

describe('damaged texts', () => {
  it('are made for every shape', () => {
    expect(unfuzzedShapes()).toEqual([]);
  });

  it.each(Object.entries(PEOPLE_SAMPLES))('never break %s', (id, samples) => {
    const shape = shapeById(id);
    if (shape === null) expect.fail(`no shape ${id}`);
    for (const sample of samples) {
      expect(brokenPiece(shape.parse(sample))).toBeNull();
      expect(shape.guess(sample)).not.toBeNull();
    }
    expect(findBroken(shape, samples, CASES)).toBeNull();
  });
});

describe('values that cannot be made text', () => {
  const odd = '{"toString":"a","valueOf":1}';

  it.each([
    `{"results":{"items":[{"start_time":${odd},"end_time":"0.7","type":"pronunciation","alternatives":[{"content":"a"}]}],"speaker_labels":{"segments":[{"speaker_label":"spk_0","items":[{"start_time":${odd},"speaker_label":"spk_0"}]}]}}}`,
    `[{"speaker":{"name":"A","toString":1},"text":"a b","start":1,"end":2},{"speaker":${odd},"text":"c d","start":${odd},"end":3}]`,
    `{"results":[{"alternatives":[{"transcript":"hi you","words":[{"startTime":{"seconds":${odd},"nanos":${odd}},"word":"hi"},{"startTime":"2s","endTime":"2.4s","word":"you"}]}]}]}`,
  ])('are read without harm: %#', (text) => {
    expect(parseAny(text).ok).toBe(true);
  });
});

describe('hostile data', () => {
  it.each([
    [
      'keys of the prototype',
      '{"__proto__":{"segments":[{"start":0,"end":1,"text":"x y"}]},"constructor":{"prototype":{"a":1}},"segments":[{"__proto__":{"text":"z"},"start":0,"end":1,"text":"a b"}]}',
    ],
    ['nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['nested objects', `${'{"segments":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['cut-off nesting', '{"a":['.repeat(50_000)],
    ['a number of digits', `{"segments":[{"start":${'9'.repeat(10_000)},"end":1,"text":"a b"}]}`],
    ['a text of one character', 'a'.repeat(300_000)],
    ['a line of colons', ':'.repeat(300_000)],
    ['brackets', '[('.repeat(100_000)],
    ['names without end', 'Name: a\n'.repeat(40_000)],
    ['a name for each line', Array.from({ length: 20_000 }, (_, index) => `Name${index} (0:01): a`).join('\n')],
    [
      'times running backwards',
      Array.from(
        { length: 20_000 },
        (_, index) => `${Math.floor((20_000 - index) / 60)}:${String((20_000 - index) % 60).padStart(2, '0')} a b c`,
      ).join('\n'),
    ],
    ['nothing but times', '0:00\n'.repeat(50_000)],
  ])('is read or refused: %s', (_, text) => {
    const reading = parseAny(text);
    if (reading.ok) expect(brokenPiece(reading.parsed)).toBeNull();
    else expect(reading.error.code).toMatch(/^[a-z-]+$/);
    expect(({} as Record<string, unknown>).segments).toBeUndefined();
  });

  it('takes only what is its own from a prototype key', () => {
    const reading = parseAny(
      '{"language":"en","text":"","segments":[{"__proto__":{"speaker":"evil"},"start":0,"end":1,"text":"a b"}]}',
    );
    expect(reading.ok && reading.parsed.cues).toMatchObject([{ text: 'a b', speaker: null }]);
  });

  it.each([
    null,
    1,
    'a',
    [],
    {},
    { format: 'readalong-transcript' },
    { format: 'readalong-transcript', version: 1, cues: [{}] },
  ])('is no transcript file: %j', (value) => {
    expect(readTranscriptJson(value)).toBeNull();
  });
});
