import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { HELLO, rowsOf, shapeOf, TIMES, turns } from './people-rows';

describe('turns with speakers and times', () => {
  it.each<[string, string, string]>([
    [
      'name, colon, time',
      'speaker-turns',
      `Anna Smith:          00:00:03       ${HELLO[0]}\n\nBob Jones:          00:00:09       ${HELLO[1]}\n\nAnna Smith:          00:01:02       ${HELLO[2]}`,
    ],
    [
      'name, colon, time, words below',
      'speaker-turns',
      `Anna Smith: 00:00:03\n\n${HELLO[0]}\n\nBob Jones: 00:00:09\n\n${HELLO[1]}\n\nAnna Smith: 00:01:02\n\n${HELLO[2]}`,
    ],
    [
      'time, name, colon',
      'speaker-turns',
      `[00:00:03] Anna Smith: ${HELLO[0]}\n\n[00:00:09] Bob Jones: ${HELLO[1]}\n\n[00:01:02] Anna Smith: ${HELLO[2]}`,
    ],
    [
      'name, time in brackets, colon',
      'name-blocks',
      `Anna Smith (00:00:03):\n${HELLO[0]}\n\nBob Jones (00:00:09):\n${HELLO[1]}\n\nAnna Smith (00:01:02):\n${HELLO[2]}`,
    ],
    [
      'name, colon, time in brackets',
      'name-blocks',
      `Anna Smith: (0:03)\n${HELLO[0]}\n\nBob Jones: (0:09)\n${HELLO[1]}\n\nAnna Smith: (1:02)\n${HELLO[2]}`,
    ],
    [
      'name, time in square brackets, words',
      'name-blocks',
      `Anna Smith [00:00:03] ${HELLO[0]}\n\nBob Jones [00:00:09] ${HELLO[1]}\n\nAnna Smith [00:01:02] ${HELLO[2]}`,
    ],
    [
      'name, time as a link',
      'name-blocks',
      `Anna Smith [(00:00:03)](https://youtube.com/watch?v=a&t=3) ${HELLO[0]}\n\nBob Jones [(00:00:09)](https://youtube.com/watch?v=a&t=9) ${HELLO[1]}\n\nAnna Smith [(00:01:02)](https://youtube.com/watch?v=a&t=62) ${HELLO[2]}`,
    ],
    [
      'bold name, time in brackets',
      'name-blocks',
      `**Anna Smith** [00:03]: ${HELLO[0]}\n\n**Bob Jones** [00:09]: ${HELLO[1]}\n\n**Anna Smith** [01:02]: ${HELLO[2]}`,
    ],
    [
      'Markdown heading',
      'name-blocks',
      `### Anna Smith (00:00:03)\n\n${HELLO[0]}\n\n### Bob Jones (00:00:09)\n\n${HELLO[1]}\n\n### Anna Smith (00:01:02)\n\n${HELLO[2]}`,
    ],
    [
      'name, two spaces, time',
      'name-headings',
      `Anna Smith  0:03  \n${HELLO[0]}\n\nBob Jones  0:09  \n${HELLO[1]}\n\nAnna Smith  1:02\n${HELLO[2]}\n\nTranscribed by https://otter.ai`,
    ],
    [
      'name, dash, time',
      'name-headings',
      `Anna Smith - 00:03\n${HELLO[0]}\n\nBob Jones - 00:09\n${HELLO[1]}\n\nAnna Smith - 01:02\n${HELLO[2]}`,
    ],
    [
      'time, dash, name',
      'name-headings',
      `[00:00:03.000] - Anna Smith\n${HELLO[0]}\n\n[00:00:09.000] - Bob Jones\n${HELLO[1]}\n\n[00:01:02.000] - Anna Smith\n${HELLO[2]}`,
    ],
    [
      'time, bar, name',
      'name-headings',
      `0:03 | Anna Smith\n${HELLO[0]}\n\n0:09 | Bob Jones\n${HELLO[1]}\n\n1:02 | Anna Smith\n${HELLO[2]}`,
    ],
    [
      'name in brackets, time',
      'name-headings',
      `[Anna Smith] 00:00:03\n${HELLO[0]}\n\n[Bob Jones] 00:00:09\n${HELLO[1]}\n\n[Anna Smith] 00:01:02\n${HELLO[2]}`,
    ],
    [
      'name, time, words with single spaces',
      'name-headings',
      `Anna Smith 00:00:03 ${HELLO[0]}\nBob Jones 00:00:09 ${HELLO[1]}\nAnna Smith 00:01:02 ${HELLO[2]}`,
    ],
  ])('reads %s', (_, shape, text) => {
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe(shape);
    expect(rowsOf(reading)).toEqual(turns(TIMES));
  });

  it.each([
    ['capitals', 'ANNA SMITH', 'BOB JONES', (name: string) => `${name}:  `],
    ['bold', 'Anna Smith', 'Bob Jones', (name: string) => `**${name}:** `],
    ['bold, colon outside', 'Anna Smith', 'Bob Jones', (name: string) => `**${name}**: `],
    ['initials', 'AS', 'BJ', (name: string) => `${name}: `],
    ['question and answer', 'Q', 'A', (name: string) => `${name}: `],
    ['question and answer of a court', 'Q', 'A', (name: string) => `${name}.  `],
    ['role and affiliation', 'JANE ROE, HOST', 'Dr. José Ñandú-O’Neil, Ph.D.', (name: string) => `${name}: `],
    ['brackets', 'SPEAKER_00', 'SPEAKER_01', (name: string) => `[${name}]: `],
    ['caption marks', 'ANNA', 'BOB', (name: string) => `>> ${name}: `],
    ['list items', 'Anna', 'Bob', (name: string) => `- ${name}: `],
    ['lower-case roles', 'speaker 1', 'speaker 2', (name: string) => `${name}: `],
    ['Hebrew', 'מנחה', 'אורח', (name: string) => `${name}: `],
    ['Chinese, wide colon', '主持人', '嘉宾', (name: string) => `${name}：`],
  ] as const)('reads names without times: %s', (_, first, second, label) => {
    const text = [first, second, first].map((name, index) => `${label(name)}${HELLO[index]}`).join('\n\n');
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe('named-turns');
    expect(rowsOf(reading)).toEqual(turns([], [first, second]));
  });

  it('keeps the paragraphs of a turn together, and colons in the middle of a sentence where they are', () => {
    const text =
      'Anna: I think of three things: one, two, three.\n\nRemember: it is late.\n\nBob: Hi.\n\nAnna: Question: who?\n\nBob: Me.';
    expect(rowsOf(parseAny(text))).toEqual([
      [null, 'Anna', 'I think of three things: one, two, three.\nRemember: it is late.'],
      [null, 'Bob', 'Hi.'],
      [null, 'Anna', 'Question: who?'],
      [null, 'Bob', 'Me.'],
    ]);
  });

  it('gives a bare time between turns to the turn that follows', () => {
    const reading = parseAny('Anna Smith: Yes.\nBob Jones: No.\n00:25:00\nAnna Smith: So.\nBob Jones: Well.');
    expect(rowsOf(reading)).toEqual([
      [null, 'Anna Smith', 'Yes.'],
      [null, 'Bob Jones', 'No.'],
      [1_500_000, 'Anna Smith', 'So.'],
      [null, 'Bob Jones', 'Well.'],
    ]);
  });

  it('keeps a time inside a turn as a mark on the words after it', () => {
    const reading = parseAny(
      '**Anna:** \\[00:10\\] One.\n\n\\[04:05\\] Two.\n\n**Bob:** Three.\n\n**Anna:** Four \\[laughs\\].',
    );
    expect(rowsOf(reading)).toEqual([
      [10_000, 'Anna', 'One.\nTwo.'],
      [null, 'Bob', 'Three.'],
      [null, 'Anna', 'Four [laughs].'],
    ]);
    const words = reading.ok ? reading.parsed.cues[0]?.words : undefined;
    expect(words?.map(({ text, start }) => [text, start])).toEqual([
      ['One.', 10_000],
      ['\nTwo.', 245_000],
    ]);
  });

  it('goes on with the speaker in paragraphs that have a time but no name', () => {
    const reading = parseAny(
      'Anna Lee [(0:00)](x) One.\n\n[(0:09)](x) Two.\n\nBob Ray [(0:15)](x) Three.\n\nAnna Lee [(0:20)](x) Four.',
    );
    expect(rowsOf(reading)).toEqual([
      [0, 'Anna Lee', 'One.'],
      [9000, 'Anna Lee', 'Two.'],
      [15_000, 'Bob Ray', 'Three.'],
      [20_000, 'Anna Lee', 'Four.'],
    ]);
  });

  it('gives the time of a break without words to the turn after it', () => {
    const reading = parseAny('**Ann:** One.\n\n**Break:** \\[20:15\\]\n\n**Bob:** Two.\n\n**Ann:** Three.');
    expect(rowsOf(reading)).toEqual([
      [null, 'Ann', 'One.'],
      [1_215_000, 'Bob', 'Two.'],
      [null, 'Ann', 'Three.'],
    ]);
  });
});

