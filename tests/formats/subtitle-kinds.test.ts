/** What programs and people do to subtitle files besides what the forms ask for. */
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

function read(text: string) {
  const reading = parseAny(text);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.parsed;
}

function stamp(time: number, mark: string): string {
  return `00:00:${String(Math.floor(time / 1000)).padStart(2, '0')}${mark}${String(time % 1000).padStart(3, '0')}`;
}

/** Each caption once for each word, that word between the tags, and once more unmarked before the second. */
function karaoke(captions: readonly string[], [open, close]: readonly [string, string], isVtt: boolean): string {
  const mark = isVtt ? '.' : ',';
  const blocks: string[] = [];
  let time = 0;
  const add = (length: number, text: string) => {
    blocks.push(
      `${isVtt ? '' : `${blocks.length + 1}\n`}${stamp(time, mark)} --> ${stamp(time + length, mark)}\n${text}\n`,
    );
    time += length;
  };
  for (const caption of captions) {
    const words = caption.split(' ');
    for (const [index, word] of words.entries()) {
      if (index === 1) add(100, caption);
      add(300, words.map((other, place) => (place === index ? `${open}${word}${close}` : other)).join(' '));
    }
  }
  return (isVtt ? 'WEBVTT\n\n' : '') + blocks.join('\n');
}

describe('captions that mark the word being said', () => {
  it.each<[string, readonly [string, string], boolean]>([
    ['underlined, SubRip', ['<u>', '</u>'], false],
    ['coloured, SubRip', ['<font color="#00ff00">', '</font>'], false],
    ['underlined, WebVTT', ['<u>', '</u>'], true],
    ['of a class, WebVTT', ['<c.now>', '</c>'], true],
  ])('are told once, with the times of their words: %s', (_, tags, isVtt) => {
    const { cues, timing, problems } = read(karaoke(['the river runs', 'yes', 'to the old sea'], tags, isVtt));
    expect(timing).toBe('word');
    expect(cues.map(({ start, end, text }) => [start, end, text])).toEqual([
      [0, 1000, 'the river runs'],
      [1000, 1300, 'yes'],
      [1300, 2600, 'to the old sea'],
    ]);
    expect(cues[2]?.words?.map(({ text, start }) => [text, start])).toEqual([
      ['to', 1300],
      [' the', 1700],
      [' old', 2000],
      [' sea', 2300],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['marked-words']);
  });

  it('keep a caption that is said twice', () => {
    const { cues } = read(karaoke(['yes', 'yes', 'the river runs', 'the river runs'], ['<u>', '</u>'], false));
    expect(cues.map(({ text }) => text)).toEqual(['yes', 'yes', 'the river runs', 'the river runs']);
  });

  it('are not seen where words are set in italics', () => {
    const text = karaoke(['the river runs', 'to the sea'], ['', ''], false).replace('the river', '<i>the</i> river');
    expect(read(text).cues).toHaveLength(8);
  });
});

describe('speakers in captions', () => {
  const block = (index: number, text: string) =>
    `${stamp(index * 1000, '.')} --> ${stamp(index * 1000 + 900, '.')}\n${text}`;
  const SAID = ['Good morning.', 'Thanks for having me.', 'So tell us.', 'It rained.', 'And then?', 'It stopped.'];
  const names = ['Mara Quill', 'Ben Oduya'];

  it.each<[string, (name: string, words: string, index: number) => string]>([
    ['with a colon', (name, words, index) => block(index, `${name}: ${words}`)],
    ['with a dash and a colon', (name, words, index) => block(index, `- ${name}: ${words}`)],
    ['in brackets', (name, words, index) => block(index, `[${name}] ${words}`)],
    ['in round brackets', (name, words, index) => block(index, `(${name}) ${words}`)],
    ['on a line above', (name, words, index) => block(index, `${name}\n${words}`)],
    ['in brackets on a line above', (name, words, index) => block(index, `[${name}]\n${words}`)],
    ['in the names of cues', (name, words, index) => `${index + 1} "${name}" (12345)\n${block(index, words)}`],
  ])('are named %s', (_, write) => {
    const text = `WEBVTT\n\n${SAID.map((words, index) => write(names[index % 2] ?? '', words, index)).join('\n\n')}\n`;
    expect(read(text).cues.map(({ speaker, text: words }) => [speaker, words])).toEqual(
      SAID.map((words, index) => [names[index % 2], words]),
    );
  });
});

describe('marks of other forms', () => {
  it('breaks lines where SubStation does, and drops its codes', () => {
    const { cues } = read('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Up here\\N{\\i1}the second\\hRow{\\i0}\n');
    expect(cues[0]?.text).toBe('Up here\nthe second\u00a0Row');
  });

  it('counts frames behind semicolons', () => {
    const { cues } = read(
      '00;00;01;12 - 00;00;04;03\nSpeaker 1\nGood morning.\n\n00;00;05;00 - 00;00;06;00\nSpeaker 2\nYes.\n',
    );
    expect(cues.map(({ start }) => Math.floor((start ?? 0) / 1000))).toEqual([1, 5]);
  });

  it('reads one language of several, and names the others', () => {
    const words = (language: string, text: string) =>
      `<div xml:lang="${language}"><p begin="1s" end="2s">${text} 1</p><p begin="3s" end="4s">${text} 2</p></div>`;
    const document = `<tt xmlns="http://www.w3.org/ns/ttml"><body>${words('de', 'Wort')}${words('en', 'word')}</body></tt>`;
    const { cues, language, problems } = read(document);
    expect(cues.map(({ text }) => text)).toEqual(['Wort 1', 'Wort 2']);
    expect(language).toBe('de');
    expect(problems).toMatchObject([{ code: 'other-languages', message: expect.stringContaining('left out en') }]);
  });

  it('keeps a phrase in another language', () => {
    const document =
      '<tt xml:lang="en" xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">He said</p><p xml:lang="fr" begin="3s" end="4s">bonjour</p><p begin="5s" end="6s">and left.</p><p begin="7s" end="8s">So.</p></div></body></tt>';
    const { cues, language, problems } = read(document);
    expect([cues.length, language, problems]).toEqual([4, 'en', []]);
  });
});
