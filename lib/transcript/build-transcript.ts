/** The one place where transcripts are made, and where the promises of `types.ts` are made true. */
import { type BuiltWord, buildWords, endsWithoutSpace } from './build-words';
import { contentHash } from './content-hash';
import { type PlacedCue, placeCues } from './order-cues';
import { endsSentence, paragraphStarts } from './paragraphs';
import type { TranscriptSource } from './source';
import { allSteps, type Steps, THINGS_IN_STEP } from './steps';
import type { Chapter, CueColumns, Origin, Speaker, Transcript, Turn, WordColumns } from './types';
import { WordState } from './types';
import { type EpisodeId, milliseconds } from './units';

export interface BuildInput {
  readonly videoId: EpisodeId;
  readonly origin: Origin;
  readonly source: TranscriptSource;
  /** Chapters of the page, used when the source has none: a paragraph begins where one of them does. */
  readonly chapters?: readonly Chapter[];
  /** From `placeInSteps` of this source, when it was done ahead; used up by this. */
  readonly placed?: PlacedWords | undefined;
}

/** A source's words in their order, with times of their own: for `buildTranscript` alone. */
export interface PlacedWords extends Collected {
  readonly cues: readonly PlacedCue[];
}

/** The first half of building, with rests. */
export function* placeInSteps(source: TranscriptSource): Steps<PlacedWords> {
  const cues = placeCues(source.cues, source.timing);
  return { cues, ...(yield* collectWords(cues, source.language ?? 'und')) };
}

export function buildTranscript({
  videoId,
  origin,
  source,
  chapters = [],
  placed: ahead = allSteps(placeInSteps(source)),
}: BuildInput): Transcript {
  const language = source.language ?? 'und';
  const { cues: placed, words, cueOf } = ahead;
  settleTimes(words);
  const sorted = sortChapters(source.chapters && source.chapters.length > 0 ? source.chapters : chapters);
  const { turns, speakers } = collectTurns(placed, words, cueOf);
  const keepsBlocks = source.timing === 'turn' || source.timing === 'none';
  const paragraphs = paragraphStarts(words, {
    forced: forcedBreaks({ words, cueOf, turns, chapters: sorted, keepsBlocks }),
  });
  const { text, columns } = toColumns(words, paragraphs);
  return {
    id: `${videoId}:${originKey(origin)}:${contentHash(text, columns.start)}`,
    videoId,
    language,
    origin,
    timing: source.timing,
    text,
    words: columns,
    cues: cueColumns(placed, words, cueOf),
    turns,
    speakers,
    paragraphs,
    chapters: sorted,
  };
}

function originKey(origin: Origin): string {
  if (origin.kind === 'captions')
    return `captions${origin.vssId}${origin.translatedTo ? `>${origin.translatedTo}` : ''}/${origin.via}`;
  if (origin.kind === 'import') return `import/${origin.shape}`;
  return 'merge';
}

interface Collected {
  readonly words: BuiltWord[];
  /** Index of the placed cue each word belongs to. */
  readonly cueOf: number[];
}

function* collectWords(placed: readonly PlacedCue[], language: string): Steps<Collected> {
  const words: BuiltWord[] = [];
  const cueOf: number[] = [];
  let spaceless = false;
  for (const [index, cue] of placed.entries()) {
    if (index % THINGS_IN_STEP === THINGS_IN_STEP - 1) yield;
    const own = buildWords(cue, language, spaceless);
    if (own.length === 0) continue;
    spaceless = endsWithoutSpace(own);
    for (const word of own) {
      words.push(word);
      cueOf.push(index);
    }
  }
  return { words, cueOf };
}

/** Puts words of unknown time behind the word before them, so that starts never decrease, and clips ends. */
function settleTimes(words: BuiltWord[]): void {
  let reached = 0;
  let spoken = 0;
  for (const word of words) {
    if (word.state === WordState.unknown) {
      word.start = spoken;
      word.end = spoken;
      continue;
    }
    word.start = Math.max(word.start, reached);
    word.end = Math.max(word.end, word.start);
    reached = word.start;
    spoken = word.end;
  }
  for (let index = words.length - 2; index >= 0; index -= 1) {
    const word = words[index] as BuiltWord;
    const next = (words[index + 1] as BuiltWord).start;
    word.start = Math.min(word.start, next);
    word.end = Math.max(word.start, Math.min(word.end, next));
  }
}

