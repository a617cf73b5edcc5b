/** Words as ranges and boxes. */
import type { Row } from './rows';

/** Pixels around a word that still count as on it: the gap to the next word, the leading between lines. */
const WORD_SLACK = 3;
export const LINE_SLACK = 4;

interface Trim {
  /** Units left out of the first word. */
  readonly skip?: number;
  /** Units taken of the last word. */
  readonly keep?: number;
}

/** Words `first` up to `end` of a row, for painting. */
export function rangeIn(row: Row, first: number, end: number, { skip = 0, keep }: Trim = {}): StaticRange {
  const { from, to } = boundsOf(row, first, end);
  const cut = keep === undefined ? 0 : (row.length[end - 1] ?? 0) - keep;
  return new StaticRange({
    startContainer: row.node,
    startOffset: from + skip,
    endContainer: row.node,
    endOffset: to - cut,
  });
}

/** Offsets of some words in the row's text node. */
function boundsOf(row: Row, first: number, end: number): { from: number; to: number } {
  const base = row.offset[row.block.firstWord] ?? 0;
  const from = (row.offset[first] ?? 0) - base;
  return { from, to: (row.offset[end - 1] ?? 0) - base + (row.length[end - 1] ?? 0) };
}

/** The boxes of a word, in pixels of the window; more than one where it is broken over lines. */
export function rectsOf(row: Row, word: number): DOMRectList {
  const { from, to } = boundsOf(row, word, word + 1);
  const range = row.node.ownerDocument.createRange();
  range.setStart(row.node, from);
  range.setEnd(row.node, to);
  return range.getClientRects();
}

/**
 * The word of a row under a point of the window, or null beside the words. Boxes are compared instead of asking the browser
 * for a caret: that answers differently in each browser inside a shadow root, and snaps to letters far from the point.
 */
export function wordAtPoint(row: Row, x: number, y: number): number | null {
  for (let word = row.block.firstWord; word < row.block.endWord; word += 1) {
    for (const rect of rectsOf(row, word)) {
      const isOnLine = y >= rect.top - LINE_SLACK && y <= rect.bottom + LINE_SLACK;
      if (isOnLine && x >= rect.left - WORD_SLACK && x <= rect.right + WORD_SLACK) return word;
    }
  }
  return null;
}

/** Smallest index that passes a test which, once passed, all later ones pass; `count` when none does. */
export function lowest(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
