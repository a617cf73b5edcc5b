/** One talk as ten and more services and habits set it on a page; each must give the same turns. */
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

const SAID = [
  'Good morning everybody, and welcome to the show about rivers.',
  'Thanks for having me, it is a pleasure to be here.',
  'So tell us how a river begins, and where it goes.',
  'It begins with rain. It has rained for nine days.',
  'And then?',
  'Then the water runs to the sea and takes the land with it.',
  'All of the land?',
  'Slowly, yes. The hills are soft.',
];
const NAMES = ['Mara Quill', 'Ben Oduya'];

interface Turn {
  readonly name: string;
  readonly time: string;
  /** As above, with frames. */
  readonly end: string;
  readonly text: string;
  readonly index: number;
}

function clock(seconds: number): string {
  return `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function turns(write: (turn: Turn) => string, between = '\n\n'): string {
  return SAID.map((text, index) =>
    write({
      name: NAMES[index % 2] ?? '',
      time: clock(3 + index * 17),
      end: clock(20 + index * 17),
      text,
      index,
    }),
  ).join(between);
}

const TIMED = SAID.map((text, index) => [(3 + index * 17) * 1000, NAMES[index % 2], text]);
const UNTIMED = SAID.map((text, index) => [null, NAMES[index % 2], text]);

function read(text: string) {
  const reading = parseAny(text);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.parsed;
}

function rows(text: string) {
  return read(text).cues.map(({ start, speaker, text: words }) => [start, speaker, words]);
}

describe('turns with names and times', () => {
  it.each<[string, string]>([
    ['name, time below, words below', turns(({ name, time, text }) => `${name}\n${time}\n${text}`)],
    ['name with colon, time below, words below', turns(({ name, time, text }) => `${name}:\n${time}\n${text}`)],
    ['name, time in brackets below, words below', turns(({ name, time, text }) => `${name}\n(${time})\n${text}`, '\n')],
    ['time, name below, words below', turns(({ name, time, text }) => `${time}\n${name}\n${text}`, '\n')],
    [
      'range in brackets, name below, words below',
      turns(({ name, time, end, text }) => `[${time} - ${end}]\n${name}\n${text}`),
    ],
    ['name (time) words', turns(({ name, time, text }) => `${name} (${time}) ${text}`)],
    ['[time] [name] words', turns(({ name, time, text }) => `[${time}] [${name}] ${text}`, '\n')],
    ['time - name - words', turns(({ name, time, text }) => `${time} - ${name} - ${text}`, '\n')],
    ['time | name | words', turns(({ name, time, text }) => `${time} | ${name} | ${text}`, '\n')],
    ['time, tab, name, tab, words', turns(({ name, time, text }) => `${time}\t${name}\t${text}`, '\n')],
    ['name @ time', turns(({ name, time, text }) => `${name} @ ${time}\n${text}`)],
    ['names in Markdown headings', turns(({ name, time, text }) => `### ${name} (${time})\n\n${text}`)],
  ])('reads %s', (_, text) => {
    expect(rows(text)).toEqual(TIMED);
  });

  it('keeps a role in brackets with its name', () => {
    const text = turns(
      ({ index, name, time, text: words }) => `Speaker ${(index % 2) + 1} (${name}):  ${time}\n${words}`,
    );
    expect(read(text).cues.map(({ speaker }) => speaker)).toEqual(
      SAID.map((_, index) => `Speaker ${(index % 2) + 1} (${NAMES[index % 2]})`),
    );
  });

  it('takes a list of contents above the names for chapters, and its titles out of the words', () => {
    const contents = 'Table of Contents\n\n0:00 – Introduction\n0:37 – Rivers\n1:45 – Land\n\nIntroduction\n\n';
    const text =
      contents +
      turns(
        ({ index, name, time, text: words }) => `${index === 2 ? 'Rivers\n\n' : ''}${name}\n(${time})\n${words}`,
        '\n',
      );
    expect(rows(text)).toEqual(TIMED);
    expect(read(text).chapters).toEqual([
      { start: 0, title: 'Introduction' },
      { start: 37_000, title: 'Rivers' },
      { start: 105_000, title: 'Land' },
    ]);
  });
});

