/** Times for words between two matched ones, where they can be reckoned; honest silence where not. */
import { AlignedState, type AlignedWords, type EntryTimes, type HeardEntries, type TimingInput } from './word-times';

/** So many words in a row without a match are a hole, whatever stands on the other side. */
const HOLE = 25;
/** Up to so many words a gap is filled on weaker grounds: a slip of the recogniser, a word put right by the writer. */
const FEW = 3;
/** Milliseconds a letter where nothing tells the speaker's pace. */
const USUAL_PACE = 65;

interface Filling {
  readonly times: EntryTimes;
  readonly words: AlignedWords;
  readonly heardEntry: HeardEntries;
  /** Not 0 for human words that begin a sentence or a paragraph. */
  readonly opens: Uint8Array;
  /** Letters of each entry of the timed side. */
  readonly heardLetters: Uint16Array;
}

/** A run of human words without a match, and what the timed side has at the same place. */
interface Stretch {
  /** Human words, the end excluded. */
  readonly first: number;
  readonly end: number;
  /** Entries of the timed side, the end excluded. */
  readonly heardFrom: number;
  readonly heardUntil: number;
  /** Milliseconds between the matched neighbours. */
  readonly from: number;
  readonly until: number;
  /** True at the start and the end of the text: only one neighbour. */
  readonly open: 'start' | 'end' | null;
}

export function fillBetween(input: TimingInput, matched: Omit<Filling, 'heardLetters' | 'opens'>): void {
  const filling = { ...matched, heardLetters: lettersOfEntries(input), opens: openingWords(input) };
  const letters = lettersOf(input);
  const pace = paceOf(filling.words, letters);
  const { state } = filling.words;
  for (let first = 0; first < state.length; first++) {
    if (state[first] !== AlignedState.unknown) continue;
    let end = first + 1;
    while (end < state.length && state[end] === AlignedState.unknown) end++;
    fillStretch(stretchOf(input, filling, first, end), filling, letters, pace);
    first = end;
  }
}

/** Letters of each human word as they are said; 0 for a dash that stands alone. */
function lettersOf({ human, said }: TimingInput): Uint16Array {
  const letters = new Uint16Array(human.words.offset.length);
  for (let i = 0; i < said.id.length; i++) {
    const word = said.word[i] ?? 0;
    letters[word] = Math.min(60, Math.max(1, human.words.length[word] ?? 0));
  }
  return letters;
}

function openingWords({ human, said }: TimingInput): Uint8Array {
  const opens = new Uint8Array(human.words.offset.length + 1);
  for (let i = 0; i < said.id.length; i++) if (said.opens[i]) opens[said.word[i] ?? 0] = said.opens[i] ?? 0;
  return opens;
}

function lettersOfEntries({ timed, heard }: TimingInput): Uint16Array {
  const letters = new Uint16Array(heard.id.length);
  for (let i = 0; i < letters.length; i++) {
    const share = (heard.finish[i] ?? 0) - (heard.begin[i] ?? 0);
    letters[i] = Math.min(60, Math.max(1, Math.round(share * (timed.words.length[heard.word[i] ?? 0] ?? 0))));
  }
  return letters;
}

function paceOf({ start, end, state }: AlignedWords, letters: Uint16Array): number {
  let time = 0;
  let count = 0;
  for (let word = 0; word < state.length; word++) {
    if (state[word] !== AlignedState.matched) continue;
    time += Math.min(2000, (end[word] ?? 0) - (start[word] ?? 0));
    count += letters[word] ?? 0;
  }
  return count > 100 && time > 0 ? time / count : USUAL_PACE;
}

function stretchOf({ heard }: TimingInput, { times, words, heardEntry }: Filling, first: number, end: number): Stretch {
  const before = first - 1;
  const hasAfter = end < words.state.length;
  const heardFrom = before < 0 ? 0 : (heardEntry.last[before] ?? 0) + 1;
  const heardUntil = hasAfter ? Math.max(heardFrom, heardEntry.first[end] ?? 0) : heard.id.length;
  const from = before < 0 ? 0 : (words.end[before] ?? 0);
  const last = times.end[heard.id.length - 1] ?? 0;
  const until = Math.max(from, hasAfter ? (words.start[end] ?? 0) : last);
  return { first, end, heardFrom, heardUntil, from, until, open: before < 0 ? 'start' : hasAfter ? null : 'end' };
}

