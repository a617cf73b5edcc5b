/** A stretch of a transcript as a result shows it: whole words, marks, and where it stands. */
import type { Transcript } from '../../transcript/types';
import { WordState } from '../../transcript/types';
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

/** `wordOf`: for each token the word it stands in. */
export function cutSnippet(transcript: Transcript, wordOf: Uint32Array, spot: Spot, size: SnippetSize): Place {
  const { words, text } = transcript;
  const first = wordOf[spot.first] ?? 0;
  const last = wordOf[spot.last] ?? first;
  const from = startNear(transcript, first, size.before);
  const to = endNear(transcript, last, size.after);
  const begin = words.offset[from] ?? 0;
  const end = (words.offset[to] ?? 0) + (words.length[to] ?? 0);
  const marks = spot.marks.map((mark): SnippetMark => {
    const markFrom = words.offset[wordOf[mark.first] ?? 0] ?? 0;
    const lastWord = wordOf[mark.last] ?? 0;
    return { from: markFrom - begin, to: (words.offset[lastWord] ?? 0) + (words.length[lastWord] ?? 0) - begin };
  });
  const isTimed = transcript.timing !== 'none' && words.state[first] !== WordState.unknown;
  return {
    transcriptId: transcript.id,
    word: first,
    time: isTimed ? (words.start[first] ?? 0) : null,
    speaker: speakerAt(transcript, first),
    // Line ends become blanks one for one, so the marks stay where they are.
    text: text.slice(begin, end).replace(/\s/g, ' '),
    marks: joinedMarks(marks),
    cutBefore: from > 0 && !isSentenceStart(transcript, from),
    cutAfter: to + 1 < words.offset.length && !isSentenceEnd(transcript, to),
  };
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
function startNear(transcript: Transcript, word: number, room: number): number {
  let at = word;
  for (let left = room; !isSentenceStart(transcript, at); at--) {
    left -= widthOf(transcript, at - 1);
    if (left < 0) return at;
  }
  return at;
}

/** On as far as there is room. The sentence's end, unless it comes too soon to show anything of what follows. */
function endNear(transcript: Transcript, word: number, room: number): number {
  const count = transcript.words.offset.length;
  let limit = word;
  for (let left = room; limit + 1 < count && !isTurnStart(transcript, limit + 1); limit++) {
    left -= widthOf(transcript, limit + 1);
    if (left < 0) break;
  }
  for (let at = limit; at > word + 2; at--) if (isSentenceEnd(transcript, at)) return at;
  return limit;
}

function widthOf({ words, text }: Transcript, word: number): number {
  const isWide = text.charCodeAt(words.offset[word] ?? 0) >= 0x2e80;
  return (words.length[word] ?? 0) * (isWide ? 2 : 1) + (isWide ? 0 : 1);
}

function isSentenceStart(transcript: Transcript, word: number): boolean {
  return word === 0 || isSentenceEnd(transcript, word - 1) || isTurnStart(transcript, word);
}

function isTurnStart({ turns }: Transcript, word: number): boolean {
  return turns[turnAt(turns, word)]?.firstWord === word;
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/;

function isSentenceEnd({ words, text }: Transcript, word: number): boolean {
  const end = (words.offset[word] ?? 0) + (words.length[word] ?? 0);
  // The last characters are enough, and keep a word of a megabyte cheap.
  return SENTENCE_END.test(text.slice(Math.max(words.offset[word] ?? 0, end - 8), end));
}

function speakerAt({ turns, speakers }: Transcript, word: number): Place['speaker'] {
  const index = turns[turnAt(turns, word)]?.speaker ?? null;
  const speaker = index === null ? undefined : speakers[index];
  return index !== null && speaker ? { name: speaker.name, index } : null;
}

/** Index of the turn that the word belongs to; -1 before the first. */
export function turnAt(turns: Transcript['turns'], word: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.firstWord ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
