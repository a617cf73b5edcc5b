import { describe, expect, it } from 'vitest';
import type { Shape } from '@/lib/formats/shape';
import { srt } from '@/lib/formats/srt';
import { webvtt } from '@/lib/formats/webvtt';
import { ODD_SUBRIP, ODD_WEBVTT, type OddCase } from './odd-cases';

function check(shape: Shape, { text, cues, problem }: OddCase): void {
  const parsed = shape.parse(text);
  expect(parsed.cues.map(({ start, end, text: words, speaker }) => [start, end, words, speaker ?? null])).toEqual(
    cues.map(([start, end, words, speaker]) => [start, end, words, speaker ?? null]),
  );
  const codes = parsed.problems.map(({ code }) => code);
  if (problem === undefined) expect(codes).toEqual([]);
  else expect(codes).toContain(problem);
}

describe('odd SubRip', () => {
  it('has thirty cases', () => expect(ODD_SUBRIP).toHaveLength(30));
  it.each(ODD_SUBRIP)('reads $name', (odd) => check(srt, odd));
});

describe('odd WebVTT', () => {
  it('has twenty-seven cases', () => expect(ODD_WEBVTT).toHaveLength(27));
  it.each(ODD_WEBVTT)('reads $name', (odd) => check(webvtt, odd));
});