function collectTurns(
  placed: readonly PlacedCue[],
  words: readonly BuiltWord[],
  cueOf: readonly number[],
): { turns: Turn[]; speakers: Speaker[] } {
  const speakers: Speaker[] = [];
  const indexOf = new Map<string, number>();
  const turns: Turn[] = [];
  let known = false;
  let current: number | null = null;
  let lastCue = -1;
  words.forEach((word, index) => {
    const isNewCue = cueOf[index] !== lastCue;
    lastCue = cueOf[index] as number;
    const label = placed[lastCue]?.cue.speaker?.trim();
    let speaker: number | null = label ? (indexOf.get(label) ?? -1) : null;
    if (label && speaker === -1) {
      speaker = speakers.length;
      indexOf.set(label, speaker);
      speakers.push({ label, name: label });
    }
    // Without a label a cue goes on with an unnamed voice; a named one never speaks on silently.
    const changes = isNewCue && speaker !== current;
    if (label || word.newVoice) known = true;
    if (index === 0 || changes || word.newVoice) turns.push({ speaker, firstWord: index });
    current = speaker;
  });
  return known ? { turns, speakers } : { turns: [], speakers: [] };
}

interface BreakInput extends Collected {
  readonly turns: readonly Turn[];
  readonly chapters: readonly Chapter[];
  readonly keepsBlocks: boolean;
}

function forcedBreaks({ words, cueOf, turns, chapters, keepsBlocks }: BreakInput): Uint8Array {
  const forced = new Uint8Array(words.length);
  for (const turn of turns) forced[turn.firstWord] = 1;
  if (keepsBlocks)
    for (let index = 1; index < words.length; index += 1) if (cueOf[index] !== cueOf[index - 1]) forced[index] = 1;
  let index = 0;
  for (const chapter of chapters) {
    while (index < words.length && (words[index] as BuiltWord).start < chapter.start) index += 1;
    if (index < words.length && (words[index] as BuiltWord).state !== WordState.unknown)
      forced[nearSentence(words, index)] = 1;
  }
  return forced;
}

/** Words. Chapters are set by hand or guessed: a sentence that begins this near is where the chapter is meant to begin. */
const CHAPTER_SLACK = 8;

function nearSentence(words: readonly BuiltWord[], index: number): number {
  for (let step = 0; step <= CHAPTER_SLACK; step += 1) {
    for (const at of [index + step, index - step]) {
      const before = words[at - 1];
      const word = words[at];
      if (before && word && endsSentence(before, word)) return at;
    }
  }
  return index;
}

function sortChapters(chapters: readonly Chapter[]): Chapter[] {
  return chapters
    .filter((chapter) => Number.isFinite(chapter.start) && chapter.title.trim() !== '')
    .map((chapter) => ({ start: milliseconds(chapter.start), title: chapter.title.trim() }))
    .sort((a, b) => a.start - b.start);
}

function toColumns(words: readonly BuiltWord[], paragraphs: Uint32Array): { text: string; columns: WordColumns } {
  const count = words.length;
  const offset = new Uint32Array(count);
  const length = new Uint32Array(count);
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  const state = new Uint8Array(count);
  const confidence = new Uint8Array(count);
  const parts: string[] = [];
  let at = 0;
  let paragraph = 0;
  let hasConfidence = false;
  words.forEach((word, index) => {
    const begins = paragraphs[paragraph] === index;
    if (begins) paragraph += 1;
    const separator = index === 0 ? '' : begins ? '\n' : word.glued ? '' : ' ';
    parts.push(separator, word.text);
    at += separator.length;
    offset[index] = at;
    length[index] = word.text.length;
    at += word.text.length;
    start[index] = word.start;
    end[index] = word.end;
    state[index] = word.state;
    confidence[index] = word.confidence;
    if (word.confidence !== 255) hasConfidence = true;
  });
  const columns = { offset, length, start, end, state };
  return { text: parts.join(''), columns: hasConfidence ? { ...columns, confidence } : columns };
}

function cueColumns(placed: readonly PlacedCue[], words: readonly BuiltWord[], cueOf: readonly number[]): CueColumns {
  const firstWord: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  words.forEach((word, index) => {
    if (index > 0 && cueOf[index] === cueOf[index - 1]) return;
    const cue = placed[cueOf[index] as number] as PlacedCue;
    const from = Math.max(cue.start ?? word.start, start[start.length - 1] ?? 0);
    const previous = end.length - 1;
    if (previous >= 0) end[previous] = Math.max(start[previous] as number, Math.min(end[previous] as number, from));
    firstWord.push(index);
    start.push(from);
    end.push(Math.max(from, cue.end ?? from));
  });
  return { firstWord: Uint32Array.from(firstWord), start: Uint32Array.from(start), end: Uint32Array.from(end) };
}
