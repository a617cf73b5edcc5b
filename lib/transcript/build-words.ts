/** Turns placed cues into words with times: own times where the source gives them, spread ones in between. */
import type { PlacedCue } from './order-cues';
import type { SourceWord } from './source';
import { hasWordCharacter, isSpace, isUnspacedScript, splitWords } from './split-words';
import { WordState } from './types';

export interface BuiltWord {
  text: string;
  /** Nothing stands between this word and the one before it (scripts without spaces). */
  glued: boolean;
  start: number;
  end: number;
  state: WordState;
  /** 0 to 100, or 255: not given. */
  confidence: number;
  /** A `>>` stood before it: somebody else speaks from here. */
  newVoice: boolean;
}

interface Piece {
  text: string;
  glued: boolean;
  start: number | null;
  end: number | null;
  confidence: number;
  newVoice: boolean;
}

const NO_CONFIDENCE = 255;

/** The words of one cue. Times are clamped into the cue, non-decreasing; `unknown` when the cue has no time. */
export function buildWords(placed: PlacedCue, language: string, followsSpacelessly: boolean): BuiltWord[] {
  const { cue } = placed;
  const pieces = takeVoiceMarks(
    cue.words && cue.words.length > 0 ? piecesOfWords(cue.words, language) : piecesOfText(cue.text, language),
  );
  const first = pieces[0];
  if (!first) return [];
  first.glued = followsSpacelessly && startsUnspaced(first.text);
  if (placed.start === null || placed.end === null) return pieces.map((piece) => withoutTime(piece));
  return timed(pieces, placed.start, placed.end, cue.words !== undefined && cue.words.length > 0);
}

function piecesOfText(text: string, language: string): Piece[] {
  let behind = 0;
  return splitWords(text, language).map((span) => {
    const glued = span.start === behind && span.start > 0;
    behind = span.end;
    return bare(text.slice(span.start, span.end), glued);
  });
}

function piecesOfWords(words: readonly SourceWord[], language: string): Piece[] {
  const pieces: Piece[] = [];
  let open = false;
  for (const word of words) {
    const spans = splitWords(word.text, language);
    let behind = 0;
    spans.forEach((span, index) => {
      const touches = span.start === behind && (index > 0 || open);
      behind = span.end;
      addPiece(pieces, word, word.text.slice(span.start, span.end), touches, index === 0);
    });
    if (word.text.length > 0) open = !isSpace(word.text.charCodeAt(word.text.length - 1));
  }
  return pieces;
}

function addPiece(pieces: Piece[], word: SourceWord, text: string, touches: boolean, isFirst: boolean): void {
  const previous = pieces[pieces.length - 1];
  const piece = bare(text, touches);
  piece.start = isFirst ? word.start : null;
  piece.end = isFirst ? (word.end ?? null) : null;
  piece.confidence = toConfidence(word.confidence);
  if (!touches || !previous) {
    piece.glued = false;
    pieces.push(piece);
    return;
  }
  const isMark = !hasWordCharacter(text, { start: 0, end: text.length });
  if (isMark || !(endsUnspaced(previous.text) || startsUnspaced(text))) {
    // A comma of its own or half a word ("un" + "likely"): part of the word before it.
    previous.text += text;
    if (!isMark) previous.end = piece.end ?? previous.end;
    return;
  }
  pieces.push(piece);
}

function toConfidence(value: number | undefined): number {
  if (value === undefined || !Number.isFinite(value)) return NO_CONFIDENCE;
  return Math.min(100, Math.max(0, Math.round(value)));
}

function bare(text: string, glued: boolean): Piece {
  return { text, glued, start: null, end: null, confidence: NO_CONFIDENCE, newVoice: false };
}

/** Takes `>>` out of the words and remembers it at the word behind it. */
function takeVoiceMarks(pieces: Piece[]): Piece[] {
  const kept: Piece[] = [];
  let pending: Piece | null = null;
  for (const piece of pieces) {
    let marks = 0;
    while (piece.text.charCodeAt(marks) === 0x3e) marks += 1;
    if (marks >= 2) {
      piece.text = piece.text.slice(marks);
      piece.newVoice = true;
    }
    if (piece.text === '') {
      pending = piece;
      continue;
    }
    if (pending) {
      piece.newVoice = true;
      piece.start ??= pending.start;
      pending = null;
    }
    kept.push(piece);
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

function withoutTime(piece: Piece): BuiltWord {
  return { ...piece, start: 0, end: 0, state: WordState.unknown };
}

function timed(pieces: readonly Piece[], cueStart: number, cueEnd: number, wordTimed: boolean): BuiltWord[] {
  const words: BuiltWord[] = pieces.map((piece) => ({ ...piece, start: -1, end: -1, state: WordState.between }));
  let reached = cueStart;
  pieces.forEach((piece, index) => {
    const word = words[index] as BuiltWord;
    if (piece.start === null || !Number.isFinite(piece.start)) return;
    const start = Math.round(piece.start);
    // A time outside the cue or running backwards is damage: the word is placed between its neighbours instead.
    if (start < reached || start > cueEnd) return;
    word.start = start;
    word.state = WordState.given;
    reached = start;
    if (piece.end !== null && Number.isFinite(piece.end))
      word.end = Math.max(start, Math.min(Math.round(piece.end), cueEnd));
  });
  const first = words[0] as BuiltWord;
  if (first.start < 0) {
    first.start = cueStart;
    if (!wordTimed) first.state = WordState.given;
  }
  spread(words, cueEnd);
  return words;
}

/** Gives words without a start one between their neighbours, by letters, and every word an end. */
function spread(words: BuiltWord[], cueEnd: number): void {
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
