/** Names of speakers that stand on lines of their own, without a colon and without a time. */
import type { PeopleLine } from './people-line';
import { cleanName, gradeName, isHeaderWord, isRole } from './speaker-names';

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

/** The line as a name would be kept: without bold marks. */
export function nameInLine(text: string, from: number, to: number): string {
  return '*_'.includes(text.charAt(from)) ? cleanName(text, from, to) : text.slice(from, to);
}

/** Names that come back above times; fewer could be a chorus. */
const FEWEST_ABOVE = 4;

export class NameLines {
  private readonly seen = new Map<string, number>();
  /** How often each stood directly above a line that begins with a time. */
  private readonly above = new Map<string, number>();
  private latest: string | null = null;

  constructor(private readonly text: string) {}

  /** Could be a speaker's name, if it comes back. */
  add({ from, to, heading, bullet }: PeopleLine): void {
    this.latest = null;
    if (to - from > LONGEST_NAME_LINE || heading === 1 || bullet || this.seen.size > MOST_NAME_LINES) return;
    const line = nameInLine(this.text, from, to);
    this.seen.set(line, (this.seen.get(line) ?? 0) + 1);
    this.latest = line;
  }

  /** A line with a time or a name follows. Bare times on lines of their own have titles of chapters above them as well. */
  pass({ lead, bodyFrom, to }: PeopleLine): void {
    const isTimed = lead !== null && (lead.bracketed || bodyFrom < to);
    if (isTimed && this.latest !== null) this.above.set(this.latest, (this.above.get(this.latest) ?? 0) + 1);
    this.latest = null;
  }

  /** Two names or more that come back, nearly always above a time, in a document where many times have one; else none. */
  namesAboveTimes(stamps: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    let count = 0;
    for (const [line, times] of this.above) {
      if (times < 2 || times * 10 < (this.seen.get(line) ?? 0) * 8 || !isName(line)) continue;
      found.set(line, times);
      count += times;
    }
    const isWay = found.size >= 2 && found.size <= 30 && count >= FEWEST_ABOVE && count * 5 >= stamps;
    return isWay ? found : new Map();
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
    const fewest = [...found.keys()].every((name) => isRole(name)) ? 4 : 6;
    const isWay = found.size >= 2 && found.size <= 30 && count >= fewest && count * 5 >= lines && labels * 2 < count;
    return isWay && !(isTimed && count * 10 < aloneTimes * 7) ? found : new Map();
  }
}

function isName(line: string): boolean {
  if (/[.,!?…:;)\]]$/.test(line) || isHeaderWord(line)) return false;
  const style = gradeName(line);
  return style !== null && style !== 'weak';
}
