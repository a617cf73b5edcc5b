import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { DATA_CASES } from './data-cases';
import { SERVICE_CASES } from './service-cases';
import { WHISPER_CASES } from './whisper-cases';

const CASES = { ...WHISPER_CASES, ...SERVICE_CASES, ...DATA_CASES };

describe('recognisers and data of any maker', () => {
  it.each(Object.entries(CASES))('reads %s', (_, { shape, data, cues, words, language, timing }) => {
    const isRows = Array.isArray(data) && typeof data[0] === 'string';
    const reading = parseAny(isRows ? data.join('\n') : JSON.stringify(data));
    expect(reading.ok ? reading.shape : reading.error).toBe(shape);
    if (!reading.ok) return;
    expect(reading.parsed.cues.map(({ start, end, speaker, text }) => [start, end, speaker ?? null, text])).toEqual(
      cues,
    );
    for (const cue of reading.parsed.cues)
      if (cue.words) expect(cue.words.map((word) => word.text).join('')).toBe(cue.text);
    if (words) {
      const found = reading.parsed.cues.flatMap((cue) => cue.words ?? []);
      expect(
        found.map(({ text, start, confidence }) =>
          confidence === undefined ? [text, start] : [text, start, confidence],
        ),
      ).toEqual(words);
    }
    if (language) expect(reading.parsed.language).toBe(language);
    if (timing) expect(reading.parsed.timing).toBe(timing);
  });

  it('reads a file in order without a word as one without words', () => {
    const reading = parseAny('{"text": "", "segments": [], "language": "fr"}');
    expect(
      reading.ok && [reading.shape, reading.parsed.cues, reading.parsed.problems.map((problem) => problem.code)],
    ).toEqual(['whisper', [], ['no-words']]);
  });

  it('reads chapters as chapters', () => {
    const reading = parseAny(
      '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}, {"startTime": 168.5, "title": "Hearing"}, {"startTime": 170, "title": "Picture", "toc": false}]}',
    );
    expect(reading.ok && [reading.shape, reading.parsed.cues.length, reading.parsed.chapters]).toEqual([
      'podcast-chapters',
      0,
      [
        { start: 0, title: 'Intro' },
        { start: 168_500, title: 'Hearing' },
      ],
    ]);
  });

  it('keeps words whose times are no times, and says so', () => {
    const segments = [
      { start: Number.NaN, end: 1, text: 'nan' },
      { start: 1e308, end: 2, text: 'huge' },
      { start: -1, end: 2, text: 'before' },
      { start: 5, end: 4, text: 'reversed' },
      { start: 3, end: 4, text: 'back' },
    ];
    const reading = parseAny(JSON.stringify({ language: 'en', text: '', segments }));
    expect(reading.ok && reading.parsed.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
      [null, null, 'nan'],
      [null, null, 'huge'],
      [null, null, 'before'],
      [5000, null, 'reversed'],
      [3000, 4000, 'back'],
    ]);
    expect(reading.ok && reading.parsed.problems.map((problem) => problem.code)).toEqual([
      'cue-without-time',
      'cue-without-time',
      'cue-without-time',
      'end-before-start',
      'time-backwards',
    ]);
  });
});

describe('podcast and hyperaudio HTML, web pages, tables', () => {
  it('reads cite, time and p', () => {
    const reading = parseAny(
      '<cite>Alban:</cite>\n<time>0:00</time>\n<p>It is &amp; was.</p>\n<p>More.</p>\n<cite>Kevin:</cite>\n<time>1:02:03</time>\n<p>That <b>is</b>\ntrue.</p>',
    );
    expect(reading.ok && [reading.shape, reading.parsed.cues]).toEqual([
      'podcast-html',
      [
        { start: 0, end: null, speaker: 'Alban', text: 'It is & was.\nMore.' },
        { start: 3_723_000, end: null, speaker: 'Kevin', text: 'That is\ntrue.' },
      ],
    ]);
  });

  it('reads spans with data-m and data-d', () => {
    const reading = parseAny(
      '<article><section><p><span class="speaker" data-m="100" data-d="0">Hanan: </span><span data-m="100" data-d="270">I\'m </span><span data-m="390" data-d="410">so</span><span data-m="800" data-d="10">.</span></p><p><span data-m="900" data-d="100">More </span></p></section></article>',
    );
    expect(reading.ok && reading.shape).toBe('hyperaudio');
    expect(
      reading.ok && reading.parsed.cues.map(({ start, end, speaker, text }) => [start, end, speaker, text]),
    ).toEqual([
      [100, 810, 'Hanan', "I'm so."],
      [900, 1000, 'Hanan', 'More'],
    ]);
  });

  it('reads the text of any other page as people’s text', () => {
    const reading = parseAny(
      '<!doctype html><html><head><title>x</title><style>p{}</style></head><body><script>var a = "<p>";</script><h1>T</h1><p><strong>Anna:</strong> Hello.</p><p>Bob: Hi.</p><p>Anna: So.</p><p>Bob: Yes.</p></body></html>',
    );
    expect(reading.ok && reading.parsed.cues.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna', 'Hello.'],
      ['Bob', 'Hi.'],
      ['Anna', 'So.'],
      ['Bob', 'Yes.'],
    ]);
  });

  it.each([
    ['TSV in milliseconds', 'start\tend\ttext\n380\t2760\tone two\n61000\t62000\tthree four\n'],
    ['TSV in seconds', 'start\tend\ttext\n0.38\t2.76\tone two\n61\t62\tthree four'],
    ['CSV with quotes', 'Start,End,Text\r\n00:00:00.380,00:00:02.760,"one two"\r\n00:01:01,00:01:02,three four\r\n'],
    ['rows without a header', '"one two",0.38,2.76\nthree four,61.0,62.0\n'],
    [
      'a table of Markdown',
      '| Start | End | Text |\n|---|---|---|\n| 0.38 | 2.76 | one two |\n| 61 | 62 | three four |',
    ],
    ['a label track', '0.380000\t2.760000\tone two\n61.000000\t62.000000\tthree four\n'],
  ])('reads %s', (_, text) => {
    const reading = parseAny(text);
    expect(
      reading.ok && [reading.shape, reading.parsed.cues.map(({ start, end, text: words }) => [start, end, words])],
    ).toEqual([
      'table',
      [
        [380, 2760, 'one two'],
        [61_000, 62_000, 'three four'],
      ],
    ]);
  });

  it('reads word tables and CTM as sentences', () => {
    const table = parseAny(
      'token|speaker|ts|endTs|punctuation|case\nGood|1|0.5|0.7||UC\nday|1|0.8|1.0|.|LC\nThank|2|1.1|1.2||UC\nyou|2|1.2|1.4||LC',
    );
    expect(table.ok && table.parsed.cues.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
      [500, 'Speaker 1', 'Good day.'],
      [1100, 'Speaker 2', 'Thank you'],
    ]);
    const ctm = parseAny('438 A 4.17 0.21 good 1.00\n438 A 4.38 0.30 day 0.95\n438 A 9.00 0.30 thanks 0.90\n');
    expect(ctm.ok && [ctm.shape, ctm.parsed.cues.map(({ start, end, text }) => [start, end, text])]).toEqual([
      'ctm',
      [
        [4170, 4680, 'good day'],
        [9000, 9300, 'thanks'],
      ],
    ]);
  });
});
