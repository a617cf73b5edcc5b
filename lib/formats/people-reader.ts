/**
 * Reads a person's text into units: a timed line, a turn, a stamped paragraph. One reader for all such shapes, because
 * real documents mix them: contents with times before turns with times, unnamed paragraphs after named ones, bare times
 * between names.
 */
import type { SourceCue, TranscriptSource } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { readFrontMatter } from './front-matter';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { plainFromMarkdown } from './markdown-text';
import { isSpelledOut, type PeopleLine, readPeopleLine } from './people-line';
import { type PeopleProfile, profileOf } from './people-profile';
import { PeopleUnit } from './people-unit';
import { Problems } from './problems';
import type { Parsed } from './shape';
import { readStamp, type Stamp } from './stamps';
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
  const lines = unfoldTimes(text);
  return new PeopleReader(lines, rules, profileOf(lines)).run();
}

/** Lines that programs write into transcripts and nobody said. */
const NOT_SPOKEN = [
  /^.{1,80} (?:started|stopped) transcription$/,
  /^Transcribed by (?:https?:\/\/)?otter/i,
  /^(?:Meeting|Transcription|Recording) (?:ended|stopped|started)(?: after)?\b.{0,40}$/,
  /^This editable transcript was computer generated/,
];

/** Of a name that stands alone after its time. */
const LONGEST_NAME = 48;

class PeopleReader {
  private readonly cues: SourceCue[] = [];
  private readonly problems = new Problems();
  private readonly contents: Chapter[] = [];
  private readonly headings: Chapter[] = [];
  private openHeading: string | null = null;
  private pageTitle: string | null = null;
  private unit: PeopleUnit | null = null;
  private afterBlank = false;
  private latest = -1;
  /** `latest` as it was with the last unit that had words. */
  private kept = -1;
  private mayBeContents = true;
  /** A time on its own line, waiting for the words it belongs to. */
  private waiting: Stamp | null = null;
  private leftOut: { count: number; line: number; words: string } | null = null;
  private hasEnds = false;
  private hasFine = false;
  private readonly isMarkdown: boolean;

  constructor(
    private readonly text: string,
    private readonly rules: PeopleRules,
    private readonly profile: PeopleProfile,
  ) {
    this.isMarkdown = profile.marked * 20 >= profile.lines || profile.boldLabels > 1;
  }

  run(): Parsed {
    const front = readFrontMatter(this.text);
    const walker = new LineWalker(this.text, front.after);
    walker.number = front.lines;
    while (walker.next() && this.cues.length < MAX_CUES) this.add(readPeopleLine(walker), walker);
    this.close();
    this.reportLeftOut();
    if (areTimesOfDay(this.cues))
      this.problems.add('times-of-day', null, 'The times look like times of day. Shift them to where the talk begins.');
    if (this.cues.length === 0) this.problems.add('no-words', null, 'No words were found in this form.');
    return { ...this.source(front.title), problems: this.problems.list() };
  }

  private source(title: string | null): TranscriptSource {
    const { cues } = this;
    const chapters = this.contents.length > 1 ? this.contents : this.headings;
    const own = title ?? this.pageTitle;
    return {
      language: null,
      timing: this.timing(),
      cues,
      // One heading alone is the page's, not a chapter's.
      ...(chapters.length > 1 ? { chapters } : {}),
      ...(own === null ? {} : { title: own }),
    };
  }

  private timing(): TranscriptSource['timing'] {
    const timed = this.cues.filter((cue) => cue.start !== null);
    if (timed.length === 0) return this.cues.some((cue) => cue.words !== undefined) ? 'turn' : 'none';
    if (this.rules.units === 'names' || this.rules.inheritsSpeaker || isSparse(timed)) return 'turn';
    return this.hasEnds || this.hasFine ? 'cue' : 'second';
  }

  private add(line: PeopleLine, walker: LineWalker): void {
    if (line.from >= line.to) {
      this.afterBlank = true;
      return;
    }
    if (isRule(this.text, line) || this.isLength(line)) return;
    const lone = this.loneName(line);
    if (lone !== null) {
      this.close();
      this.open(line, this.waiting, lone);
      this.waiting = null;
      this.afterBlank = false;
      return;
    }
    if (line.heading > 0 && !this.isUnit(line)) this.addHeading(line);
    else if (line.bullet && line.lead !== null && this.isContents(line)) this.addContents(line);
    else if (this.isUnit(line)) this.begin(line, walker);
    else this.goOn(line);
    this.afterBlank = false;
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
    const text = this.text.slice(line.from, line.to);
    return this.profile.nameLines.has(text) ? text : null;
  }

