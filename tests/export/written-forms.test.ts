import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { copyAsQuote, copyWords, EXPORT_FORMATS, exportFormat, fileName, linkToWord } from '@/lib/export';
import { escapeMarkdown } from '@/lib/export/markdown';
import { LONGEST_CUE, LONGEST_LINE, MOST_LINES, subtitlesOf } from '@/lib/export/split-cues';
import { parseAny } from '@/lib/formats';
import type { TranscriptSource } from '@/lib/transcript/source';
import type { Milliseconds } from '@/lib/transcript/units';
import { transcriptOf } from './random-transcripts';

const TALK: TranscriptSource = {
  timing: 'turn',
  language: 'en',
  chapters: [
    { start: 0 as Milliseconds, title: 'Intro' },
    { start: 3_723_500 as Milliseconds, title: 'R&D *now*' },
  ],
  cues: [
    { start: 0, end: null, speaker: 'Anna Smith', text: 'Hello there everybody, welcome to <the> show & more.' },
    { start: 9000, end: null, speaker: 'Bob', text: 'Good “morning” to you.' },
    { start: 3_723_500, end: null, speaker: 'Anna Smith', text: 'And so on it goes.' },
  ],
};
const talk = transcriptOf(TALK);
const untimed = transcriptOf({
  timing: 'none',
  language: null,
  cues: [{ start: null, end: null, text: 'Words without times.' }],
});
const LINK = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

function written(id: string, options = {}, transcript = talk): string {
  const content = exportFormat(id)?.write(transcript, options);
  return typeof content === 'string' ? content : `${content}`;
}

