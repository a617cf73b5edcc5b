/** What readers of recognisers' JSON share: checking times, counting what had none, putting the result together. */
import type { SourceCue } from '../transcript/source';
import { MAX_CUES } from './limits';
import { Problems } from './problems';
import type { Parsed } from './shape';
import { isTime, readClock, timeFromMilliseconds, timeFromSeconds } from './times';

/** Seconds as number or string, or a clock in a string; null where there is none or it cannot be. */
export function secondsOrClock(value: unknown): number | null {
  const seconds = timeFromSeconds(value);
  return seconds ?? clockTime(value);
}

export function clockTime(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const trimmed = value.trim();
  const clock = readClock(trimmed, 0);
  return clock !== null && clock.end === trimmed.length && isTime(clock.time) ? clock.time : null;
}

/** Ticks of 100 nanoseconds, as Microsoft counts. */
export function timeFromTicks(value: unknown): number | null {
  return typeof value === 'number' ? timeFromMilliseconds(value / 10_000) : null;
}

/** Durations of ISO 8601, `PT1H2M3.4S`. */
export function timeFromIsoDuration(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const match = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/.exec(value);
  if (match === null || value === 'PT') return null;
  return timeFromSeconds(Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
}

export function sumOrNull(start: number | null, duration: number | null): number | null {
  return start === null || duration === null ? null : start + duration;
}

/** Puts a reading together: bounded, with the faults of its times told. */
export function recognised(cues: readonly (SourceCue | null)[], language: string | null = null): Parsed {
  const problems = new Problems();
  const kept: SourceCue[] = [];
  const areTimed = cues.some((cue) => cue !== null && cue.start !== null);
  for (const cue of cues) {
    if (cue === null) continue;
    if (areTimed && cue.start === null)
      problems.add('cue-without-time', null, `“${cue.text.slice(0, 40)}” has no time. The words were kept.`);
    if (kept.length >= MAX_CUES) {
      problems.add('too-many-cues', null, 'There are more than a million pieces; the rest was left out.');
      break;
    }
    kept.push(checked(cue, kept.at(-1)?.start ?? null, problems));
  }
  if (kept.length === 0) problems.add('no-words', null, 'The file is in order, but there are no words in it.');
  return { language, timing: timingOf(kept), cues: kept, problems: problems.list() };
}

function checked(cue: SourceCue, latest: number | null, problems: Problems): SourceCue {
  // An end without a beginning says nothing.
  if (cue.start === null) return cue.end === null ? cue : { ...cue, end: null };
  const shown = `“${cue.text.slice(0, 40)}”`;
  if (latest !== null && cue.start < latest)
    problems.add('time-backwards', null, `${shown} begins before the words in front of it. The order was kept.`);
  if (cue.end !== null && cue.end < cue.start) {
    problems.add('end-before-start', null, `${shown} ends before it begins. The end was left out.`);
    return { ...cue, end: null };
  }
  return cue;
}

function timingOf(cues: readonly SourceCue[]): Parsed['timing'] {
  if (!cues.some((cue) => cue.start !== null)) return 'none';
  let worded = 0;
  for (const { words } of cues) if (words?.some((word) => word.start !== null)) worded++;
  return worded * 2 > cues.length ? 'word' : 'cue';
}
