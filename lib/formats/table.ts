/**
 * Tables with a header row: Whisper's TSV, spreadsheets saved as CSV, word lists of recognisers and corpora. Columns are
 * known by their names. Also the label tracks of audio editors, which have no header: start, end and text by tabs.
 */
import type { SourceCue } from '../transcript/source';
import { readRows } from './delimited';
import { confidenceOf, speakerOf } from './json-fields';
import { isTooLarge, MAX_CUES, refused, refusedAsTooLarge } from './limits';
import { recognised } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cueFromText, cuesFromWords, type SpokenWord } from './spoken-words';
import { isTime, parseDecimal, readClock, timeWithFrames } from './times';

export const table: Shape = { id: 'table', name: 'Table (TSV, CSV)', guess, parse };

const NAMES = {
  start: [
    'start',
    'start time',
    'starttime',
    'start_time',
    'sttime',
    'begin',
    'ts',
    'from',
    'in',
    'time',
    'timestamp',
    'timecode',
    'timespan',
    'time span',
    'start (s)',
    'start_ms',
    'start timecode',
    'tc in',
    'beginn',
    'début',
    'inicio',
  ],
  end: [
    'end',
    'end time',
    'endtime',
    'end_time',
    'entime',
    'endts',
    'to',
    'out',
    'stop',
    'end (s)',
    'end_ms',
    'end timecode',
    'tc out',
    'ende',
    'fin',
  ],
  duration: ['duration', 'dur', 'length'],
  text: [
    'text',
    'content',
    'transcript',
    'sentence',
    'token',
    'word',
    'caption',
    'utterance',
    'body',
    'subtitle',
    'line',
    'words',
    'message',
    'texte',
    'texto',
  ],
  speaker: [
    'speaker',
    'spkr',
    'speaker name',
    'speaker_name',
    'speaker label',
    'name',
    'who',
    'participant',
    'sprecher',
  ],
  punctuation: ['punctuation'],
  before: ['prepunctuation'],
  confidence: ['confidence', 'conf', 'score', 'probability'],
} as const;

type Column = keyof typeof NAMES;

interface Layout {
  readonly delimiter: string;
  readonly columns: ReadonlyMap<Column, number>;
  readonly hasHeader: boolean;
  readonly isWordList: boolean;
}

function layoutOf(text: string): Layout | null {
  const head = text.slice(0, 2000).replace(/^\ufeff/, '');
  const end = head.search(/[\r\n]/);
  const first = end < 0 ? head : head.slice(0, end);
  for (const delimiter of ['\t', ',', ';', '|']) {
    const cells = first.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase());
    if (cells.length < 2) continue;
    const columns = columnsOf(cells);
    if (!columns.has('text') || !columns.has('start')) continue;
    const textName = cells[columns.get('text') ?? 0] ?? '';
    return { delimiter, columns, hasHeader: true, isWordList: textName === 'token' || textName === 'word' };
  }
  return headless(head);
}

/** Rows looked at where no header names the columns. */
const HEADLESS_ROWS = 20;

/** Tables without a header: label tracks (`start end text` by tabs), tiers (`name start end text`) and lists of `"text",start,end`. */
function headless(head: string): Layout | null {
  for (const [delimiter, places] of HEADLESS) {
    let rows = 0;
    let fitting = 0;
    let latest = -1;
    readRows(head, delimiter, ({ cells }) => {
      const start = timeOf(cells[places.start]?.trim() ?? '', 1000);
      const end = timeOf(cells[places.end]?.trim() ?? '', 1000);
      const fits =
        start !== null &&
        end !== null &&
        start >= latest &&
        end >= start &&
        isWording(cells[places.text]) &&
        (places.speaker === undefined || isWording(cells[places.speaker]));
      if (fits) fitting++;
      latest = start ?? latest;
      return ++rows < HEADLESS_ROWS;
    });
    // The last row may be cut off by the sample.
    if (fitting > 0 && fitting >= rows - 1)
      return {
        delimiter,
        hasHeader: false,
        isWordList: false,
        columns: new Map(Object.entries(places) as [Column, number][]),
      };
  }
  return null;
}

function isWording(cell: string | undefined): boolean {
  const text = cell?.trim() ?? '';
  return text !== '' && timeOf(text, 1) === null;
}

type Places = Readonly<Record<'start' | 'end' | 'text', number> & { speaker?: number }>;

const HEADLESS: readonly (readonly [delimiter: string, places: Places])[] = [
  ['\t', { start: 0, end: 1, speaker: 2, text: 3 }],
  ['\t', { start: 0, end: 1, text: 2 }],
  [',', { text: 0, start: 1, end: 2 }],
  [',', { start: 0, end: 1, text: 2 }],
  ['\t', { speaker: 0, start: 1, end: 2, text: 3 }],
  ['\t', { speaker: 0, start: 1, end: 2, text: 4 }],
  ['\t', { text: 0, start: 1, end: 2 }],
];

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES)) {
    const place = names.map((name) => cells.indexOf(name)).find((index) => index >= 0);
    if (place !== undefined) columns.set(column as Column, place);
  }
  return columns;
}

