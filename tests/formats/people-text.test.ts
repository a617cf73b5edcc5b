import { describe, expect, it } from 'vitest';
import { parseAny, type Reading } from '@/lib/formats';

type Row = readonly [start: number | null, speaker: string | null, text: string];

function rowsOf(reading: Reading): readonly Row[] | string {
  if (!reading.ok) return reading.error.code;
  return reading.parsed.cues.map(({ start, speaker, text }) => [start, speaker ?? null, text]);
}

function shapeOf(reading: Reading): string {
  return reading.ok ? reading.shape : reading.error.code;
}

const HELLO = ['Hello there everybody.', 'Good morning to you.', 'And so on it goes.'] as const;

/** Two speakers, three turns; times as given, null where the form has none. */
function turns(times: readonly (number | null)[], [first, second] = ['Anna Smith', 'Bob Jones']): readonly Row[] {
  return [
    [times[0] ?? null, first ?? null, HELLO[0]],
    [times[1] ?? null, second ?? null, HELLO[1]],
    [times[2] ?? null, first ?? null, HELLO[2]],
  ];
}

const TIMES = [3000, 9000, 62_000] as const;

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

describe('plain text', () => {
  it.each([
    ['one line', 'words and words and words', 1],
    ['lines that are paragraphs', 'One sentence here.\nAnother one there.\nA third.', 3],
    [
      'wrapped lines',
      'This is a paragraph that was broken where the\npage was full of words and then it went on\nfor another line or two of it before it\nended here.\n\nAnother paragraph goes on like this one did\nand so it ends.',
      2,
    ],
    [
      'verses',
      'We are no strangers to love\nYou know the rules\nand so do I, my friend\nA full commitment\n\nNever gonna give you up\nNever gonna\nlet you down today',
      7,
    ],
    ['numbered lines', '[1] one thing\n[2] another\n[3] a third', 3],
  ])('reads %s', (_, text, cues) => {
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe('plain-text');
    expect(reading.ok && reading.parsed.cues.length).toBe(cues);
    expect(reading.ok && reading.parsed.timing).toBe('none');
    expect(reading.ok && reading.parsed.cues.some((cue) => cue.text.startsWith('['))).toBe(false);
  });

  it('does not take colons in prose for names', () => {
    expect(
      shapeOf(
        parseAny('It has many words: some are long.\n\nRemember: this is prose. It goes: on.\n\nThird: the end.'),
      ),
    ).toBe('plain-text');
  });
});

describe('pages about an episode', () => {
  it.each([
    [
      'a summary',
      '# Episode 12\n\n## Summary\n\nThey talk.\n\n## Key takeaways\n\n- One\n- Two\n- Three\n\nQ: What is it?\n\nIt is this.',
    ],
    [
      'show notes with times',
      '## Show Notes\n\n* **[00:00](#t=00:00)** Welcome\n* **[01:22](#t=01:22)** Sponsors\n* **[06:27](#t=06:27)** Why\n* **[19:52](#t=19:52)** The end',
    ],
    [
      'a page of concepts',
      '# Scaling\n\n**Domain:** AI\n**Status:** Active\n\n## Definition\n\nThey scale.\n\n**Context:** Discovery\n\n**Key Points:**\n- one\n- two\n- three\n\n**Context:** More\n\n**Key Points:**\n- four\n- five\n\n**Implication:** It goes on.\n\n## Related Concepts\n- a\n- b',
    ],
    [
      'meeting notes',
      'Meeting notes\n\nAttendees: Anna, Bob\nAgenda: budget\n\n- Budget approved\n- Two engineers\n- Next Monday\n\nAction items\n- Bob: send the plan\n- Carol: call',
    ],
    ['a list of chapters', '0:00 Intro\n1:32 Origin story\n6:51 Design\n13:44 Articles\n19:55 Pages\n40:48 The end'],
    [
      'quotes with times',
      '# Notes\n\n## Episode Highlights\n\n**Ann Lee (00:00:31):**\n> A quote of hers.\n\n**Key insight:** things.\n\n**Bob (00:16:20):** Another quote.\n\n**Key points:**\n- one\n- two\n- three',
    ],
  ])('refuses %s', (_, text) => {
    expect(shapeOf(parseAny(text))).toBe('notes-page');
  });

  it('reads a transcript below a short summary', () => {
    const talk = Array.from(
      { length: 60 },
      (_, index) =>
        `[${Math.floor(index / 6)}:${String((index % 6) * 10).padStart(2, '0')}] ${'some words that were really said '.repeat(4)}`,
    );
    expect(
      shapeOf(parseAny(['Summary', '', 'They talk about things.', '', 'Transcript', '', ...talk].join('\n'))),
    ).toBe('timed-lines');
  });
});

it('says of captions that are none what they are', () => {
  const problems = (text: string) => {
    const reading = parseAny(text);
    return reading.ok ? reading.parsed.problems.map(({ code }) => code) : [];
  };
  expect(problems('WEBVTT\nKind: descriptions\n\n00:01.000 --> 00:07.000\nA man walks.\n')).toEqual(['not-spoken']);
  expect(problems('WEBVTT\n\n00:00.000 --> 00:39.000\nIntro\n\n00:39.000 --> 01:30.000\nThe end\n')).toEqual([
    'chapters-not-words',
  ]);
});

describe('what cannot be a transcript', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\r\n ', 'empty'],
    ['bytes', `\u0000\u0001\u0002PK\u0003\u0004${'\u0000\u0007'.repeat(50)}`, 'binary'],
    ['data without words', '{"a": 1, "b": [1, 2, 3]}', 'unknown-shape'],
    ['cut-off data', '{"segments": [{"start": 0, "end": 1, "text": "a"}', 'broken-data'],
    ['data cut off in a word', '{"segments": [{"start": 0, "end": 1, "text": "a b c', 'broken-data'],
  ])('says so: %s', (_, text, code) => {
    expect(shapeOf(parseAny(text))).toBe(code);
  });
});
