/** From a recogniser's words to cues: joined as the language writes them, or found again in the text the recogniser gave. */
import type { SourceCue, SourceWord } from '../transcript/source';
import { isUnspacedScript } from '../transcript/split-words';
import { tidyText } from './clean-text';
import { foldWords } from './words';

export interface SpokenWord {
  readonly text: string;
  /** Milliseconds. */
  readonly start: number | null;
  readonly end: number | null;
  /** 0 to 100. */
  readonly confidence?: number | undefined;
  readonly speaker?: string | null;
  /** Stands at the word before without a space: punctuation that comes as an item of its own. */
  readonly glued?: boolean;
}

/** Adds a mark that comes alone to the word before it. */
export function withMarksAttached(words: readonly SpokenWord[]): SpokenWord[] {
  const joined: SpokenWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (word.glued && before) {
      // A mark is not spoken, so the word ends where it ended.
      const end = /[\p{L}\p{N}]/u.test(word.text) ? (word.end ?? before.end) : before.end;
      joined[joined.length - 1] = { ...before, text: before.text + word.text, end };
    } else joined.push(word);
  }
  return joined;
}

/** Pieces of words follow each other without a pause. Milliseconds. */
const LONGEST_GAP = 60;

/**
 * Some recognisers give pieces of words, and a space only before those that begin one: the others are glued to the piece
 * before. Blank pieces are left out.
 */
export function withPiecesGlued(pieces: readonly SpokenWord[]): SpokenWord[] {
  const words = pieces.filter(({ text }) => text.trim() !== '');
  const begun = words.filter(({ text }) => text.startsWith(' ')).length;
  if (begun * 5 < words.length || begun >= words.length - 1) return words;
  return words.map((word, index) => (isPiece(word, words[index - 1]) ? { ...word, glued: true } : word));
}

function isPiece(word: SpokenWord, before: SpokenWord | undefined): boolean {
  if (before === undefined || word.text.startsWith(' ') || (word.speaker ?? null) !== (before.speaker ?? null))
    return false;
  return before.end === null || word.start === null || word.start - before.end <= LONGEST_GAP;
}

/** The recogniser's bare words as it wrote them in its text, marks and capitals included; as they are where that cannot be told. */
export function wordsAsWritten(text: string, words: readonly SpokenWord[]): readonly SpokenWord[] {
  // Where there are speakers, their words are told apart by them.
  if (words.some((word) => word.speaker || /[.,!?]/.test(word.text))) return words;
  const placed = placeWords(tidyText(text), words);
  return placed === null ? words : placed.map((word) => ({ ...word, text: word.text.trim(), end: word.end ?? null }));
}

export interface CueHead {
  readonly start?: number | null;
  readonly end?: number | null;
  readonly speaker?: string | null;
}

/**
 * Null when there is nothing to read in the words. Times come from the words where the head has none. `bringSpaces`: the
 * words have their spaces with them, none are put between.
 */
export function cueFromWords(words: readonly SpokenWord[], head: CueHead = {}, bringSpaces = false): SourceCue | null {
  const joined = withMarksAttached(words);
  const pieces = joined.map((word, index) =>
    sourceWord(word, bringSpaces ? word.text : spaced(word, joined[index - 1])),
  );
  const folded = foldWords(pieces);
  if (folded.text === '') return null;
  return {
    start: head.start ?? firstTime(words),
    end: head.end ?? lastTime(words),
    text: folded.text,
    speaker: head.speaker ?? words[0]?.speaker ?? null,
    ...(folded.words.some((word) => word.start !== null) ? { words: folded.words } : {}),
  };
}

/** A cue whose text the recogniser wrote out; its words are looked up in it, so that each place has its time. */
export function cueFromText(text: string, words: readonly SpokenWord[], head: CueHead): SourceCue | null {
  const tidy = tidyText(text);
  if (tidy === '') return words.length > 0 ? cueFromWords(words, head) : null;
  const placed = placeWords(tidy, words);
  return {
    start: head.start ?? firstTime(words),
    end: head.end ?? lastTime(words),
    text: tidy,
    speaker: head.speaker ?? words[0]?.speaker ?? null,
    ...(placed === null ? {} : { words: placed }),
  };
}

/** Literals, no spread: there may be a hundred thousand of them. */
function sourceWord({ start, end, confidence }: SpokenWord, text: string): SourceWord {
  return confidence === undefined ? { text, start, end } : { text, start, end, confidence };
}

