/** Finds the stretch of a copied page where times stand on lines of their own in order, and cuts it into blocks. */
import { LineWalker } from './lines';
import { readPeopleLine } from './people-line';
import { Problems } from './problems';

export interface PanelBlock {
  /** Milliseconds; null for a time that cannot be. */
  readonly start: number | null;
  /** Where the time stands, 1-based. */
  readonly line: number;
  /** Lines below it that are not blank. */
  readonly lines: readonly string[];
  /** The first of them is the time once more, in words. */
  readonly spoken: boolean;
}

export interface PanelBlocks {
  readonly blocks: readonly PanelBlock[];
  /** Lines above the first time. */
  readonly before: readonly string[];
  readonly problems: Problems;
}

interface OpenBlock {
  start: number | null;
  line: number;
  lines: string[];
  spoken: boolean;
}

/** Of what stands above the first time, this many lines can matter. */
const MOST_BEFORE = 40;

export function readPanelBlocks(text: string): PanelBlocks {
  const all: OpenBlock[] = [];
  const head: string[] = [];
  const walker = new LineWalker(text);
  while (walker.next()) {
    const line = readPeopleLine(walker);
    if (line.from >= line.to) continue;
    const glued = readGlued(text, line.from, line.to);
    if (glued !== null) all.push({ start: glued.start, line: line.number, lines: [...glued.rest], spoken: true });
    else if (
      line.lead !== null &&
      (line.bodyFrom === line.to || isSpokenTime(text.slice(line.bodyFrom, line.to), line.lead.start))
    )
      all.push({ start: line.lead.start, line: line.number, lines: [], spoken: false });
    else {
      const words = text.slice(line.from, line.to);
      const block = all.at(-1);
      if (block === undefined) {
        head.push(words);
        if (head.length > MOST_BEFORE) head.shift();
      } else {
        if (block.lines.length === 0 && isSpokenTime(words, block.start)) block.spoken = true;
        block.lines.push(words);
      }
    }
  }
  return bestChain(all, head);
}

/** The longest stretch in which times do not run backwards for good: other lists of times on the page are shorter. */
function bestChain(all: readonly OpenBlock[], head: readonly string[]): PanelBlocks {
  let best = { from: 0, to: 0 };
  let from = 0;
  let reached = -1;
  const close = (to: number) => {
    if (to - from > best.to - best.from) best = { from, to };
  };
  for (const [index, { start }] of all.entries()) {
    if (start === null) continue;
    if (start < reached && !comesBack(all, index, reached)) {
      close(index);
      from = index;
      reached = start;
    } else reached = Math.max(reached, start);
  }
  close(all.length);
  const problems = new Problems();
  const blocks = all.slice(best.from, best.to);
  reportTimes(blocks, problems);
  const before = best.from === 0 ? head : (all[best.from - 1]?.lines ?? []);
  return { blocks, before, problems };
}

/** How many times later the order must be restored for a backward time to be a slip. */
const SLIP = 3;

function comesBack(all: readonly OpenBlock[], index: number, reached: number): boolean {
  for (let next = index + 1; next <= index + SLIP && next < all.length; next++) {
    const start = all[next]?.start ?? -1;
    if (start >= reached) return true;
  }
  return false;
}

function reportTimes(blocks: readonly OpenBlock[], problems: Problems): void {
  let latest = -1;
  for (const { start, line } of blocks) {
    if (start === null)
      problems.add('time-invalid', line, 'This is no possible time. The words were kept without one.');
    else if (start < latest)
      problems.add('time-backwards', line, 'The time is earlier than the one before. The order of the text was kept.');
    latest = start ?? latest;
  }
}

/** `0:088 seconds`, `1:021 minute, 2 secondswords`: time, spoken time and words run together by some ways of copying. */
const GLUED =
  /^(\d{1,3}):(\d\d)(?::(\d\d))?((?:\d{1,3} hours?(?:, )?)?(?:\d{1,2} minutes?(?:, )?)?(?:\d{1,2} seconds?)?)(?=\D|$)/;

function readGlued(text: string, from: number, to: number): { start: number; rest: readonly string[] } | null {
  const code = text.charCodeAt(from);
  if (code < 48 || code > 57) return null;
  const head = text.slice(from, Math.min(to, from + 60));
  const match = GLUED.exec(head);
  if (match === null || match[4] === undefined || match[4] === '') return null;
  const fields = [match[1], match[2], match[3]].filter((field) => field !== undefined).map(Number);
  const start = fields.reduce((sum, field) => sum * 60 + field, 0) * 1000;
  if (!isSpokenTime(match[4], start)) return null;
  const rest = text.slice(from + match[0].length, to).trim();
  return { start, rest: rest === '' ? [match[4]] : [match[4], rest] };
}

/** Longest way of saying a time that was seen: "1 hour, 23 minutes, 45 seconds" in some language. */
const LONGEST_SPOKEN = 64;

/** True when the line says the time in words, in any language: its numbers are those of the clock, and little else is there. */
export function isSpokenTime(line: string, start: number | null): boolean {
  if (start === null || line.length > LONGEST_SPOKEN) return false;
  const numbers = line.match(/\d+/g)?.map(Number) ?? [];
  if (numbers.length === 0 || numbers.length > 3) return false;
  const words = line.match(/\p{L}+/gu)?.length ?? 0;
  if (words < numbers.length || words > numbers.length * 2 + 1) return false;
  const seconds = Math.floor(start / 1000);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = fields.filter((field) => field > 0);
  return (
    sameNumbers(numbers, shown) ||
    sameNumbers(numbers, fields.slice(3 - numbers.length)) ||
    (start === 0 && sameNumbers(numbers, [0]))
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
