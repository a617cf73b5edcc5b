/** Goes through a document line by line and counts what `people-profile.ts` tells shapes from. */
import { readFrontMatter } from './front-matter';
import { LabelBook } from './label-book';
import { LineWalker } from './lines';
import { NameLines } from './name-lines';
import { isSpelledOut, type PeopleLine, readPeopleLine } from './people-line';
import type { PeopleProfile } from './people-profile';
import { hasDigit, hasLetters, roughWords, SLOWEST_SPEECH } from './rough-words';
import { gradeName, isHeaderWord, type LabelStyle } from './speaker-names';
import { isSpokenTime, readGlued } from './spoken-times';

/** A name with the way it was set, kept until it is known which names are speakers. */
interface NameSeen {
  readonly name: string;
  readonly kind: 'label' | 'timed-label' | 'colon' | 'bracket' | 'heading' | 'timed-name';
  /** Stands in a Markdown heading, which names a chapter more often than a speaker. */
  readonly isHeading?: boolean;
  readonly style: LabelStyle;
}

/** How far into a line bold marks and links are looked for. */
const BOLD_REACH = 40;
const MARK_REACH = 400;

export class Profiler {
  private readonly book = new LabelBook();
  private readonly stampBook = new LabelBook();
  private readonly names: NameSeen[] = [];
  /** A `Name  time` or `time - Name` line counts only when words follow. */
  private pending: NameSeen | null = null;
  private readonly count = {
    lines: 0,
    characters: 0,
    timedText: 0,
    timedBullets: 0,
    bareTimes: 0,
    setTimes: 0,
    tails: 0,
    bullets: 0,
    headings: 0,
    marked: 0,
  };
  private readonly nameLines: NameLines;
  private readonly headingNames = new Set<string>();
  /** A name came back in headings: they name speakers, not chapters. */
  private headingsName = false;
  private tailsFromZero = false;
  private stamps = 0;
  private ordered = 0;
  private first = -1;
  private last = -1;
  private words = 0;
  /** What was counted when the latest stamp without a name came; null after one with a name. */
  private open: { time: number; words: number } | null = null;
  private gaps = 0;
  private blanks = 0;
  private latestBlanks = -1;
  /** Lines that begin a paragraph or bring a name. */
  private blocks = 0;
  private sparseGaps = 0;

  constructor(private readonly text: string) {
    this.nameLines = new NameLines(text);
  }

  run(): PeopleProfile {
    const walker = new LineWalker(this.text, readFrontMatter(this.text).after);
    while (walker.next()) {
      const line = readPeopleLine(walker);
      if (line.from < line.to) this.add(line);
      else this.blanks++;
    }
    return this.result();
  }

  private add(line: PeopleLine): void {
    const { count } = this;
    count.lines++;
    if (line.name !== null || this.blanks !== this.latestBlanks) this.blocks++;
    this.latestBlanks = this.blanks;
    count.characters += line.to - line.from;
    if (line.heading > 0) count.headings++;
    if (line.bullet) count.bullets++;
    if (this.isMarked(line)) count.marked++;
    this.settlePending(line);
    if (line.lead !== null || line.name !== null) this.nameLines.pass(line);
    if (line.lead !== null) this.addTimed(line);
    else if (readGlued(this.text, line.from, line.to) !== null) count.bareTimes++;
    else if (line.name?.stamp) this.addStampedName(line);
    else {
      if (line.name !== null) this.addName({ name: line.name.text, kind: 'label', style: line.name.style });
      else this.nameLines.add(line);
      if (line.tail !== null) this.addTail(line.tail.start);
      if (this.stamps > 0) this.words += roughWords(this.text, line.textFrom, line.to);
    }
  }

  private isMarked({ from, to, heading }: PeopleLine): boolean {
    if (heading > 0) return true;
    const { text } = this;
    const last = Math.min(to, from + MARK_REACH) - 1;
    for (let at = from; at < last; at++) {
      const code = text.charCodeAt(at);
      if (code === 93 && text.charCodeAt(at + 1) === 40) return true;
      if (code === 42 && at < from + BOLD_REACH && text.charCodeAt(at + 1) === 42) return true;
    }
    return false;
  }

  private addTimed(line: PeopleLine): void {
    const { count } = this;
    const { lead } = line;
    if (lead === null || (this.stamps === 0 && line.bodyFrom === line.to && isSpelledOut(this.text, lead))) return;
    this.addTime(lead.start);
    if (lead.start !== null && !line.name?.colon) this.open = { time: lead.start, words: this.words };
    this.words += roughWords(this.text, line.textFrom, line.to);
    if (line.bodyFrom === line.to || this.isSpoken(line)) {
      if (lead.bracketed || lead.end !== null || lead.fine) count.setTimes++;
      else count.bareTimes++;
    } else if (line.bullet || line.heading > 0) count.timedBullets++;
    else {
      count.timedText++;
      if (line.name?.colon) this.addName({ name: line.name.text, kind: 'timed-label', style: line.name.style });
      else this.pending = this.timedName(line);
    }
  }

