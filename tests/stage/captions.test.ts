import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asrBody, hear } from './captions/asr';
import { rowsOf, textOf } from './captions/body';
import { writeCaptions } from './captions/formats';
import { manualBody } from './captions/manual';
import { recordedBody } from './captions/read-recorded';
import { longTalk } from './episodes/long-talk';
import { japaneseTurns, timeTurns } from './episodes/other-scripts';
import type { TruthWord } from './episodes/speech';

const durationMs = 120_000;
const { words } = longTalk(7, durationMs, 60_000);
const body = asrBody(words, { durationMs });
const rows = rowsOf(body);

describe('automatic captions', () => {
  it('overlap while raw: a row stays until the row after the next begins', () => {
    const overlaps = rows.filter(
      (row, index) => row.start + row.duration > (rows[index + 1]?.start ?? Number.POSITIVE_INFINITY),
    );
    expect(overlaps.length).toBeGreaterThan(rows.length * 0.9);
    for (const [index, row] of rows.entries()) {
      expect(row.start + row.duration).toBeLessThanOrEqual(rows[index + 2]?.start ?? Number.POSITIVE_INFINITY);
    }
  });

  it('have a roll marker ten milliseconds before each row, ending with the row it follows', () => {
    const markers = body.events.filter((event) => event.append);
    expect(markers.map((marker) => marker.start)).toEqual(rows.slice(1).map((row) => row.start - 10));
    for (const [index, marker] of markers.entries()) {
      const row = rows[index];
      expect(marker.start + marker.duration).toBe((row?.start ?? 0) + (row?.duration ?? 0));
    }
  });

  it('mark each change of speaker at the start of a row', () => {
    const changes = words.filter((word, index) => index > 0 && word.speaker !== words[index - 1]?.speaker);
    expect(rows.filter((row) => textOf(row).startsWith('>> '))).toHaveLength(changes.length);
  });

  it('open with a window definition and give later words their offsets, in json3', () => {
    const { events } = JSON.parse(writeCaptions(body, 'json3'));
    expect(events[0]).toEqual({ tStartMs: 0, dDurationMs: durationMs, id: 1, wpWinPosId: 1, wsWinStyleId: 1 });
    expect(events[1].segs[0]).not.toHaveProperty('tOffsetMs');
    expect(events[1].segs[1].utf8).toMatch(/^ /);
    expect(events[2]).toMatchObject({ aAppend: 1, segs: [{ utf8: '\n' }] });
  });

  it('keep every word and its time, whatever the words are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.integer({ min: 1, max: 4000 })), {
          minLength: 1,
          maxLength: 60,
        }),
        (pairs) => {
          let time = 0;
          const spoken = pairs.map(([text, length]): TruthWord => {
            const start = time;
            time += length;
            return { text, start, end: time, speaker: 0, given: true };
          });
          const given = rowsOf(asrBody(spoken, { durationMs: time })).flatMap((row) =>
            row.words.map((word) => [word.text.trim(), row.start + word.offset]),
          );
          expect(given).toEqual(spoken.map((word) => [word.text, word.start]));
        },
      ),
    );
  });

  it('have no spaces in Japanese', () => {
    const talk = timeTurns(japaneseTurns, 'ja', 125);
    const japanese = asrBody(talk.words, {
      durationMs: talk.durationMs,
      joiner: '',
      rowLength: 22,
      speakerMarks: false,
    });
    const text = rowsOf(japanese).map(textOf).join('');
    expect(text).toBe(japaneseTurns.join(''));
  });
});

it('captions by hand do not overlap', () => {
  const cues = rowsOf(manualBody(words, { durationMs }));
  for (const [index, cue] of cues.entries()) {
    expect(cue.start + cue.duration).toBeLessThanOrEqual(cues[index + 1]?.start ?? Number.POSITIVE_INFINITY);
  }
});

it('mishearings keep the time of what was spoken', () => {
  const spoken = 'told the R N L I.'
    .split(' ')
    .map((text, index): TruthWord => ({ text, start: index * 100, end: index * 100 + 90, speaker: 0, given: true }));
  const heard = hear(spoken, [{ spoken: ['R', 'N', 'L', 'I'], written: ['RNLI'] }]);
  expect(heard.map((word) => [word.text, word.start, word.end])).toEqual([
    ['told', 0, 90],
    ['the', 100, 190],
    ['RNLI.', 200, 590],
  ]);
});

it.each(['json3', 'srv3', 'vtt'] as const)('reads back the words it writes as %s', (format) => {
  const again = recordedBody(writeCaptions(body, format), format, true);
  const timed = (from: typeof rows) =>
    from.flatMap((row) => row.words.map((word) => `${row.start + word.offset} ${word.text.trim()}`));
  expect(timed(rowsOf(again))).toEqual(timed(rows));
});
