/** From a place in one transcript of a video to the same place in another. */
import { wordAtTime } from '../transcript/lookup';
import { type Transcript, WordState } from '../transcript/types';

/** True when both say the same words in the same order, whatever their times and paragraphs are. */
export function hasSameWords(one: Transcript, other: Transcript): boolean {
  const count = one.words.offset.length;
  if (count !== other.words.offset.length) return false;
  if (one.text === other.text) return true;
  for (let word = 0; word < count; word += 1) if (wordText(one, word) !== wordText(other, word)) return false;
  return true;
}

/** True when the words `first` up to `end` of one stand in the other too, at the same place of the video. */
export function hasSameWordsAt(one: Transcript, other: Transcript, first: number, end: number): boolean {
  const shift = mapWord(one, other, first) - first;
  for (let word = first; word < end; word += 1) if (wordText(one, word) !== wordText(other, word + shift)) return false;
  return true;
}

/** Words around the guess that are looked at for the same word, and neighbours that make it the same place. */
const REACH = 60;
const CONTEXT = 4;

/** The word of `to` that stands where `word` stands in `from`: by time where both have times, then by its neighbours. */
export function mapWord(from: Transcript, to: Transcript, word: number): number {
  const count = to.words.offset.length;
  if (count === 0) return 0;
  const guess = guessWord(from, to, word, count);
  let best = guess;
  let bestScore = 0;
  for (let reach = 0; reach <= REACH; reach += 1) {
    for (const each of [guess + reach, guess - reach]) {
      if (each < 0 || each >= count) continue;
      const score = likeness(from, word, to, each) - reach / (REACH * 4);
      if (score > bestScore) {
        best = each;
        bestScore = score;
      }
    }
  }
  return best;
}

function guessWord(from: Transcript, to: Transcript, word: number, count: number): number {
  const isTimed = from.timing !== 'none' && to.timing !== 'none' && from.words.state[word] !== WordState.unknown;
  if (isTimed) return Math.max(0, wordAtTime(to, from.words.start[word] ?? 0));
  return Math.min(count - 1, Math.round((word / Math.max(1, from.words.offset.length)) * count));
}

function likeness(from: Transcript, word: number, to: Transcript, other: number): number {
  let score = 0;
  for (let step = -CONTEXT; step <= CONTEXT; step += 1) {
    const text = wordText(from, word + step);
    if (text && text === wordText(to, other + step)) score += step === 0 ? 2 : 1;
  }
  return score;
}

function wordText({ text, words }: Transcript, word: number): string {
  const offset = words.offset[word];
  return offset === undefined ? '' : text.slice(offset, offset + (words.length[word] ?? 0));
}
