/**
 * Reads a person's text into units: a timed line, a turn, a stamped paragraph. One reader for all such shapes, because
 * real documents mix them: contents with times before turns with times, unnamed paragraphs after named ones, bare times
 * between names.
 */
import type { SourceCue, TranscriptSource } from '../transcript/source';
import { readFrontMatter } from './front-matter';
import { LeftOutLines } from './left-out-lines';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { withoutLineNumbers } from './line-numbers';
import { LineWalker } from './lines';
import { plainFromMarkdown } from './markdown-text';
import { nameInLine } from './name-lines';
import { PeopleChapters } from './people-chapters';
import { isSpelledOut, type PeopleLine, readPeopleLine } from './people-line';
import { type PeopleProfile, profileOf } from './people-profile';
import { isNotSpoken, isRule, looksSpoken } from './people-remarks';
import { areTimesOfDay, isSparse } from './people-timing';
import { PeopleUnit } from './people-unit';
import { Problems } from './problems';
import type { Parsed } from './shape';
import { StampChecker } from './stamp-checker';
import { bareStamp, nextInlineStamp, type Stamp } from './stamps';
import { unfoldTimes } from './unfold-times';

export interface PeopleRules {
  /** `stamps`: a time begins a unit. `names`: a name does, and times in between are only marks in the text. */
  readonly units: 'stamps' | 'names';
  /** Paragraphs without a name go on with the speaker before them. */
  readonly inheritsSpeaker: boolean;
  /** Names after a leading time without a colon, the words on the lines below: `0:31 - Name`. */
  readonly timedNames: boolean;
}

export function readPeople(text: string, rules: PeopleRules): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const lines = withoutLineNumbers(unfoldTimes(text));
  return new PeopleReader(lines, rules, profileOf(lines)).run();
}

/** Of a name that stands alone after its time. */
const LONGEST_NAME = 48;

class PeopleReader {
  private readonly cues: SourceCue[] = [];
  private readonly problems = new Problems();
  private readonly times: StampChecker;
  private readonly chapters: PeopleChapters;
  private unit: PeopleUnit | null = null;
  private afterBlank = false;
  /** A time on its own line, waiting for the words it belongs to. */
  private waiting: Stamp | null = null;
  private readonly leftOut: LeftOutLines;
  private readonly isMarkdown: boolean;

  constructor(
    private readonly text: string,
    private readonly rules: PeopleRules,
    private readonly profile: PeopleProfile,
  ) {
    this.times = new StampChecker(text, this.problems);
    this.chapters = new PeopleChapters(text);
    this.leftOut = new LeftOutLines(text);
    this.isMarkdown = profile.marked * 20 >= profile.lines || profile.boldLabels > 1;
  }

  run(): Parsed {
    const front = readFrontMatter(this.text);
    const walker = new LineWalker(this.text, front.after);
    walker.number = front.lines;
    while (walker.next() && this.cues.length < MAX_CUES) this.add(readPeopleLine(walker), walker);
    this.close();
    this.leftOut.report(this.problems);
    if (areTimesOfDay(this.cues))
      this.problems.add('times-of-day', null, 'The times look like times of day. Shift them to where the talk begins.');
    if (this.cues.length === 0) this.problems.add('no-words', null, 'No words were found in this form.');
    const source = this.source(front.title);
    return { ...source, problems: this.problems.list() };
  }

  private source(title: string | null): TranscriptSource {
    const chapters = this.chapters.list(this.problems);
    const own = title ?? this.chapters.pageTitle;
    return {
      language: null,
      timing: this.timing(),
      cues: this.cues,
      ...(chapters.length > 0 ? { chapters } : {}),
      ...(own === null ? {} : { title: own }),
    };
  }

  private timing(): TranscriptSource['timing'] {
    const timed = this.cues.filter((cue) => cue.start !== null);
    if (timed.length === 0) return this.cues.some((cue) => cue.words !== undefined) ? 'turn' : 'none';
    if (this.rules.units === 'names' || this.rules.inheritsSpeaker || isSparse(timed)) return 'turn';
    return this.times.hasEnds || this.times.hasFine ? 'cue' : 'second';
  }

