import type { Hole, Transcript } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import type { Pairing } from './pairing';
import type { SpokenTranscript } from './spoken-transcript';
import { AlignedState, type AlignedWords } from './word-times';

/** Fewer words without a time are no hole worth telling of. */
const LEAST_TEXT = 8;
/** Fewer words of the timed side that the text lacks are its style, not a gap: fillers, repeats, a sentence made shorter. */
const LEAST_VIDEO = 25;

export interface HolesInput {
  readonly words: AlignedWords;
  readonly pairing: Pairing;
  readonly said: SpokenTranscript;
  readonly heard: SpokenTranscript;
  readonly timed: Pick<Transcript, 'words'>;
}

/** What one side has and the other lacks, in order of time. */
export function findHoles({ words, pairing, said, heard, timed }: HolesInput): Hole[] {
  const holes = [...textHoles(words, timed), ...videoHoles({ words, pairing, said, heard, timed })];
  return holes.sort((one, other) => one.start - other.start || one.end - other.end);
}

function textHoles({ start, end, state }: AlignedWords, timed: Pick<Transcript, 'words'>): Hole[] {
  const holes: Hole[] = [];
  for (let first = 0; first < state.length; first++) {
    if (state[first] !== AlignedState.unknown) continue;
    let next = first + 1;
    while (next < state.length && state[next] === AlignedState.unknown) next++;
    if (next - first >= LEAST_TEXT)
      holes.push({
        kind: 'text',
        start: milliseconds(first === 0 ? 0 : (end[first - 1] ?? 0)),
        end: milliseconds(next < state.length ? (start[next] ?? 0) : (timed.words.end.at(-1) ?? 0)),
        firstWord: first,
        words: next - first,
      });
    first = next;
  }
  return holes;
}

function videoHoles({ words: aligned, pairing, said, heard, timed: { words } }: HolesInput): Hole[] {
  const holes: Hole[] = [];
  const add = (from: number, until: number, saidFrom: number, saidUntil: number) => {
    const firstWord = heard.word[from] ?? 0;
    const lastWord = heard.word[until - 1] ?? 0;
    if (until - from < LEAST_VIDEO) return;
    // The text says it in other words, and these were given its times.
    if (isReworded(aligned, said.word[saidFrom] ?? 0, said.word[saidUntil - 1] ?? -1, words.start[firstWord] ?? 0))
      return;
    holes.push({
      kind: 'video',
      start: milliseconds(words.start[firstWord] ?? 0),
      end: milliseconds(words.end[lastWord] ?? 0),
      firstWord,
      words: lastWord - firstWord + 1,
    });
  };
  let next = 0;
  let saidNext = 0;
  for (let i = 0; i < pairing.from.length; i++) {
    const from = pairing.from[i] ?? -1;
    if (from < 0) continue;
    if (from > next) add(next, from, saidNext, i);
    next = (pairing.to[i] ?? from) + 1;
    saidNext = i + 1;
  }
  if (heard.id.length > next) add(next, heard.id.length, saidNext, pairing.from.length);
  return holes;
}

/** True when one of the human words `first` to `last` was given a time behind `start`. */
function isReworded({ state, end }: AlignedWords, first: number, last: number, start: number): boolean {
  for (let word = first; word <= last; word++)
    if (state[word] === AlignedState.between && (end[word] ?? 0) > start) return true;
  return false;
}
