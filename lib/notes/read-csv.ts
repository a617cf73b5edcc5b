/** Highlights and chapters as spreadsheets and note programs export them. */
import { readRows } from '../formats/delimited';
import type { NoteItem } from './items';
import { readHeader, type TableRow, tableItems } from './tables';

/** Rows that are read. */
const MOST_ROWS = 20_000;
const DELIMITERS = ['\t', ',', ';'];
/** Share of the rows that must have as many cells as the header: prose has commas too. */
const REGULAR = 0.6;

/** Null when the text is no table with a header we know. */
export function readCsvNotes(text: string): NoteItem[] | null {
  const first = text.slice(0, 2000).split(/\r\n|[\n\r]/, 1)[0] ?? '';
  for (const delimiter of DELIMITERS) {
    if (!first.includes(delimiter)) continue;
    if (!readHeader(first.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '')))) continue;
    const rows: TableRow[] = [];
    readRows(text, delimiter, (row) => {
      rows.push(row);
      return rows.length < MOST_ROWS;
    });
    const width = rows[0]?.cells.length ?? 0;
    const regular = rows.filter(({ cells }) => cells.length === width).length;
    if (rows.length > 1 && width > 1 && regular >= rows.length * REGULAR) return tableItems(rows, 'takeaway');
  }
  return null;
}
