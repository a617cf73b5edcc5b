import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ass } from '@/lib/formats/ass';
import { lrc } from '@/lib/formats/lrc';
import { microdvd, mpl2 } from '@/lib/formats/microdvd';
import { sami } from '@/lib/formats/sami';
import { sbv } from '@/lib/formats/sbv';
import type { Shape } from '@/lib/formats/shape';
import { srt } from '@/lib/formats/srt';
import { ttml } from '@/lib/formats/ttml';
import { webvtt } from '@/lib/formats/webvtt';
import { SAMPLES } from './samples';

function told(shape: Shape, text: string): (string | number | null)[][] {
  return shape.parse(text).cues.map(({ start, end, text: words }) => [start, end, words]);
}

function sample(shape: Shape): string {
  return SAMPLES[shape.id] ?? '';
}

describe('SubRip', () => {
  it('reads its sample', () => {
    expect(told(srt, sample(srt))).toEqual([
      [1000, 2500, 'Good evening, everybody.'],
      [2500, 4000, '- Who is there?\n- Nobody & nothing.'],
      [3_604_000, 3_606_000, 'The lamp went out at ten.'],
    ]);
  });

  it('joins a placement code that was cut in two', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nA {\\pos(13,\n\n2\n00:00:02,000 --> 00:00:03,000\n10)}{\\fs4}B\n';
    expect(told(srt, text).map(([, , words]) => words)).toEqual(['A', 'B']);
  });

  it('takes words from the line of the times', () => {
    expect(told(srt, '1\n00:00:01,000 --> 00:00:02,000 Hello\nthere')).toEqual([[1000, 2000, 'Hello\nthere']]);
  });

  it('tells rolling captions once, but leaves a chorus alone', () => {
    const roll = (from: number, rows: string) => `00:00:0${from},000 --> 00:00:0${from + 1},000\n${rows}\n\n`;
    const rolling = roll(1, 'a') + roll(2, 'a\nb') + roll(3, 'b\nc') + roll(4, 'c\nd');
    expect(told(srt, rolling).map(([, , words]) => words)).toEqual(['a', 'b', 'c', 'd']);
    const chorus =
      roll(1, 'la la') + roll(2, 'la la') + roll(3, 'one') + roll(4, 'two') + roll(5, 'three') + roll(6, 'four');
    expect(told(srt, chorus)).toHaveLength(6);
    expect(told(srt, [1, 2, 3, 4, 5, 6].map((from) => roll(from, 'the same\nagain')).join(''))).toHaveLength(6);
    const flashes =
      roll(1, 'a') + roll(2, 'a') + roll(3, 'a\nb') + roll(4, 'b') + roll(5, 'b\nc') + roll(6, 'c') + roll(7, 'c\nd');
    expect(told(srt, flashes).map(([, , words]) => words)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names the line of a problem', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:05,000 --> 00:00:03,000\nb\n';
    expect(srt.parse(text).problems).toMatchObject([{ code: 'end-before-start', line: 6 }]);
  });
});

/** Cues as files have them, tidy and untidy in turn. */
const cueText = fc.constantFrom(
  'Hello there',
  'a\nb',
  '- one\n- two',
  '1984',
  '<i>x</i> &amp; y',
  'a  b',
  '>> MARA: so',
  '12:30 it was',
  '漢字。',
  'x --> y',
  '{\\an8}up',
  'é\n \nf',
  '',
);
const cues = fc.array(
  fc.record({
    text: cueText,
    gap: fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n'),
    isNumbered: fc.boolean(),
    settings: fc.constantFrom('', '', '', ' align:start position:0%'),
  }),
  { maxLength: 12 },
);

