/** What the reading view sets, one below the other: paragraphs or cues, with speakers, chapters and holes beside them. */

import type { Settings } from '../protocol/settings';
import { lastAtMost, turnOfWord } from '../transcript/lookup';
import { endsSentence } from '../transcript/paragraphs';
import { type Chapter, type Hole, type Transcript, WordState } from '../transcript/types';

export interface Block {
  readonly firstWord: number;
  readonly endWord: number;
  /** Offsets into `Transcript.text`: first unit of the first word, end of the last. */
  readonly from: number;
  readonly to: number;
  /** Of the first word, milliseconds; null where unknown. */
  readonly time: number | null;
  /** The time is not measured: it is shown with "≈". */
  readonly rough: boolean;
  /** Set where the speaker changes: index into `speakers`, or null for somebody unnamed. */
  readonly voice?: number | null;
  /** Headings that stand before this block. */
  readonly chapters?: readonly Chapter[];
  /** A hole that begins before this block: the label row says so. */
  readonly hole?: Hole;
  /** Inside a stretch that only one side has: `text`, the person's, which has no times; `video`, the captions'. */
  readonly apart?: Hole['kind'];
}

/** Characters. Longer ones are cut for reading, and so that none takes long to lay out. */
const LONGEST_BLOCK = 1600;
/** Milliseconds. A chapter that begins this near to a paragraph's start begins with it. */
const CHAPTER_SNAP = 8000;

/**
 * Sorted, without gaps: together the blocks are all words. Empty when there are no words. `cuts`: words that must begin a
 * block besides.
 */
export function buildBlocks(
  transcript: Transcript,
  view: Settings['view'],
  pageChapters: readonly Chapter[] = [],
  cuts: readonly number[] = [],
): Block[] {
  const count = transcript.words.offset.length;
  if (count === 0) return [];
  const starts = new Set<number>(view === 'lines' ? transcript.cues.firstWord : transcript.paragraphs);
  starts.add(0);
  for (const cut of cuts) if (cut > 0 && cut < count) starts.add(cut);
  for (const turn of transcript.turns) starts.add(turn.firstWord);
  const holes = holesByWord(transcript, starts);
  const sorted = () => Uint32Array.from(starts).sort();
  const chapters = chaptersByWord(transcript, chaptersOf(transcript, pageChapters), sorted());
  for (const word of chapters.keys()) starts.add(word);
  return cutLong(transcript, sorted()).map((firstWord, index, all) =>
    toBlock({ transcript, holes, chapters }, firstWord, all[index + 1] ?? count),
  );
}

/** The transcript's own chapters, else the page's. */
export function chaptersOf(transcript: Transcript | null, pageChapters: readonly Chapter[]): readonly Chapter[] {
  return transcript && transcript.chapters.length > 0 ? transcript.chapters : pageChapters;
}

interface Surroundings {
  readonly transcript: Transcript;
  readonly holes: ReadonlyMap<number, Hole>;
  readonly chapters: ReadonlyMap<number, readonly Chapter[]>;
}

function toBlock({ transcript, holes, chapters }: Surroundings, firstWord: number, endWord: number): Block {
  const { offset, length } = transcript.words;
  const turn = turnOfWord(transcript, firstWord);
  const begins = transcript.turns[turn]?.firstWord === firstWord;
  const heading = chapters.get(firstWord);
  const hole = holes.get(firstWord);
  const apart = apartOf(transcript, firstWord);
  return {
    firstWord,
    endWord,
    from: offset[firstWord] ?? 0,
    to: (offset[endWord - 1] ?? 0) + (length[endWord - 1] ?? 0),
    ...timeOfBlock(transcript, firstWord),
    ...(begins ? { voice: transcript.turns[turn]?.speaker ?? null } : {}),
    ...(heading ? { chapters: heading } : {}),
    ...(hole ? { hole } : {}),
    ...(apart ? { apart } : {}),
  };
}

/** The time that stands beside a block which begins with `firstWord`. */
export function timeOfBlock(transcript: Transcript, firstWord: number): Pick<Block, 'time' | 'rough'> {
  const isKnown = transcript.words.state[firstWord] !== WordState.unknown && transcript.timing !== 'none';
  return {
    time: isKnown ? (transcript.words.start[firstWord] ?? 0) : null,
    rough: isRough(transcript, firstWord),
  };
}

