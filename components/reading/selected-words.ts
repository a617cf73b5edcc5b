/** From what the reader has selected to words. */
import { lastAtMost } from '@/lib/transcript/lookup';
import type { ReadingDocument, WordRange } from './document';
import type { Row } from './rows';
import { type Selected, selectedIn } from './selection';

/** Every word of which a letter is selected; null when there is none. */
export function selectedWords(document: ReadingDocument | null, scroller: HTMLElement): WordRange | null {
  const selected = document && selectedIn(scroller);
  if (!document || !selected) return null;
  let first = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const row of document.rowsBetween(selected)) {
    const words = wordsIn(row, selected);
    if (!words) continue;
    first = Math.min(first, words.first);
    end = Math.max(end, words.end);
  }
  return first < end ? { first, end } : null;
}

function wordsIn(row: Row, { startNode, startOffset, endNode, endOffset }: Selected): WordRange | null {
  const { block, node, offset, length } = row;
  const base = offset[block.firstWord] ?? 0;
  const from = base + (startNode === node ? startOffset : 0);
  const to = base + (endNode === node ? endOffset : node.data.length);
  const before = lastAtMost(offset, from);
  const isInside = from < (offset[before] ?? 0) + (length[before] ?? 0);
  const first = Math.max(block.firstWord, isInside ? before : before + 1);
  const end = Math.min(block.endWord, lastAtMost(offset, to - 1) + 1);
  return first < end ? { first, end } : null;
}