function fillStretch(stretch: Stretch, filling: Filling, letters: Uint16Array, pace: number): void {
  const { words } = filling;
  const count = countSaid(stretch, letters);
  if (count >= HOLE) return;
  if (count === 0) {
    spreadEvenly(stretch, words, letters, stretch.from, stretch.from);
    return;
  }
  const heard = stretch.heardUntil - stretch.heardFrom;
  const needed = pace * sumOf(letters, stretch);
  if (heard > 0) {
    if (isComparable(count, heard)) spreadOverHeard(stretch, filling, letters);
    return;
  }
  const room = stretch.until - stretch.from;
  if (count > FEW && room < needed * 0.4) return;
  if (room <= needed * 3 + 500) spreadInRoom(stretch, filling, letters, needed);
  else if (count <= FEW && stretch.open) spreadBesideNeighbour(stretch, words, letters, needed);
}

/** A dash takes no time and makes no hole. */
function countSaid({ first, end }: Stretch, letters: Uint16Array): number {
  let count = 0;
  for (let word = first; word < end; word++) if (letters[word]) count++;
  return count;
}

function sumOf(letters: Uint16Array, { first, end }: Pick<Stretch, 'first' | 'end'>): number {
  let sum = 0;
  for (let word = first; word < end; word++) sum += letters[word] ?? 0;
  return sum;
}

/** About as many words on both sides: the same speech heard differently. */
function isComparable(said: number, heard: number): boolean {
  return Math.abs(said - heard) <= FEW || (heard <= said * 2 && said <= heard * 2);
}

function spreadEvenly(stretch: Stretch, words: AlignedWords, letters: Uint16Array, from: number, until: number): void {
  const total = Math.max(1, sumOf(letters, stretch));
  let seen = 0;
  for (let word = stretch.first; word < stretch.end; word++) {
    words.start[word] = from + ((until - from) * seen) / total;
    seen += letters[word] ?? 0;
    words.end[word] = from + ((until - from) * seen) / total;
    words.state[word] = AlignedState.between;
  }
}

/** Words that begin a sentence belong to what follows, words that end one to what was before; others take the room there is. */
function spreadInRoom(stretch: Stretch, { words, opens }: Filling, letters: Uint16Array, needed: number): void {
  const spare = Math.max(0, stretch.until - stretch.from - needed);
  const isBeginning = opens[stretch.first] !== 0;
  const isEnd = !isBeginning && opens[stretch.end] !== 0;
  const from = isBeginning ? stretch.from + spare : stretch.from;
  spreadEvenly(stretch, words, letters, from, isEnd ? stretch.until - spare : stretch.until);
}

/** The first words of a recording whose start the recogniser missed, and the last. */
function spreadBesideNeighbour(stretch: Stretch, words: AlignedWords, letters: Uint16Array, needed: number): void {
  const from = stretch.open === 'start' ? Math.max(0, stretch.until - needed) : stretch.from;
  spreadEvenly(stretch, words, letters, from, Math.min(stretch.until, from + needed));
}

/** Letter by letter over the times of what was heard instead. */
function spreadOverHeard(stretch: Stretch, { times, words, heardLetters }: Filling, letters: Uint16Array): void {
  const scale =
    sumOf(heardLetters, { first: stretch.heardFrom, end: stretch.heardUntil }) / Math.max(1, sumOf(letters, stretch));
  let entry = stretch.heardFrom;
  let passed = 0;
  const timeAt = (place: number): number => {
    while (entry + 1 < stretch.heardUntil && passed + (heardLetters[entry] ?? 0) <= place)
      passed += heardLetters[entry++] ?? 0;
    const start = times.start[entry] ?? 0;
    const share = (place - passed) / Math.max(1, heardLetters[entry] ?? 1);
    return start + ((times.end[entry] ?? start) - start) * Math.min(1, share);
  };
  let seen = 0;
  for (let word = stretch.first; word < stretch.end; word++) {
    words.start[word] = timeAt(seen * scale);
    seen += letters[word] ?? 0;
    words.end[word] = Math.max(words.start[word] ?? 0, timeAt(seen * scale));
    words.state[word] = AlignedState.between;
  }
}
