/** Places in the episode as notes keep them: word ranges of a transcript with their time. */
import { type Transcript, WordState } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import type { SpeechIndex } from './speech-index';

/** A range of words of one of the transcripts, and when it is spoken. */
export interface Place {
  readonly transcriptId: string;
  readonly firstWord: number;
  /** One past the last word. */
  readonly endWord: number;
  /** Milliseconds; null where the words have no time. */
  readonly start: Milliseconds | null;
  /** 0 to 1. */
  readonly score: number;
}

/** When a word is spoken; null where the transcript cannot say. */
export function timeOfWord(transcript: Transcript, word: number): Milliseconds | null {
  const { start, state } = transcript.words;
  const time = start[word];
  if (time === undefined || state[word] === WordState.unknown) return null;
  // A transcript without times repeats 0 for all its words.
  if (transcript.timing === 'none' && (start[start.length - 1] ?? 0) === 0) return null;
  return time as Milliseconds;
}

export function startOf(index: SpeechIndex, entry: number): Milliseconds | null {
  return timeOfWord(index.transcript, index.word[entry] ?? 0);
}

/** Entries `from` up to `to` of the index as a place. */
export function placeOf(index: SpeechIndex, from: number, to: number, score: number): Place {
  return {
    transcriptId: index.transcript.id,
    firstWord: index.word[from] ?? 0,
    endWord: (index.word[Math.max(from, to - 1)] ?? 0) + 1,
    start: startOf(index, from),
    score,
  };
}
