/** Finds the stretch of a copied page where times stand on lines of their own in order, and cuts it into blocks. */
import { LineWalker } from './lines';
import { isInterfaceText } from './panel-interface';
import { readPeopleLine } from './people-line';
import { Problems } from './problems';
import { isSpokenTime, readGlued } from './spoken-times';

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
    if (endsPanel(all[index])) {
      close(index + 1);
      from = index + 1;
      reached = -1;
    }
  }
  close(all.length);
  const problems = new Problems();
  const blocks = all.slice(best.from, best.to);
  reportTimes(blocks, problems);
  const before = best.from === 0 ? head : (all[best.from - 1]?.lines ?? []);
  return { blocks, before, problems };
}

/** A single time that slipped: the next one is in order again. */
function comesBack(all: readonly OpenBlock[], index: number, reached: number): boolean {
  return (all[index + 1]?.start ?? -1) >= reached;
}

/** Buttons of the page stand below the words: one that no caption says, or several. */
function endsPanel(block: OpenBlock | undefined): boolean {
  const below = block?.lines.slice(block.spoken ? 2 : 1).filter(isInterfaceText) ?? [];
  return below.length > 1 || below.some((line) => line.length > 11);
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
