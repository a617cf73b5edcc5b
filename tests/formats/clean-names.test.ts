import { describe, expect, it } from 'vitest';
import { parseAs } from '@/lib/formats';
import { brokenPiece } from './promises';

/** Turns the letters after it round. */
const OVERRIDE = '\u202e';

describe('names and titles', () => {
  it.each([
    [
      'paragraphs with their times behind them',
      'timed-lines',
      `**An${OVERRIDE}na:** Hello there everybody. [00:00:03]\n\n**Ben:** Good morning to you. [00:00:09]\n\n**An${OVERRIDE}na:** And so on. [00:01:02]`,
      'Anna',
    ],
    [
      'names above their times',
      'youtube-panel-text',
      [1, 2, 3]
        .map((minute) => `An${OVERRIDE}na\n${minute}:00\nhello ${minute}.\nBen\n${minute}:08\nyes ${minute}.`)
        .join('\n'),
      'Anna',
    ],
    [
      'words with times in HTML',
      'hyperaudio',
      `<p><span class="speaker" data-m="0" data-d="0">An${OVERRIDE}na: </span><span data-m="1" data-d="2">I </span><span data-m="3" data-d="4">am </span></p>`,
      'Anna',
    ],
    ['segment lists', 'stm', `call A An${OVERRIDE}na 0.31 4.43 <o> good morning\ncall A Ben 5.0 7.2 <o> yes\n`, 'Anna'],
    ['tiers without a name', 'textgrid', tiers('"  "', '"Ben"'), null],
    ['tiers whose name is broken', 'textgrid', tiers(` An${OVERRIDE}na  `, '"Ben"'), 'Anna'],
  ])('hold nothing invisible: %s', (_, shape, text, speaker) => {
    const reading = parseAs(text, shape);
    if (!reading.ok) expect.fail(reading.error.code);
    expect(brokenPiece(reading.parsed)).toBeNull();
    expect(reading.parsed.cues[0]?.speaker ?? null).toBe(speaker);
  });

  it.each([
    ['front matter', 'named-turns', `---\ntitle: "A ${OVERRIDE}talk"\n---\n\nAnna: Hello.\n\nBen: Good morning.`],
    ['a heading', 'named-turns', `# A ${OVERRIDE}talk\n\nAnna: Hello.\n\nBen: Good morning.`],
  ])('of the whole text hold nothing invisible: %s', (_, shape, text) => {
    const reading = parseAs(text, shape);
    expect(reading.ok && reading.parsed.title).toBe('A talk');
  });

  it('do not stand at captions without words in a damaged file', () => {
    const header = {
      format: 'readalong-transcript',
      version: 1,
      id: 'a',
      videoId: 'dQw4w9WgXcQ',
      language: 'en',
      timing: 'word',
    };
    const origin = { kind: 'import', shape: 'srt', importedAt: 1 };
    const cues = [
      { start: 0, end: 400, words: [[' ', 0, 400]] },
      { start: 400, end: 900, words: [['So', 400, 900]] },
    ];
    const file = { ...header, origin, speakers: [{ label: 'A', name: 'A' }], chapters: [], turns: [[0, 0]], cues };
    const reading = parseAs(JSON.stringify(file), 'readalong-json');
    expect(reading.ok && reading.parsed.cues.map(({ text }) => text)).toEqual(['So']);
  });

  it('of chapters hold nothing invisible and are one line', () => {
    const data = { version: '1.2.0', chapters: [{ startTime: 0, title: ` The\n${OVERRIDE}lamp ` }] };
    const reading = parseAs(JSON.stringify(data), 'podcast-chapters');
    expect(reading.ok && reading.parsed.chapters).toMatchObject([{ start: 0, title: 'The lamp' }]);
  });
});

function tiers(first: string, second: string): string {
  const tier = (name: string, from: number) =>
    `    item []:\n        name = ${name}\n        intervals []:\n            xmin = ${from}\n            xmax = ${from + 2}\n            text = "good morning all"\n`;
  return `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 9\n${tier(first, 0)}${tier(second, 3)}`;
}
