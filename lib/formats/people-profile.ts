/** Counts what a document's lines are made of; every shape of people's text is told from these numbers. */

import { LabelBook } from './label-book';
import { LineWalker } from './lines';
import { isSpelledOut, type PeopleLine, readPeopleLine } from './people-line';
import { gradeName, isHeaderWord, type LabelStyle } from './speaker-names';
import { isSpokenTime, readGlued } from './spoken-times';
import { isWordCharacter } from './stamps';
import { digitValue } from './times';
import { unfoldTimes } from './unfold-times';

export interface PeopleProfile {
  /** Lines that are not blank. */
  readonly lines: number;
  readonly characters: number;
  /** Lines `time words`, bulleted ones not counted. */
  readonly timedText: number;
  /** List items and headings with a time: contents, chapters or show notes. */
  readonly timedBullets: number;
  /** Lines that hold a time and nothing else; bare ones, and ones in brackets or with an end. */
  readonly bareTimes: number;
  readonly setTimes: number;
  /** Lines `time - Name`, the words below. */
  readonly timedNames: number;
  /** `Name: time`, `Name (time)` and `Name  time`, by how they are written. */
  readonly colonStamps: number;
  readonly bracketStamps: number;
  readonly headingStamps: number;
  /** `Name:` of an accepted speaker, without a time. */
  readonly labels: number;
  readonly boldLabels: number;
  /** `time Name:` of an accepted speaker. */
  readonly timedLabels: number;
  /** Different speakers among labels of all kinds. */
  readonly speakers: ReadonlySet<string>;
  /** Speakers whose names stand on lines of their own, without colon or time. Empty in nearly all documents. */
  readonly nameLines: ReadonlySet<string>;
  /** Paragraphs that end with a time in brackets. */
  readonly tails: number;
  /** The first of those times is 0: they stand for beginnings. */
  readonly tailsFromZero: boolean;
  readonly bullets: number;
  readonly headings: number;
  /** Lines with Markdown in them: bold marks, links, headings. */
  readonly marked: number;
  /** Share of stamps that are not earlier than the one before. */
  readonly ordered: number;
  /** Stamps that no name stands at, and how many of them are followed by far fewer words than are spoken until the next. */
  readonly gaps: number;
  readonly sparseGaps: number;
  /** Words after stamps for each second between the first and the last; 0 where it cannot be told. */
  readonly wordsPerSecond: number;
  /** Milliseconds from the first stamp to the last. */
  readonly span: number;
}

/** Words a second. Speech runs at 1 to 4, slow speech with pauses at half a word. */
export const SLOWEST_SPEECH = 0.3;

/** Enough to tell a shape; a shape that begins later is none. */
const SAMPLE = 200_000;

let latestSample: { readonly text: string; readonly profile: PeopleProfile } | null = null;

/** The profile of the text's beginning, its swallowed line ends put back. */
export function profileOfSample(text: string): PeopleProfile {
  if (latestSample?.text === text) return latestSample.profile;
  const profile = profileOf(unfoldTimes(text.length > SAMPLE ? text.slice(0, SAMPLE) : text));
  latestSample = { text, profile };
  return profile;
}

/** One entry: detection asks every shape about one and the same text. */
let latest: { readonly text: string; readonly profile: PeopleProfile } | null = null;

export function forgetProfile(): void {
  latest = null;
  latestSample = null;
}

export function profileOf(text: string): PeopleProfile {
  if (latest?.text === text) return latest.profile;
  const profile = new Profiler(text).run();
  latest = { text, profile };
  return profile;
}

/** A name with the way it was set, kept until it is known which names are speakers. */
interface NameSeen {
  readonly name: string;
  readonly kind: 'label' | 'timed-label' | 'colon' | 'bracket' | 'heading' | 'timed-name';
  /** Stands in a Markdown heading, which names a chapter more often than a speaker. */
  readonly isHeading?: boolean;
  readonly style: LabelStyle;
}