/**
 * Whole seconds are always rough; else a computed time is, unless a cue begins here, whose start was delivered. Where words have
 * times, one that is computed lies between two that are given: less than the second that is shown.
 */
function isRough(transcript: Transcript, word: number): boolean {
  if (transcript.timing === 'second') return true;
  if (transcript.timing === 'word' || transcript.words.state[word] !== WordState.between) return false;
  const { firstWord } = transcript.cues;
  return firstWord[lastAtMost(firstWord, word)] !== word;
}

/** Holes by the word they stand before; where one has words, what follows it begins a block too. */
function holesByWord(transcript: Transcript, starts: Set<number>): Map<number, Hole> {
  const count = transcript.words.offset.length;
  const holes = new Map<number, Hole>();
  for (const hole of transcript.alignment?.holes ?? []) {
    const hasWords = hole.kind === 'text' || hole.shown;
    const first = hasWords ? hole.firstWord : lastAtMost(transcript.words.start, Math.max(0, hole.end - 1)) + 1;
    if (first < 0 || first >= count) continue;
    if (!holes.has(first)) holes.set(first, hole);
    starts.add(first);
    if (hasWords && first + hole.words < count) starts.add(first + hole.words);
  }
  return holes;
}

function apartOf(transcript: Transcript, word: number): Hole['kind'] | undefined {
  return transcript.alignment?.holes.find(
    ({ kind, shown, firstWord, words }) => (kind === 'text' || shown) && word >= firstWord && word < firstWord + words,
  )?.kind;
}

function chaptersByWord(
  transcript: Transcript,
  chapters: readonly Chapter[],
  starts: Uint32Array,
): Map<number, Chapter[]> {
  const byWord = new Map<number, Chapter[]>();
  if (transcript.timing === 'none') return byWord;
  for (const chapter of chapters) {
    const word = wordOfChapter(transcript, chapter, starts);
    if (word === null) continue;
    const before = byWord.get(word);
    if (before) before.push(chapter);
    else byWord.set(word, [chapter]);
  }
  return byWord;
}

/** The block start nearest to the chapter's time; where none is near, the next sentence. Null after the last word. */
function wordOfChapter(transcript: Transcript, chapter: Chapter, starts: Uint32Array): number | null {
  const { start } = transcript.words;
  const word = lastAtMost(start, chapter.start - 1) + 1;
  if (word >= start.length) return null;
  if (word === 0) return 0;
  const index = lastAtMost(starts, word);
  const near = [starts[index], starts[index + 1]]
    .filter((each): each is number => each !== undefined)
    .map((each) => ({ each, distance: Math.abs((start[each] ?? 0) - chapter.start) }))
    .filter(({ distance }) => distance <= CHAPTER_SNAP)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.each ?? sentenceStartNear(transcript, word);
}

const SENTENCE_REACH = 25;

function sentenceStartNear(transcript: Transcript, word: number): number {
  for (let reach = 0; reach < SENTENCE_REACH; reach += 1) {
    for (const each of [word + reach, word - reach])
      if (each > 0 && each < transcript.words.offset.length && isSentenceStart(transcript, each)) return each;
  }
  return word;
}

function isSentenceStart({ text, words }: Transcript, word: number): boolean {
  const textOf = (each: number) => {
    const from = words.offset[each] ?? 0;
    return { text: text.slice(from, from + (words.length[each] ?? 0)) };
  };
  return endsSentence(textOf(word - 1), textOf(word));
}

/** Adds starts inside blocks that are too long: at a sentence in the second half of the room, else where it is full. */
function cutLong(transcript: Transcript, starts: Uint32Array): number[] {
  const { offset } = transcript.words;
  const all: number[] = [];
  starts.forEach((first, index) => {
    const end = starts[index + 1] ?? offset.length;
    all.push(first);
    let from = first;
    while ((offset[end - 1] ?? 0) - (offset[from] ?? 0) > LONGEST_BLOCK) {
      const full = lastAtMost(offset, (offset[from] ?? 0) + LONGEST_BLOCK);
      let cut = full;
      while (cut > from + (full - from) / 2 && !isSentenceStart(transcript, cut)) cut -= 1;
      if (cut <= from + (full - from) / 2) cut = full;
      from = Math.max(cut, from + 1);
      if (from >= end) break;
      all.push(from);
    }
  });
  return all;
}

/** The block a word stands in; -1 when there are none. */
export function blockOfWord(blocks: readonly Block[], word: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.firstWord ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
