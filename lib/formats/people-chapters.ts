/** Chapters of a person's text: its list of contents, or headings among the words. */
import type { SourceCue } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { tidyTitle } from './clean-text';
import { plainFromMarkdown } from './markdown-text';
import type { PeopleLine } from './people-line';
import type { Problems } from './problems';

const LONGEST_TITLE = 200;

export class PeopleChapters {
  /** Of the page: its first heading of the first level, above the words. */
  pageTitle: string | null = null;
  private readonly contents: Chapter[] = [];
  /** Of `contents`. */
  private readonly titles = new Set<string>();
  private readonly headings: Chapter[] = [];
  /** A heading whose time is that of the words after it. */
  private open: string | null = null;
  private withoutTime = 0;
  private mayBeContents = true;

  constructor(private readonly text: string) {}

  /** `isAbove`: no words were read yet. */
  addHeading(line: PeopleLine, isAbove: boolean): void {
    const stamp = line.lead ?? line.name?.stamp ?? line.tail;
    const from = line.lead ? line.bodyFrom : line.from;
    const to = stamp !== null && line.lead === null ? stamp.from : line.to;
    const title = this.titleOf(from, to);
    if (title === '') return;
    if (line.heading === 1 && stamp === null && isAbove) {
      if (!/^https?:|tactiq\.io/.test(title)) this.pageTitle ??= title;
    } else if (stamp?.start != null) this.headings.push({ start: stamp.start as Milliseconds, title });
    else {
      if (this.open !== null) this.withoutTime++;
      this.open = title;
    }
  }

  /** An entry of a list of contents. */
  addEntry(line: PeopleLine): void {
    const start = line.lead?.start ?? null;
    const title = this.titleOf(line.bodyFrom, line.to);
    if (start !== null && title !== '') this.addContents(start, title);
  }

  /** The line is the title of a chapter from the list of contents, standing once more above the chapter's words. */
  isTitle({ from, to }: PeopleLine): boolean {
    if (this.titles.size === 0 || to - from > LONGEST_TITLE) return false;
    return this.titles.has(this.titleOf(from, to));
  }

  /** Words begin at a time: so does the chapter whose heading stands above them. */
  begin(start: number | null): void {
    if (start === null || this.open === null) return;
    this.headings.push({ start: start as Milliseconds, title: this.open });
    this.open = null;
  }

  /**
   * Times that began before and now begin again, with a few words each so far: what was read is a list of contents, and is
   * taken out of `cues`. True when it was.
   */
  takeContents(cues: SourceCue[], restart: number): boolean {
    if (cues.length > LONGEST_CONTENTS) this.mayBeContents = false;
    if (!this.mayBeContents || !areContents(cues, restart)) return false;
    for (const { start, text } of cues) {
      if (start !== null)
        this.addContents(start, tidyTitle(text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))));
    }
    cues.length = 0;
    this.mayBeContents = false;
    return true;
  }

  private addContents(start: number, title: string): void {
    this.contents.push({ start: start as Milliseconds, title });
    this.titles.add(title);
  }

  /** One heading alone is the page's, not a chapter's. */
  list(problems: Problems): readonly Chapter[] {
    const chapters = this.contents.length > 1 ? this.contents : this.headings;
    const lost = this.withoutTime + (this.open === null ? 0 : 1);
    if (chapters.length <= 1 && lost > 1)
      problems.add('headings-left-out', null, `${lost} headings stand at no time and were left out.`);
    return chapters.length > 1 ? chapters : [];
  }

  private titleOf(from: number, to: number): string {
    return tidyTitle(plainFromMarkdown(this.text.slice(from, to)));
  }
}

/** Entries of a list of contents; a longer one is none. */
const LONGEST_CONTENTS = 200;

/** Words a second. Speech is faster, a list of contents far slower. */
const CONTENTS_PACE = 0.3;

function areContents(cues: readonly SourceCue[], restart: number): boolean {
  const first = cues[0]?.start ?? null;
  const last = cues.at(-1)?.start ?? null;
  const second = cues[1]?.start ?? null;
  if (first === null || last === null || second === null || restart > second || last <= first) return false;
  let words = 0;
  for (const { text } of cues) words += text.split(' ').length;
  return words / ((last - first) / 1000) < CONTENTS_PACE;
}
