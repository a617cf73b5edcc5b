/** What only the captions have, set into the human text at its place: a merged transcript reads on where a person's text has a gap. */
import { lastAtMost, turnOfWord } from '../transcript/lookup';
import type { Hole, Transcript, Turn } from '../transcript/types';
import { cueTimes } from './cue-times';
import { AlignedState, type AlignedWords } from './word-times';

/** Fewer words are not worth a stretch of their own. */
const LEAST = 8;

/** Words `first` up to `end` of a transcript, which come before word `at` of the human text. */
interface Insertion {
  readonly at: number;
  readonly first: number;
  readonly end: number;
  readonly hole: Hole;
}

/** Consecutive words of one of the two. */
interface Piece {
  readonly source: Transcript;
  readonly first: number;
  readonly end: number;
  readonly hole?: Hole;
}

/**
 * The merged transcript with the captions' words in every stretch that the human text lacks, each a paragraph of its own. Its holes then
 * speak of the words of the result, and those that were filled say so.
 */
export function weaveCaptions(merged: Transcript, timed: Transcript, aligned: AlignedWords): Transcript {
  const insertions = insertionsOf(merged, aligned);
  if (insertions.length === 0) return merged;
  const pieces = piecesOf(merged, timed, insertions);
  const { text, columns } = joinWords(pieces);
  const firstWords = (of: (source: Transcript) => Uint32Array) => boundaries(pieces, of);
  const words = columns;
  return {
    ...merged,
    text,
    words,
    cues: cueTimes(
      firstWords(({ cues }) => cues.firstWord),
      words,
    ),
    paragraphs: firstWords(({ paragraphs }) => paragraphs),
    turns: merged.turns.length === 0 ? [] : joinTurns(pieces, merged),
    ...(merged.alignment ? { alignment: { ...merged.alignment, holes: moveHoles(merged, insertions, pieces) } } : {}),
  };
}

/** In order. */
function insertionsOf({ alignment }: Transcript, { state, heardFirst, heardLast }: AlignedWords): Insertion[] {
  const insertions: Insertion[] = [];
  let before = -1;
  let at = 0;
  for (const hole of alignment?.holes ?? []) {
    if (hole.kind !== 'video') continue;
    const last = hole.firstWord + hole.words - 1;
    for (; at < state.length; at++) {
      if (state[at] !== AlignedState.matched) continue;
      if ((heardFirst[at] ?? 0) >= last) break;
      before = at;
    }
    const first = Math.max(hole.firstWord, before < 0 ? 0 : (heardLast[before] ?? -1) + 1);
    const end = Math.min(last + 1, at < state.length ? (heardFirst[at] ?? 0) : last + 1);
    if (end - first >= LEAST) insertions.push({ at, first, end, hole });
  }
  return insertions;
}

function piecesOf(human: Transcript, timed: Transcript, insertions: readonly Insertion[]): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (const { at, first, end, hole } of insertions) {
    if (at > next) pieces.push({ source: human, first: next, end: at });
    pieces.push({ source: timed, first, end, hole });
    next = at;
  }
  const count = human.words.offset.length;
  if (count > next) pieces.push({ source: human, first: next, end: count });
  return pieces;
}

function joinWords(pieces: readonly Piece[]): { text: string; columns: Transcript['words'] } {
  const count = pieces.reduce((sum, { first, end }) => sum + end - first, 0);
  const [offset, length] = [new Uint32Array(count), new Uint32Array(count)];
  const [start, finish] = [new Uint32Array(count), new Uint32Array(count)];
  const state = new Uint8Array(count);
  const texts: string[] = [];
  let size = 0;
  let word = 0;
  let reached = 0;
  for (const { source, first, end } of pieces) {
    const { words } = source;
    const from = words.offset[first] ?? 0;
    const text = source.text.slice(from, (words.offset[end - 1] ?? 0) + (words.length[end - 1] ?? 0));
    for (let each = first; each < end; each++, word++) {
      offset[word] = (words.offset[each] ?? 0) - from + size;
      length[word] = words.length[each] ?? 0;
      reached = Math.max(reached, words.start[each] ?? 0);
      start[word] = reached;
      finish[word] = Math.max(reached, words.end[each] ?? 0);
      state[word] = words.state[each] ?? 0;
    }
    texts.push(text);
    size += text.length + 1;
  }
  for (let each = count - 2; each >= 0; each--) finish[each] = Math.min(finish[each] ?? 0, start[each + 1] ?? 0);
  return { text: texts.join('\n'), columns: { offset, length, start, end: finish, state } };
}

/** Where cues or paragraphs begin: at every piece, and where its source has them. */
function boundaries(pieces: readonly Piece[], of: (source: Transcript) => Uint32Array): Uint32Array {
  const starts: number[] = [];
  let word = 0;
  for (const { source, first, end } of pieces) {
    const own = of(source);
    starts.push(word);
    for (let index = lastAtMost(own, first) + 1; (own[index] ?? end) < end; index++)
      starts.push((own[index] ?? 0) - first + word);
    word += end - first;
  }
  return Uint32Array.from(starts);
}

/** Voices of the captions are those of the text where they are named alike, else somebody's. */
function joinTurns(pieces: readonly Piece[], { speakers }: Transcript): Turn[] {
  const own = new Map(speakers.map(({ label }, index) => [label, index]));
  const turns: Turn[] = [];
  let word = 0;
  for (const { source, first, end, hole } of pieces) {
    const speakerOf = ({ speaker }: Turn) =>
      hole && speaker !== null ? (own.get(source.speakers[speaker]?.label ?? '') ?? null) : speaker;
    let index = turnOfWord(source, first);
    const opening = source.turns[index];
    turns.push({ speaker: opening ? speakerOf(opening) : null, firstWord: word });
    for (let turn = source.turns[++index]; turn && turn.firstWord < end; turn = source.turns[++index])
      turns.push({ speaker: speakerOf(turn), firstWord: turn.firstWord - first + word });
    word += end - first;
  }
  return turns;
}

function moveHoles({ alignment }: Transcript, insertions: readonly Insertion[], pieces: readonly Piece[]): Hole[] {
  const filled = new Map<Hole, Hole>();
  let word = 0;
  for (const { first, end, hole } of pieces) {
    if (hole) filled.set(hole, { ...hole, firstWord: word, words: end - first, shown: true });
    word += end - first;
  }
  let passed = 0;
  let added = 0;
  return (alignment?.holes ?? []).map((hole) => {
    if (hole.kind === 'video') return filled.get(hole) ?? hole;
    for (; (insertions[passed]?.at ?? Number.POSITIVE_INFINITY) <= hole.firstWord; passed++)
      added += (insertions[passed]?.end ?? 0) - (insertions[passed]?.first ?? 0);
    return { ...hole, firstWord: hole.firstWord + added };
  });
}
