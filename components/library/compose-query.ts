import { isoDay } from './format';

export const PERIODS = [
  ['any', 'Any time', 0],
  ['day', 'Past day', 1],
  ['week', 'Past week', 7],
  ['month', 'Past month', 31],
  ['year', 'Past year', 365],
] as const;

export type Period = (typeof PERIODS)[number][0];

export interface Filters {
  readonly channel: string | null;
  readonly speaker: string | null;
  readonly period: Period;
}

export const NO_FILTERS: Filters = { channel: null, speaker: null, period: 'any' };

/** The chosen filters written as the query language writes them, so that there is only one way to search. */
export function composeQuery(text: string, { channel, speaker, period }: Filters, now: number): string {
  const days = PERIODS.find(([name]) => name === period)?.[2] ?? 0;
  const fields = [
    channel === null ? '' : `channel:${quoted(channel)}`,
    speaker === null ? '' : `speaker:${quoted(speaker)}`,
    days === 0 ? '' : `after:${isoDay(now - days * 86_400_000)}`,
  ];
  // Fields come first: what stands last is the word being typed.
  return [...fields.filter((field) => field !== ''), text].join(' ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', ' ')}"`;
}
