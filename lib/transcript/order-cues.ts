/** Puts cues into reading order and gives each a start and an end that do not contradict each other. */
import type { SourceCue } from './source';
import type { Timing } from './types';
import { MAX_TIME } from './units';

export interface PlacedCue {
  readonly cue: SourceCue;
  /** Milliseconds; null: no time can be said. Non-decreasing over the timed cues. */
  readonly start: number | null;
  /** Milliseconds, `>= start`, `<=` the next timed cue's start. Null with `start`. */
  readonly end: number | null;
}

/** Slow speech: a word seldom takes longer. Bounds a cue whose source gives no end. */
const SLOW_WORD = 700;
const SLOW_START = 2000;

/**
 * Subtitles are read in the order of their times; a person's text in the order it is written, whatever its stamps say.
 * Overlaps are clipped at the next start; cues of one start share its stretch in proportion to their length.
 */
export function placeCues(cues: readonly SourceCue[], timing: Timing): PlacedCue[] {
  const byText = timing === 'turn' || timing === 'none';
  const starts = cues.map((cue) => usable(cue.start) ?? firstWordTime(cue));
  const order = byText ? cues.map((_, index) => index) : sortedByStart(starts);
  if (byText) dropBackwards(starts);
  return withEnds(order.map((index) => ({ cue: cues[index] as SourceCue, start: starts[index] as number | null })));
}

/** A block without a stamp of its own may hold stamps: the first of them is the best that can be said of its start. */
function firstWordTime({ words }: SourceCue): number | null {
  for (const { start } of words ?? []) {
    const time = usable(start);
    if (time !== null) return time;
  }
  return null;
}

function usable(time: number | null): number | null {
  if (time === null || !Number.isFinite(time) || time < 0 || time > MAX_TIME) return null;
  return Math.round(time);
}

/** Stable; a cue without a time stays behind the cue it follows. */
function sortedByStart(starts: readonly (number | null)[]): number[] {
  let last = 0;
  let sorted = true;
  const keys = starts.map((start) => {
    const key = start ?? last;
    if (key < last) sorted = false;
    last = key;
    return key;
  });
  const order = keys.map((_, index) => index);
  if (sorted) return order;
  return order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}

/** Keeps the longest non-decreasing run of starts (not necessarily adjacent); the others become null in place. */
function dropBackwards(starts: (number | null)[]): void {
  const tails: number[] = [];
  const previous = new Int32Array(starts.length).fill(-1);
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index];
    if (start === null || start === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[tails[middle] as number] as number) <= start) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = index;
  }
  const kept = new Uint8Array(starts.length);
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = previous[index] as number) kept[index] = 1;
  for (let index = 0; index < starts.length; index += 1) if (!kept[index]) starts[index] = null;
}

function withEnds(placed: readonly { cue: SourceCue; start: number | null }[]): PlacedCue[] {
  const result: PlacedCue[] = [];
  for (let first = 0; first < placed.length; ) {
    const start = placed[first]?.start ?? null;
    const group = groupEnd(placed, first, start);
    if (start === null) {
      for (let index = first; index < group.next; index += 1) {
        result.push({ cue: (placed[index] as PlacedCue).cue, start: null, end: null });
      }
    } else share(placed.slice(first, group.next), start, group.limit, result);
    first = group.next;
  }
  return result;
}

/** The cues that share one start (and those without a time that follow them), and the start of what comes next. */
function groupEnd(
  placed: readonly { cue: SourceCue; start: number | null }[],
  first: number,
  start: number | null,
): { next: number; limit: number | null } {
  let next = first + 1;
  while (next < placed.length) {
    const other = placed[next]?.start ?? null;
    if (other !== null && other !== start) return { next, limit: start === null ? null : other };
    next += 1;
  }
  return { next, limit: null };
}

function share(
  group: readonly { cue: SourceCue; start: number | null }[],
  start: number,
  limit: number | null,
  result: PlacedCue[],
): void {
  let end = 0;
  let letters = 0;
  for (const { cue } of group) {
    end = Math.max(end, usable(cue.end) ?? boundedEnd(start, cue.text));
    letters += cue.text.length + 1;
  }
  end = Math.max(start, Math.min(end, limit ?? MAX_TIME));
  let seen = 0;
  for (const { cue } of group) {
    const from = start + Math.round(((end - start) * seen) / letters);
    seen += cue.text.length + 1;
    result.push({ cue, start: from, end: start + Math.round(((end - start) * seen) / letters) });
  }
}

function boundedEnd(start: number, text: string): number {
  const words = Math.max(1, Math.round(text.length / 5));
  return Math.min(MAX_TIME, start + SLOW_START + words * SLOW_WORD);
}
