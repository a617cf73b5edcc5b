/** Whether a transcript can belong to a video, judged by length alone. */
import { type Transcript, WordState } from '../transcript/types';
import type { Misfit } from './types';

/** Milliseconds and share by which a transcript may outlast its video: outros that one cut has and another lacks. */
const SLACK_MS = 60_000;
const SLACK_SHARE = 1.05;
/** Of the video that a transcript with times must reach. */
const LEAST_SHARE = 0.4;
/** Words in a second: nobody reads aloud faster for long. Scripts without spaces have shorter words. */
const FASTEST_SPEECH = 6;
const SPACELESS_SPEECH = 9;
const SPACELESS = /^(?:ja|zh|th|lo|km|my)\b/;

/** Null when it fits, or the length of the video is not known. Milliseconds. */
export function misfitOf(transcript: Transcript, duration: number | null): Misfit | null {
  if (duration === null || duration <= 0) return null;
  const words = transcript.words.offset.length;
  const ends = lastTime(transcript);
  if (ends !== null) {
    if (ends > Math.max(duration + SLACK_MS, duration * SLACK_SHARE))
      return { kind: 'too-long', ends, video: duration };
    return ends < duration * LEAST_SHARE ? { kind: 'too-short', ends, video: duration } : null;
  }
  const fastest = SPACELESS.test(transcript.language) ? SPACELESS_SPEECH : FASTEST_SPEECH;
  return words > (duration / 1000) * fastest ? { kind: 'too-many-words', words, video: duration } : null;
}

/** Start of the last word whose time is known, in milliseconds; null without times. */
function lastTime({ timing, words }: Transcript): number | null {
  if (timing === 'none') return null;
  for (let word = words.offset.length - 1; word >= 0; word--)
    if (words.state[word] !== WordState.unknown) return words.start[word] ?? null;
  return null;
}