class Profiler {
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
  private readonly shortLines = new Map<string, number>();
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
  private sparseGaps = 0;

  constructor(private readonly text: string) {}

  run(): PeopleProfile {
    const walker = new LineWalker(this.text);
    while (walker.next()) {
      const line = readPeopleLine(walker);
      if (line.from < line.to) this.add(line);
    }
    return this.result();
  }

  private add(line: PeopleLine): void {
    const { count } = this;
    count.lines++;
    count.characters += line.to - line.from;
    if (line.heading > 0) count.headings++;
    if (line.bullet) count.bullets++;
    if (this.isMarked(line)) count.marked++;
    this.settlePending(line);
    if (line.lead !== null) this.addTimed(line);
    else if (readGlued(this.text, line.from, line.to) !== null) count.bareTimes++;
    else if (line.name?.stamp) this.addStampedName(line);
    else {
      if (line.name !== null) this.addName({ name: line.name.text, kind: 'label', style: line.name.style });
      else this.addShortLine(line);
      if (line.tail !== null) this.addTail(line.tail.start);
      if (this.stamps > 0) this.words += roughWords(this.text, line.textFrom, line.to);
    }
  }

  /** Could be a speaker's name, if it comes back. */
  private addShortLine({ from, to, heading, bullet }: PeopleLine): void {
    if (to - from > LONGEST_NAME_LINE || heading > 0 || bullet || this.shortLines.size > MOST_NAME_LINES) return;
    const text = this.text.slice(from, to);
    this.shortLines.set(text, (this.shortLines.get(text) ?? 0) + 1);
  }

  private isMarked({ from, to, heading }: PeopleLine): boolean {
    if (heading > 0) return true;
    const head = this.text.slice(from, Math.min(to, from + 400));
    const bold = head.indexOf('**');
    return (bold >= 0 && bold < 40) || head.includes('](');
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
    return to - bodyFrom < 65 && isSpokenTime(this.text.slice(bodyFrom, to), lead?.start ?? null);
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

  /**
   * Two names or more that come back, and that a good part of the lines consists of; none where names have colons, or times on
   * their own line. Where there are times, nearly all stand alone and each has its name.
   */
  private nameLines(labels: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const alone = this.count.bareTimes + this.count.setTimes;
    const isTimed = this.stamps > 2;
    if ((isTimed && alone * 10 < this.stamps * 7) || this.shortLines.size > MOST_NAME_LINES) return found;
    let lines = 0;
    for (const [text, count] of this.shortLines) {
      if (count < 2 || /[.,!?…:;)\]]$/.test(text) || isHeaderWord(text)) continue;
      const style = gradeName(text);
      if (style === null || style === 'weak') continue;
      found.set(text, count);
      lines += count;
    }
    const isWay =
      found.size >= 2 && found.size <= 30 && lines >= 6 && lines * 5 >= this.count.lines && labels * 2 < lines;
    if (isTimed && lines * 10 < alone * 7) return new Map();
    return isWay ? found : new Map();
  }

  private result(): PeopleProfile {
    const labels = this.book.speakers(this.count.lines);
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
    const nameLines = this.nameLines(kinds.label);
    for (const name of nameLines.keys()) speakers.add(name);
    for (const count of nameLines.values()) kinds.label += count;
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

const LONGEST_NAME_LINE = 40;

/** Different short lines kept; a document with more has no speakers on lines of their own. */
const MOST_NAME_LINES = 5000;

/** Gaps between words, or two characters a word where there are none. Only for densities. */
function roughWords(text: string, from: number, to: number): number {
  let words = from < to ? 1 : 0;
  let unspaced = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) words++;
    else if (code >= 0x2e80) unspaced++;
  }
  return words + (unspaced >> 1);
}

/** Looks at the beginning only. */
function hasLetters(text: string, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 60); at++) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code) && digitValue(code) < 0) return true;
  }
  return false;
}