describe('what real documents put in the way', () => {
  it('reads names on lines of their own', () => {
    const text = [
      'ANNA',
      'Hello there.',
      '',
      'BOB',
      'Hi you.',
      '',
      'ANNA',
      'How are you?',
      '',
      'BOB',
      'Fine.',
      '',
      'ANNA',
      'Good.',
      '',
      'BOB',
      'Bye.',
    ].join('\n');
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe('named-turns');
    expect(rowsOf(reading)).toEqual([
      [null, 'ANNA', 'Hello there.'],
      [null, 'BOB', 'Hi you.'],
      [null, 'ANNA', 'How are you?'],
      [null, 'BOB', 'Fine.'],
      [null, 'ANNA', 'Good.'],
      [null, 'BOB', 'Bye.'],
    ]);
  });

  it('takes headings with times for chapters when no name comes back in them, and goes on with the turn below', () => {
    const text =
      '### The Rise of AI [00:00:00]\n\n**Rob Wiblin:** Hello there.\n\n**Ajeya Cotra:** Hi.\n\n### Meaning of Life (00:12:03)\n\nMore of Ajeya.\n\n**Rob Wiblin:** So?\n\n**Ajeya Cotra:** Well.';
    const reading = parseAny(text);
    expect(rowsOf(reading)).toEqual([
      [null, 'Rob Wiblin', 'Hello there.'],
      [null, 'Ajeya Cotra', 'Hi.\nMore of Ajeya.'],
      [null, 'Rob Wiblin', 'So?'],
      [null, 'Ajeya Cotra', 'Well.'],
    ]);
    expect(reading.ok && reading.parsed.chapters).toEqual([
      { start: 0, title: 'The Rise of AI' },
      { start: 723_000, title: 'Meaning of Life' },
    ]);
  });

  it.each([
    ['the head of a meeting', 'Weekly-20240101\nJanuary 1, 2024, 9:00AM\n1h 2m 3s\n\nAnna started transcription\n\n'],
    [
      'a day and a time',
      'Some Meeting\nWed, Nov 25, 2020 • 1:02:03\n\nSUMMARY KEYWORDS\nai, learning\n\nSPEAKERS\nAnna Smith, Bob\n\n',
    ],
    ['a line across the page', 'VIEW RECORDING - 57 mins: https://x\n\n---\n\n'],
  ])('leaves out %s', (_, head) => {
    const reading = parseAny(
      `${head}Anna Smith   0:03\nHello there.\n\nBob (Guest)   0:09\nHi.\n\nAnna Smith   1:02\nBye.`,
    );
    expect(rowsOf(reading)).toEqual([
      [3000, 'Anna Smith', 'Hello there.'],
      [9000, 'Bob (Guest)', 'Hi.'],
      [62_000, 'Anna Smith', 'Bye.'],
    ]);
  });

  it('gives times on their own lines to the named turns below them', () => {
    expect(rowsOf(parseAny('00:03\nAnna: Hello there\n\n00:10\nBob: Hi\n\n00:20\nAnna: Bye'))).toEqual([
      [3000, 'Anna', 'Hello there'],
      [10_000, 'Bob', 'Hi'],
      [20_000, 'Anna', 'Bye'],
    ]);
  });

  it('goes on with the speaker at a time that stands alone in brackets', () => {
    const text =
      'Lenny Lee (00:00:00):\nOne.\n\n(00:01:30):\nTwo.\n\nZoe Ray (00:02:05):\nThree.\n\nLenny Lee (00:02:09):\nFour.';
    expect(rowsOf(parseAny(text))).toEqual([
      [0, 'Lenny Lee', 'One.'],
      [90_000, 'Lenny Lee', 'Two.'],
      [125_000, 'Zoe Ray', 'Three.'],
      [129_000, 'Lenny Lee', 'Four.'],
    ]);
  });

  it('keeps times of day, and says what they are', () => {
    const reading = parseAny(
      '[Anna Smith] 10:02:33\nHello.\n\n[Bob Jones] 10:02:40\nHi.\n\n[Anna Smith] 10:02:50\nBye.',
    );
    expect(rowsOf(reading)).toMatchObject([
      [36_153_000, 'Anna Smith', 'Hello.'],
      [36_160_000, 'Bob Jones', 'Hi.'],
      [36_170_000, 'Anna Smith', 'Bye.'],
    ]);
    expect(reading.ok && reading.parsed.problems.map(({ code }) => code)).toEqual(['times-of-day']);
  });

  it('reads a name here and there in timed lines without making turns of them', () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) =>
        `00:00:${String(10 + index * 4)} ${index === 4 || index === 9 ? 'Speaker 1: Mm-hmm.' : 'and so it goes on with words'}`,
    );
    const reading = parseAny(lines.join('\n'));
    expect(shapeOf(reading)).toBe('timed-lines');
    expect(reading.ok && reading.parsed.cues.filter(({ speaker }) => speaker === 'Speaker 1').length).toBe(2);
  });
});
