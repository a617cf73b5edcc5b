/** Ways of writing that came up in the files of single services, each with what it must be read as. */
import { describe, expect, it } from 'vitest';
import { parseAny, parseAs } from '@/lib/formats';

type Row = readonly [start: number | null, end: number | null, speaker: string | null, text: string];

function rowsOf(text: string): readonly Row[] | string {
  const reading = parseAny(text);
  if (!reading.ok) return reading.error.code;
  return reading.parsed.cues.map(({ start, end, speaker, text: words }) => [start, end, speaker ?? null, words]);
}

describe('data of services', () => {
  it.each<[string, unknown, readonly Row[]]>([
    [
      'pieces of words are joined',
      {
        tokens: [
          { text: 'Riv', start_ms: 500, end_ms: 700, speaker: '1' },
          { text: 'ers', start_ms: 700, end_ms: 900, speaker: '1' },
          { text: ' be', start_ms: 1000, end_ms: 1200, speaker: '1' },
          { text: 'gin', start_ms: 1200, end_ms: 1400, speaker: '1' },
          { text: '.', start_ms: 1400, end_ms: 1400, speaker: '1' },
          { text: ' Yes', start_ms: 3000, end_ms: 3300, speaker: '2' },
        ],
      },
      [
        [500, 1400, 'Speaker 1', 'Rivers begin.'],
        [3000, 3300, 'Speaker 2', 'Yes'],
      ],
    ],
    [
      'spaces are no words and have no times',
      {
        words: [
          { text: 'Rivers.', start: 0.5, end: 0.9, type: 'word', speaker_id: 'speaker_0' },
          { text: ' ', start: 0.9, end: 3, type: 'spacing', speaker_id: 'speaker_1' },
          { text: 'Yes.', start: 3, end: 3.3, type: 'word', speaker_id: 'speaker_1' },
        ],
      },
      [
        [500, 900, 'speaker_0', 'Rivers.'],
        [3000, 3300, 'speaker_1', 'Yes.'],
      ],
    ],
    [
      'bare words get the marks of the text',
      {
        text: 'Rivers, always. And rain.',
        words: [
          { word: 'rivers', start: 0.5, end: 0.9 },
          { word: 'always', start: 1, end: 1.4 },
          { word: 'and', start: 1.5, end: 1.6 },
          { word: 'rain', start: 1.7, end: 2 },
        ],
      },
      [
        [500, 1400, null, 'Rivers, always.'],
        [1500, 2000, null, 'And rain.'],
      ],
    ],
    [
      'a name stands beside a number',
      [
        { start_ms: 500, end_ms: 900, speaker: '1', voice: 'Mara', text: 'Rivers begin.' },
        { start_ms: 3000, end_ms: 3300, speaker: '2', voice: 'Ben', text: 'They do.' },
      ],
      [
        [500, 900, 'Mara', 'Rivers begin.'],
        [3000, 3300, 'Ben', 'They do.'],
      ],
    ],
    [
      'short turns of words keep their speakers',
      {
        segments: [
          { speaker: 'a', words: [{ text: 'Rivers.', start: 0.5, end: 0.9 }] },
          { speaker: 'b', words: [{ text: 'Yes.', start: 3, end: 3.3 }] },
        ],
        speakers: [
          { id: 'a', name: 'Mara' },
          { id: 'b', name: 'Ben' },
        ],
      },
      [
        [500, 900, 'Mara', 'Rivers.'],
        [3000, 3300, 'Ben', 'Yes.'],
      ],
    ],
    [
      'users of a meeting',
      {
        timeline: [
          { text: 'Rivers begin.', ts: '00:00:03.450', end_ts: '00:00:05.970', users: [{ username: 'Mara Quill' }] },
          { text: 'They do.', ts: '00:00:06.330', end_ts: '00:00:07.000', users: [{ username: 'Ben Oduya' }] },
        ],
      },
      [
        [3450, 5970, 'Mara Quill', 'Rivers begin.'],
        [6330, 7000, 'Ben Oduya', 'They do.'],
      ],
    ],
    [
      'items that stand in channels only',
      {
        results: {
          items: [],
          channel_labels: {
            channels: [
              {
                channel_label: 'ch_0',
                items: [awsWord('0.5', 'Rivers'), { type: 'punctuation', alternatives: [{ content: '.' }] }],
              },
              { channel_label: 'ch_1', items: [awsWord('3.0', 'Yes')] },
            ],
          },
        },
      },
      [
        [500, 900, 'ch_0', 'Rivers.'],
        [3000, 3400, 'ch_1', 'Yes'],
      ],
    ],
  ])('%s', (_, data, rows) => {
    expect(rowsOf(JSON.stringify(data))).toEqual(rows);
  });
});

