/** JSON that holds notes: Podcasting 2.0 chapters, lists of lines, objects whose keys say what stands in them. */
import { milliseconds } from '../transcript/units';
import { squeeze } from './inline';
import type { NoteItem } from './items';
import { takeLeadingTime } from './stated-times';

export interface JsonNotes {
  readonly items: readonly NoteItem[];
  /** What is left to be read as a page: Markdown lines. */
  readonly page: string;
}

/** Nesting and number of entries that are followed. */
const DEEPEST = 6;
const MOST = 20_000;
const SPOKEN = ['quote', 'text', 'content', 'body', 'input', 'line', 'highlight', 'value', 'title', 'name', 'summary'];
const SPEAKERS = ['speaker', 'author', 'by', 'who', 'name'];
const TIMES = ['time', 'timestamp', 'start', 'startTime', 'start_time', 'at'];

/** Null when the text is no JSON, or JSON without words. Never throws. */
export function readJsonNotes(text: string): JsonNotes | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const value = parse(text);
  if (value === null || typeof value !== 'object') return null;
  const chapters = chaptersOf(value);
  if (chapters) return chapters;
  const lines: string[] = [];
  toLines(value, lines, 1);
  return lines.length > 0 ? { items: [], page: lines.join('\n') } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON after all (or nested beyond what can be read): the text is read as a page.
    return null;
  }
}

/** An own value only: keys of a foreign object are data, never a way to its prototype. */
function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
function chaptersOf(value: object): JsonNotes | null {
  const list = own(value, 'chapters');
  if (!Array.isArray(list)) return null;
  const items: NoteItem[] = [];
  const title = own(value, 'title');
  if (typeof title === 'string' && title.trim() !== '') items.push({ kind: 'title', text: squeeze(title), line: null });
  for (const entry of list.slice(0, MOST)) {
    const chapter = chapterOf(entry);
    if (chapter) items.push(chapter);
  }
  return items.some((item) => item.kind === 'chapter') ? { items, page: '' } : null;
}

function chapterOf(entry: unknown): NoteItem | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const title = own(entry, 'title');
  const start = readSeconds(own(entry, 'startTime') ?? own(entry, 'start_time') ?? own(entry, 'start'));
  // Chapters that only carry a picture have no title; those marked `toc: false` are not for a table of contents.
  if (typeof title !== 'string' || title.trim() === '' || start === null || own(entry, 'toc') === false) return null;
  const url = own(entry, 'url');
  const base = { kind: 'chapter' as const, text: squeeze(title), stated: milliseconds(start * 1000), line: null };
  return typeof url === 'string' ? { ...base, url } : base;
}

function readSeconds(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  const clock = takeLeadingTime(value.trim());
  if (clock) return clock.stated / 1000;
  const plain = Number(value);
  return value.trim() !== '' && Number.isFinite(plain) && plain >= 0 ? plain : null;
}

function toLines(value: unknown, lines: string[], depth: number): void {
  if (depth > DEEPEST || lines.length > MOST) return;
  if (typeof value === 'string') lines.push(...value.split('\n'));
  else if (Array.isArray(value)) for (const entry of value.slice(0, MOST)) entryLine(entry, lines, depth);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value).slice(0, MOST)) keyLines(key, inner, lines, depth);
  }
}

function entryLine(entry: unknown, lines: string[], depth: number): void {
  if (typeof entry === 'string') lines.push(depth > 1 ? `- ${entry}` : entry);
  else if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    const said = firstString(entry, SPOKEN);
    if (said === null) toLines(entry, lines, depth + 1);
    else {
      lines.push(spokenLine(entry, said, depth));
      const remark = own(entry, 'note');
      if (typeof remark === 'string' && remark.trim() !== '') lines.push(`    - Note: ${remark.replace(/\s+/g, ' ')}`);
    }
  } else toLines(entry, lines, depth + 1);
}

function spokenLine(entry: object, said: string, depth: number): string {
  const who = firstString(entry, SPEAKERS);
  const clock = clockOf(entry);
  const isQuote =
    typeof own(entry, 'quote') === 'string' || (who !== null && who !== said && own(entry, 'speaker') === who);
  if (isQuote && who !== null && who !== said) return `**${who}${clock === '' ? '' : ` (${clock})`}:** “${said}”`;
  const line = `${clock === '' ? '' : `${clock} `}${own(entry, 'quote') === said ? `“${said}”` : said}`;
  return depth > 1 && said !== '' ? `- ${line}` : line;
}

function clockOf(entry: object): string {
  const isTimed = /time/.test(String(own(entry, 'location_type') ?? ''));
  for (const key of isTimed ? ['location'] : TIMES) {
    const seconds = readSeconds(own(entry, key));
    if (seconds === null) continue;
    const whole = Math.floor(seconds);
    const pad = (part: number) => String(part).padStart(2, '0');
    return `${Math.floor(whole / 3600)}:${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
  }
  return '';
}

function firstString(entry: object, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = own(entry, key);
    if (typeof value === 'string') return value;
  }
  return null;
}

function keyLines(key: string, value: unknown, lines: string[], depth: number): void {
  const heading = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  if (typeof value === 'string' || typeof value === 'number') {
    const short = String(value);
    if (short.length <= 60 && !short.includes('\n')) lines.push('', `${heading}: ${short}`);
    else lines.push('', `### ${heading}`, '', ...short.split('\n'), '');
  } else if (typeof value === 'object' && value !== null) {
    lines.push('', `### ${isKeptByReader(value) ? 'My highlights' : heading}`, '');
    toLines(value, lines, depth + 1);
  }
}

/** Highlights with the moment at which somebody made them are quotations. */
function isKeptByReader(value: object): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return typeof first === 'object' && first !== null && own(first, 'highlighted_at') !== undefined;
}