/** The word with a space before it where its language has one and it does not bring its own. */
function spaced(word: SpokenWord, before: SpokenWord | undefined): string {
  if (before === undefined || word.text.startsWith(' ')) return word.text;
  const isTight =
    isUnspacedScript(before.text.trimEnd().charCodeAt(before.text.trimEnd().length - 1)) &&
    isUnspacedScript(word.text.charCodeAt(0));
  return isTight ? word.text : ` ${word.text}`;
}

/** How far ahead of its place a word is looked for; recognisers leave out and rewrite a few words, not pages. */
const REACH = 80;

/**
 * Cuts the text at the words that are found in it in order. Words that are not found stay in the piece before them.
 * Null when fewer than half are found: then text and words tell different things.
 */
function placeWords(text: string, words: readonly SpokenWord[]): SourceWord[] | null {
  const lower = text.toLowerCase();
  const haystack = lower.length === text.length ? lower : text;
  const places: { at: number; word: SpokenWord }[] = [];
  let cursor = 0;
  for (const word of words) {
    const wanted = haystack === lower ? tidyText(word.text).toLowerCase() : tidyText(word.text);
    if (wanted === '') continue;
    const found = findNear(haystack, wanted, cursor);
    if (found < 0) continue;
    places.push({ at: found, word });
    cursor = found + wanted.length;
  }
  if (places.length === 0 || places.length * 2 < words.length) return null;
  return cutAt(text, places);
}

function findNear(haystack: string, wanted: string, cursor: number): number {
  const from = haystack.charCodeAt(cursor) === 32 ? cursor + 1 : cursor;
  if (haystack.startsWith(wanted, from)) return from;
  const near = haystack.slice(from, from + REACH + wanted.length).indexOf(wanted);
  return near < 0 ? -1 : from + near;
}

function cutAt(text: string, places: readonly { at: number; word: SpokenWord }[]): SourceWord[] {
  const cut: SourceWord[] = [];
  for (const [index, { at, word }] of places.entries()) {
    const next = places[index + 1]?.at ?? text.length;
    const from = index === 0 ? 0 : wordStart(text, at);
    const to = index === places.length - 1 ? text.length : wordStart(text, next);
    if (to > from) cut.push(sourceWord(word, text.slice(from, to)));
  }
  return cut;
}

/** White space before a word belongs to it, and so do the marks that open it. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && '"“‘«„([{¿¡「『'.includes(text.charAt(start - 1))) start--;
  return start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 10) ? start - 1 : start;
}

export function firstTime(words: readonly SpokenWord[]): number | null {
  return words.find((word) => word.start !== null)?.start ?? null;
}

export function lastTime(words: readonly SpokenWord[]): number | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const end = words[index]?.end ?? null;
    if (end !== null) return end;
  }
  return null;
}

/** A silence this long ends a cue; without marks this many words do. */
const PAUSE = 1500;
const MOST_WORDS = 40;

/** Cues for recognisers that give words alone: a cue ends with a sentence, at a pause and where the speaker changes. */
export function cuesFromWords(words: readonly SpokenWord[]): SourceCue[] {
  const cues: SourceCue[] = [];
  let open: SpokenWord[] = [];
  const close = () => {
    const cue = cueFromWords(open);
    if (cue !== null) cues.push(cue);
    open = [];
  };
  for (const word of withMarksAttached(words)) {
    const before = open.at(-1);
    if (before && (isBreak(before, word) || open.length >= MOST_WORDS)) close();
    open.push(word);
  }
  close();
  return cues;
}

function isBreak(before: SpokenWord, word: SpokenWord): boolean {
  if ((before.speaker ?? null) !== (word.speaker ?? null)) return true;
  if (before.end !== null && word.start !== null && word.start - before.end >= PAUSE) return true;
  return endsSentence(before.text) && !/^\p{Ll}/u.test(word.text.trimStart());
}

const ABBREVIATIONS = new Set(['mr.', 'mrs.', 'ms.', 'dr.', 'st.', 'prof.', 'vs.', 'jr.', 'sr.', 'no.', 'inc.']);

function endsSentence(word: string): boolean {
  const bare = word.trim().replace(/["”’)\]»]+$/, '');
  if (!/[.!?…。？！।؟]$/.test(bare.slice(-1))) return false;
  return !ABBREVIATIONS.has(bare.toLowerCase()) && !/^\p{L}\.$/u.test(bare);
}
