import type { Problem } from './shape';

/** Shown one by one; a broken file has one for each of its lines. */
const MOST_PROBLEMS = 200;

/** Collects what was wrong with an input, and only counts on when it becomes too much to read. */
export class Problems {
  private readonly kept: Problem[] = [];
  private uncounted = 0;
  private readonly tallies = new Map<string, { line: number | null; count: number; message: string }>();

  /** `line` is 1-based; null where lines mean nothing. */
  add(code: string, line: number | null, message: string): void {
    if (this.kept.length < MOST_PROBLEMS) this.kept.push({ code, line, message });
    else this.uncounted++;
  }

  /** For what is no harm by itself and comes on every line: told once, with the first line and how often. */
  tally(code: string, line: number | null, message: string): void {
    const entry = this.tallies.get(code);
    if (entry === undefined) this.tallies.set(code, { line, count: 1, message });
    else entry.count++;
  }

  /** In the order found, tallies after them; a last entry `more-problems` counts those beyond the first two hundred. */
  list(): readonly Problem[] {
    const all = [...this.kept];
    for (const [code, { line, count, message }] of this.tallies)
      all.push({ code, line, message: count === 1 ? message : `${message} (${count} times)` });
    if (this.uncounted === 0) return all;
    return [...all, { code: 'more-problems', line: null, message: `And ${this.uncounted} more like these.` }];
  }
}
