import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson3 } from '@/lib/formats/json3';
import { json3Beginning } from '@/lib/formats/json3-beginning';

const LONG = 4000;

function bodyOf(texts: readonly string[], isSpread: boolean): string {
  const events = Array.from({ length: LONG }, (_, index) => ({
    tStartMs: index * 2000,
    dDurationMs: 2000,
    segs: [
      { utf8: texts[index % texts.length] ?? '', acAsrConf: 0 },
      { utf8: ' and so on', tOffsetMs: 800, acAsrConf: 0 },
    ],
  }));
  return JSON.stringify(
    { wireMagic: 'pb3', pens: [{}], wsWinStyles: [{}, { mhModeHint: 2 }], events },
    null,
    isSpread ? 2 : 0,
  );
}

describe('the beginning of a long json3 body', () => {
  it('is read as the whole body begins, whatever the words hold', () => {
    const nasty = fc.stringMatching(/^[a-z"\\{}[\],: é語]{1,12}$/);
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 9 }), fc.boolean(), (texts, isSpread) => {
        const body = bodyOf(texts, isSpread);
        const beginning = json3Beginning(body);
        if (beginning === null) throw new Error('there is none');
        const first = readJson3(JSON.parse(beginning)).cues;
        const whole = readJson3(JSON.parse(body)).cues;
        expect(first.length).toBeGreaterThan(50);
        // The last one ends where the next begins, which is not there yet.
        expect(first.slice(0, -1)).toEqual(whole.slice(0, first.length - 1));
      }),
      { numRuns: 30 },
    );
  });

  it('is none for a short body, and for what is no json3', () => {
    expect(json3Beginning(JSON.stringify({ events: [{ tStartMs: 0, segs: [{ utf8: 'short' }] }] }))).toBeNull();
    expect(json3Beginning('x'.repeat(400_000))).toBeNull();
    expect(json3Beginning(`{"events":${'[{'.repeat(200_000)}`)).toBeNull();
    expect(json3Beginning(`{"events":["${'a'.repeat(400_000)}`)).toBeNull();
  });
});
