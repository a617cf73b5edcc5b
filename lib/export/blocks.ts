/** A transcript as it is set on a page: paragraphs with speaker and time, under chapters. */
import { lastAtMost, textOfWords } from '../transcript/lookup';
import { type Chapter, type Transcript, WordState } from '../transcript/types';

export interface Block {
  readonly firstWord: number;
  /** The word behind the last one. */
  readonly endWord: number;
  /** As shown; null where nobody is named. */
  readonly speaker: string | null;
  /** False where the speaker of the block before goes on. */
  readonly startsTurn: boolean;
  /** Milliseconds; null where the first word's time cannot be said. */
  readonly time: number | null;
  readonly text: string;
  /** Words of the captions in a merged transcript, where the person's own has none. */
  readonly fromCaptions: boolean;
}

/** Said before such words wherever they stand among a person's. */
export const FROM_CAPTIONS = 'From the captions:';

export interface Section {
  /** Null before the first chapter, and for all of a transcript without any. */
  readonly chapter: Chapter | null;
  readonly blocks: readonly Block[];
}

/** The transcript's paragraphs in reading order; words of the captions stand in blocks of their own. */
export function blocksOf(transcript: Transcript): Block[] {
  const { words } = transcript;
  const count = words.offset.length;
  const borrowed = borrowedWords(transcript);
  const starts = blockStarts(transcript, borrowed);
  const turns = new Set(transcript.turns.map((turn) => turn.firstWord));
  return starts.map((firstWord, index) => {
    const endWord = starts[index + 1] ?? count;
    return {
      firstWord,
      endWord,
      speaker: speakerAt(transcript, firstWord),
      startsTurn: turns.has(firstWord),
      time: timeAt(transcript, firstWord),
      text: textOfWords(transcript, firstWord, endWord),
      fromCaptions: borrowed.some(({ first, end }) => firstWord >= first && firstWord < end),
    };
  });
}

interface WordRange {
  readonly first: number;
  readonly end: number;
}

function borrowedWords({ alignment }: Transcript): WordRange[] {
  const shown = alignment?.holes.filter((hole) => hole.shown) ?? [];
  return shown.map(({ firstWord, words }) => ({ first: firstWord, end: firstWord + words }));
}

function blockStarts({ paragraphs, words }: Transcript, borrowed: readonly WordRange[]): number[] {
  if (borrowed.length === 0) return [...paragraphs];
  const starts = new Set(paragraphs);
  for (const { first, end } of borrowed) {
    starts.add(first);
    if (end < words.offset.length) starts.add(end);
  }
  return [...starts].sort((one, other) => one - other);
}

/** The name of whoever says the word; null where it is not known. */
export function speakerAt(transcript: Transcript, word: number): string | null {
  const { turns, speakers } = transcript;
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.firstWord ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  const speaker = turns[low - 1]?.speaker ?? null;
  return speaker === null ? null : (speakers[speaker]?.name ?? null);
}

/** Milliseconds; null where the word's time is unknown: a computed guess is never given out as a time. */
export function timeAt({ words, timing }: Transcript, word: number): number | null {
  return timing === 'none' || words.state[word] === WordState.unknown ? null : (words.start[word] ?? null);
}

/** Blocks under the chapters they begin in. Sections without blocks are left out. */
export function sectionsOf(transcript: Transcript): Section[] {
  const { chapters } = transcript;
  const starts = chapters.map((chapter) => chapter.start);
  const sections: { chapter: Chapter | null; blocks: Block[] }[] = [];
  let current = -1;
  for (const block of blocksOf(transcript)) {
    const index = block.time === null ? current : lastAtMost(starts, block.time);
    const open = sections.at(-1);
    if (open && index <= current) open.blocks.push(block);
    else {
      sections.push({ chapter: chapters[index] ?? null, blocks: [block] });
      current = index;
    }
  }
  return sections;
}