describe('numbered captions', () => {
  it('are read without their numbers, above the time and before it', () => {
    const expected = SAID.map((words, index) => [(3 + index * 17) * 1000, words]);
    const above = turns(({ index, time, text }) => `${index + 1}\n${time}\n${text}`);
    expect(read(above).cues.map(({ start, text }) => [start, text])).toEqual(expected);
    const before = turns(({ index, time, text }) => `${index + 1}. [${time}] ${text}`, '\n');
    expect(read(before).cues.map(({ start, text }) => [start, text])).toEqual(expected);
  });
});

describe('lines with seconds', () => {
  it.each<[string, (seconds: number, end: number, text: string) => string]>([
    ['with a fraction', (seconds, _, text) => `${seconds}.0 ${text}`],
    ['with a unit', (seconds, _, text) => `${seconds}s: ${text}`],
    ['with an end', (seconds, end, text) => `${seconds}.00 - ${end}.00: ${text}`],
  ])('are read: %s', (_, write) => {
    const text = SAID.map((words, index) => write(3 + index * 17, 20 + index * 17, words)).join('\n');
    expect(read(text).cues.map(({ start, text: words }) => [start, words])).toEqual(
      SAID.map((words, index) => [(3 + index * 17) * 1000, words]),
    );
  });

  it('are not seen in numbered sections and lists', () => {
    const sections =
      '1.1 The river and its land\n1.2 The rain that fell on it\n1.3 What was done about it\n2.1 The sea\n';
    expect(read(sections).timing).toBe('none');
    expect(read('1. First of all words\n2. Then the next words\n3. And the last words\n').timing).toBe('none');
  });
});

describe('turns with names alone', () => {
  it.each<[string, string]>([
    ['[name] words', turns(({ name, text }) => `[${name}] ${text}`, '\n')],
    ['names on lines of their own', turns(({ name, text }) => `${name}\n\n${text}`)],
    ['names in quotes of Markdown', turns(({ name, text }) => `> **${name}**: ${text}`)],
  ])('reads %s', (_, text) => {
    expect(rows(text)).toEqual(UNTIMED);
  });

  it.each<[string, readonly string[]]>([
    ['parliaments', ['Mr. QUILL', 'The CHAIRMAN', 'Ms. ODUYA of Ohio']],
    ['hearings', ['Chairman Quill', 'Senator Oduya', 'Dr. Vu']],
    ['plays', ['MARA', 'BEN', 'OLD MILLER']],
  ])('reads names with a full stop, as in the records of %s', (_, names) => {
    const name = (index: number) => names[index % names.length] ?? '';
    expect(rows(turns(({ index, text }) => `  ${name(index)}. ${text}`, '\n'))).toEqual(
      SAID.map((text, index) => [null, name(index), text]),
    );
  });

  it('leaves out how a voice in capitals was heard', () => {
    const text = turns(({ index, text: words }) => `${['QUILL', 'ODUYA (on camera)'][index % 2]}: ${words}`);
    expect(new Set(read(text).cues.map(({ speaker }) => speaker))).toEqual(new Set(['QUILL', 'ODUYA']));
  });
});

describe('what only looks like names', () => {
  it('takes no remarks in brackets for speakers', () => {
    const text = SAID.map((line, index) => (index % 3 === 0 ? `[Soft Music] ${line}` : line)).join('\n');
    expect(read(text).cues.every(({ speaker }) => speaker == null)).toBe(true);
  });

  it('takes no days, timetables and identifiers of programs for speakers', () => {
    const log = ['May  3 10:00:01 host started', 'May  3 10:00:05 host listens', 'May  3 10:01:01 host ends'].join(
      '\n',
    );
    expect(read(log).cues.every(({ speaker }) => speaker == null)).toBe(true);
    const output = `[00:01.000 --> 00:04.000]  ${SAID[0]}\n[00:04.000 --> 00:09.000]  ${SAID[1]}\n\nwhisper_print_timings:  load time = 1 ms\nwhisper_print_timings:  total time = 2 ms\n`;
    expect(read(output).cues).toMatchObject([{ start: 1000 }, { start: 4000, text: SAID[1] }]);
  });
});