function guess(text: string): Guess | null {
  if (/^\s*(?:\{|\[\s*[[{])/.test(text.slice(0, 200))) return null;
  const layout = layoutOf(text);
  if (layout === null) return null;
  const names = [...layout.columns.keys()].join(', ');
  return layout.hasHeader
    ? { confidence: 0.93, evidence: `a table with the columns ${names}` }
    : { confidence: layout.columns.has('speaker') ? 0.92 : 0.85, evidence: 'rows of start, end and text' };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const layout = layoutOf(text);
  if (layout === null) return refused('not-this-shape', 'There is no row of column names with a time and a text.');
  const rows = rowsOf(text, layout);
  // A list of words is read as sentences; of rows that happen to hold a word each, every one is what its maker made it.
  if (layout.isWordList) return recognised(cuesFromWords(rows));
  return recognised(rows.map(rowCue));
}

function rowCue({ text, start, end, speaker }: SpokenWord): SourceCue | null {
  return cueFromText(text, [], { start, end, speaker: speaker ?? null });
}

function rowsOf(text: string, layout: Layout): SpokenWord[] {
  const { columns, delimiter } = layout;
  const raw: (readonly string[])[] = [];
  let isFirst = layout.hasHeader;
  readRows(text, delimiter, ({ cells }) => {
    // Markdown draws a line below the names of the columns.
    if (!isFirst && !cells.every((cell) => /^[\s:-]*$/.test(cell))) raw.push(cells);
    isFirst = false;
    return raw.length < MAX_CUES;
  });
  const cell = (row: readonly string[], column: Column) => unguarded(row[columns.get(column) ?? -1]?.trim() ?? '');
  const scale = scaleOf(
    raw.map((row) => cell(row, 'start')),
    raw.map((row) => cell(row, 'text')),
  );
  const words: SpokenWord[] = [];
  for (const row of raw) {
    const content = withMarks(cell(row, 'text'), cell(row, 'before'), cell(row, 'punctuation'));
    // Corpora write silences as rows.
    if (content === '' || /^\(pause [\d.]+\)$/.test(content)) continue;
    const [begins, ends = null] = rangeIn(cell(row, 'start'));
    const start = timeOf(begins, scale);
    words.push({
      text: content,
      start,
      end: ends === null ? endOf(row, cell, start, scale) : timeOf(ends, scale),
      confidence: confidenceOf(cell(row, 'confidence')),
      speaker: speakerOf(cell(row, 'speaker')),
    });
  }
  return words;
}

/** `0:00:01.5 - 0:00:04.0` in one cell. */
function rangeIn(cell: string): readonly [start: string, end?: string] {
  const parts = /^([\d:.,]{1,16}) ?(?:-|–|-->|→) ?([\d:.,]{1,16})$/.exec(cell.slice(0, 40));
  return parts === null ? [cell] : [parts[1] ?? '', parts[2] ?? ''];
}

/** Careful programs write an apostrophe before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@']/.test(cell) ? cell.slice(1) : cell;
}

function withMarks(text: string, before: string, after: string): string {
  return `${before}${text}${after}`;
}

function endOf(
  row: readonly string[],
  cell: (row: readonly string[], column: Column) => string,
  start: number | null,
  scale: number,
): number | null {
  const end = timeOf(cell(row, 'end'), scale);
  if (end !== null) return end;
  const duration = timeOf(cell(row, 'duration'), scale);
  return duration === null || start === null ? null : start + duration;
}

/** 1000 for seconds, 1 for milliseconds: whole numbers that would mean speech of one word in many seconds are no seconds. */
function scaleOf(starts: readonly string[], texts: readonly string[]): number {
  let last = 0;
  for (const start of starts) {
    if (start.includes('.') || start.includes(',')) return 1000;
    last = Math.max(last, parseDecimal(start) ?? 0);
  }
  const words = texts.reduce((sum, text) => sum + text.split(' ', 1000).length, 0);
  return last > 60 && words / last < 0.06 ? 1 : 1000;
}

function timeOf(value: string, scale: number): number | null {
  const clock = readClock(value, 0);
  if (clock !== null && clock.end === value.length) {
    const time = timeWithFrames(clock);
    return isTime(time) ? time : null;
  }
  const number = parseDecimal(value.replace(',', '.'));
  const time = number === null ? null : Math.round(number * scale);
  return time !== null && isTime(time) ? time : null;
}
