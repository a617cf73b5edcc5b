/**
 * Subtitles that can be read: at most two lines of 42 characters, at most seven seconds, broken where the sentence or the
 * clause ends. Cues that keep the rules stay as they were delivered.
 */
import { endOf } from '../transcript/lookup';
import { type Transcript, WordState } from '../transcript/types';
import { speakerAt } from './blocks';

export const LONGEST_LINE = 42;
export const MOST_LINES = 2;
/** Milliseconds. */
export const LONGEST_CUE = 7000;

export interface Subtitle {
  readonly firstWord: number;
  /** The word behind the last one. */
  readonly endWord: number;
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
  /** At most two, unless a single word is longer than a line. */
  readonly lines: readonly string[];
  /** As shown; null where nobody is named. */
  readonly speaker: string | null;
  /** False where the speaker of the subtitle before goes on. */
  readonly startsTurn: boolean;
}

/**
 * Null when the transcript has no times: then there are no subtitles. `showsNames`: where a turn begins, the name stands
 * before the words, `Name: words`, and takes its room.
 */
export function subtitlesOf(transcript: Transcript, showsNames = false): Subtitle[] | null {
  if (transcript.timing === 'none') return null;
  const splitter = new Splitter(transcript, showsNames);
  return rangesOf(transcript).flatMap(([first, end, cueEnd]) => splitter.split(first, end, cueEnd));
}

/** Cues, cut where a turn begins inside one. Each with the time at which the cue ends. */
function rangesOf({ cues, turns, words }: Transcript): (readonly [number, number, number])[] {
  const ranges: [number, number, number][] = [];
  let turn = 0;
  for (let cue = 0; cue < cues.firstWord.length; cue++) {
    let first = cues.firstWord[cue] ?? 0;
    const end = endOf(cues.firstWord, cue, words.offset.length);
    for (; turn < turns.length && (turns[turn]?.firstWord ?? 0) < end; turn++) {
      const begins = turns[turn]?.firstWord ?? 0;
      if (begins > first) {
        ranges.push([first, begins, words.start[begins] ?? 0]);
        first = begins;
      }
    }
    ranges.push([first, end, cues.end[cue] ?? 0]);
  }
  return ranges;
}

/** What a break costs; the cheapest way to cut a cue is taken. */
const COST = { subtitle: 60, sentence: 0, clause: 25, anywhere: 90, short: 120, overlong: 5000 };

/** Milliseconds. Shorter subtitles flash by. */
const SHORTEST_CUE = 1000;

class Splitter {
  private readonly turnStarts: ReadonlySet<number>;
  private readonly times: { start: Uint32Array; end: Uint32Array };

  constructor(
    private readonly transcript: Transcript,
    private readonly showsNames: boolean,
  ) {
    this.turnStarts = new Set(transcript.turns.map((turn) => turn.firstWord));
    this.times = timesForAll(transcript);
  }

  split(first: number, end: number, cueEnd: number): Subtitle[] {
    const whole = this.subtitle(first, end, cueEnd);
    const isFitting = this.linesFor(first, end) !== null && whole.end - whole.start <= LONGEST_CUE;
    if (isFitting || end - first === 1) return [whole];
    return this.cuts(first, end, cueEnd).map(([from, to]) =>
      this.subtitle(from, to, to === end ? cueEnd : this.endTime(to - 1)),
    );
  }

  private subtitle(first: number, end: number, cueEnd: number): Subtitle {
    const start = this.times.start[first] ?? 0;
    return {
      firstWord: first,
      endWord: end,
      start,
      end: Math.max(start + 1, cueEnd, this.endTime(end - 1)),
      lines: this.linesFor(first, end) ?? [this.nameAt(first) + this.text(first, end)],
      speaker: speakerAt(this.transcript, first),
      startsTurn: this.turnStarts.has(first),
    };
  }

  /** What stands before the words: a name and a colon, or nothing. */
  private nameAt(word: number): string {
    const speaker = this.showsNames && this.turnStarts.has(word) ? speakerAt(this.transcript, word) : null;
    return speaker === null ? '' : `${speaker}: `;
  }

  private endTime(word: number): number {
    return this.times.end[word] ?? 0;
  }

  private text(first: number, end: number): string {
    const { offset, length } = this.transcript.words;
    const last = end - 1;
    return this.transcript.text.slice(offset[first], (offset[last] ?? 0) + (length[last] ?? 0)).replaceAll('\n', ' ');
  }

  private charactersOf(first: number, end: number): number {
    const { offset, length } = this.transcript.words;
    return (offset[end - 1] ?? 0) + (length[end - 1] ?? 0) - (offset[first] ?? 0);
  }

