/** Habits of single services, courts and broadcasters in setting names, times and what is no speech. */
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

type Row = readonly [start: number | null, speaker: string | null, text: string];

function rowsOf(text: string): readonly Row[] | string {
  const reading = parseAny(text);
  if (!reading.ok) return reading.error.code;
  return reading.parsed.cues.map(({ start, speaker, text: words }) => [start, speaker ?? null, words]);
}

const SAID = ['A river begins with rain.', 'Where does it go?', 'It goes to the sea.', 'All of it?', 'Nearly all.'];
const NAMES = ['Mara Quill', 'Ben Oduya'] as const;

function page(write: (name: string, time: string, words: string) => string): string {
  return SAID.map((words, index) => write(NAMES[index % 2] ?? '', `00:00:${String(10 + index * 7)}`, words)).join('\n');
}

const TIMED: readonly Row[] = SAID.map((words, index) => [10_000 + index * 7000, NAMES[index % 2] ?? null, words]);

describe('names above times', () => {
  it.each([
    ['the words below', page((name, time, words) => `${name}\n(${time})\n${words}`)],
    ['the words beside the time', page((name, time, words) => `${name}\n(${time}) ${words}`)],
    [
      'names in bold, times as links',
      page((name, time, words) => `**${name}**\n[${time}](https://x.example) ${words}\n`),
    ],
  ])('are speakers: %s', (_, text) => {
    expect(rowsOf(text)).toEqual(TIMED);
  });

  it('hold for later times without a name, and stand below a list of contents', () => {
    const contents = '0:00 – Rain\n4:10 – The sea\n\nRain\n';
    const more = '\n\nThe sea\nMara Quill\n(00:04:10)\nThe sea is wide.\n(00:04:20)\nAnd it is deep.';
    const reading = parseAny(contents + page((name, time, words) => `${name}\n(${time})\n${words}`) + more);
    if (!reading.ok) expect.fail(reading.error.code);
    expect(reading.parsed.chapters?.map(({ title }) => title)).toEqual(['Rain', 'The sea']);
    expect(reading.parsed.cues.slice(-2).map(({ start, speaker }) => [start, speaker])).toEqual([
      [250_000, 'Mara Quill'],
      [260_000, 'Mara Quill'],
    ]);
  });
});