  private begin(line: PeopleLine, walker: LineWalker): void {
    const { name, lead } = line;
    const isNamed = name !== null && this.profile.speakers.has(name.text);
    const previous = this.unit;
    this.close();
    const stamp = lead ?? (isNamed ? name.stamp : null) ?? this.waiting;
    if (stamp?.start != null && stamp.start < this.latest) this.turnIntoContents(stamp.start);
    this.waiting = null;
    const heldName = !isNamed && lead !== null && this.rules.timedNames ? this.nameAlone(line, walker) : null;
    const inherited =
      this.rules.inheritsSpeaker && !isNamed ? (previous?.speaker ?? this.cues.at(-1)?.speaker ?? null) : null;
    const speaker = isNamed ? name.text : (heldName ?? inherited);
    this.open(line, stamp, speaker);
    const from = heldName !== null ? line.to : isNamed ? line.textFrom : line.bodyFrom;
    this.addWords(line, from);
  }

  /**
   * Times that began before and now begin again, with a few words each so far: what was read is a list of contents, and
   * the talk begins here.
   */
  private turnIntoContents(start: number): void {
    if (this.cues.length > LONGEST_CONTENTS) this.mayBeContents = false;
    if (this.mayBeContents && isContents(this.cues, start)) {
      for (const { start: at, text } of this.cues) {
        if (at !== null) this.contents.push({ start: at as Milliseconds, title: text.slice(0, 200) });
      }
      this.cues.length = 0;
      this.latest = -1;
      this.mayBeContents = false;
    }
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
    const start = this.checkTime(line, stamp);
    this.unit = new PeopleUnit(start, this.checkEnd(line, stamp), speaker, line.number);
    if (start !== null && this.openHeading !== null) {
      this.headings.push({ start: start as Milliseconds, title: this.openHeading });
      this.openHeading = null;
    }
  }

  private checkTime(line: PeopleLine, stamp: Stamp | null): number | null {
    if (stamp === null) return null;
    if (stamp.fine) this.hasFine = true;
    if (stamp.start === null) {
      const shown = this.text.slice(stamp.from, Math.min(stamp.after, stamp.from + 40)).trim();
      this.problems.add(
        'time-invalid',
        line.number,
        `“${shown}” is no possible time. The words were kept without one.`,
      );
      return null;
    }
    if (stamp.start < this.latest)
      this.problems.add(
        'time-backwards',
        line.number,
        'The time is earlier than the one before. The order of the text was kept.',
      );
    this.latest = stamp.start;
    return stamp.start;
  }

  private checkEnd(line: PeopleLine, stamp: Stamp | null): number | null {
    if (stamp === null || stamp.start === null || stamp.end === null) return null;
    if (stamp.end < stamp.start) {
      this.problems.add('end-before-start', line.number, 'The end is earlier than the start. The end was left out.');
      return null;
    }
    this.hasEnds = true;
    return stamp.end;
  }

  private goOn(line: PeopleLine): void {
    if (this.rules.units === 'names' && line.lead !== null && line.bodyFrom === line.to) this.waiting = line.lead;
    else if (isNotSpoken(this.text, line)) this.leaveOut(line);
    else if (this.unit === null) this.addBefore(line);
    else if (this.rules.units === 'names' && line.lead !== null) {
      if (this.afterBlank) this.unit.breakParagraph();
      this.unit.mark(this.checkTime(line, line.lead));
      this.unit.addLine(this.plain(line.bodyFrom, line.to));
    } else this.addWords(line, line.from);
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
      if (this.rules.units === 'names') this.unit.mark(this.checkTime(line, stamp));
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
    return this.isMarkdown ? plainFromMarkdown(words) : words;
  }

  /** Words before the first unit: kept as words of nobody where times do not matter, else left out and said so. */
  private addBefore(line: PeopleLine): void {
    if (this.rules.units === 'names' && looksSpoken(this.text, line)) {
      this.open(line, this.waiting, null);
      this.waiting = null;
      this.addWords(line, line.from);
    } else this.leaveOut(line);
  }

  private leaveOut(line: PeopleLine): void {
    if (this.leftOut === null) {
      const words = this.text.slice(line.from, Math.min(line.to, line.from + 40));
      this.leftOut = { count: 1, line: line.number, words };
    } else this.leftOut.count++;
  }

  private reportLeftOut(): void {
    if (this.leftOut === null) return;
    const { count, line, words } = this.leftOut;
    const lines = count === 1 ? 'One line that is' : `${count} lines that are`;
    this.problems.add('text-left-out', line, `${lines} not part of the talk were left out: “${words}”.`);
    this.leftOut = null;
  }

