import { type CueColumns, type WordColumns, WordState } from '../transcript/types';

/** Cues of the given first words, with the times of their words: from the first known start to the last known end. */
export function cueTimes(firstWord: Uint32Array, words: WordColumns): CueColumns {
  const start = new Uint32Array(firstWord.length);
  const end = new Uint32Array(firstWord.length);
  for (let cue = 0; cue < firstWord.length; cue++) {
    const first = firstWord[cue] ?? 0;
    const next = firstWord[cue + 1] ?? words.state.length;
    let from = first;
    while (from < next - 1 && words.state[from] === WordState.unknown) from++;
    let until = next - 1;
    while (until > from && words.state[until] === WordState.unknown) until--;
    start[cue] = words.start[from] ?? 0;
    end[cue] = Math.max(start[cue] ?? 0, words.end[until] ?? 0);
  }
  return { firstWord, start, end };
}
