import type { Problems } from './problems';

export interface CueTimes {
  readonly start: number | null;
  readonly end: number | null;
}

/** An end before its start is no end; both are said where they stand. `start` and `end` are within bounds or null already. */
export function settleTimes(
  start: number | null,
  end: number | null,
  line: number | null,
  problems: Problems,
): CueTimes {
  if (start === null) {
    problems.add(
      'time-unreadable',
      line,
      'The times of a caption could not be read. Its words were kept without a time.',
    );
    return { start: null, end: null };
  }
  if (end === null) {
    problems.add('end-missing', line, 'The end of a caption is missing or could not be read.');
    return { start, end: null };
  }
  if (end < start) {
    problems.add('end-before-start', line, 'A caption ends before it begins. Its end was left out.');
    return { start, end: null };
  }
  return { start, end };
}

export function reportNegative(line: number | null, problems: Problems): void {
  problems.add('time-negative', line, 'A time lies before the beginning. It was read as the beginning.');
}
