import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

function read(text: string) {
  const reading = parseAny(text);
  if (!reading.ok) return reading.error;
  return {
    shape: reading.shape,
    cues: reading.parsed.cues.map(({ start, text: words, speaker }) =>
      speaker === undefined ? [start, words] : [start, words, speaker],
    ),
    chapters: reading.parsed.chapters?.map(({ start, title }) => [start, title]) ?? [],
    problems: reading.parsed.problems.map((problem) => problem.code),
  };
}

const PLAIN = {
  shape: 'youtube-panel-text',
  cues: [
    [0, 'in this video you will'],
    [8000, 'learn about two'],
    [62_000, 'things and then'],
    [3_723_000, 'we stop'],
  ],
  chapters: [],
  problems: [],
};

describe('copies of the transcript panel', () => {
  it.each([
    [
      'times on lines of their own',
      '0:00\nin this video you will\n0:08\nlearn about two\n1:02\nthings and then\n1:02:03\nwe stop\n',
    ],
    [
      'blank lines between',
      '0:00\n\nin this video you will\n\n0:08\n\nlearn about two\n\n1:02\n\nthings and then\n\n1:02:03\n\nwe stop',
    ],
    [
      'times in words',
      '0:00\nin this video you will\n0:08\n8 seconds\nlearn about two\n1:02\n1 minute, 2 seconds\nthings and then\n1:02:03\n1 hour, 2 minutes, 3 seconds\nwe stop',
    ],
    [
      'times in German words',
      '0:00\n0 Sekunden\nin this video you will\n0:08\n8 Sekunden\nlearn about two\n1:02\n1 Minute und 2 Sekunden\nthings and then\n1:02:03\n1 Stunde, 2 Minuten und 3 Sekunden\nwe stop',
    ],
    [
      'times in words on the same line',
      '0:00 0 seconds\nin this video you will\n0:08 8 seconds\nlearn about two\n1:02 1 minute, 2 seconds\nthings and then\n1:02:03 1 hour, 2 minutes, 3 seconds\nwe stop',
    ],
    [
      'times in words run together',
      '0:000 seconds\nin this video you will\n0:088 seconds\nlearn about two\n1:021 minute, 2 seconds\nthings and then\n1:02:031 hour, 2 minutes, 3 seconds\nwe stop',
    ],
    [
      'everything run together',
      '0:000 secondsin this video you will\n0:088 secondslearn about two\n1:021 minute, 2 secondsthings and then\n1:02:031 hour, 2 minutes, 3 secondswe stop',
    ],
    [
      'Windows line ends',
      '0:00\r\nin this video you will\r\n0:08\r\nlearn about two\r\n1:02\r\nthings and then\r\n1:02:03\r\nwe stop\r\n',
    ],
    [
      'buttons around',
      'Transcript\nSearch in video\n0:00\nin this video you will\n0:08\nlearn about two\n1:02\nthings and then\n1:02:03\nwe stop\nEnglish (auto-generated)\n',
    ],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual(PLAIN);
  });

  it('takes the line above a time for a chapter when words have one line each', () => {
    const text =
      'In this video\n\nTimeline\n\nChapters\n\nTranscript\nSearch in video\nIntroduction\n0:02\nAnd up first\n0:04\nmy friend\n0:07\nat work\nOrigin Story\n0:30\nSo, it was\n0:33\na summer day\n0:36\nback then';
    expect(read(text)).toEqual({
      shape: 'youtube-panel-text',
      cues: [
        [2000, 'And up first'],
        [4000, 'my friend'],
        [7000, 'at work'],
        [30_000, 'So, it was'],
        [33_000, 'a summer day'],
        [36_000, 'back then'],
      ],
      chapters: [
        [2000, 'Introduction'],
        [30_000, 'Origin Story'],
      ],
      problems: [],
    });
  });

  it('takes numbered chapter lines for chapters also when spoken times stand between', () => {
    const text =
      'Chapter 1: Intro\n0:00\nhello and welcome\n0:08\n8 seconds\nto the show\nChapter 2: What it is\n0:16\n16 seconds\nnow we begin\n0:23\n23 seconds\nand go on';
    expect(read(text)).toMatchObject({
      cues: [
        [0, 'hello and welcome'],
        [8000, 'to the show'],
        [16_000, 'now we begin'],
        [23_000, 'and go on'],
      ],
      chapters: [
        [0, 'Intro'],
        [16_000, 'What it is'],
      ],
    });
  });

  it('finds the panel in a whole page, with chapter list before and other videos after', () => {
    const text = [
      'Skip navigation',
      'Search',
      'How Things Work',
      'Some Channel',
      '1.2M subscribers',
      'Subscribe',
      '0:31 / 12:07',
      'Share',
      'Chapters',
      'Intro',
      '0:00',
      'Middle',
      '0:12',
      'Transcript',
      'Search in video',
      'Intro',
      '0:00',
      'welcome to the',
      '0:04',
      'show of today',
      '0:09',
      'and more',
      'Middle',
      '0:12',
      'we go on',
      '0:18',
      'and on',
      '0:25',
      'to the end',
      '0:31',
      'of it',
      'English (auto-generated)',
      'All',
      'From Some Channel',
      '12:34',
      'Another Video',
      'Some Channel',
      '3:21',
      'A Third Video',
    ].join('\n');
    const found = read(text);
    expect(found).toMatchObject({
      cues: [
        [0, 'welcome to the'],
        [4000, 'show of today'],
        [9000, 'and more'],
        [12_000, 'we go on'],
        [18_000, 'and on'],
        [25_000, 'to the end'],
        [31_000, 'of it'],
      ],
      chapters: [
        [0, 'Intro'],
        [12_000, 'Middle'],
      ],
    });
  });

  it('keeps both lines of captions that have two lines each', () => {
    const text = '0:00\none line\nanother line\n0:04\nthird line\nfourth line\n0:08\nfifth line\nsixth line';
    expect(read(text)).toMatchObject({
      cues: [
        [0, 'one line\nanother line'],
        [4000, 'third line\nfourth line'],
        [8000, 'fifth line\nsixth line'],
      ],
      chapters: [],
    });
  });

  it('keeps words that merely sound like a time', () => {
    const text = '0:08\n8 seconds\n0:10\nis not long\n0:12\nat all\n0:15\nis it';
    expect(read(text)).toMatchObject({
      cues: [
        [8000, '8 seconds'],
        [10_000, 'is not long'],
        [12_000, 'at all'],
        [15_000, 'is it'],
      ],
    });
  });

  it.each([
    ['above', 'Anna Smith\n0:00\nHello there.\nBob Jones\n0:04\nHi.\nAnna Smith\n0:09\nSo.\nBob Jones\n0:12\nYes.'],
    ['below', '0:00\nAnna Smith\nHello there.\n0:04\nBob Jones\nHi.\n0:09\nAnna Smith\nSo.\n0:12\nBob Jones\nYes.'],
  ])('takes returning names for speakers: %s the time', (_, text) => {
    expect(read(text)).toMatchObject({
      cues: [
        [0, 'Hello there.', 'Anna Smith'],
        [4000, 'Hi.', 'Bob Jones'],
        [9000, 'So.', 'Anna Smith'],
        [12_000, 'Yes.', 'Bob Jones'],
      ],
      chapters: [],
    });
  });

  it('keeps the order when a time slips back, and tells', () => {
    expect(read('0:00\na\n0:05\nb\n0:03\nc\n0:09\nd\n0:12\ne')).toMatchObject({
      cues: [
        [0, 'a'],
        [5000, 'b'],
        [3000, 'c'],
        [9000, 'd'],
        [12_000, 'e'],
      ],
      problems: ['time-backwards'],
    });
  });

  it('tells of words after the last line that it left out', () => {
    expect(read('0:00\na b\n0:05\nc d\n0:08\ne f\n0:10\ng h\nSome comment below')).toMatchObject({
      problems: ['text-left-out'],
    });
  });
});
