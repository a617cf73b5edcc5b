import type { Problems } from './problems';

/**
 * The end a cue may have: null when there is none, or when it lies before the start. Says what was wrong, also with a start
 * that could not be read. `start` and `end` are within bounds or null already.
 */
export function settleEnd(
  start: number | null,
  end: number | null,
  line: number | null,
  problems: Problems,
): number | null {
  if (start !== null && end !== null && end >= start) return end;
  if (start === null)
    problems.add(
      'time-unreadable',
      line,
      'The times of a caption could not be read. Its words were kept without a time.',
    );
  else if (end === null) problems.add('end-missing', line, 'The end of a caption is missing or could not be read.');
  else problems.add('end-before-start', line, 'A caption ends before it begins. Its end was left out.');
  return null;
}

export function reportNegative(line: number | null, problems: Problems): void {
  problems.add('time-negative', line, 'A time lies before the beginning. It was read as the beginning.');
}
