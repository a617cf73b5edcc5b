/** How far the human text's own times are from where its words are said. */
import { type Transcript, WordState } from '../transcript/types';
import { AlignedState, type AlignedWords } from './word-times';

export interface Drift {
  /** How many times were compared. */
  readonly samples: number;
  /** Milliseconds to add to a human time; half of the differences are below. */
  readonly median: number;
  /** Nine in ten differences lie between these. */
  readonly low: number;
  readonly high: number;
  /** Milliseconds by which the difference grows in a minute of the video, over the whole. */
  readonly perMinute: number;
  /** Where the difference changes for good, as after a break that only one side has: from then on it is `offset`. */
  readonly steps: readonly { readonly at: number; readonly offset: number }[];
}

/** A change that is a break, not the slow drift of shortened pauses. */
const LEAST_STEP = 8_000;
/** Times on each side that must agree on it. */
const STEP_SAMPLES = 5;

/** Null when one side has no times, or none of them could be compared. */
export function measureDrift(human: Transcript, timed: Transcript, words: AlignedWords): Drift | null {
  if (human.timing === 'none' || timed.timing === 'none') return null;
  const at: number[] = [];
  const difference: number[] = [];
  for (let cue = 0; cue < human.cues.firstWord.length; cue++) {
    const word = human.cues.firstWord[cue] ?? 0;
    if (human.words.state[word] === WordState.unknown || words.state[word] !== AlignedState.matched) continue;
    at.push(words.start[word] ?? 0);
    difference.push((words.start[word] ?? 0) - (human.cues.start[cue] ?? 0));
  }
  if (difference.length === 0) return null;
  const sorted = [...difference].sort((x, y) => x - y);
  return {
    samples: sorted.length,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
    perMinute: slope(at, difference),
    steps: findSteps(at, difference),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Least squares; whole milliseconds a minute. */
function slope(at: readonly number[], difference: readonly number[]): number {
  const meanAt = at.reduce((sum, x) => sum + x, 0) / at.length;
  const mean = difference.reduce((sum, y) => sum + y, 0) / at.length;
  let up = 0;
  let down = 0;
  at.forEach((x, i) => {
    up += (x - meanAt) * ((difference[i] ?? 0) - mean);
    down += (x - meanAt) ** 2;
  });
  return down === 0 ? 0 : Math.round((up / down) * 60_000);
}

/** Where the medians of the differences before and after a place part the most. */
function findSteps(at: readonly number[], difference: readonly number[]): { at: number; offset: number }[] {
  const steps: { at: number; offset: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let height = 0;
  for (let i = STEP_SAMPLES; i + STEP_SAMPLES <= difference.length; i++) {
    const offset = medianOf(difference.slice(i, i + STEP_SAMPLES));
    const change = Math.abs(offset - medianOf(difference.slice(i - STEP_SAMPLES, i)));
    if (change < LEAST_STEP) continue;
    const isSameStep = i - last < STEP_SAMPLES;
    if (isSameStep && change <= height) continue;
    if (isSameStep) steps.pop();
    steps.push({ at: at[sharpest(difference, i)] ?? 0, offset });
    last = i;
    height = change;
  }
  return steps;
}

/** Medians see a step from some way off; it is where neighbours differ most. */
function sharpest(difference: readonly number[], near: number): number {
  const jump = (i: number) => Math.abs((difference[i] ?? 0) - (difference[i - 1] ?? 0));
  let best = near;
  for (let i = near - STEP_SAMPLES + 1; i < near + STEP_SAMPLES; i++) if (i > 0 && jump(i) > jump(best)) best = i;
  return best;
}

function medianOf(values: readonly number[]): number {
  return quantile(
    [...values].sort((x, y) => x - y),
    0.5,
  );
}