  private add(line: PeopleLine, walker: LineWalker): void {
    if (line.from >= line.to) {
      this.afterBlank = true;
      return;
    }
    if (isRule(this.text, line) || this.isLength(line)) return;
    const lone = this.loneName(line);
    if (lone !== null) this.beginAlone(line, lone);
    else if (this.isUnit(line)) this.begin(line, walker);
    else if (line.heading > 0) {
      // The words go on below it: whoever speaks is not interrupted by a title.
      this.chapters.addHeading(line, this.cues.length === 0 && this.unit === null);
      this.afterBlank = true;
      return;
    } else if (line.bullet && line.lead !== null && this.isContents(line)) this.chapters.addEntry(line);
    else this.goOn(line);
    this.afterBlank = false;
  }

  private beginAlone(line: PeopleLine, name: string): void {
    this.close();
    this.open(line, this.waiting, name);
    this.waiting = null;
  }

  /** A list of contents: bulleted times in a document whose own units have no bullets, or times before the first name. */
  private isContents(line: PeopleLine): boolean {
    const { profile } = this;
    const units =
      profile.timedText + profile.colonStamps + profile.bracketStamps + profile.headingStamps + profile.labels;
    return line.lead !== null && units >= profile.timedBullets;
  }

  private isUnit(line: PeopleLine): boolean {
    const { lead, name } = line;
    if (name !== null && this.profile.speakers.has(name.text)) return true;
    if (line.heading > 0) return false;
    return this.rules.units === 'stamps' && lead !== null;
  }

  /** The length of the recording, above its words. */
  private isLength({ lead, bodyFrom, to }: PeopleLine): boolean {
    return (
      lead !== null && bodyFrom === to && this.unit === null && this.cues.length === 0 && isSpelledOut(this.text, lead)
    );
  }

  /** A speaker's name that is all of the line, in a document that names its speakers so. */
  private loneName(line: PeopleLine): string | null {
    if (this.profile.nameLines.size === 0 || line.to - line.from > LONGEST_NAME || line.lead !== null) return null;
    const name = nameInLine(this.text, line.from, line.to);
    return this.profile.nameLines.has(name) ? name : null;
  }

  private begin(line: PeopleLine, walker: LineWalker): void {
    const { name, lead } = line;
    const isNamed = name !== null && this.profile.speakers.has(name.text);
    const previous = this.unit;
    this.close();
    const stamp = lead ?? (isNamed ? name.stamp : null) ?? this.waiting;
    const isAgain = stamp?.start != null && this.times.isBackwards(stamp.start);
    if (isAgain && this.chapters.takeContents(this.cues, stamp.start ?? 0)) this.times.restart();
    this.waiting = null;
    const heldName = !isNamed && lead !== null && this.rules.timedNames ? this.nameAlone(line, walker) : null;
    const inherited =
      this.rules.inheritsSpeaker && !isNamed ? (previous?.speaker ?? this.cues.at(-1)?.speaker ?? null) : null;
    const speaker = isNamed ? name.text : (heldName ?? inherited);
    this.open(line, stamp, speaker);
    const from = heldName !== null ? line.to : isNamed ? line.textFrom : line.bodyFrom;
    this.addWords(line, from);
  }

  /** The whole line after its time is a speaker's name, because words follow on the next line. */
  private nameAlone(line: PeopleLine, walker: LineWalker): string | null {
    if (this.profile.timedNames === 0 || line.to - line.bodyFrom > LONGEST_NAME) return null;
    const name = this.text.slice(line.bodyFrom, line.to);
    if (!this.profile.speakers.has(name)) return null;
    const ahead = walker.fork();
    while (ahead.next()) {
      if (ahead.isBlank) continue;
      const next = readPeopleLine(ahead);
      return next.lead === null ? name : null;
    }
    return null;
  }

