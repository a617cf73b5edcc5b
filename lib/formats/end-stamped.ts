/** Paragraphs with their time behind them: `words [00:00:17]`. The time is where the paragraph ends, unless the first is 0. */
import type { SourceCue } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { tidyLine, tidyText, tidyTitle } from './clean-text';
import { readFrontMatter } from './front-matter';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { plainFromMarkdown } from './markdown-text';
import { type PeopleLine, readPeopleLine } from './people-line';
import type { PeopleProfile } from './people-profile';
import { Problems } from './problems';
import type { Parsed } from './shape';

export function readEndStamped(text: string, profile: PeopleProfile): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  return new EndStampedReader(text, profile).run();
}

class EndStampedReader {
  private readonly cues: SourceCue[] = [];
  private readonly problems = new Problems();
  private readonly contents: Chapter[] = [];
  private readonly headings: Chapter[] = [];
  private pending: string[] = [];
  private speaker: string | null = null;
  private nextSpeaker: string | null = null;
  private reached: number | null = null;

  constructor(
    private readonly text: string,
    private readonly profile: PeopleProfile,
  ) {}

  run(): Parsed {
    const front = readFrontMatter(this.text);
    const walker = new LineWalker(this.text, front.after);
    while (walker.next() && this.cues.length < MAX_CUES) {
      const line = readPeopleLine(walker);
      if (line.from < line.to) this.add(line);
    }
    this.close(null, 0);
    const chapters = this.contents.length > 1 ? this.contents : this.headings;
    return {
      language: null,
      timing: this.cues.some((cue) => cue.start !== null) ? (this.profile.tailsFromZero ? 'turn' : 'cue') : 'none',
      cues: this.cues,
      problems: this.problems.list(),
      ...(chapters.length > 0 ? { chapters } : {}),
      ...(front.title !== null ? { title: front.title } : {}),
    };
  }

  private add(line: PeopleLine): void {
    if (line.heading > 0 || (line.bullet && line.lead !== null)) this.addChapter(line);
    else this.addParagraph(line);
  }

  private addParagraph(line: PeopleLine): void {
    const isNamed = line.name !== null && this.profile.speakers.has(line.name.text);
    if (isNamed) {
      this.close(null, line.number);
      this.nextSpeaker = tidyLine(line.name?.text ?? '') || null;
    }
    const from = isNamed ? line.textFrom : line.bodyFrom;
    // A short paragraph and its time look like a name and its time.
    const tail = line.tail ?? (!isNamed && line.textFrom === line.to ? (line.name?.stamp ?? null) : null);
    this.pending.push(plainFromMarkdown(this.text.slice(from, tail?.from ?? line.to)));
    if (tail !== null) this.close(tail.start, line.number);
  }

  private addChapter(line: PeopleLine): void {
    const { lead } = line;
    this.pending = [];
    if (lead === null || lead.start === null) return;
    const title = tidyTitle(plainFromMarkdown(this.text.slice(line.bodyFrom, line.to)));
    if (title === '') return;
    (line.heading > 0 ? this.headings : this.contents).push({ start: lead.start as Milliseconds, title });
    if (line.heading > 0) this.reached = lead.start;
  }

  private close(time: number | null, line: number): void {
    const words = tidyText(this.pending.join(' '));
    this.pending = [];
    if (words === '') return;
    // Words before the first name and without a time are the page's head.
    if (time === null && this.cues.length === 0) {
      this.leaveOut(words, line);
      return;
    }
    if (this.nextSpeaker !== null) this.speaker = this.nextSpeaker;
    this.nextSpeaker = null;
    this.checkOrder(time, line);
    const { speaker } = this;
    if (this.profile.tailsFromZero) this.cues.push({ start: time, end: null, text: words, speaker });
    else this.cues.push({ start: time === null ? null : this.startBefore(time), end: time, text: words, speaker });
    if (time !== null) this.reached = time;
  }

  private startBefore(time: number): number {
    return this.reached === null ? 0 : Math.min(this.reached, time);
  }

  private checkOrder(time: number | null, line: number): void {
    if (time === null || this.reached === null || time >= this.reached) return;
    this.problems.add(
      'time-backwards',
      line,
      'The time is earlier than the one before. The order of the text was kept.',
    );
  }

  private leaveOut(words: string, line: number): void {
    this.problems.add(
      'text-left-out',
      line || null,
      `Words before the first time were left out: “${words.slice(0, 40)}”.`,
    );
  }
}
