/** Turns placed cues into words with times: own times where the source gives them, spread ones in between. */
import type { PlacedCue } from './order-cues';
import type { SourceWord } from './source';
import { hasWordCharacter, isSpace, isUnspacedScript, splitWords } from './split-words';
import { WordState } from './types';

const NO_CONFIDENCE = 255;

/** Not yet known. Times are never negative. */
const OPEN = -1;

/** A class, so that the hundred thousand of them in a long episode share one shape: that alone made building three times as fast. */
export class BuiltWord {
  start = OPEN;
  end = OPEN;
  state: WordState = WordState.unknown;
  /** A `>>` stood before it: somebody else speaks from here. */
  newVoice = false;

  constructor(
    public text: string,
    /** Nothing stands between this word and the one before it (scripts without spaces). */
    public glued: boolean,
    /** 0 to 100, or 255: not given. */
    readonly confidence: number,
  ) {}
}

/** The words of one cue. Times are clamped into the cue, non-decreasing; `unknown` when the cue has no time. */
export function buildWords(placed: PlacedCue, language: string, followsSpacelessly: boolean): BuiltWord[] {
  const { cue } = placed;
  const isWordTimed = cue.words !== undefined && cue.words.length > 0;
  const words = takeVoiceMarks(
    cue.words !== undefined && isWordTimed ? readWords(cue.words, language) : readText(cue.text, language),
  );
  const first = words[0];
  if (!first) return [];
  first.glued = followsSpacelessly && startsUnspaced(first.text);
  if (placed.start === null || placed.end === null) for (const word of words) forgetTime(word);
  else giveTimes(words, placed.start, placed.end, isWordTimed);
  return words;
}

function forgetTime(word: BuiltWord): void {
  word.start = 0;
  word.end = 0;
}

function readText(text: string, language: string): BuiltWord[] {
  let behind = 0;
  return splitWords(text, language).map((span) => {
    const glued = span.start === behind && span.start > 0;
    behind = span.end;
    return new BuiltWord(text.slice(span.start, span.end), glued, NO_CONFIDENCE);
  });
}

function readWords(sources: readonly SourceWord[], language: string): BuiltWord[] {
  const words: BuiltWord[] = [];
  let open = false;
  for (const source of sources) {
    const { text } = source;
    if (isOneSpacedWord(text)) {
      addWord(
        words,
        source,
        text.charCodeAt(0) === 0x20 ? text.slice(1) : text,
        open && text.charCodeAt(0) !== 0x20,
        true,
      );
      open = true;
      continue;
    }
    let behind = 0;
    splitWords(text, language).forEach((span, index) => {
      const touches = span.start === behind && (index > 0 || open);
      behind = span.end;
      addWord(words, source, text.slice(span.start, span.end), touches, index === 0);
    });
    if (text.length > 0) open = !isSpace(text.charCodeAt(text.length - 1));
  }
  return words;
}

/** The common case, told cheaply: plain letters, at most one space, at the front. */
function isOneSpacedWord(text: string): boolean {
  const first = text.charCodeAt(0) === 0x20 ? 1 : 0;
  if (text.length === first) return false;
  for (let index = first; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code > 0x7e) return false;
  }
  return true;
}

function addWord(words: BuiltWord[], source: SourceWord, text: string, touches: boolean, isFirst: boolean): void {
  const previous = words[words.length - 1];
  const start = isFirst ? wholeTime(source.start) : OPEN;
  const end = isFirst ? wholeTime(source.end) : OPEN;
  if (touches && previous) {
    const isMark = !hasWordCharacter(text, { start: 0, end: text.length });
    if (isMark || !(endsUnspaced(previous.text) || startsUnspaced(text))) {
      // A comma of its own or half a word ("un" + "likely"): part of the word before it.
      previous.text += text;
      if (!isMark && end !== OPEN) previous.end = end;
      return;
    }
  }
  const word = new BuiltWord(text, touches && previous !== undefined, toConfidence(source.confidence));
  word.start = start;
  word.end = end;
  words.push(word);
}

function wholeTime(time: number | null | undefined): number {
  return typeof time === 'number' && Number.isFinite(time) ? Math.max(OPEN, Math.round(time)) : OPEN;
}

function toConfidence(value: number | undefined): number {
  if (value === undefined || !Number.isFinite(value)) return NO_CONFIDENCE;
  return Math.min(100, Math.max(0, Math.round(value)));
}

/** Takes `>>` out of the words and remembers it at the word behind it. */
function takeVoiceMarks(words: BuiltWord[]): BuiltWord[] {
  if (!words.some(({ text }) => text.charCodeAt(0) === 0x3e && text.charCodeAt(1) === 0x3e)) return words;
  const kept: BuiltWord[] = [];
  let pending: BuiltWord | null = null;
  for (const word of words) {
    let marks = 0;
    while (word.text.charCodeAt(marks) === 0x3e) marks += 1;
    if (marks >= 2) {
      word.text = word.text.slice(marks);
      word.newVoice = true;
    }
    if (word.text === '') {
      pending = word;
      continue;
    }
    if (pending) {
      word.newVoice = true;
      if (word.start === OPEN) word.start = pending.start;
      pending = null;
    }
    kept.push(word);
  }
  return kept;
}

function startsUnspaced(text: string): boolean {
  return isUnspacedScript(text.codePointAt(0) ?? 0);
}

function endsUnspaced(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return isUnspacedScript(last) || (last >= 0xdc00 && last <= 0xdfff);
}

/** Whether the next cue's first word may follow this one without a space. */
export function endsWithoutSpace(words: readonly BuiltWord[]): boolean {
  const last = words[words.length - 1];
  return last !== undefined && endsUnspaced(last.text);
}

function giveTimes(words: readonly BuiltWord[], cueStart: number, cueEnd: number, isWordTimed: boolean): void {
  let reached = cueStart;
  for (const word of words) {
    word.state = WordState.between;
    // A time outside the cue or running backwards is damage: the word is placed between its neighbours instead.
    if (word.start < reached || word.start > cueEnd) {
      word.start = OPEN;
      word.end = OPEN;
      continue;
    }
    word.state = WordState.given;
    reached = word.start;
    if (word.end !== OPEN) word.end = Math.max(word.start, Math.min(word.end, cueEnd));
  }
  const first = words[0] as BuiltWord;
  if (first.start === OPEN) {
    first.start = cueStart;
    if (!isWordTimed) first.state = WordState.given;
  }
  spread(words, cueEnd);
}

/** Gives words without a start one between their neighbours, by letters, and every word an end. */
function spread(words: readonly BuiltWord[], cueEnd: number): void {
  for (let first = 0; first < words.length; ) {
    let next = first + 1;
    let letters = (words[first] as BuiltWord).text.length + 1;
    while (next < words.length && (words[next] as BuiltWord).start < 0) {
      letters += (words[next] as BuiltWord).text.length + 1;
      next += 1;
    }
    const from = (words[first] as BuiltWord).start;
    const until = next < words.length ? (words[next] as BuiltWord).start : cueEnd;
    let seen = 0;
    for (let index = first; index < next; index += 1) {
      const word = words[index] as BuiltWord;
      if (index > first) word.start = from + Math.round(((until - from) * seen) / letters);
      seen += word.text.length + 1;
      const limit = from + Math.round(((until - from) * seen) / letters);
      if (word.end < 0 || next > first + 1) word.end = limit;
      word.end = Math.min(Math.max(word.end, word.start), Math.max(until, word.start));
    }
    first = next;
  }
}
