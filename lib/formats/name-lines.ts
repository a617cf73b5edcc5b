/** Names of speakers that stand on lines of their own, without a colon and without a time. */
import type { PeopleLine } from './people-line';
import { gradeName, isHeaderWord } from './speaker-names';

const LONGEST_NAME_LINE = 40;

/** Different short lines kept; a document with more has no speakers on lines of their own. */
const MOST_NAME_LINES = 5000;

/** What else was counted in the document. */
export interface NameLineFacts {
  readonly lines: number;
  /** `Name:` of accepted speakers. */
  readonly labels: number;
  readonly stamps: number;
  /** Times on lines of their own. */
  readonly aloneTimes: number;
}

export class NameLines {
  private readonly seen = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** Could be a speaker's name, if it comes back. */
  add({ from, to, heading, bullet }: PeopleLine): void {
    if (to - from > LONGEST_NAME_LINE || heading > 0 || bullet || this.seen.size > MOST_NAME_LINES) return;
    const line = this.text.slice(from, to);
    this.seen.set(line, (this.seen.get(line) ?? 0) + 1);
  }

  /**
   * Two names or more that come back, and that a good part of the lines consists of; none where names have colons, or times on
   * their own line. Where there are times, nearly all stand alone and each has its name.
   */
  names({ lines, labels, stamps, aloneTimes }: NameLineFacts): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const isTimed = stamps > 2;
    if ((isTimed && aloneTimes * 10 < stamps * 7) || this.seen.size > MOST_NAME_LINES) return found;
    let count = 0;
    for (const [line, times] of this.seen) {
      if (times < 2 || !isName(line)) continue;
      found.set(line, times);
      count += times;
    }
    const isWay = found.size >= 2 && found.size <= 30 && count >= 6 && count * 5 >= lines && labels * 2 < count;
    return isWay && !(isTimed && count * 10 < aloneTimes * 7) ? found : new Map();
  }
}

function isName(line: string): boolean {
  if (/[.,!?…:;)\]]$/.test(line) || isHeaderWord(line)) return false;
  const style = gradeName(line);
  return style !== null && style !== 'weak';
}
