/** Chunks of a document: some rows each, made when they are needed; until then an empty box of about their height. */
import type { Block } from '@/lib/sidebar/blocks';
import { lowest } from './geometry';
import type { Row } from './rows';

export interface Chunk {
  readonly element: HTMLElement;
  /** Index of its first block in the document. */
  readonly first: number;
  readonly count: number;
  /** Empty until filled. */
  rows: readonly Row[];
}

/** Rows in one chunk. */
export const CHUNK = 25;

/** Pixels: what a guess of heights needs to know. */
export interface Measure {
  readonly width: number;
  readonly line: number;
  readonly gap: number;
}

export function measureOf(scroller: HTMLElement, isInLines: boolean): Measure {
  const line = Number.parseFloat(getComputedStyle(scroller).lineHeight);
  return { width: scroller.clientWidth, line: line > 0 ? line : 25, gap: isInLines ? 2 : 10 };
}

/** For the blocks `from` up to `to`. */
export function emptyChunks(
  blocks: readonly Block[],
  from: number,
  to: number,
  scroller: HTMLElement,
  measure: Measure,
): Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = from; first < to; first += CHUNK) {
    const count = Math.min(CHUNK, to - first);
    const element = scroller.ownerDocument.createElement('div');
    element.className = 'chunk';
    element.style.height = `${heightOf(blocks.slice(first, first + count), measure)}px`;
    chunks.push({ element, first, count, rows: [] });
  }
  return chunks;
}

/** Index of the chunk that holds a block; -1 without chunks. */
export function chunkOfBlock(chunks: readonly Chunk[], index: number): number {
  return lowest(chunks.length, (each) => (chunks[each]?.first ?? 0) > index) - 1;
}

export function bottomOf(element: Element | undefined): number {
  return element ? element.getBoundingClientRect().bottom : 0;
}

/** A guess from the letters; the true height replaces it when the chunk is filled or comes in sight. */
function heightOf(blocks: readonly Block[], { width, line, gap }: Measure): number {
  const lettersInLine = Math.max(12, Math.max(160, width - 86) / (line * 0.31));
  let height = 0;
  for (const block of blocks) {
    height += Math.ceil((block.to - block.from) / lettersInLine) * line + gap;
    if (block.voice !== undefined && block.voice !== null) height += 30;
    if (block.chapters) height += 42;
  }
  return Math.round(height);
}
