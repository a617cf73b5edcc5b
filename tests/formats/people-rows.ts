/** How the tests of people's text look at a reading. */
import type { Reading } from '@/lib/formats';

export type Row = readonly [start: number | null, speaker: string | null, text: string];

export function rowsOf(reading: Reading): readonly Row[] | string {
  if (!reading.ok) return reading.error.code;
  return reading.parsed.cues.map(({ start, speaker, text }) => [start, speaker ?? null, text]);
}

export function shapeOf(reading: Reading): string {
  return reading.ok ? reading.shape : reading.error.code;
}

export const HELLO = ['Hello there everybody.', 'Good morning to you.', 'And so on it goes.'] as const;

/** Two speakers, three turns; times as given, null where the form has none. */
export function turns(
  times: readonly (number | null)[],
  [first, second] = ['Anna Smith', 'Bob Jones'],
): readonly Row[] {
  return [
    [times[0] ?? null, first ?? null, HELLO[0]],
    [times[1] ?? null, second ?? null, HELLO[1]],
    [times[2] ?? null, first ?? null, HELLO[2]],
  ];
}

export const TIMES = [3000, 9000, 62_000] as const;
