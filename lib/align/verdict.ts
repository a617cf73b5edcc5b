import type { AlignmentReport, Hole } from '../transcript/types';
import type { Drift } from './drift';

/** Why a merge was judged as it was. */
export type Reason =
  /** One of the two has no words. */
  | 'no-words'
  /** So few words of the text are heard that it must belong to something else. */
  | 'another-recording'
  /** Most of the text is not in the video, but most of the video is in the text: several episodes, or a clip. */
  | 'more-than-the-video'
  /** The text is a part of what is said. */
  | 'less-than-the-video'
  /** A third or more of the words were heard otherwise or written otherwise: not verbatim, or another recogniser. */
  | 'many-words-differ'
  /** Stretches of the text that the video does not have. */
  | 'text-missing-in-video'
  /** Stretches of the video that the text does not have. */
  | 'video-missing-in-text'
  /** The text's own times are off by more than a few seconds. */
  | 'own-times-off';

interface Evidence {
  readonly matched: number;
  readonly covered: number;
  /** Spoken tokens of the human text. */
  readonly said: number;
  /** Of the timed one. */
  readonly heard: number;
  readonly holes: readonly Hole[];
  readonly drift: Drift | null;
}

/** From this share on a text fits well. */
const GOOD = 0.9;
/** Below this share, on both sides, it belongs to another recording. Unrelated talk by the same people shares about 0.03. */
const REFUSED = 0.25;
/** Stamps of turns are seldom better. */
const TIMES_OFF = 3_000;

export function judge(evidence: Evidence): { verdict: AlignmentReport['verdict']; reasons: Reason[] } {
  const { matched, covered, said, heard, holes, drift } = evidence;
  if (said === 0 || heard === 0) return { verdict: 'refused', reasons: ['no-words'] };
  if (Math.max(matched, covered) < REFUSED) return { verdict: 'refused', reasons: ['another-recording'] };
  const reasons: Reason[] = [];
  if (matched < 0.6 && covered > matched * 1.5) reasons.push('more-than-the-video');
  else if (matched < 0.67) reasons.push('many-words-differ');
  if (covered < 0.6 && matched > covered * 1.5) reasons.push('less-than-the-video');
  if (holes.some((hole) => hole.kind === 'text')) reasons.push('text-missing-in-video');
  if (holes.some((hole) => hole.kind === 'video')) reasons.push('video-missing-in-text');
  if (drift && Math.max(Math.abs(drift.low), Math.abs(drift.high)) > TIMES_OFF) reasons.push('own-times-off');
  return { verdict: matched >= GOOD ? 'good' : 'partial', reasons };
}