  /** The time once more in words, which begin with a digit in most languages. */
  private isSpoken({ bodyFrom, to, lead }: PeopleLine): boolean {
    return (
      to - bodyFrom < 65 &&
      hasDigit(this.text, bodyFrom, to) &&
      isSpokenTime(this.text.slice(bodyFrom, to), lead?.start ?? null)
    );
  }

  private timedName(line: PeopleLine): NameSeen | null {
    if (line.to - line.bodyFrom > 48 || '.,!?'.includes(this.text.charAt(line.to - 1))) return null;
    const name = this.text.slice(line.bodyFrom, line.to);
    const style = gradeName(name);
    return style === null || style === 'weak' ? null : { name, kind: 'timed-name', style };
  }

  private addStampedName(line: PeopleLine): void {
    const { name } = line;
    if (!name?.stamp) return;
    // A timetable goes on with times.
    if (line.textFrom < line.to && !hasLetters(this.text, line.textFrom, line.to)) return;
    this.addTime(name.stamp.start);
    this.words += roughWords(this.text, line.textFrom, line.to);
    const kind = name.stamp.bracketed ? 'bracket' : name.colon ? 'colon' : 'heading';
    const seen: NameSeen = { name: name.text, kind, style: name.style, isHeading: line.heading > 0 };
    if (line.textFrom === line.to) this.pending = seen;
    else this.addName(seen);
  }

  private settlePending(line: PeopleLine): void {
    const { pending } = this;
    if (pending === null) return;
    this.pending = null;
    if (line.lead === null && !line.name?.stamp) this.addName(pending);
  }

  private addName(seen: NameSeen): void {
    if (seen.isHeading) {
      if (this.headingNames.has(seen.name)) this.headingsName = true;
      this.headingNames.add(seen.name);
    }
    this.names.push(seen);
    (seen.kind === 'label' || seen.kind === 'timed-label' ? this.book : this.stampBook).add(seen);
  }

  private addTail(time: number | null): void {
    if (this.count.tails === 0) this.tailsFromZero = time === 0;
    this.count.tails++;
    this.addTime(time);
  }

  private addTime(time: number | null): void {
    if (time === null) return;
    this.stamps++;
    if (this.open !== null && time > this.open.time) {
      this.gaps++;
      if ((this.words - this.open.words) * 1000 < (time - this.open.time) * SLOWEST_SPEECH) this.sparseGaps++;
    }
    this.open = null;
    if (time >= this.last) this.ordered++;
    if (this.first < 0) this.first = time;
    this.last = time;
  }

  private namesAlone(labels: number): ReadonlyMap<string, number> {
    const { lines, bareTimes, setTimes } = this.count;
    return this.nameLines.names({ lines, labels, stamps: this.stamps, aloneTimes: bareTimes + setTimes });
  }

  private result(): PeopleProfile {
    // Where blank lines part the turns, a turn may have many lines.
    const arePartedByBlanks = this.blanks * 4 >= this.count.lines;
    const labels = this.book.speakers(arePartedByBlanks ? this.blocks : this.count.lines);
    const stamped = this.stampBook.speakers(this.count.lines / 2);
    const kinds = { label: 0, 'timed-label': 0, colon: 0, bracket: 0, heading: 0, 'timed-name': 0 };
    let boldLabels = 0;
    const speakers = new Set<string>();
    for (const { name, kind, style, isHeading } of this.names) {
      if (isHeading && !this.headingsName) continue;
      const isLabel = kind === 'label' || kind === 'timed-label';
      if (!(isLabel ? labels : stamped).has(name) && (isLabel || style === 'weak' || isHeaderWord(name))) continue;
      kinds[kind]++;
      speakers.add(name);
      if (kind === 'label' && style === 'bold') boldLabels++;
    }
    const span = Math.max(0, this.last - this.first);
    const above = this.nameLines.namesAboveTimes(this.stamps);
    const nameLines = above.size > 0 ? above : this.namesAlone(kinds.label);
    for (const name of nameLines.keys()) speakers.add(name);
    for (const times of nameLines.values()) kinds[above.size > 0 ? 'bracket' : 'label'] += times;
    return {
      ...this.count,
      nameLines: new Set(nameLines.keys()),
      timedNames: kinds['timed-name'],
      colonStamps: kinds.colon,
      bracketStamps: kinds.bracket,
      headingStamps: kinds.heading,
      labels: kinds.label,
      timedLabels: kinds['timed-label'],
      boldLabels,
      speakers,
      tailsFromZero: this.tailsFromZero,
      ordered: this.stamps === 0 ? 1 : this.ordered / this.stamps,
      gaps: this.gaps,
      sparseGaps: this.sparseGaps,
      wordsPerSecond: span === 0 ? 0 : (this.words * 1000) / span,
      span,
    };
  }
}
