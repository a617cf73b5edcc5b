/** Rows of tab, comma, semicolon or bar separated text, quotes as in RFC 4180. */
import { isLineEnd } from './lines';

export interface Row {
  /** Where it begins, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells of one row; more is damage. */
const MOST_CELLS = 200;

/** Calls `onRow` for each row that is not blank; stops when it answers false. Only comma and semicolon know quotes. */
export function readRows(text: string, delimiter: string, onRow: (row: Row) => boolean | undefined): void {
  const quotes = delimiter === ',' || delimiter === ';' || delimiter === '\t';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      const cell = quotes && text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
      if (cells.length < MOST_CELLS) cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (text.charAt(at) !== delimiter) break;
      at++;
    }
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    at++;
    line++;
    if ((cells.length > 1 || cells[0]?.trim() !== '') && onRow({ line: first, cells }) === false) return;
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  let at = from;
  while (at < text.length && text.charAt(at) !== delimiter && !isLineEnd(text.charCodeAt(at))) at++;
  return { value: text.slice(from, at), end: at, lines: 0 };
}

/** A quote that is never closed is an ordinary character. */
function quotedCell(text: string, from: number): Cell {
  const parts: string[] = [];
  let lines = 0;
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { value: text.slice(from), end: text.length, lines };
    parts.push(text.slice(at, close));
    at = close + 1;
    if (text.charAt(at) !== '"') break;
    parts.push('"');
    at++;
  }
  const value = parts.join('');
  for (let end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', end + 1)) lines++;
  // What stands between the closing quote and the delimiter is damage.
  while (at < text.length && !isLineEnd(text.charCodeAt(at)) && !',;\t'.includes(text.charAt(at))) at++;
  return { value, end: at, lines };
}
