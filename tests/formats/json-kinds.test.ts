/** JSON of makers that have no shape of their own, and of those whose files vary: told from names and values alone. */
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

type Row = readonly [start: number | null, end: number | null, speaker: string | null, text: string];

function rowsOf(value: unknown): readonly Row[] | string {
  const reading = parseAny(JSON.stringify(value));
  if (!reading.ok) return reading.error.code;
  return reading.parsed.cues.map(({ start, end, speaker, text }) => [start, end, speaker ?? null, text]);
}

const LINES: readonly Row[] = [
  [1000, 4000, null, 'So today'],
  [4000, 6000, null, 'thanks'],
];
const NAMED: readonly Row[] = [
  [1000, 4000, 'Mara', 'So today.'],
  [4000, 6000, 'Ben', 'Thanks.'],
];

function awsItem(start: number, word: string, channel: string) {
  return {
    type: 'pronunciation',
    start_time: String(start),
    end_time: String(start + 0.5),
    channel_label: channel,
    alternatives: [{ content: word, confidence: '0.9' }],
  };
}

describe('JSON of many makers', () => {
  it.each<[string, unknown, readonly Row[]]>([
    [
      'rows with content',
      {
        body: [
          { from: 1, to: 4, content: 'So today' },
          { from: 4, to: 6, content: 'thanks' },
        ],
      },
      LINES,
    ],
    [
      'segments in milliseconds with speakers that are objects',
      {
        segments: [
          { start: 1000, end: 4000, text: 'So today.', speaker: { label: '1', name: 'Mara' } },
          { start: 4000, end: 6000, text: 'Thanks.', speaker: { label: '2', name: 'Ben' } },
        ],
      },
      NAMED,
    ],
    [
      'messages with an offset beside the day',
      {
        messages: [
          {
            text: 'So today.',
            from: { name: 'Mara' },
            startTime: '2024-05-03T10:00:01Z',
            endTime: '2024-05-03T10:00:04Z',
            timeOffset: 1,
            duration: 3,
          },
          {
            text: 'Thanks.',
            from: { name: 'Ben' },
            startTime: '2024-05-03T10:00:04Z',
            endTime: '2024-05-03T10:00:06Z',
            timeOffset: 4,
            duration: 2,
          },
        ],
      },
      NAMED,
    ],
    [
      'the same words with and without speakers',
      {
        chunks: [
          { timestamp: [1, 4], text: ' So today.' },
          { timestamp: [4, 6], text: ' Thanks.' },
        ],
        speakers: [
          { speaker: 'Mara', timestamp: [1, 4], text: ' So today.' },
          { speaker: 'Ben', timestamp: [4, 6], text: ' Thanks.' },
        ],
      },
      NAMED,
    ],
    [
      'rows that are lists, the times before the text',
      [
        [1, 0, 1.0, 4.0, ' So today', [50_364], 0],
        [2, 0, 4.0, 6.0, ' thanks', [50_364], 0],
      ],
      LINES,
    ],
    [
      'rows that are lists, the times behind the text',
      [
        ['So today', 1, 4],
        ['and thanks', 4, 6],
      ],
      [
        [1000, 4000, null, 'So today'],
        [4000, 6000, null, 'and thanks'],
      ],
    ],
    [
      'text that was escaped twice',
      [
        { text: 'it&amp;#39;s', start: 1, duration: 3 },
        { text: 'R&amp;amp;D now', start: 4, duration: 2 },
      ],
      [
        [1000, 4000, null, "it's"],
        [4000, 6000, null, 'R&D now'],
      ],
    ],
    [
      'channels of Amazon Transcribe',
      { results: { items: [awsItem(1, 'So', 'ch_0'), awsItem(1.5, 'today', 'ch_0'), awsItem(4, 'thanks', 'ch_1')] } },
      [
        [1000, 2000, 'ch_0', 'So today'],
        [4000, 4500, 'ch_1', 'thanks'],
      ],
    ],
  ])('reads %s', (_, value, expected) => {
    expect(rowsOf(value)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    [
      'a log',
      [
        { timestamp: 1_714_730_400, level: 'info', message: 'server started' },
        { timestamp: 1_714_730_410, message: 'done' },
      ],
    ],
    ['a chat', [{ type: 'message', user: 'U1', text: 'hello there', ts: '1714730400.000100' }]],
    ['turns without words', [{ start: 1, end: 4, speaker: 'SPEAKER_00' }]],
    ['settings', { name: 'x', version: '1.0.0', scripts: { test: 'vitest' } }],
  ])('refuses %s', (_, value) => {
    expect(rowsOf(value)).toBe('unknown-shape');
  });
});
