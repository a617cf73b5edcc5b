/** A stretch of a transcript as a result shows it: whole words, marks, and where it stands. */
import type { PackedView } from '../../transcript/packed-view';
import { type Turn, WordState } from '../../transcript/types';
import type { TokenWords } from '../index/token-words';
import type { Spot } from './spots';

export interface SnippetMark {
  /** UTF-16 offsets into the snippet's text. */
  readonly from: number;
  readonly to: number;
}

export interface Place {
  readonly transcriptId: string;
  /** The word to go to: the first marked one. */
  readonly word: number;
  /** Milliseconds; null where the transcript has no time for it. */
  readonly time: number | null;
  /** Set when the source names who speaks: the name and which of the transcript's speakers it is. */
  readonly speaker: { readonly name: string; readonly index: number } | null;
  readonly text: string;
  readonly marks: readonly SnippetMark[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

export interface SnippetSize {
  /** Room before the first mark and after the last, in letters; a wide character takes the room of two. */
  readonly before: number;
  readonly after: number;
}

export const SHORT_SNIPPET: SnippetSize = { before: 56, after: 110 };
export const LONG_SNIPPET: SnippetSize = { before: 180, after: 270 };

export function cutSnippet(view: PackedView, tokens: TokenWords, spot: Spot, size: SnippetSize): Place {
  const first = tokens.wordOf(spot.first);
  const last = Math.max(first, tokens.wordOf(spot.last));
  const from = startNear(view, first, size.before);
  const to = endNear(view, last, size.after);
  const begin = view.offsetOf(from);
  const marks = spot.marks.map((mark): SnippetMark => {
    const [markFirst, markLast] = [tokens.wordOf(mark.first), tokens.wordOf(mark.last)];
    return withoutSigns(view.text, view.offsetOf(markFirst), view.endOf(markLast), begin);
  });
  return {
    transcriptId: view.id,
    word: first,
    time: timeOf(view, first),
    speaker: speakerAt(view, first),
    // Line ends become blanks one for one, so the marks stay where they are.
    text: view.text.slice(begin, view.endOf(to)).replace(/\s/g, ' '),
    marks: joinedMarks(marks),
    cutBefore: from > 0 && !isSentenceStart(view, from),
    cutAfter: to + 1 < view.wordCount && !isSentenceEnd(view, to),
  };
}

const SIGN = /[^\p{L}\p{N}\p{M}]/u;

/** A mark is the word, not the comma after it. All of it when it holds nothing else. */
function withoutSigns(text: string, start: number, end: number, begin: number): SnippetMark {
  let [from, to] = [start, end];
  while (from < to && isSign(text, from)) from++;
  while (to > from && isSign(text, to - 1)) to--;
  return from < to ? { from: from - begin, to: to - begin } : { from: start - begin, to: end - begin };
}

function isSign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isPlainLetter(unit)) return false;
  // Half of a character beyond the first plane is not to be judged alone.
  return (unit < 0xd800 || unit >= 0xe000) && SIGN.test(text[at] ?? '');
}

/** Most of what is looked at; expressions that know all of Unicode are slow in a worker that was just born. */
function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

/** Milliseconds; null where nobody knows. */
export function timeOf(view: PackedView, word: number): number | null {
  return view.timing !== 'none' && view.stateOf(word) !== WordState.unknown ? view.startOf(word) : null;
}

/** Two tokens of one word, or neighbours in a script without spaces, are one mark. */
function joinedMarks(marks: readonly SnippetMark[]): SnippetMark[] {
  const joined: SnippetMark[] = [];
  for (const mark of marks) {
    const previous = joined.at(-1);
    if (previous && mark.from <= previous.to) {
      joined[joined.length - 1] = { from: previous.from, to: Math.max(previous.to, mark.to) };
    } else joined.push(mark);
  }
  return joined;
}

/** Back as far as there is room, at the start of the sentence or the turn when there is one on the way. */
function startNear(view: PackedView, word: number, room: number): number {
  let at = word;
  for (let left = room; !isSentenceStart(view, at); at--) {
    left -= widthOf(view, at - 1);
    if (left < 0) return at;
  }
  return at;
}

/** On as far as there is room. The sentence's end, unless it comes too soon to show anything of what follows. */
function endNear(view: PackedView, word: number, room: number): number {
  let limit = word;
  for (let left = room; limit + 1 < view.wordCount && !isTurnStart(view, limit + 1); limit++) {
    left -= widthOf(view, limit + 1);
    if (left < 0) break;
  }
  for (let at = limit; at > word + 2; at--) if (isSentenceEnd(view, at)) return at;
  return limit;
}

function widthOf(view: PackedView, word: number): number {
  const from = view.offsetOf(word);
  const isWide = view.text.charCodeAt(from) >= 0x2e80;
  return (view.endOf(word) - from) * (isWide ? 2 : 1) + (isWide ? 0 : 1);
}

function isSentenceStart(view: PackedView, word: number): boolean {
  return word === 0 || isSentenceEnd(view, word - 1) || isTurnStart(view, word);
}

function isTurnStart({ turns }: PackedView, word: number): boolean {
  return turns[turnAt(turns, word)]?.firstWord === word;
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/;

function isSentenceEnd(view: PackedView, word: number): boolean {
  const end = view.endOf(word);
  if (isPlainLetter(view.text.charCodeAt(end - 1))) return false;
  // The last characters are enough, and keep a word of a megabyte cheap.
  return SENTENCE_END.test(view.text.slice(Math.max(view.offsetOf(word), end - 8), end));
}

function speakerAt({ turns, speakers }: PackedView, word: number): Place['speaker'] {
  const index = turns[turnAt(turns, word)]?.speaker ?? null;
  const speaker = index === null ? undefined : speakers[index];
  return index !== null && speaker ? { name: speaker.name, index } : null;
}

/** Index of the turn that the word belongs to; -1 before the first. */
export function turnAt(turns: readonly Turn[], word: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.firstWord ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
