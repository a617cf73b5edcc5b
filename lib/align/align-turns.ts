import type { Transcript } from '../transcript/types';
import { AlignedState, type AlignedWords } from './word-times';

/** A turn as the human text has it, with the time at which it begins. */
export interface AlignedTurn {
  /** Index into the human transcript's speakers; null: somebody. */
  readonly speaker: number | null;
  readonly firstWord: number;
  /** Included. */
  readonly lastWord: number;
  /** Milliseconds: when the first of its words that has a time is said. Null when none was matched. */
  readonly start: number | null;
}

/** Every turn of the human text; where its blocks are stamped, every block, also when one speaker has several in a row. */
export function alignTurns(human: Transcript, words: AlignedWords): AlignedTurn[] {
  const firsts = new Set(human.turns.map((turn) => turn.firstWord));
  if (human.timing === 'turn') for (const first of human.cues.firstWord) firsts.add(first);
  const sorted = [...firsts].sort((a, b) => a - b);
  let turn = -1;
  return sorted.map((firstWord, index) => {
    while ((human.turns[turn + 1]?.firstWord ?? Number.POSITIVE_INFINITY) <= firstWord) turn++;
    const lastWord = (sorted[index + 1] ?? human.words.offset.length) - 1;
    return {
      speaker: human.turns[turn]?.speaker ?? null,
      firstWord,
      lastWord,
      start: startOfRange(words, firstWord, lastWord),
    };
  });
}

/** A word before the first matched one counts when its time was reckoned; but a turn without a match has no time. */
function startOfRange({ start, state }: AlignedWords, first: number, last: number): number | null {
  let known = -1;
  for (let word = first; word <= last; word++) {
    if (known < 0 && state[word] !== AlignedState.unknown) known = word;
    if (state[word] === AlignedState.matched) return start[known] ?? null;
  }
  return null;
}
