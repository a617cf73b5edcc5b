/** Rows and columns of a table of notes: `Time | Topic`, `Quote, Speaker, Timestamp`. Each cell that says something is an item. */
import { type Milliseconds, milliseconds } from '../transcript/units';
import type { ItemKind, NoteItem } from './items';
import { looksLikeName } from './names';
import { withoutMarks } from './quotations';
import { readLength, takeLeadingTime } from './stated-times';

export interface TableRow {
  readonly line: number | null;
  readonly cells: readonly string[];
}

type Column = ItemKind | 'time' | 'place' | 'place-type' | 'speaker' | 'remark' | 'page-title' | 'ignored';

const HEADERS: ReadonlyMap<string, Column> = new Map(
  (
    [
      [
        'time',
        'time|timestamp|timestamps|timecode|start|start time|starttime|seconds|at|when|zeit|zeitstempel|minute|tiempo|hora|temps|时间|時間|시간|время|الوقت',
      ],
      ['place', 'location|position'],
      ['place-type', 'location type|locationtype'],
      [
        'speaker',
        'speaker|who|said by|by|name|guest|attribution|sprecher|hablante|orador|intervenant|話者|speaker name',
      ],
      ['remark', 'note|comment|comments|remark|my thoughts|thoughts|my note|notiz|kommentar|nota|commentaire|メモ'],
      ['page-title', 'book title|episode title|episode|video title|document title|source title'],
      [
        'chapter',
        'topic|topics|title|chapter|subject|segment|section|part|thema|titel|kapitel|tema|título|titre|sujet|chapitre|capítulo|章节|トピック|тема',
      ],
      [
        'quote',
        'quote|quotes|highlight|highlights|text|content|annotation|clipping|passage|zitat|cita|citation|引用|цитата',
      ],
      ['insight', 'insight|insights|key insight|idea|key idea|erkenntnis'],
      [
        'takeaway',
        'takeaway|takeaways|key takeaway|key point|point|points|lesson|detail|details|notes|description|summary|what|punkt',
      ],
      ['question', 'question|questions|q|frage|pregunta|質問|вопрос'],
      ['answer', 'answer|answers|a|antwort|respuesta|réponse|回答|ответ'],
      ['recommendation', 'book|books|recommendation|resource|buch|libro|livre'],
      ['reveal', 'reveal|reveals'],
      ['link', 'link|url'],
    ] as const
  ).flatMap(([column, names]) => names.split('|').map((name) => [name, column] as const)),
);
const DIVIDER = /^:?-{2,}:?$/;
/** Characters of a cell that may name a column. */
const LONGEST_HEADER = 40;

/** What the columns hold; null where no column is known to hold notes. */
export function readHeader(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map((cell) => columnOf(headerWord(cell)));
  const isHeader = cells.every((cell) => cell.trim().length <= LONGEST_HEADER);
  return isHeader && columns.some(isMain) ? columns : null;
}

function columnOf(header: string): Column {
  const known = HEADERS.get(header);
  if (known) return known;
  // "Chapter start time", "Notable quote"
  return HEADERS.get(header.slice(header.indexOf(' ') + 1)) ?? 'ignored';
}

function headerWord(cell: string): string {
  return cell
    .slice(0, LONGEST_HEADER)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isMain(column: Column): column is ItemKind {
  return !['time', 'place', 'place-type', 'speaker', 'remark', 'page-title', 'ignored', 'link'].includes(column);
}

/** Items of all rows, in their order. `kind`: of cells of which no header says what they are. */
export function tableItems(rows: readonly TableRow[], kind: ItemKind): NoteItem[] {
  const header = rows[0] ? readHeader(rows[0].cells) : null;
  const isDivided = rows[1]?.cells.every((cell) => DIVIDER.test(cell.trim())) ?? false;
  const body = rows.slice(header || isDivided ? 1 : 0);
  return body
    .filter(({ cells }) => !cells.every((cell) => DIVIDER.test(cell.trim()) || cell.trim() === ''))
    .flatMap((row) => (header ? rowItems(row, header) : looseItems(row, kind)));
}

type Draft = { -readonly [Key in keyof NoteItem]: NoteItem[Key] };

function rowItems({ cells, line }: TableRow, columns: readonly Column[]): NoteItem[] {
  const cell = (wanted: Column) => (cells[columns.indexOf(wanted)] ?? '').trim();
  const isTime = /time|seconds/i.test(cell('place-type'));
  const stated = timeOf(cell('time')) ?? timeOf(isTime ? cell('place') : clockOnly(cell('place')));
  const speaker = cell('speaker');
  const items: Draft[] = [];
  if (cell('page-title') !== '') items.push({ kind: 'title', text: cell('page-title'), line });
  columns.forEach((column, at) => {
    const text = (cells[at] ?? '').trim();
    if (!isMain(column) || text === '') return;
    const item: Draft = { kind: column, text: column === 'quote' ? withoutMarks(text) : text, line };
    if (stated !== null) item.stated = stated;
    if (column === 'quote' && looksLikeName(speaker)) item.speaker = speaker;
    items.push(item);
  });
  const main = items.find(({ kind }) => kind !== 'title');
  if (main && cell('remark') !== '') main.reason = cell('remark');
  return items;
}

/** A row of a table without a header: a time and what is there, or what its cells say. */
function looseItems({ cells, line }: TableRow, kind: ItemKind): NoteItem[] {
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^\d{1,3}[.)]?$/.test(cell));
  const stated = timeOf(full[0] ?? '');
  const text = (stated === null ? full : full.slice(1)).join(' – ');
  if (text === '') return [];
  return [stated === null ? { kind, text, line } : { kind: 'chapter', text, stated, line }];
}

function clockOnly(cell: string): string {
  return cell.includes(':') ? cell : '';
}

function timeOf(cell: string): Milliseconds | null {
  const clock = takeLeadingTime(cell);
  if (clock?.text === '') return clock.stated;
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(cell)) return milliseconds(Number(cell) * 1000);
  return readLength(cell);
}