describe('text and Markdown', () => {
  it('writes plain text with and without times and names', () => {
    expect(written('txt')).toBe(
      '[0:00] Anna Smith: Hello there everybody, welcome to <the> show & more.\n\n[0:09] Bob: Good “morning” to you.\n\n[1:02:03] Anna Smith: And so on it goes.\n',
    );
    expect(written('txt', { times: false, speakers: false })).toBe(
      'Hello there everybody, welcome to <the> show & more.\n\nGood “morning” to you.\n\nAnd so on it goes.\n',
    );
    expect(written('txt', {}, untimed)).toBe('Words without times.\n');
  });

  it('writes Markdown with chapters, bold names and a link to the second on every paragraph', () => {
    expect(written('md', { title: 'A # title', channel: 'Ch' })).toBe(
      [
        '# A # title',
        `Ch · <${LINK}>`,
        '## Intro',
        `**Anna Smith:** [0:00](${LINK}&t=0s) Hello there everybody, welcome to \\<the\\> show & more.`,
        `**Bob:** [0:09](${LINK}&t=9s) Good “morning” to you.`,
        '## R&D \\*now\\*',
        `**Anna Smith:** [1:02:03](${LINK}&t=3723s) And so on it goes.`,
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
    expect(written('md', {}, untimed)).toBe('Words without times.\n');
  });

  it('is read back with names, seconds and chapters', () => {
    const reading = parseAny(written('md', { title: 'T' }));
    expect(reading.ok && reading.parsed.cues.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
      [0, 'Anna Smith', 'Hello there everybody, welcome to <the> show & more.'],
      [9000, 'Bob', 'Good “morning” to you.'],
      [3_723_000, 'Anna Smith', 'And so on it goes.'],
    ]);
    expect(reading.ok && reading.parsed.chapters?.map(({ title }) => title)).toEqual(['Intro', 'R&D *now*']);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['1.5 is a number', '1.5 is a number'],
    ['> no quote', '\\> no quote'],
    ['snake_case *star* `code` [x](y)', 'snake\\_case \\*star\\* \\`code\\` \\[x\\](y)'],
    ['&amp; &#39; & more', '\\&amp; \\&#39; & more'],
  ])('escapes %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('subtitles', () => {
  const long = transcriptOf({
    timing: 'cue',
    language: 'en',
    cues: [
      { start: 1000, end: 4000, text: 'Short enough.' },
      {
        start: 4000,
        end: 64_000,
        speaker: 'A Rather Long Name',
        text: 'This is the first sentence of a long turn. It goes on and on, because the speaker has much to say, and then it ends. '
          .repeat(6)
          .trim(),
      },
      { start: 64_000, end: 65_000, text: 'x'.repeat(120) },
    ],
  });

  it('keeps to two lines of 42 characters and seven seconds, and loses no word', () => {
    const subtitles = subtitlesOf(long, true) ?? [];
    for (const { lines, start, end, firstWord, endWord } of subtitles) {
      if (endWord - firstWord === 1) continue;
      expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
      expect(end - start).toBeLessThanOrEqual(LONGEST_CUE);
    }
    expect(subtitles.map(({ firstWord }) => firstWord).slice(1)).toEqual(
      subtitles.map(({ endWord }) => endWord).slice(0, -1),
    );
    expect(subtitles.at(-1)?.endWord).toBe(long.words.offset.length);
    expect(subtitles[0]).toMatchObject({ start: 1000, end: 4000, lines: ['Short enough.'] });
  });

  it('breaks where sentences and clauses end', () => {
    const endings = (subtitlesOf(long) ?? []).slice(1, -1).map(({ lines }) => lines.at(-1)?.at(-1));
    expect(endings.filter((mark) => mark === '.' || mark === ',').length).toBeGreaterThan(endings.length * 0.7);
  });

  it('gives words of unknown time a place between their neighbours', () => {
    const holed = transcriptOf({
      timing: 'turn',
      language: 'en',
      cues: [
        { start: 0, end: 1000, text: 'One.' },
        { start: null, end: null, text: 'Two three four.' },
        { start: 9000, end: 10_000, text: 'Five.' },
      ],
    });
    const subtitles = subtitlesOf(holed) ?? [];
    expect(subtitles.map(({ lines }) => lines.join(' '))).toEqual(['One.', 'Two three four.', 'Five.']);
    for (const [index, { start, end }] of subtitles.entries()) {
      expect(end - start).toBeGreaterThan(500);
      expect(start).toBeGreaterThanOrEqual(subtitles[index - 1]?.end ?? 0);
    }
    expect(subtitles[2]?.start).toBe(9000);
  });

  it('writes SubRip and WebVTT', () => {
    const small = transcriptOf({
      timing: 'word',
      language: 'en',
      cues: [
        {
          start: 500,
          end: 1500,
          speaker: 'A <b>',
          text: 'Hi & bye',
          words: [
            { text: 'Hi', start: 500 },
            { text: ' &', start: 700 },
            { text: ' bye', start: 1000 },
          ],
        },
      ],
    });
    expect(written('srt', {}, small)).toBe('1\n00:00:00,500 --> 00:00:01,500\nA ‹b›: Hi & bye\n');
    expect(written('vtt', {}, small)).toBe(
      'WEBVTT\n\nNOTE\nLanguage: en\n\n00:00:00.500 --> 00:00:01.500\n<v A &lt;b&gt;>Hi <00:00:00.700>&amp; <00:00:01.000>bye\n',
    );
  });

  it('has none without times', () => {
    for (const id of ['srt', 'vtt']) expect(exportFormat(id)?.write(untimed, {})).toBeNull();
  });
});

describe('tables and pages', () => {
  it('writes CSV that no spreadsheet takes for formulas', () => {
    const risky = transcriptOf({
      timing: 'cue',
      language: 'en',
      cues: [{ start: 0, end: 1000, speaker: '@Bob', text: '=SUM(A1) "x", y' }],
    });
    expect(written('csv', {}, risky)).toBe(
      `\ufeffstart,end,speaker,text\r\n00:00:00.000,00:00:01.000,"'@Bob","'=SUM(A1) ""x"", y"\r\n`,
    );
  });

  it('writes a page that is read back as a podcast transcript', () => {
    const page = written('html', { title: 'A <b> & "c"', channel: 'Ch' });
    expect(page).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(page).not.toMatch(/<script|onload|javascript:/i);
    const reading = parseAny(page);
    expect(
      reading.ok && [reading.shape, reading.parsed.cues.map(({ start, speaker, text }) => [start, speaker, text])],
    ).toEqual([
      'podcast-html',
      [
        [0, 'Anna Smith', 'Hello there everybody, welcome to <the> show & more.'],
        [9000, 'Bob', 'Good “morning” to you.'],
        [3_723_000, 'Anna Smith', 'And so on it goes.'],
      ],
    ]);
  });

  it('says which way the text runs', () => {
    const arabic = transcriptOf({ timing: 'none', language: 'ar', cues: [{ start: null, end: null, text: 'مرحبا' }] });
    expect(written('html', {}, arabic)).toContain('<html lang="ar" dir="rtl">');
  });
});

describe('packages', () => {
  function files(id: string): Map<string, string> {
    const bytes = exportFormat(id)?.write(talk, { title: 'A & B', channel: 'C' });
    if (!(bytes instanceof Uint8Array)) throw new Error(`${id} is no package`);
    return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  }

  /** Tags opened and closed in order, and nothing else that looks like one. */
  function isWellFormed(xml: string): boolean {
    const open: string[] = [];
    for (const [, close, name, , empty] of xml
      .replace(/<[?!][^>]*>/g, '')
      .matchAll(/<(\/?)([\w:-]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
      if (close === '/') {
        if (open.pop() !== name) return false;
      } else if (empty !== '/') open.push(name ?? '');
    }
    return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
  }

  it.each(['docx', 'epub'])('writes well-formed parts: %s', (id) => {
    for (const [path, content] of files(id)) {
      if (/\.(?:xml|rels|opf|xhtml)$/.test(path)) expect([path, isWellFormed(content)]).toEqual([path, true]);
    }
  });

  it('writes a Word document with headings, names and links', () => {
    const parts = files('docx');
    const document = parts.get('word/document.xml') ?? '';
    expect(document.match(/<w:p>/g)).toHaveLength(6);
    expect(document).toContain('<w:t xml:space="preserve">R&amp;D *now*</w:t>');
    expect(parts.get('word/_rels/document.xml.rels')).toContain(`Target="${LINK}&amp;t=3723s" TargetMode="External"`);
  });

  it('writes a book whose first file says what it is, with a page a chapter', () => {
    const bytes = exportFormat('epub')?.write(talk, { title: 'A & B' }) as Uint8Array;
    // The type must stand uncompressed at byte 38, as the OCF specification says.
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const parts = files('epub');
    expect([...parts.keys()].filter((path) => path.startsWith('EPUB/page'))).toEqual([
      'EPUB/page-1.xhtml',
      'EPUB/page-2.xhtml',
    ]);
    expect(parts.get('EPUB/nav.xhtml')).toContain('<a href="page-2.xhtml">R&amp;D *now*</a>');
  });

  it('gives the same bytes for the same transcript', () => {
    for (const id of ['docx', 'epub'])
      expect(exportFormat(id)?.write(talk, {})).toEqual(exportFormat(id)?.write(talk, {}));
  });
});

describe('copies', () => {
  it('copies words clean, and as a quote with name, time and link', () => {
    expect(copyWords(talk, 2, 11)).toBe('everybody, welcome to <the> show & more.\n\nGood “morning”');
    expect(copyAsQuote(talk, 9, 13)).toBe(`“Good ‘morning’ to you.” (Bob, 0:09, ${LINK}&t=9s)`);
    expect(copyAsQuote(talk, 0, 10)).toContain(`(0:00, ${LINK}&t=0s)`);
    expect(copyAsQuote(untimed, 0, 3)).toBe(`“Words without times.” (${LINK})`);
    expect(linkToWord(talk, 13)).toBe(`${LINK}&t=3723s`);
  });
});

describe('file names', () => {
  const parts = { videoId: 'dQw4w9WgXcQ', content: 'transcript', extension: 'md' };
  it.each([
    ['Ian: GANs / "deep" <x>?', 'Ian GANs deep x (transcript, en).md'],
    ['  ..dots.. ', 'dots (transcript, en).md'],
    ['CON', '_CON (transcript, en).md'],
    ['', 'dQw4w9WgXcQ (transcript, en).md'],
    ['///', 'dQw4w9WgXcQ (transcript, en).md'],
    ['日本語のタイトル', '日本語のタイトル (transcript, en).md'],
    ['a\u0000b\u202ec\ud800', 'a b c (transcript, en).md'],
  ])('makes %j safe', (title, name) => {
    expect(fileName({ ...parts, title, language: 'en' })).toBe(name);
  });

  it('stays short enough for every file system', () => {
    for (const title of ['word '.repeat(100), '語'.repeat(300), '😀'.repeat(300)])
      expect(new TextEncoder().encode(fileName({ ...parts, title, language: 'und' })).length).toBeLessThanOrEqual(180);
  });
});

it('names every form once', () => {
  expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(9);
  expect(exportFormat('exe')).toBeNull();
});