function awsWord(start: string, content: string) {
  return {
    type: 'pronunciation',
    start_time: start,
    end_time: String(Number(start) + 0.4),
    alternatives: [{ content }],
  };
}

describe('subtitles, tables and pages', () => {
  it.each<[string, string, readonly Row[] | string]>([
    [
      'words as elements without a space between',
      '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="http://podcasts.apple.com/transcript-ttml-internal"><body><div><p begin="0.5" end="1.8"><span p:unit="word" begin="0.5" end="0.9">Rivers,</span><span p:unit="word" begin="1.0" end="1.8">always.</span></p></div></body></tt>',
      [[500, 1800, null, 'Rivers, always.']],
    ],
    [
      'tiers as rows without a header',
      'Mara\t00:00:00.500\t00:00:01.800\tRivers, always.\nBen\t00:00:03.000\t00:00:04.100\tYes.\n',
      [
        [500, 1800, 'Mara', 'Rivers, always.'],
        [3000, 4100, 'Ben', 'Yes.'],
      ],
    ],
    [
      'frames in a table',
      'Speaker Name,Start Time,End Time,Text\nMara,00:00:00:12,00:00:01:20,"Rivers, always."\n',
      [[480, 1800, 'Mara', 'Rivers, always.']],
    ],
    [
      'markers of a video editor',
      'Marker Name\tDescription\tIn\tOut\tDuration\tMarker Type\nIntro\t\t00:00:00:00\t00:00:00:00\t00:00:00:00\tComment\n',
      'not-a-talk',
    ],
    [
      'tenths of a second between hashes',
      'I: A river begins. #00:00:05-2#\n\nB: It does. #00:00:07-0#\n\nI: And where? #00:00:12-5#\n',
      [
        [0, 5200, 'I', 'A river begins.'],
        [5200, 7000, 'B', 'It does.'],
        [7000, 12_500, 'I', 'And where?'],
      ],
    ],
    [
      'what stands around the words of a page',
      '<html><body><nav><a href="/">Home</a></nav><main><p><b>Mara:</b> A river begins.</p><p><b>Ben:</b> It does.</p><p><b>Mara:</b> And where?</p></main><footer>All rights reserved by the show.</footer></body></html>',
      [
        [null, null, 'Mara', 'A river begins.'],
        [null, null, 'Ben', 'It does.'],
        [null, null, 'Mara', 'And where?'],
      ],
    ],
    [
      'objects in the captions of a meeting',
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{"startDateTime":"2024-03-12T09:02:46Z","speakerName":"Mara Quill","spokenText":"A river begins."}\n\n00:00:03.000 --> 00:00:04.000\n{"speakerName":"Ben Oduya","spokenText":"It does."}\n',
      [
        [1000, 2000, 'Mara Quill', 'A river begins.'],
        [3000, 4000, 'Ben Oduya', 'It does.'],
      ],
    ],
    [
      'XML that is no page',
      '<?xml version="1.0"?><Trans><Section type="report"><Turn>a river begins</Turn></Section></Trans>',
      'unknown-shape',
    ],
    [
      'a table on a page',
      `<table>${[1, 2, 3, 4].map((number) => `<tr><td>00:00:0${number}</td><td>${number % 2 ? 'Mara' : 'Ben'}</td><td>A river begins.</td></tr>`).join('')}</table>`,
      [1, 2, 3, 4].map((number): Row => [number * 1000, null, number % 2 ? 'Mara' : 'Ben', 'A river begins.']),
    ],
    [
      'a page of YouTube before its panel is open',
      '<!doctype html><html><body><script>ytcfg.set({})</script><p>About the press</p></body></html>',
      'not-a-talk',
    ],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('takes a page full of names for what it is, without a doubt', () => {
    const reading = parseAny(
      '<html><body><p>Mara: One.</p><p>Ben: Two.</p><p>Mara: Three.</p><p>Ben: Four.</p></body></html>',
    );
    expect(reading.ok && reading.parsed.problems).toEqual([]);
  });

  it('leaves a time that cannot be out of the panel', () => {
    const reading = parseAs('100:00:088 secondshello\n0:101:021 minute, 2 secondsyou', 'youtube-panel-text');
    const starts = reading.ok ? reading.parsed.cues.map(({ start }) => start) : [];
    expect(starts.every((start) => start === null || start <= 360_000_000)).toBe(true);
  });
});
