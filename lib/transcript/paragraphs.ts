/**
 * Where paragraphs begin. A reader wants a few sentences at a time: a new speaker always starts one, a chapter too;
 * otherwise it ends at a sentence's end once it is long enough, sooner where the speaker paused. Text without
 * punctuation breaks at its longest pauses.
 */
import type { BuiltWord } from './build-words';
import { WordState } from './types';

export interface ParagraphHints {
  /** 1 where a paragraph must begin: new speaker, new block of a person's text, chapter. One entry a word. */
  readonly forced: Uint8Array;
}

/** Words. Below `SHORT` a paragraph goes on, from `GOOD` it ends at any sentence's end, at `LONG` it ends somewhere. */
const SHORT = 18;
const GOOD = 42;
const LONG = 95;
/** Milliseconds. A breath that ends a thought, and a silence that ends a paragraph even in mid-sentence. */
const PAUSE = 700;
const SILENCE = 4000;

export function paragraphStarts(words: readonly BuiltWord[], hints: ParagraphHints): Uint32Array {
  const starts: number[] = [];
  let first = 0;
  for (let index = 0; index < words.length; index += 1) {
    if (index > first && isBreak(words, hints, first, index)) {
      splitLong(words, first, index, starts);
      first = index;
    }
  }
  if (words.length > 0) splitLong(words, first, words.length, starts);
  return Uint32Array.from(starts);
}

function isBreak(words: readonly BuiltWord[], hints: ParagraphHints, first: number, index: number): boolean {
  if (hints.forced[index]) return true;
  const length = index - first;
  const pause = pauseBefore(words, index);
  if (pause >= SILENCE && length >= 3) return true;
  if (!endsSentence(words[index - 1] as BuiltWord, words[index] as BuiltWord)) return false;
  return length >= GOOD || (length >= SHORT && pause >= PAUSE);
}

/** Pushes the start of the paragraph and, when it is too long, of the parts it is cut into. */
function splitLong(words: readonly BuiltWord[], first: number, end: number, starts: number[]): void {
  starts.push(first);
  while (end - first > LONG) {
    // The best place between GOOD and LONG words: a sentence's end, else the longest pause, else a comma, else the middle.
    let best = first + GOOD;
    let bestScore = -1;
    const last = Math.min(first + LONG, end - SHORT);
    for (let index = first + GOOD; index < last; index += 1) {
      const score = breakScore(words, index);
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    starts.push(best);
    first = best;
  }
}

function breakScore(words: readonly BuiltWord[], index: number): number {
  const before = words[index - 1] as BuiltWord;
  const sentence = endsSentence(before, words[index] as BuiltWord) ? 10_000 : 0;
  const comma = isCommaLike(before.text.charCodeAt(before.text.length - 1)) ? 300 : 0;
  return sentence + comma + Math.min(pauseBefore(words, index), 5000);
}

/** Milliseconds between the end of the word before and the start of this one; 0 where times are not known well enough. */
function pauseBefore(words: readonly BuiltWord[], index: number): number {
  const before = words[index - 1] as BuiltWord;
  const word = words[index] as BuiltWord;
  if (before.state === WordState.unknown || word.state !== WordState.given) return 0;
  const gap = word.start - before.end;
  // Where a word's end is only the next word's start, a pause hides in its length.
  const stretched = word.start - before.start - 250 - before.text.length * 60;
  return Math.max(gap, stretched, 0);
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sr jr vs etc eg ie no vol fig approx inc ltd co gen rep sen gov lt col sgt capt'.split(' '),
);

/** True when a sentence ends between two neighbouring words. */
export function endsSentence(before: { readonly text: string }, next: { readonly text: string }): boolean {
  const text = before.text;
  let end = text.length;
  while (end > 0 && isCloser(text.charCodeAt(end - 1))) end -= 1;
  const mark = text.charCodeAt(end - 1);
  if (mark === 0x21 || mark === 0x3f || mark === 0x3002 || mark === 0xff01 || mark === 0xff1f || mark === 0x61f)
    return true;
  if (mark === 0x964 || mark === 0x6d4 || mark === 0x2026) return true;
  if (mark !== 0x2e) return false;
  const stem = text
    .slice(0, end - 1)
    .replaceAll('.', '')
    .toLowerCase();
  if (ABBREVIATIONS.has(stem) || stem.length === 1) return false;
  const lead = next.text.codePointAt(0);
  if (lead === undefined) return true;
  const letter = String.fromCodePoint(lead);
  // "3.5 percent", "e.g. this": a lower-case word goes on with the sentence.
  return letter === letter.toUpperCase();
}

function isCloser(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x2019 ||
    code === 0x201d ||
    code === 0x300d
  );
}

function isCommaLike(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0x3a || code === 0x3001 || code === 0xff0c || code === 0x60c;
}
