import type { Problems } from './problems';
import type { Stamp } from './stamps';

/** Follows the times of a text in the order they stand in, and tells what is wrong with them. */
export class StampChecker {
  /** A time had an end written with it, or a fraction of a second. */
  hasEnds = false;
  hasFine = false;
  private latest = -1;
  /** `latest` as it was with the last unit that had words. */
  private kept = -1;

  constructor(
    private readonly text: string,
    private readonly problems: Problems,
  ) {}

  /** Milliseconds; null where no time stands, or none that can be. */
  start(stamp: Stamp | null, line: number): number | null {
    if (stamp === null) return null;
    if (stamp.fine) this.hasFine = true;
    if (stamp.start === null) {
      const shown = this.text.slice(stamp.from, Math.min(stamp.after, stamp.from + 40)).trim();
      this.problems.add('time-invalid', line, `“${shown}” is no possible time. The words were kept without one.`);
      return null;
    }
    if (this.isBackwards(stamp.start))
      this.problems.add(
        'time-backwards',
        line,
        'The time is earlier than the one before. The order of the text was kept.',
      );
    this.latest = stamp.start;
    return stamp.start;
  }

  end(stamp: Stamp | null, line: number): number | null {
    if (stamp === null || stamp.start === null || stamp.end === null) return null;
    if (stamp.end < stamp.start) {
      this.problems.add('end-before-start', line, 'The end is earlier than the start. The end was left out.');
      return null;
    }
    this.hasEnds = true;
    return stamp.end;
  }

  isBackwards(start: number): boolean {
    return start < this.latest;
  }

  /** The words of the latest time were found: from here on it counts. */
  keep(): void {
    this.kept = this.latest;
  }

  /** A time without words does not count for the order. */
  restore(): void {
    this.latest = this.kept;
  }

  /** What was read so far was a list of contents; the talk begins here. */
  restart(): void {
    this.latest = -1;
    this.kept = -1;
  }
}