  private addHeading(line: PeopleLine): void {
    const stamp = line.lead ?? line.name?.stamp ?? line.tail;
    const from = line.lead ? line.bodyFrom : line.from;
    const to = stamp !== null && line.lead === null ? stamp.from : line.to;
    const title = plainFromMarkdown(this.text.slice(from, to)).trim().slice(0, 200);
    this.close();
    if (title === '') return;
    if (line.heading === 1 && stamp === null && this.cues.length === 0) {
      if (!/^https?:|tactiq\.io/.test(title)) this.pageTitle ??= title;
    } else if (stamp?.start != null) this.headings.push({ start: stamp.start as Milliseconds, title });
    else this.openHeading = title;
  }

  private addContents(line: PeopleLine): void {
    const start = line.lead?.start ?? null;
    const title = plainFromMarkdown(this.text.slice(line.bodyFrom, line.to)).slice(0, 200);
    if (start !== null && title !== '') this.contents.push({ start: start as Milliseconds, title });
  }

  private close(): void {
    const { unit } = this;
    if (unit === null) return;
    this.unit = null;
    const cue = unit.toCue();
    if (cue !== null) {
      this.cues.push(cue);
      this.kept = this.latest;
      return;
    }
    // A time without words (the length of the recording, for one) does not count for the order.
    this.latest = this.kept;
    if (this.rules.units === 'names' && unit.start !== null) this.waiting ??= bareStamp(unit.start);
    else if (unit.start !== null)
      this.problems.add('time-without-words', unit.line, 'A time stands here without words. It was left out.');
  }
}

/** The next time between brackets among the words; round ones only where hours are written, as prose writes `(10:30)`. */
function nextInlineStamp(text: string, from: number, to: number): Stamp | null {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 91 && code !== 40) continue;
    const stamp = readStamp(text, at, to);
    if (stamp !== null && stamp.start !== null && (code === 91 || stamp.hours)) {
      // An escape before the bracket belongs to it.
      return text.charAt(at - 1) === '\\' && at > from ? { ...stamp, from: at - 1 } : stamp;
    }
  }
  return null;
}

/** Entries of a list of contents; a longer one is none. */
const LONGEST_CONTENTS = 200;

/** Words a second. Speech is faster, a list of contents far slower. */
const CONTENTS_PACE = 0.3;

function isContents(cues: readonly SourceCue[], restart: number): boolean {
  const first = cues[0]?.start ?? null;
  const last = cues.at(-1)?.start ?? null;
  const second = cues[1]?.start ?? null;
  if (first === null || last === null || second === null || restart > second || last <= first) return false;
  let words = 0;
  for (const { text } of cues) words += text.split(' ').length;
  return words / ((last - first) / 1000) < CONTENTS_PACE;
}

/** Milliseconds. No recording begins this late, but conversations do. */
const LATE = 5 * 3_600_000;

function areTimesOfDay(cues: readonly SourceCue[]): boolean {
  const first = cues.find((cue) => cue.start !== null)?.start ?? 0;
  const last = cues.at(-1)?.start ?? first;
  return first > LATE && last - first < first && last < 86_400_000;
}

function bareStamp(start: number): Stamp {
  return { start, end: null, from: 0, after: 0, bracketed: false, fine: false, hours: false };
}

/** `---`, `***`, `===`: a line drawn across the page. */
function isRule(text: string, { from, to }: PeopleLine): boolean {
  const char = text.charAt(from);
  if (to - from < 3 || !'-*_=~—–'.includes(char)) return false;
  for (let at = from; at < to; at++) if (text.charAt(at) !== char && text.charAt(at) !== ' ') return false;
  return true;
}

function isNotSpoken(text: string, { from, to }: PeopleLine): boolean {
  if (to - from > 120) return false;
  const line = text.slice(from, to);
  return NOT_SPOKEN.some((pattern) => pattern.test(line));
}

/** A sentence, not a header line: several words and an end mark. */
function looksSpoken(text: string, { from, to }: PeopleLine): boolean {
  if (text.charAt(from) === '#' || to - from < 30) return false;
  return /[.!?…。？！"”’)\]]$/.test(text.slice(to - 1, to)) && text.slice(from, Math.min(to, from + 60)).includes(' ');
}

/** Half of the units are longer than this: blocks, not lines. */
const BLOCK = 30_000;

function isSparse(timed: readonly SourceCue[]): boolean {
  if (timed.length < 3) return false;
  let long = 0;
  for (let index = 1; index < timed.length; index++) {
    if ((timed[index]?.start ?? 0) - (timed[index - 1]?.start ?? 0) > BLOCK) long++;
  }
  return long * 2 > timed.length - 1;
}
