/** Advanced SubStation Alpha and its elder SSA: `Dialogue:` lines whose columns the `Format:` line names. */
import type { SourceCue } from '../transcript/source';
import { readAssText } from './ass-text';
import { tidyLine } from './clean-text';
import { settleEnd } from './cue-times';
import { finishCues } from './finish-cues';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { indexOfCode, LineWalker, skipSpaces, trimEnd } from './lines';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { isTime, readClock } from './times';

interface Columns {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly name: number;
}

/** Layer (or Marked), Start, End, Style, Name, three margins, Effect, Text: both versions agree. */
const DEFAULT_COLUMNS: Columns = { count: 10, start: 1, end: 2, name: 4 };

/** More columns than any version has; guards against a Format line of a million commas. */
const MOST_COLUMNS = 40;

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const reader = new AssReader(problems);
  for (const lines = new LineWalker(text); lines.next(); ) {
    reader.take(text, lines);
    if (reader.cues.length >= MAX_CUES) {
      problems.add('too-many-cues', lines.number, 'Only the first million captions were read.');
      break;
    }
  }
  return finishCues(reader.cues, problems, {
    emptyCues: reader.emptyCues,
    ...(reader.title === '' ? {} : { title: reader.title }),
  });
}

class AssReader {
  readonly cues: SourceCue[] = [];
  emptyCues = 0;
  title = '';
  private columns = DEFAULT_COLUMNS;
  private isInEvents = false;
  /** Signs are drawn from many layers of the same words at the same time. */
  private readonly seen = new Set<string>();

  constructor(private readonly problems: Problems) {}

  take(text: string, lines: LineWalker): void {
    const from = skipSpaces(text, lines.start, lines.end);
    const to = trimEnd(text, from, lines.end);
    if (from === to) return;
    if (text.charCodeAt(from) === 91) {
      this.isInEvents = text.slice(from, Math.min(to, from + 8)).toLowerCase() === '[events]';
      return;
    }
    const colon = indexOfCode(text, 58, from, Math.min(to, from + LONGEST_KEYWORD));
    if (colon < 0) return;
    const keyword = text.slice(from, colon).trim().toLowerCase();
    const value = skipSpaces(text, colon + 1, to);
    if (keyword === 'dialogue') this.addDialogue(text.slice(value, to), lines.number);
    else if (keyword === 'format' && this.isInEvents) this.columns = readFormat(text.slice(value, to));
    else if (keyword === 'title' && !this.isInEvents) this.title = tidyLine(text.slice(value, to));
  }

  private addDialogue(value: string, line: number): void {
    const fields = splitFields(value, this.columns.count);
    const { start, end, name } = this.columns;
    const startTime = readTime(fields[start]);
    const words = readAssText(fields[this.columns.count - 1] ?? '', startTime);
    if (words.text === '') {
      this.emptyCues++;
      return;
    }
    const key = `${fields[start]} ${fields[end]} ${words.text}`;
    if (this.seen.has(key)) {
      this.problems.tally('cue-repeated', line, 'A caption came twice at the same time and is told once.');
      return;
    }
    this.seen.add(key);
    const speaker = tidyLine(fields[name] ?? '');
    const endTime = settleEnd(startTime, readTime(fields[end]), line, this.problems);
    this.cues.push({ start: startTime, end: endTime, ...words, ...(speaker === '' ? {} : { speaker }) });
  }
}

const LONGEST_KEYWORD = 24;

/** Falls back where the line lacks a column that is needed. */
function readFormat(value: string): Columns {
  const names = splitFields(value, MOST_COLUMNS).map((name) => name.trim().toLowerCase());
  const start = names.indexOf('start');
  const end = names.indexOf('end');
  const isUsable = start >= 0 && end >= 0 && names[names.length - 1] === 'text';
  if (!isUsable) return DEFAULT_COLUMNS;
  return { count: names.length, start, end, name: Math.max(names.indexOf('name'), names.indexOf('actor')) };
}

/** At the first commas; the last field keeps all others. */
function splitFields(value: string, count: number): string[] {
  const fields: string[] = [];
  let from = 0;
  while (fields.length < count - 1) {
    const comma = value.indexOf(',', from);
    if (comma < 0) break;
    fields.push(value.slice(from, comma));
    from = comma + 1;
  }
  fields.push(value.slice(from));
  return fields;
}

/** `H:MM:SS.cc`; null where it is none. */
function readTime(field: string | undefined): number | null {
  const text = field ?? '';
  const clock = readClock(text, skipSpaces(text, 0, text.length));
  return clock !== null && isTime(clock.time) ? clock.time : null;
}

function guess(text: string): Guess | null {
  const head = text.slice(0, 100_000);
  const lower = head.toLowerCase();
  const hasEvents = lower.includes('[events]');
  const hasInfo = lower.includes('[script info]');
  const hasDialogue = lower.includes('dialogue:');
  if (!hasDialogue && !(hasInfo && hasEvents)) return null;
  if (!hasEvents && !hasInfo && !hasTimedDialogue(lower)) return null;
  return { confidence: hasInfo || hasEvents ? 0.99 : 0.9, evidence: '`Dialogue:` lines of Advanced SubStation' };
}

function hasTimedDialogue(lower: string): boolean {
  const at = lower.indexOf('dialogue:');
  const fields = splitFields(lower.slice(at + 9, at + 80), 4);
  return readTime(fields[1]) !== null && readTime(fields[2]) !== null;
}

export const ass: Shape = { id: 'ass', name: 'SubStation Alpha subtitles', guess, parse };