  private open(line: PeopleLine, stamp: Stamp | null, speaker: string | null): void {
    const start = this.times.start(stamp, line.number);
    this.unit = new PeopleUnit(start, this.times.end(stamp, line.number), speaker, line.number);
    this.chapters.begin(start);
  }

  private goOn(line: PeopleLine): void {
    if (this.rules.units === 'names' && line.lead !== null && line.bodyFrom === line.to) this.takeTime(line, line.lead);
    else if (this.isChapterTitle(line)) this.unit?.breakParagraph();
    else if (isNotSpoken(this.text, line)) this.leftOut.add(line);
    else if (this.unit === null) this.addBefore(line);
    else if (this.rules.units === 'names' && line.lead !== null) {
      if (this.afterBlank) this.unit.breakParagraph();
      this.unit.mark(this.times.start(line.lead, line.number));
      this.unit.addLine(this.plain(line.bodyFrom, line.to));
    } else this.addWords(line, line.from);
  }

  /** A time on its own line: of the name above it that has neither time nor words yet, else of the name that follows. */
  private takeTime(line: PeopleLine, stamp: Stamp): void {
    const { unit } = this;
    if (unit === null || unit.start !== null || unit.speaker === null || !unit.isEmpty) this.waiting = stamp;
    else this.unit = unit.at(this.times.start(stamp, line.number), this.times.end(stamp, line.number));
  }

  /** Adds the words of a line; a time in brackets among them begins a unit of its own, or marks the words after it. */
  private addWords(line: PeopleLine, from: number): void {
    if (this.unit === null) return;
    if (this.afterBlank) this.unit.breakParagraph();
    let at = from;
    for (
      let stamp = nextInlineStamp(this.text, at, line.to);
      stamp !== null;
      stamp = nextInlineStamp(this.text, at, line.to)
    ) {
      this.unit.addLine(this.plain(at, stamp.from));
      at = stamp.after;
      if (this.rules.units === 'names') this.unit.mark(this.times.start(stamp, line.number));
      else this.splitUnit(line, stamp);
    }
    if (at < line.to) this.unit?.addLine(this.plain(at, line.to));
  }

  private splitUnit(line: PeopleLine, stamp: Stamp): void {
    const speaker = this.unit?.speaker ?? null;
    this.close();
    this.open(line, stamp, speaker);
  }

  private plain(from: number, to: number): string {
    const words = this.text.slice(from, to);
    const plain = this.isMarkdown ? plainFromMarkdown(words) : words;
    // The marks it closes stood before the name.
    return plain.endsWith('**') && plain.indexOf('**') === plain.length - 2 ? plain.slice(0, -2) : plain;
  }

  /** An entry of a list of contents above the words, or its title again among them. */
  private isChapterTitle(line: PeopleLine): boolean {
    const isAbove = this.unit === null && this.cues.length === 0;
    if (isAbove && this.rules.units === 'names' && line.lead !== null) {
      this.chapters.addEntry(line);
      return true;
    }
    return line.lead === null && this.chapters.isTitle(line);
  }

  /** Words before the first unit: kept as words of nobody where times do not matter, else left out and said so. */
  private addBefore(line: PeopleLine): void {
    if (this.rules.units === 'names' && looksSpoken(this.text, line)) {
      this.open(line, this.waiting, null);
      this.waiting = null;
      this.addWords(line, line.from);
    } else this.leftOut.add(line);
  }

  private close(): void {
    const { unit } = this;
    if (unit === null) return;
    this.unit = null;
    const cue = unit.toCue();
    if (cue !== null) {
      this.cues.push(cue);
      this.times.keep();
      return;
    }
    this.times.restore();
    if (this.rules.units === 'names' && unit.start !== null) this.waiting ??= bareStamp(unit.start);
    else if (unit.start !== null)
      this.problems.add('time-without-words', unit.line, 'A time stands here without words. It was left out.');
  }
}
