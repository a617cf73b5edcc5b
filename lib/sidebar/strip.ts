/** Marks on the strip: places in the text as heights in pixels. */

/** Pixels from `top` to `bottom`. */
export interface Mark {
  readonly top: number;
  readonly bottom: number;
}

/** Marks closer than this join into one. */
const JOIN = 3;

/**
 * One mark of `thickness` pixels for each place, joined where they nearly touch, so that there are never more than the
 * strip has room for. `heights` must be sorted.
 */
export function joinMarks(heights: Iterable<number>, thickness: number): Mark[] {
  const marks: Mark[] = [];
  let top = Number.NaN;
  let bottom = Number.NaN;
  for (const height of heights) {
    if (height - bottom < JOIN) {
      bottom = Math.max(bottom, height + thickness);
      continue;
    }
    if (!Number.isNaN(top)) marks.push({ top, bottom });
    top = height;
    bottom = height + thickness;
  }
  if (!Number.isNaN(top)) marks.push({ top, bottom });
  return marks;
}