  /** Dynamic programming over the words: `best[i]` is the least cost of cutting the first `i` of them. */
  private cuts(first: number, end: number, cueEnd: number): (readonly [number, number])[] {
    const count = end - first;
    const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(count + 1);
    best[0] = 0;
    for (let to = 1; to <= count; to++) {
      for (let begin = to - 1; begin >= 0; begin--) {
        const fits = this.charactersOf(first + begin, first + to) <= LONGEST_LINE * MOST_LINES + 1;
        if (!fits && begin < to - 1) break;
        const cost = (best[begin] ?? 0) + this.cost(first + begin, first + to, first + to === end ? cueEnd : null);
        if (cost < (best[to] ?? 0)) {
          best[to] = cost;
          from[to] = begin;
        }
      }
    }
    const cuts: [number, number][] = [];
    for (let to = count; to > 0; to = from[to] ?? 0) cuts.push([first + (from[to] ?? 0), first + to]);
    return cuts.reverse();
  }

  /** Of one subtitle, and of breaking behind it. */
  private cost(first: number, end: number, cueEnd: number | null): number {
    const length = (cueEnd ?? this.endTime(end - 1)) - (this.times.start[first] ?? 0);
    const isOverlong = (length > LONGEST_CUE || this.linesFor(first, end) === null) && end - first > 1;
    const fill = Math.abs(this.charactersOf(first, end) - LONGEST_LINE) / 4;
    const behind = cueEnd === null ? this.breakCost(end) : 0;
    return COST.subtitle + fill + behind + (length < SHORTEST_CUE ? COST.short : 0) + (isOverlong ? COST.overlong : 0);
  }

  private breakCost(word: number): number {
    const { offset, length } = this.transcript.words;
    const last = (offset[word - 1] ?? 0) + (length[word - 1] ?? 1) - 1;
    const mark = this.transcript.text.charAt(last);
    if ('.!?…。？！۔।؟'.includes(mark)) return COST.sentence;
    if (',;:—–、，；：،'.includes(mark)) return COST.clause;
    const pause = (this.times.start[word] ?? 0) - this.endTime(word - 1);
    if (pause >= 400) return COST.clause;
    return JOINERS.has(this.text(word, word + 1).toLowerCase()) ? COST.clause * 2 : COST.anywhere;
  }

  /** One line or two, the name with them, broken evenly and where a clause ends; null when two are not enough. */
  private linesFor(first: number, end: number): readonly string[] | null {
    const name = this.nameAt(first);
    const text = name + this.text(first, end);
    if (text.length <= LONGEST_LINE) return [text];
    if (text.length > LONGEST_LINE * MOST_LINES + 1) return null;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let word = first + 1; word < end; word++) {
      const before = name.length + this.charactersOf(first, word);
      const after = this.charactersOf(word, end);
      if (before > LONGEST_LINE || after > LONGEST_LINE) continue;
      // A lower line that is longer reads better than the other way round.
      const cost = Math.abs(before - after) * 2 + this.breakCost(word) / 2 + (before > after ? 4 : 0);
      if (cost < least) {
        least = cost;
        best = word;
      }
    }
    return best < 0 ? null : [name + this.text(first, best), this.text(best, end)];
  }
}

/** Words that begin a clause, in the languages most often met; elsewhere marks and pauses must do. */
const JOINERS = new Set(
  'and but or so because that which who when where while if than then und aber oder weil dass wenn et mais ou parce que quand y pero o porque cuando e ma perché'.split(
    ' ',
  ),
);

/**
 * Starts and ends for all words: those without a time are spread between their neighbours, by letters. The word before them,
 * whose end was clipped at theirs, has its share of the stretch.
 */
function timesForAll({ words }: Transcript): { start: Uint32Array; end: Uint32Array } {
  const start = Uint32Array.from(words.start);
  const end = Uint32Array.from(words.end);
  const count = start.length;
  for (let first = 0; first < count; first++) {
    if (words.state[first] !== WordState.unknown) continue;
    let next = first;
    while (next < count && words.state[next] === WordState.unknown) next++;
    const isClipped = first > 0 && (end[first - 1] ?? 0) <= (start[first - 1] ?? 0);
    spread({ words, start, end, from: isClipped ? first - 1 : first, to: next });
    first = next;
  }
  return { start, end };
}

interface Run {
  readonly words: Transcript['words'];
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly from: number;
  readonly to: number;
}

function spread({ words, start, end, from, to }: Run): void {
  let letters = 0;
  for (let word = from; word < to; word++) letters += (words.length[word] ?? 0) + 1;
  const begins = words.state[from] === WordState.unknown ? (from > 0 ? (end[from - 1] ?? 0) : 0) : (start[from] ?? 0);
  const until = Math.max(begins, to < start.length ? (start[to] ?? begins) : begins + letters * LETTER);
  let seen = 0;
  for (let word = from; word < to; word++) {
    start[word] = begins + Math.floor(((until - begins) * seen) / letters);
    seen += (words.length[word] ?? 0) + 1;
    end[word] = begins + Math.floor(((until - begins) * seen) / letters);
  }
}

/** Milliseconds a letter takes at an ordinary pace, for words behind the last known time. */
const LETTER = 65;
