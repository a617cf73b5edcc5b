import { type Transcript, wordCount } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { timeOfWord } from './places';

export interface SpeakingTime {
  /** Index into `Transcript.speakers`; null: voices the source does not name. */
  readonly speaker: number | null;
  readonly words: number;
  /** Milliseconds; null where the transcript has no times. */
  readonly time: Milliseconds | null;
  /** Of the whole episode, 0 to 1: by time where there is one, else by words. */
  readonly share: number;
}

/** A pause inside a turn belongs to the speaker, a long silence to nobody. */
const LONGEST_PAUSE = 3000;

/** Who spoke how long, longest first. Empty when nothing is known about speakers. */
export function speakingTimes(transcript: Transcript): SpeakingTime[] {
  const count = wordCount(transcript);
  const sums = new Map<number | null, { words: number; time: number }>();
  const isTimed = count > 0 && timeOfWord(transcript, count - 1) !== null;
  transcript.turns.forEach((turn, at) => {
    const end = transcript.turns[at + 1]?.firstWord ?? count;
    const sum = sums.get(turn.speaker) ?? { words: 0, time: 0 };
    sum.words += end - turn.firstWord;
    sum.time += isTimed ? spokenTime(transcript, turn.firstWord, end) : 0;
    sums.set(turn.speaker, sum);
  });
  const allTime = [...sums.values()].reduce((total, { time }) => total + time, 0);
  const times = [...sums].map(([speaker, { words, time }]) => ({
    speaker,
    words,
    time: isTimed ? (Math.round(time) as Milliseconds) : null,
    share: allTime > 0 ? time / allTime : words / Math.max(1, count),
  }));
  return times.sort((a, b) => b.share - a.share);
}

function spokenTime(transcript: Transcript, first: number, end: number): number {
  const { start, end: ends } = transcript.words;
  let time = 0;
  for (let word = first; word < end; word++) {
    const next = word + 1 < end ? (start[word + 1] ?? 0) : (ends[word] ?? 0);
    time += Math.min(Math.max(0, next - (start[word] ?? 0)), (ends[word] ?? 0) - (start[word] ?? 0) + LONGEST_PAUSE);
  }
  return time;
}