function written(
  list: readonly { text: string; gap: string; isNumbered: boolean; settings: string }[],
  mark: string,
): string {
  return list
    .map(({ text, gap, isNumbered, settings }, index) => {
      const second = (value: number) =>
        `00:${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
      const times = `${second(index)}${mark}000 --> ${second(index + 1)}${mark}500${settings}`;
      return `${isNumbered ? `${index + 1}\n` : ''}${times}\n${text}${gap}`;
    })
    .join('');
}

describe('the short way through plain cues', () => {
  it.each([srt, webvtt])('finds in $name what the long way finds', (shape) => {
    fc.assert(
      fc.property(cues, (list) => {
        const text = (shape === webvtt ? 'WEBVTT\n\n' : '') + written(list, shape === webvtt ? '.' : ',');
        const { cues: short, problems } = shape.parse(text);
        // Other line ends shut the short way.
        const long = shape.parse(text.replaceAll('\n', '\r\n'));
        expect(short).toEqual(long.cues);
        expect(problems).toEqual(long.problems);
      }),
      { numRuns: 400 },
    );
  });
});

describe('WebVTT', () => {
  it('reads its sample', () => {
    const parsed = webvtt.parse(sample(webvtt));
    expect(parsed.language).toBe('en-GB');
    expect(parsed.cues.map(({ start, end, text, speaker }) => [start, end, text, speaker])).toEqual([
      [1000, 2500, 'Good evening, everybody.', 'Mara'],
      [2500, 4000, 'Who is there?', 'Jon'],
      [2500, 4000, 'Nobody & nothing.', 'Mara'],
      [3_604_000, 3_606_000, '明(あか)り voilà', undefined],
    ]);
    expect(parsed.problems).toEqual([]);
  });

  it('reads bare seconds before the first minute', () => {
    const text = 'WEBVTT\n\n0.000 --> 3.480\na\n\n59.240 --> 1:03.100\nb\n';
    expect(told(webvtt, text)).toEqual([
      [0, 3480, 'a'],
      [59_240, 63_100, 'b'],
    ]);
    expect(told(srt, '1\n0,5 --> 1,25\nHello\n')).toEqual([[500, 1250, 'Hello']]);
  });

  it('keeps the times of words', () => {
    const { cues: read, timing } = webvtt.parse(
      'WEBVTT\n\n00:01.000 --> 00:04.000\nOne <00:02.000><c>two</c> <00:03.000>three\nfour',
    );
    expect(timing).toBe('word');
    expect(read[0]?.words).toEqual([
      { text: 'One', start: 1000 },
      { text: ' two', start: 2000 },
      { text: ' three\nfour', start: 3000 },
    ]);
  });

  it('lets a voice go on after another pair of tags', () => {
    const { cues: read } = webvtt.parse('WEBVTT\n\n00:01.000 --> 00:04.000\n<v A>one</v>\n<v A>two</v>');
    expect(read).toEqual([{ start: 1000, end: 4000, text: 'one\ntwo', speaker: 'A' }]);
  });
});

describe('SubStation', () => {
  it('reads its sample', () => {
    const parsed = ass.parse(sample(ass));
    expect(parsed.title).toBe('The lamp');
    expect(parsed.cues.map(({ start, end, text, speaker }) => [start, end, text, speaker])).toEqual([
      [1000, 2500, 'Good evening, everybody.', 'Mara'],
      [2500, 4000, 'Who is there?\nNobody, nothing.', 'Jon'],
      [4000, 6000, 'The lamp', undefined],
    ]);
    expect(parsed.cues[2]?.words).toEqual([
      { text: 'The', start: 4000 },
      { text: ' lamp', start: 4500 },
    ]);
  });

  it('goes by the columns the file names, whatever their order', () => {
    const text = '[Events]\nFormat: Start, Text2, End, Actor, Text\nDialogue: 0:00:01.00,x,0:00:02.00, Mara ,a, b\n';
    expect(ass.parse(text).cues).toEqual([{ start: 1000, end: 2000, text: 'a, b', speaker: 'Mara' }]);
  });

  it('drops drawings and repeated layers', () => {
    const line = 'Dialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,';
    const parsed = ass.parse(`[Events]\n${line}{\\p1}m 0 0 l 5 5{\\p0}\n${line}a\\hb\n${line}{\\c&H0&}a\\hb\n`);
    expect(parsed.cues.map(({ text }) => text)).toEqual(['a\u00a0b']);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['cue-empty', 'cue-repeated']);
  });
});

describe('SubViewer', () => {
  it('reads its sample', () => {
    expect(told(sbv, sample(sbv))).toEqual([
      [1000, 2500, 'Good evening, everybody.'],
      [2500, 4000, 'Who is there?\nNobody.'],
      [3_604_000, 3_606_000, 'The lamp went out.'],
    ]);
  });
});

describe('LRC', () => {
  it('reads its sample: lines that come back, a shift, times of words, an end', () => {
    const parsed = lrc.parse(sample(lrc));
    expect(parsed.title).toBe('The lamp');
    expect(parsed.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
      [500, 2000, 'Good evening, everybody.'],
      [2000, 3500, 'Who is there?'],
      [8500, null, 'Good evening, everybody.'],
    ]);
    expect(parsed.cues[1]?.words).toEqual([
      { text: 'Who', start: 2100 },
      { text: ' is there?', start: 2600 },
    ]);
  });
});

describe('TTML', () => {
  it('reads its sample', () => {
    const parsed = ttml.parse(sample(ttml));
    expect(parsed).toMatchObject({ language: 'en', title: 'The lamp' });
    expect(parsed.cues.map(({ start, end, text, speaker }) => [start, end, text, speaker])).toEqual([
      [1000, 2500, 'Good evening,\neverybody.', 'Mara'],
      [2480, 4480, 'Who is there?', undefined],
    ]);
    expect(parsed.cues[1]?.words?.map(({ start }) => start)).toEqual([2480, 2980]);
  });

  it.each([
    ['begin="1s" end="2s"', '', [1000, 2000]],
    ['begin="1" end="2"', '', [1000, 2000]],
    ['begin="1500ms" dur="0.5s"', '', [1500, 2000]],
    ['begin="00:00:01.5" end="00:00:02"', '', [1500, 2000]],
    ['begin="25f" end="50f"', 'frameRate="25"', [1000, 2000]],
    ['begin="00:00:01:12" end="00:00:02:00"', 'frameRate="24"', [1500, 2000]],
    ['begin="24f" end="48f"', 'frameRate="24" frameRateMultiplier="1000 1001"', [1001, 2002]],
    ['begin="10000000t" end="20000000t"', 'tickRate="10000000"', [1000, 2000]],
    ['begin="0.5m" end="0.01h"', '', [30_000, 36_000]],
    ['begin="1s" end="0.5s"', '', [1000, null]],
    ['begin="1e9s"', '', [null, null]],
  ])('reads the times %s with %s', (times, rates, expected) => {
    const { cues: read } = ttml.parse(`<tt ${rates}><body><div><p ${times}>a</p></div></body></tt>`);
    expect(read.map(({ start, end }) => [start, end])).toEqual([expected]);
  });

  it('adds up nested containers, one after another where they follow', () => {
    const text =
      '<tt><body begin="10s"><div timeContainer="seq"><p dur="1s">a</p><p dur="2s">b</p></div><div begin="5s" end="7s"><p begin="1s" end="9s">c</p></div></body></tt>';
    expect(told(ttml, text)).toEqual([
      [10_000, 11_000, 'a'],
      [11_000, 13_000, 'b'],
      [16_000, 17_000, 'c'],
    ]);
  });

  it('takes times from spans where the paragraph has none', () => {
    const text =
      '<tt><body><div><p><span begin="1s" end="2s">a</span> <span begin="2s" end="3s">b</span></p></div></body></tt>';
    expect(told(ttml, text)).toEqual([[1000, 3000, 'a b']]);
  });

  it('counts from the start of the programme', () => {
    const text =
      '<tt><head><metadata><ebuttm:documentStartOfProgramme>10:00:00:00</ebuttm:documentStartOfProgramme></metadata></head><body><div><p begin="10:00:01:00" end="10:00:02:00">a</p></div></body></tt>';
    expect(told(ttml, text)).toEqual([[1000, 2000, 'a']]);
  });

  it('keeps line breaks where space is preserved, else only those of br', () => {
    const make = (space: string) =>
      `<tt xml:space="${space}"><body><div><p begin="1s" end="2s">a\n  b<br/>c</p></div></body></tt>`;
    expect(told(ttml, make('default'))[0]?.[2]).toBe('a b\nc');
    expect(told(ttml, make('preserve'))[0]?.[2]).toBe('a\nb\nc');
  });

  it('is not blown up by entities', () => {
    const laughs = Array.from(
      { length: 20 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('');
    const { cues: read } = ttml.parse(
      `<!DOCTYPE tt [<!ENTITY l0 "lol">${laughs}]><tt><body><div><p begin="1s" end="2s">&l20;</p></div></body></tt>`,
    );
    expect(read.map(({ text }) => text)).toEqual(['&l20;']);
  });
});

describe('SAMI', () => {
  it('reads its sample', () => {
    const parsed = sami.parse(sample(sami));
    expect(parsed).toMatchObject({ language: 'en-US', title: 'The lamp' });
    expect(told(sami, sample(sami))).toEqual([
      [1000, 2500, 'Good evening,\neverybody.'],
      [4000, null, 'The lamp & the door.'],
    ]);
  });

  it('keeps the language with most words and names the other', () => {
    const parsed = sami.parse(
      '<SAMI><BODY><SYNC Start=1><P Class=KRCC>안녕<P Class=ENCC>Hello there<SYNC Start=2><P Class=ENCC>you',
    );
    expect(parsed.cues.map(({ text }) => text)).toEqual(['Hello there', 'you']);
    expect(parsed.problems).toMatchObject([{ code: 'other-languages' }]);
    expect(parsed.problems[0]?.message).toContain('KRCC');
  });
});

describe('MicroDVD and MPL2', () => {
  it('read their samples', () => {
    const expected = [
      [1000, 2000, 'Good evening,\neverybody.'],
      [2000, 4000, 'Who is there?'],
      [4000, 6000, 'Nobody.'],
    ];
    expect(told(microdvd, sample(microdvd))).toEqual(expected);
    expect(told(mpl2, sample(mpl2))).toEqual([
      [1000, 2500, 'Good evening,\neverybody.'],
      [2500, 4000, 'Who is there?'],
      [4000, 6000, 'Nobody.'],
    ]);
  });

  it('say that a rate was assumed', () => {
    const parsed = microdvd.parse('{24}{48}a\n');
    expect(parsed.cues[0]?.start).toBe(1001);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['frame-rate-assumed']);
  });
});