describe('records and broadcasts', () => {
  it.each<[string, string, readonly Row[]]>([
    [
      'numbered lines of a court',
      [
        '   1        IN THE COURT OF RIVERS',
        '   2        THE COURT:  Good morning.  Please state',
        '',
        '   3   your names.',
        '',
        '   4        MR. QUILL:  Ben Quill for the river.',
        '   5        THE COURT:  You may go on.',
        '   6        Q.   Where does it go?',
        '   7        A.   To the sea.',
        '   8        Q.   All of it?',
        '   9        A.   Nearly all.',
      ].join('\n'),
      [
        [null, 'THE COURT', 'Good morning. Please state your names.'],
        [null, 'MR. QUILL', 'Ben Quill for the river.'],
        [null, 'THE COURT', 'You may go on.'],
        [null, 'Q', 'Where does it go?'],
        [null, 'A', 'To the sea.'],
        [null, 'Q', 'All of it?'],
        [null, 'A', 'Nearly all.'],
      ],
    ],
    [
      'a broadcast in which nobody comes back yet',
      'MARA QUILL, HOST: Good evening.\n\nBEN ODUYA, BYLINE: I stand at the river.\n\nUNIDENTIFIED PERSON: It is high.\n\nODUYA: It has rained.\n\nCopyright © 2024 The Station. All rights reserved.',
      [
        [null, 'MARA QUILL, HOST', 'Good evening.'],
        [null, 'BEN ODUYA, BYLINE', 'I stand at the river.'],
        [null, 'UNIDENTIFIED PERSON', 'It is high.'],
        [null, 'ODUYA', 'It has rained.'],
      ],
    ],
    [
      'a press conference',
      'THE MAYOR:  Good evening.\n\nQ    How high is the river?\n\nTHE MAYOR:  High.\n\nQ    And now?\n\nMS. QUILL:  We wait.\n\nTHE MAYOR:  We wait.',
      [
        [null, 'THE MAYOR', 'Good evening.'],
        [null, 'Q', 'How high is the river?'],
        [null, 'THE MAYOR', 'High.'],
        [null, 'Q', 'And now?'],
        [null, 'MS. QUILL', 'We wait.'],
        [null, 'THE MAYOR', 'We wait.'],
      ],
    ],
    [
      'a chair who speaks once',
      'Mr. QUILL. I rise for the river.\nMs. ODUYA. Will he yield?\nMr. QUILL. I yield.\nMs. ODUYA. I thank him.\nThe SPEAKER. His time is over.\nMr. QUILL. I yield back.',
      [
        [null, 'Mr. QUILL', 'I rise for the river.'],
        [null, 'Ms. ODUYA', 'Will he yield?'],
        [null, 'Mr. QUILL', 'I yield.'],
        [null, 'Ms. ODUYA', 'I thank him.'],
        [null, 'The SPEAKER', 'His time is over.'],
        [null, 'Mr. QUILL', 'I yield back.'],
      ],
    ],
    [
      'a shout with a colon in brackets',
      'Dr. Mara Quill:\nGuten Morgen!\n\n(Zuruf von links: Doch!)\n\nBen Oduya:\nNein.\n\nDr. Mara Quill:\nDoch.\n\nBen Oduya:\nNein.',
      [
        [null, 'Dr. Mara Quill', 'Guten Morgen!\n(Zuruf von links: Doch!)'],
        [null, 'Ben Oduya', 'Nein.'],
        [null, 'Dr. Mara Quill', 'Doch.'],
        [null, 'Ben Oduya', 'Nein.'],
      ],
    ],
    [
      'numbered speakers on lines of their own',
      'Speaker 1\nA river begins.\n\nSpeaker 2\nWhere?\n\nSpeaker 1\nIn the hills.\n\nSpeaker 2\nOh.',
      [
        [null, 'Speaker 1', 'A river begins.'],
        [null, 'Speaker 2', 'Where?'],
        [null, 'Speaker 1', 'In the hills.'],
        [null, 'Speaker 2', 'Oh.'],
      ],
    ],
    [
      'questions that are bold to their end',
      '**Q: Where does it begin?**\n\nA: In the hills.\n\n**Q: And where does it go?**\n\nA: To the sea.',
      [
        [null, 'Q', 'Where does it begin?'],
        [null, 'A', 'In the hills.'],
        [null, 'Q', 'And where does it go?'],
        [null, 'A', 'To the sea.'],
      ],
    ],
    [
      'names as headings',
      [1, 2, 3].map((number) => `## Mara\n\nA river, ${number}.\n\n## Ben\n\nThe sea, ${number}.`).join('\n\n'),
      [1, 2, 3].flatMap((number): Row[] => [
        [null, 'Mara', `A river, ${number}.`],
        [null, 'Ben', `The sea, ${number}.`],
      ]),
    ],
    [
      'numbered speakers above some of the times of a player',
      'Speaker 1\n0:00\nA river begins.\n\n0:09\nIn the hills.\n\nSpeaker 2\n0:14\nWhere?\n\nSpeaker 1\n1:02\nThere.',
      [
        [0, 'Speaker 1', 'A river begins.'],
        [9000, 'Speaker 1', 'In the hills.'],
        [14_000, 'Speaker 2', 'Where?'],
        [62_000, 'Speaker 1', 'There.'],
      ],
    ],
    [
      'names and times in bold together',
      '**Mara Quill (00:00:05):** A river begins.\n\n**Ben Oduya (00:00:13):** Where?\n\n**Mara Quill (00:00:19):** There.',
      [
        [5000, 'Mara Quill', 'A river begins.'],
        [13_000, 'Ben Oduya', 'Where?'],
        [19_000, 'Mara Quill', 'There.'],
      ],
    ],
    [
      'three lines with two times in one',
      'MARA QUILL (00:05): A river begins.\nBEN ODUYA (00:13): Where?\nMARA QUILL (00:19): There. (01:10) And here.',
      [
        [5000, 'MARA QUILL', 'A river begins.'],
        [13_000, 'BEN ODUYA', 'Where?'],
        [19_000, 'MARA QUILL', 'There. (01:10) And here.'],
      ],
    ],
    [
      'bold names above bare times',
      [1, 2, 3]
        .map(
          (number) =>
            `**Mara**\n\n*0:${number}0*\n\nA river, ${number}.\n\n**Ben**\n\n*0:${number}5*\n\nThe sea, ${number}.`,
        )
        .join('\n\n'),
      [1, 2, 3].flatMap((number): Row[] => [
        [number * 10_000, 'Mara', `A river, ${number}.`],
        [number * 10_000 + 5000, 'Ben', `The sea, ${number}.`],
      ]),
    ],
    [
      'names above several lines, one of them once',
      'Mara:\nA river begins.\nIt is small.\n\nBen:\nWhere?\n\nMara:\nThere.',
      [
        [null, 'Mara', 'A river begins. It is small.'],
        [null, 'Ben', 'Where?'],
        [null, 'Mara', 'There.'],
      ],
    ],
    [
      'all words as items of a list',
      SAID.map((words) => `*  ${words}`).join('\n'),
      SAID.map((words) => [null, null, words]),
    ],
    [
      'two numbered speakers, once each',
      '---\ndate: "2026-02-08"\nplatform: "zoom"\nminutes: 45\n---\n\n[00:00:05] Speaker 0: A river begins.\n\n[00:00:13] Speaker 1: Where?',
      [
        [5000, 'Speaker 0', 'A river begins.'],
        [13_000, 'Speaker 1', 'Where?'],
      ],
    ],
    [
      'every line an item of a list',
      SAID.map((words, index) => `- **[00:00:${10 + index * 3}]** ${words}`).join('\n'),
      SAID.map((words, index) => [10_000 + index * 3000, null, words]),
    ],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('does not take the day of a log for a name', () => {
    const reading = parseAny(
      '2024-03-12T10:02:33Z Mara: So.\n2024-03-12T10:02:40Z Ben: And?\n2024-03-12T10:02:50Z Mara: So it is.',
    );
    expect(reading.ok && reading.parsed.cues.every(({ speaker }) => !speaker?.startsWith('2024'))).toBe(true);
  });
});

describe('captions of a meeting', () => {
  it('names everybody when each caption begins with a name, whatever it is', () => {
    const said = [
      'Mara Quill: So.',
      'Ben Oduya: Yes.',
      'Ben Oduya: And: no.',
      'Mara Quill (she/her): Oh.',
      'iPhone: Hello.',
    ];
    const cues = said.map((line, index) => `00:00:0${index + 1}.000 --> 00:00:0${index + 2}.000\n${line}\n`);
    expect(rowsOf(`WEBVTT\n\n${cues.join('\n')}`)).toEqual([
      [1000, 'Mara Quill', 'So.'],
      [2000, 'Ben Oduya', 'Yes.'],
      [3000, 'Ben Oduya', 'And: no.'],
      [4000, 'Mara Quill (she/her)', 'Oh.'],
      [5000, 'iPhone', 'Hello.'],
    ]);
  });
});

describe('the panel in other languages', () => {
  it.each([
    ['Spanish', 'Transcripción\nBuscar en el vídeo', 'segundos', 'Español (generados automáticamente)'],
    ['French', 'Transcription\nRechercher dans la vidéo', 'secondes', 'Français (générée automatiquement)'],
    ['Portuguese', 'Transcrição\nPesquisar no vídeo', 'segundos', 'Português (gerada automaticamente)'],
    ['one nobody has seen', 'Afschrift\nIn het filmpje', 'seconden', ''],
  ])('has no titles that are buttons: %s', (_, above, seconds, below) => {
    const lines = [3, 8, 15, 22].map((time) => `0:${String(time).padStart(2, '0')}\n${time} ${seconds}\nuno dos tres`);
    const reading = parseAny([above, ...lines, below].join('\n'));
    if (!reading.ok) expect.fail(reading.error.code);
    expect(reading.parsed.chapters).toBeUndefined();
    expect(reading.parsed.problems).toEqual([]);
    expect(reading.parsed.cues.map(({ text }) => text)).toEqual([
      'uno dos tres',
      'uno dos tres',
      'uno dos tres',
      'uno dos tres',
    ]);
  });

  it('keeps remarks with the words before them', () => {
    const reading = parseAny(
      '00:04\nRivers are long.\n(Laughter)\n00:15\nThey begin in the hills.\n00:31\nThey end in the sea.\n01:02\nAlways.',
    );
    expect(reading.ok && reading.parsed.chapters).toBeUndefined();
    expect(reading.ok && reading.parsed.cues[0]?.text).toBe('Rivers are long.\n(Laughter)');
  });
});
