import { describe, expect, it } from 'vitest';
import { json3, readJson3 } from '@/lib/formats/json3';
import { panelAnswer, readPanelAnswer } from '@/lib/formats/panel-answer';
import type { Parsed } from '@/lib/formats/shape';
import { srv1 } from '@/lib/formats/srv1';
import { srv2 } from '@/lib/formats/srv2';
import { srv3 } from '@/lib/formats/srv3';
import { readYouTubeXml } from '@/lib/formats/youtube-xml';
import { SAMPLES } from './samples';

function told({ cues }: Parsed): (string | number | null)[][] {
  return cues.map(({ start, end, text }) => [start, end, text]);
}

describe('json3', () => {
  it('cuts the rolling rows of an automatic track and times its words', () => {
    const parsed = json3.parse(SAMPLES.json3 ?? '');
    expect(parsed.timing).toBe('word');
    expect(told(parsed)).toEqual([
      [1000, 2500, 'Good evening'],
      [2500, 4000, 'everybody'],
      [4000, 6000, '[Music]'],
    ]);
    expect(parsed.cues[0]?.words).toEqual([
      { text: 'Good', start: 1000 },
      { text: ' evening', start: 1300 },
    ]);
    expect(parsed.problems).toEqual([]);
  });

  const overlapping = {
    events: [
      { tStartMs: 0, dDurationMs: 5000, segs: [{ utf8: 'one' }] },
      { tStartMs: 2000, dDurationMs: 5000, segs: [{ utf8: 'two\nrows' }] },
    ],
  };

  it('leaves the overlaps of a track made by people alone, unless told that it is automatic', () => {
    expect(told(readJson3(overlapping))).toEqual([
      [0, 5000, 'one'],
      [2000, 7000, 'two\nrows'],
    ]);
    expect(told(readJson3(overlapping, { automatic: true }))[0]).toEqual([0, 2000, 'one']);
  });

  it.each([
    ['in English', 'a row of several words'],
    ['in Japanese', '灯台の光は待ってくれないと彼は言った'],
  ])('knows the rows alone where each is one piece, %s', (_name, utf8) => {
    const events = [0, 2000, 4000].map((tStartMs) => ({
      tStartMs,
      dDurationMs: 2000,
      segs: [{ utf8, acAsrConf: 200 }],
    }));
    expect(readJson3({ events }).timing).toBe('cue');
  });

  it('drops windows, roll markers and blank events', () => {
    const events = [
      { tStartMs: 0, dDurationMs: 9000, id: 1 },
      { tStartMs: 10, aAppend: 1, segs: [{ utf8: '\n' }] },
      { tStartMs: 20, segs: [{ utf8: ' ' }, { utf8: '\u200b' }] },
      { tStartMs: 30, segs: [] },
      { tStartMs: 40, dDurationMs: 10, segs: [{ utf8: 'a' }] },
    ];
    expect(told(readJson3({ events }))).toEqual([[40, 50, 'a']]);
  });

  it('fills in missing starts and durations', () => {
    const events = [
      { segs: [{ utf8: 'a' }] },
      { tStartMs: 1000, segs: [{ utf8: 'b' }] },
      { tStartMs: 60_000, segs: [{ utf8: 'c' }] },
    ];
    expect(told(readJson3({ events }))).toEqual([
      [0, 1000, 'a'],
      [1000, 5000, 'b'],
      [60_000, 64_000, 'c'],
    ]);
  });

  it('keeps words inside their cue and puts events in order', () => {
    const parsed = readJson3({
      events: [
        { tStartMs: 3000, dDurationMs: 1000, segs: [{ utf8: 'c', acAsrConf: 0 }] },
        { tStartMs: 1000, dDurationMs: 5000, segs: [{ utf8: 'a' }, { utf8: ' b', tOffsetMs: 9000 }] },
      ],
    });
    expect(parsed.problems.map(({ code }) => code)).toEqual(['time-backwards']);
    expect(parsed.cues[0]?.words).toEqual([
      { text: 'a', start: 1000 },
      { text: ' b', start: 3000 },
    ]);
  });

  it('turns confidences into percent where there are any', () => {
    const segs = [
      { utf8: 'a', acAsrConf: 255 },
      { utf8: ' b', tOffsetMs: 10, acAsrConf: 128 },
    ];
    expect(readJson3({ events: [{ segs }] }).cues[0]?.words?.map(({ confidence }) => confidence)).toEqual([100, 50]);
  });

  it.each([
    { wireMagic: 'pb3' },
    { events: [], wireMagic: 'pb3' },
    { events: [{ tStartMs: 0, segs: [{ utf8: '\n' }] }] },
  ])('tells a withheld track from words: %j', (body) => {
    const parsed = readJson3(body);
    expect(parsed.cues).toEqual([]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['no-cues']);
  });

  it.each([null, 1, 'x', [], {}, { payload: {} }])('refuses what is no caption answer: %j', (value) => {
    expect(readJson3(value).problems.map(({ code }) => code)).toEqual(['not-this-shape']);
  });

  it('finds the answer inside a wrapper and passes over what is broken', () => {
    const parsed = readJson3({
      type: 'captured',
      payload: {
        events: [
          null,
          5,
          { segs: 'x' },
          { tStartMs: -9e9, segs: [{ utf8: 'a' }] },
          { tStartMs: '10', segs: [null, { utf8: 5 }, { utf8: 'b' }] },
        ],
      },
    });
    expect(told(parsed)).toEqual([[10, 4010, 'b']]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['time-impossible']);
  });

  it('is not polluted by keys that mean something to engines', () => {
    const text =
      '{"events":[{"segs":[{"utf8":"a","__proto__":{"x":1}}],"constructor":1}],"__proto__":{"polluted":true}}';
    expect(json3.parse(text).cues).toHaveLength(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the XML answers', () => {
  it('read srv1: seconds, text escaped twice, a missing duration', () => {
    expect(told(srv1.parse(SAMPLES.srv1 ?? ''))).toEqual([
      [1000, 2500, 'Good evening, "everybody"'],
      [2500, 4000, "it's late"],
      [4000, 8000, 'the lamp'],
    ]);
  });

  it('read srv2', () => {
    expect(told(srv2.parse(SAMPLES.srv2 ?? ''))).toEqual([
      [1000, 2500, 'Good evening'],
      [2510, 4010, 'everybody'],
    ]);
  });

  it('read srv3: words, confidences, rolling rows', () => {
    const parsed = srv3.parse(SAMPLES.srv3 ?? '');
    expect(told(parsed)).toEqual([
      [1000, 2500, 'Good evening,'],
      [2500, 5500, "it's late"],
    ]);
    expect(parsed.cues[1]?.words).toEqual([
      { text: "it's", start: 2500, confidence: 78 },
      { text: ' late', start: 2900, confidence: 99 },
    ]);
  });

  it('read srv3 of caption editors: spans, overlaps, invisible spaces, line breaks', () => {
    const text =
      '<timedtext format="3"><body><p t="1" d="10"><s p="1">\u200b</s>\u200b<s p="2">\u200b \u200bTop\u200b \u200b</s><s p="1">\u200b\n\u200b</s>Bottom</p><p t="1" d="10">Other<br/>row</p></body></timedtext>';
    expect(told(srv3.parse(text))).toEqual([
      [1, 11, 'Top\nBottom'],
      [1, 11, 'Other\nrow'],
    ]);
  });

  it('say so when there is nothing', () => {
    expect(readYouTubeXml('<timedtext format="3"><body/></timedtext>').problems.map(({ code }) => code)).toEqual([
      'no-cues',
    ]);
    expect(readYouTubeXml('<p t="x">a</p>').problems.map(({ code }) => code)).toEqual(['time-impossible', 'no-cues']);
  });
});

describe('the panel', () => {
  it('reads whole seconds without ends, and chapters at their first line', () => {
    const parsed = panelAnswer.parse(SAMPLES['panel-answer'] ?? '');
    expect(parsed.timing).toBe('second');
    expect(told(parsed)).toEqual([
      [1000, null, 'Good evening, everybody.'],
      [2000, null, 'Who is there?'],
    ]);
    expect(parsed.chapters).toEqual([{ start: 1000, title: 'The door' }]);
  });

  it('reads the older answer with its milliseconds and section headers', () => {
    const segment = (startMs: string, endMs: string, text: string) => ({
      transcriptSegmentRenderer: {
        startMs,
        endMs,
        snippet: { runs: [{ text }, { text: '!' }] },
        startTimeText: { simpleText: '0:01' },
      },
    });
    const header = {
      transcriptSectionHeaderRenderer: { startMs: '1200', endMs: '9000', snippet: { simpleText: 'Intro' } },
    };
    const parsed = readPanelAnswer({
      actions: [{ x: { initialSegments: [header, segment('1200', '3000', 'a'), segment('3000', '2000', 'b')] } }],
    });
    expect(parsed.timing).toBe('cue');
    expect(told(parsed)).toEqual([
      [1200, 3000, 'a!'],
      [3000, 3000, 'b!'],
    ]);
    expect(parsed.chapters).toEqual([{ start: 1200, title: 'Intro' }]);
  });

  it('prefers the second a line seeks to over the printed clock, and takes the clock where there is none', () => {
    const line = (simpleText: string, timestamp: string) => ({ transcriptSegmentViewModel: { simpleText, timestamp } });
    const parsed = readPanelAnswer([
      {
        macroMarkersPanelItemViewModel: {
          item: line('a', '0:09'),
          onTap: { innertubeCommand: { watchEndpoint: { startTimeSeconds: 8 } } },
        },
      },
      line('b', '1:02:45'),
      line('c', 'soon'),
    ]);
    expect(told(parsed)).toEqual([
      [8000, null, 'a'],
      [3_765_000, null, 'b'],
    ]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['cue-without-time']);
  });

  it('tells an answer without a transcript, and what is no answer', () => {
    expect(readPanelAnswer({}).problems.map(({ code }) => code)).toEqual(['no-cues']);
    expect(readPanelAnswer('x').problems.map(({ code }) => code)).toEqual(['not-this-shape']);
  });

  it('walks answers of any depth', () => {
    let nested: unknown = { transcriptSegmentRenderer: { startMs: '5', snippet: { simpleText: 'deep' } } };
    for (let depth = 0; depth < 100_000; depth++) nested = { nested };
    expect(told(readPanelAnswer(nested))).toEqual([[5, null, 'deep']]);
  });
});
