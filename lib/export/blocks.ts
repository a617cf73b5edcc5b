/** A transcript as it is set on a page: paragraphs with speaker and time, under chapters. */
import { endOf, lastAtMost, textOfWords } from '../transcript/lookup';
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
}

export interface Section {
  /** Null before the first chapter, and for all of a transcript without any. */
  readonly chapter: Chapter | null;
  readonly blocks: readonly Block[];
}

/** The transcript's paragraphs in reading order. */
export function blocksOf(transcript: Transcript): Block[] {
  const { paragraphs, words } = transcript;
  const count = words.offset.length;
  const starts = new Set(transcript.turns.map((turn) => turn.firstWord));
  return Array.from(paragraphs, (firstWord, index) => {
    const endWord = endOf(paragraphs, index, count);
    return {
      firstWord,
      endWord,
      speaker: speakerAt(transcript, firstWord),
      startsTurn: starts.has(firstWord),
      time: timeAt(transcript, firstWord),
      text: textOfWords(transcript, firstWord, endWord),
    };
  });
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
