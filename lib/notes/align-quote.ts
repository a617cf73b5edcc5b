/** The best place of a short token list inside a window of a long one, by edit distance over tokens (Sellers' algorithm). */
export interface Alignment {
  /** Entries of the window that the quote covers: `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** Edits, each costing one. */
  readonly edits: number;
  /** For each token of the quote the entry it was matched to, or -1. Increasing where not -1. */
  readonly matched: Int32Array;
}

const Step = { match: 0, replace: 1, leaveOut: 2, insert: 3 } as const;

/**
 * `text` between `begin` and `end`. Time and memory grow with the product of both lengths: cut windows to the quote's length
 * before. The start and the end of the window cost nothing.
 */
export function alignQuote(quote: Uint32Array, text: Uint32Array, begin: number, end: number): Alignment {
  const width = Math.max(0, end - begin) + 1;
  const steps = new Uint8Array((quote.length + 1) * width);
  let above = new Uint16Array(width);
  let row = new Uint16Array(width);
  for (let i = 1; i <= quote.length; i++) {
    row[0] = i;
    steps[i * width] = Step.leaveOut;
    const token = quote[i - 1];
    for (let j = 1; j < width; j++) {
      const same = text[begin + j - 1] === token;
      const diagonal = (above[j - 1] ?? 0) + (same ? 0 : 1);
      const leave = (above[j] ?? 0) + 1;
      const insert = (row[j - 1] ?? 0) + 1;
      const best = Math.min(diagonal, leave, insert);
      row[j] = best;
      steps[i * width + j] =
        best === diagonal ? (same ? Step.match : Step.replace) : best === leave ? Step.leaveOut : Step.insert;
    }
    [above, row] = [row, above];
  }
  let at = 0;
  for (let j = 1; j < width; j++) if ((above[j] ?? 0) < (above[at] ?? 0)) at = j;
  return trace(steps, width, quote.length, at, begin, above[at] ?? 0);
}

function trace(
  steps: Uint8Array,
  width: number,
  length: number,
  last: number,
  begin: number,
  edits: number,
): Alignment {
  const matched = new Int32Array(length).fill(-1);
  let i = length;
  let j = last;
  let from = begin + last;
  let to = begin;
  while (i > 0) {
    const step = steps[i * width + j];
    if (step === Step.match) {
      matched[i - 1] = begin + j - 1;
      from = begin + j - 1;
      to = Math.max(to, begin + j);
    }
    if (step !== Step.insert) i--;
    if (step !== Step.leaveOut) j--;
  }
  return { from: Math.min(from, to), to, edits, matched };
}
