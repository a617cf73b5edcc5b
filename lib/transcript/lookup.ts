/** From a time or an offset to a word, from a word to its cue, turn and paragraph. All are binary searches. */
import { type Transcript, type Turn, WordState } from './types';

/** Index of the last entry `<= value` in a non-decreasing column; -1 when there is none. */
export function lastAtMost(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The word being spoken, or spoken last, at a time in ms; words of unknown time are never it. -1 before the first. */
export function wordAtTime(transcript: Transcript, time: number): number {
  const { start, state } = transcript.words;
  let word = lastAtMost(start, time);
  while (word >= 0 && state[word] === WordState.unknown) word -= 1;
  return word;
}

/** The word that covers, or stands before, an offset of `Transcript.text`; 0 before the first, -1 in an empty text. */
export function wordAtOffset(transcript: Transcript, offset: number): number {
  if (transcript.words.offset.length === 0) return -1;
  return Math.max(0, lastAtMost(transcript.words.offset, offset));
}

export function cueOfWord(transcript: Transcript, word: number): number {
  return lastAtMost(transcript.cues.firstWord, word);
}

export function paragraphOfWord(transcript: Transcript, word: number): number {
  return lastAtMost(transcript.paragraphs, word);
}

/** Index into `turns`; -1 when the transcript has none. */
export function turnOfWord(transcript: Transcript, word: number): number {
  let low = 0;
  let high = transcript.turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((transcript.turns[middle] as Turn).firstWord <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** First word behind entry `index` of a column of first words. */
export function endOf(firstWords: ArrayLike<number>, index: number, count: number): number {
  return index + 1 < firstWords.length ? (firstWords[index + 1] as number) : count;
}

/** The text of words `first` up to `end`, as it stands in the transcript. Empty for an empty range. */
export function textOfWords(transcript: Transcript, first: number, end: number): string {
  if (end <= first) return '';
  const { offset, length } = transcript.words;
  return transcript.text.slice(offset[first], (offset[end - 1] as number) + (length[end - 1] as number));
}
