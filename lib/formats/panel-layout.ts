/** What the lines between two times are, told from all of them together. */
import { nameInLine } from './name-lines';
import type { PanelBlock } from './panel-blocks';
import { gradeName, isHeaderWord } from './speaker-names';

export interface PanelLayout {
  /** Times are repeated in words, which are no words of the talk. */
  readonly spoken: boolean;
  /** Lines of words in most blocks. */
  readonly linesEach: number;
  /** A further line below the words is the title of the chapter that begins next. */
  readonly titles: boolean;
  /** Lines that name the speaker: above the time, below it, or nowhere. */
  readonly names: 'before' | 'after' | null;
  /** Blocks far apart: paragraphs, not lines. */
  readonly isBlocks: boolean;
}

export function panelLayout(blocks: readonly PanelBlock[]): PanelLayout {
  const spokenCount = blocks.filter((block) => block.spoken).length;
  const alone = blocks.filter((block) => block.spoken && block.lines.length === 1).length;
  const spoken = spokenCount * 2 > blocks.length && alone * 2 < spokenCount;
  const lines = blocks.map((block) => (spoken && block.spoken ? block.lines.slice(1) : block.lines));
  const names = namesPlace(lines);
  const linesEach = commonest(lines.map((own) => own.length - (names === null ? 0 : 1)));
  const further = lines.filter((own) => own.length > 1).length;
  return {
    spoken,
    linesEach,
    // Captions of two lines each have no titles between them that could be told.
    titles: names === null && linesEach <= 1 && further * 3 <= blocks.length + 3,
    names,
    isBlocks: isFarApart(blocks),
  };
}

function namesPlace(lines: readonly (readonly string[])[]): 'before' | 'after' | null {
  // The name above a time is the last line of the block before it; the last block has none.
  const inner = lines.slice(0, -1);
  const several = inner.filter((own) => own.length > 1);
  if (several.length < 3 || several.length * 10 < inner.length * 8) return null;
  if (areNames(several.map((own) => own[0] ?? ''))) return 'after';
  return areNames(several.map((own) => own.at(-1) ?? '')) ? 'before' : null;
}

const LONGEST_NAME = 48;

/** Mostly the same few names. */
export function areNames(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.length > LONGEST_NAME) continue;
    const name = nameInLine(line, 0, line.length);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let returning = 0;
  // Few lines come back, and only these are looked at.
  for (const [line, count] of counts) {
    const isName = count > 1 && !/[.,!?]$/.test(line) && gradeName(line) !== null && !isHeaderWord(line);
    if (isName) returning += count;
  }
  return returning * 10 >= lines.length * 6;
}

function commonest(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  let best = 1;
  for (const count of counts) {
    seen.set(count, (seen.get(count) ?? 0) + 1);
    if ((seen.get(count) ?? 0) > (seen.get(best) ?? 0)) best = count;
  }
  return best;
}

const BLOCK = 30_000;

function isFarApart(blocks: readonly PanelBlock[]): boolean {
  let far = 0;
  let known = 0;
  for (let index = 1; index < blocks.length; index++) {
    const start = blocks[index]?.start ?? null;
    const before = blocks[index - 1]?.start ?? null;
    if (start === null || before === null) continue;
    known++;
    if (start - before > BLOCK) far++;
  }
  return known > 1 && far * 2 > known;
}
