/** Paragraph by paragraph, what the captions heard otherwise than the reader's transcript has it. */
import { align } from '../align/align';
import { type Comparison, compareRange } from '../align/compare';
import { endOf, textOfWords } from '../transcript/lookup';
import { type Transcript, WordState } from '../transcript/types';

export interface ComparedPiece {
  /** Words of the reader's transcript; empty where only the captions have some. */
  readonly text: string;
  /** What the captions have instead; null where they say the same. Empty where they have nothing. */
  readonly heard: string | null;
}

export interface ComparedParagraph {
  readonly firstWord: number;
  /** Milliseconds; null where unknown. */
  readonly time: number | null;
  readonly pieces: readonly ComparedPiece[];
}

export interface ComparedPage {
  /** Only those that differ. */
  readonly paragraphs: readonly ComparedParagraph[];
  /** Where the next page begins; null when this was the last. */
  readonly next: number | null;
}

/** Paragraphs and characters on a page: a message stays far below its limit. */
const PAGE = 30;
const PAGE_TEXT = 150_000;
/** Longer stretches are holes; their beginning is enough. */
const LONGEST_HEARD = 300;
/** Words kept around a difference. */
const CONTEXT = 10;

/** `after`: index of the paragraph to begin with. */
export function compareParagraphs(merged: Transcript, timed: Transcript, from = 0): ComparedPage {
  const { words } = align(merged, timed);
  const count = merged.words.offset.length;
  const paragraphs: ComparedParagraph[] = [];
  let size = 0;
  for (let index = from; index < merged.paragraphs.length; index++) {
    if (paragraphs.length >= PAGE || size > PAGE_TEXT) return { paragraphs, next: index };
    const first = merged.paragraphs[index] ?? 0;
    const pieces = joinSame(
      compareRange(words, first, endOf(merged.paragraphs, index, count)).map((piece) => toPiece(piece, merged, timed)),
    );
    if (pieces.every(({ heard }) => heard === null)) continue;
    const compared = pieces.map(({ text, heard }, at) => ({
      text: heard === null ? aroundOf(text, at > 0, at < pieces.length - 1) : text,
      heard,
    }));
    size += compared.reduce((sum, { text, heard }) => sum + text.length + (heard?.length ?? 0), 0);
    const isTimed = merged.words.state[first] !== WordState.unknown;
    paragraphs.push({ firstWord: first, time: isTimed ? (merged.words.start[first] ?? null) : null, pieces: compared });
  }
  return { paragraphs, next: null };
}

function toPiece(piece: Comparison, merged: Transcript, timed: Transcript): ComparedPiece {
  const text = textOfWords(merged, piece.first, piece.end);
  if (piece.same) return { text, heard: null };
  const heard = textOfWords(timed, piece.heardFirst, piece.heardEnd);
  // A dash that stands alone is not a word that was missed.
  const isSilent = !SPOKEN.test(text) && !SPOKEN.test(heard);
  return { text, heard: isSilent ? null : heard.slice(0, LONGEST_HEARD) };
}

const SPOKEN = /[\p{L}\p{N}]/u;

function joinSame(pieces: readonly ComparedPiece[]): ComparedPiece[] {
  const joined: ComparedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.heard === null && last?.heard === null)
      joined[joined.length - 1] = { text: `${last.text} ${piece.text}`.trim(), heard: null };
    else joined.push(piece);
  }
  return joined;
}

/** The words next to a difference; what lies between is left out. */
function aroundOf(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const words = text.split(/\s+/);
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  if (words.length <= head + tail + 2) return words.join(' ');
  const parts = [words.slice(0, head).join(' '), '…', tail > 0 ? words.slice(-tail).join(' ') : ''];
  return parts.filter(Boolean).join(' ');
}
