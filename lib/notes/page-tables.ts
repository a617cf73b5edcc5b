/** Tables inside a page: `| Time | Topic |`. */
import type { ItemKind } from './items';
import type { PageState } from './page-state';
import type { PageLine } from './read-lines';
import type { SectionKind } from './sections';
import { type TableRow, tableItems } from './tables';

/** Characters beyond which a line with bars is prose. */
const LONGEST_ROW = 4000;
const DIVIDER = /^\|?(?:\s*:?-{2,}:?\s*\|){1,40}\s*(?::?-{2,}:?)?\s*$/;
const LISTS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'quote',
  'insight',
  'reveal',
  'remember',
  'question',
  'recommendation',
  'chapter',
]);

/** One past the last row of the table that begins at `from`; `from` when there is none. */
export function endOfTable(lines: readonly PageLine[], from: number): number {
  const isBare = !isRow(lines[from], true);
  if (isBare && !(isRow(lines[from], false) && DIVIDER.test(lines[from + 1]?.text.slice(0, LONGEST_ROW) ?? '')))
    return from;
  let end = from;
  while (isRow(lines[end], !isBare)) end++;
  return end - from > 1 ? end : from;
}

function isRow(line: PageLine | undefined, isFramed: boolean): boolean {
  if (!line || line.mark === 'blank' || line.mark === 'quote' || line.text.length > LONGEST_ROW) return false;
  return isFramed ? line.text.startsWith('|') && line.text.includes('|', 1) : line.text.includes('|');
}

export function readTable(state: PageState, from: number, end: number): void {
  state.blanks = 0;
  if (state.kind === 'furniture') {
    state.dropped += end - from;
    return;
  }
  const rows: TableRow[] = state.lines
    .slice(from, end)
    .map(({ text, number }) => ({ line: number, cells: cellsOf(text) }));
  const kind = LISTS.has(state.kind) ? (state.kind as ItemKind) : 'takeaway';
  for (const item of tableItems(rows, kind)) state.push({ ...item });
  state.open = null;
}

function cellsOf(text: string): string[] {
  return text.replace(/^\s*\||\|\s*$/g, '').split('|');
}
