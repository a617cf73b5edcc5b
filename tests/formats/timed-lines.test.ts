import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { HELLO, type Row, rowsOf, shapeOf } from './people-rows';

describe('lines with times', () => {
  const LINES: readonly Row[] = [
    [3000, null, HELLO[0]],
    [9000, null, HELLO[1]],
    [62_000, null, HELLO[2]],
  ];

  it.each([
    ['bare', (time: string, words: string) => `00:${time} ${words}`],
    ['minutes and seconds', (time: string, words: string) => `${time} ${words}`],
    ['square brackets', (time: string, words: string) => `[${time}] ${words}`],
    ['round brackets', (time: string, words: string) => `(${time}) ${words}`],
    ['en dash', (time: string, words: string) => `${time} – ${words}`],
    ['em dash', (time: string, words: string) => `${time} — ${words}`],
    ['glued', (time: string, words: string) => `00:${time}.000${words}`],
    ['comma fraction', (time: string, words: string) => `00:${time},000 ${words}`],
    ['full-width colons', (time: string, words: string) => `${time.replaceAll(':', '：')} ${words}`],
    ['a phrase before', (time: string, words: string) => `Starting point is 00:${time} ${words}`],
    ['blank lines between', (time: string, words: string) => `00:${time} ${words}\n`],
    ['words below a bracketed time', (time: string, words: string) => `[00:${time}]\n\n${words}\n`],
  ])('reads them: %s', (_, line) => {
    const text = [line('00:03', HELLO[0]), line('00:09', HELLO[1]), line('01:02', HELLO[2])].join('\n');
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe('timed-lines');
    expect(rowsOf(reading)).toEqual(LINES);
  });

  it.each([
    ['hyphen', '0:03 - 0:09 one\n0:09 - 0:15 two\n0:15 - 0:20 three'],
    [
      'whisper.cpp',
      '[00:00:03.000 --> 00:00:09.000]   one\n[00:00:09.000 --> 00:00:15.000]   two\n[00:00:15.000 --> 00:00:20.000]   three',
    ],
    ['faster-whisper', '[3.00s -> 9.00s] one\n[9.00s -> 15.00s] two\n[15.00s -> 20.00s] three'],
  ])('reads ranges: %s', (_, text) => {
    const reading = parseAny(text);
    expect(reading.ok && reading.parsed.cues.map(({ start, end, text: words }) => [start, end, words])).toEqual([
      [3000, 9000, 'one'],
      [9000, 15_000, 'two'],
      [15_000, 20_000, 'three'],
    ]);
    expect(reading.ok && reading.parsed.timing).toBe('cue');
  });

  it.each([
    ['brackets', '[00:00:01] one and two [00:00:05] three four [00:00:09] five six [00:00:12] seven'],
    ['bare', '0:01 one and two 0:05 three four 0:09 five six 0:12 seven'],
  ])('reads a copy whose line ends were swallowed: %s', (_, text) => {
    expect(rowsOf(parseAny(text))).toEqual([
      [1000, null, 'one and two'],
      [5000, null, 'three four'],
      [9000, null, 'five six'],
      [12_000, null, 'seven'],
    ]);
  });

  it('folds double spaces, skips comment lines at the top and joins a line that goes on', () => {
    const reading = parseAny(
      '# tactiq.io free youtube transcript\n# How it works\n\n00:00:04.480 so  let us\nbegin\n00:00:09.679 with  it\n00:00:12.160 now',
    );
    expect(rowsOf(reading)).toEqual([
      [4480, null, 'so let us begin'],
      [9679, null, 'with it'],
      [12_160, null, 'now'],
    ]);
    expect(reading.ok && reading.parsed.title).toBe('How it works');
  });

  it('takes times behind paragraphs for their ends, and headings with times for chapters', () => {
    const text =
      '## Contents\n* [00:00:00] Start\n* [00:00:17] Middle\n\n## [00:00:00] Start\n\n**Mia:** Hi all. [00:00:09]\n\nSo good. [00:00:17]\n\n## [00:00:17] Middle\n\n[Applause] [00:00:20]\n\nThat is it. [00:00:30]';
    const reading = parseAny(text);
    expect(
      reading.ok && reading.parsed.cues.map(({ start, end, speaker, text: words }) => [start, end, speaker, words]),
    ).toEqual([
      [0, 9000, 'Mia', 'Hi all.'],
      [9000, 17_000, 'Mia', 'So good.'],
      [17_000, 20_000, 'Mia', '[Applause]'],
      [20_000, 30_000, 'Mia', 'That is it.'],
    ]);
    expect(reading.ok && reading.parsed.chapters).toEqual([
      { start: 0, title: 'Start' },
      { start: 17_000, title: 'Middle' },
    ]);
  });

  it('keeps words with impossible times, the order of backward times, and says so', () => {
    const reading = parseAny('00:00:01 a b\n999:99:99 c d\n00:00:03 e f\n00:00:02 g h\n00:00:09 i j');
    expect(rowsOf(reading)).toEqual([
      [1000, null, 'a b'],
      [null, null, 'c d'],
      [3000, null, 'e f'],
      [2000, null, 'g h'],
      [9000, null, 'i j'],
    ]);
    expect(reading.ok && reading.parsed.problems.map(({ code, line }) => [code, line])).toEqual([
      ['time-invalid', 2],
      ['time-backwards', 4],
    ]);
  });

  it('takes contents at the top for chapters, not for words', () => {
    const contents = ['0:00 Intro', '20:00 Middle', '40:00 End'];
    const talk = Array.from(
      { length: 40 },
      (_, index) =>
        `${Math.floor(index / 15)}:${String((index % 15) * 4).padStart(2, '0')} these are the words of line ${index}`,
    );
    const reading = parseAny([...contents, '', ...talk].join('\n'));
    expect(reading.ok && reading.parsed.cues.length).toBe(40);
    expect(reading.ok && reading.parsed.chapters?.map(({ title }) => title)).toEqual(['Intro', 'Middle', 'End']);
  });
});
