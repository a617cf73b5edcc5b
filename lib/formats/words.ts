import type { SourceWord } from '../transcript/source';
import { cleanText, tidyText } from './clean-text';
import { isSpace } from './lines';

/** A cue's text and, where its words have times, the words: joined with nothing between them they are the text. */
export interface WordedText {
  readonly text: string;
  readonly words: readonly SourceWord[];
}

/**
 * Cleans and folds the pieces of a cue so that the result is both the cue's tidy text and its words. White space goes to the
 * word it stands before; pieces without any visible character are dropped.
 */
export function foldWords(pieces: readonly SourceWord[]): WordedText {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return foldOne(only);
  const words: SourceWord[] = [];
  let text = '';
  let gap = '';
  for (const piece of pieces) {
    const clean = cleanText(piece.text);
    const body = tidyText(clean);
    if (body === '') {
      gap = widest(gap, clean);
      continue;
    }
    const lead = text === '' ? '' : widest(gap, clean.slice(0, gapLength(clean, 1)));
    const word = lead + body;
    words.push(word === piece.text ? piece : { ...piece, text: word });
    text += word;
    gap = widest('', clean.slice(clean.length - gapLength(clean, -1)));
  }
  return { text, words };
}

function foldOne(piece: SourceWord): WordedText {
  const text = tidyText(piece.text);
  if (text === '') return { text, words: [] };
  return { text, words: [text === piece.text ? piece : { ...piece, text }] };
}

/** How much white space the text starts (1) or ends (-1) with. */
function gapLength(text: string, direction: 1 | -1): number {
  let length = 0;
  while (length < text.length) {
    const code = text.charCodeAt(direction === 1 ? length : text.length - 1 - length);
    if (code !== 10 && !isSpace(code)) break;
    length++;
  }
  return length;
}

/** What stands between two words: a line break outdoes a space, a space outdoes nothing. */
function widest(gap: string, added: string): string {
  if (gap === '\n' || added.includes('\n')) return '\n';
  if (gap === ' ') return gap;
  for (let at = 0; at < added.length; at++) if (added.charCodeAt(at) !== 0x200b) return ' ';
  return gap;
}
