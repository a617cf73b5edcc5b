import type { Problem } from './shape';

/** Shown one by one; a broken file has one for each of its lines. */
const MOST_PROBLEMS = 200;

/** Collects what was wrong with an input, and only counts on when it becomes too much to read. */
export class Problems {
  private readonly kept: Problem[] = [];
  private uncounted = 0;

  /** `line` is 1-based; null where lines mean nothing. */
  add(code: string, line: number | null, message: string): void {
    if (this.kept.length < MOST_PROBLEMS) this.kept.push({ code, line, message });
    else this.uncounted++;
  }

  /** In the order found; a last entry `more-problems` counts those beyond the first two hundred. */
  list(): readonly Problem[] {
    if (this.uncounted === 0) return [...this.kept];
    return [...this.kept, { code: 'more-problems', line: null, message: `And ${this.uncounted} more like these.` }];
  }
}
