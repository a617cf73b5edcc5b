/**
 * YouTube's transcript panel as people copy it: a time on its own line, the words below. Between them may stand the time in
 * words for screen readers ("1 minute, 2 seconds") and chapter titles; around them the rest of the page.
 */
import type { SourceCue } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { tidyLine, tidyText, tidyTitle } from './clean-text';
import { isTooLarge, refused, refusedAsTooLarge } from './limits';
import { nameInLine } from './name-lines';
import { type PanelBlock, readPanelBlocks } from './panel-blocks';
import { isInterfaceText } from './panel-interface';
import { type PanelLayout, panelLayout } from './panel-layout';
import { type PeopleProfile, profileOfSample } from './people-profile';
import { namedStamps, sureness } from './people-shapes';
import type { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { isRole } from './speaker-names';

export const youtubePanelText: Shape = {
  id: 'youtube-panel-text',
  name: 'Copy of YouTube’s transcript panel',
  guess: (text) => guess(profileOfSample(text)),
  parse,
};

function guess(profile: PeopleProfile): Guess | null {
  const { bareTimes, lines } = profile;
  if (bareTimes === 0 || bareTimes * 12 < lines) return null;
  // A time above each `Name: words` belongs to turns, and a few times between many lines to something else.
  const named = profile.labels * 2 >= bareTimes ? profile.labels * 2 : 0;
  const rivals = profile.timedText / 2 + namedStamps(profile) + profile.setTimes + named;
  return { confidence: sureness(bareTimes, rivals, profile), evidence: `${bareTimes} times on lines of their own` };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const read = readPanelBlocks(text);
  if (read.blocks.length === 0)
    return refused('no-words', 'There are no times on lines of their own with words below.');
  return new PanelReader(withoutNumbers(read.blocks), read.before, read.problems).run();
}

/** Numbers of captions that stand above their times: the last line of the block before. */
function withoutNumbers(blocks: readonly PanelBlock[]): readonly PanelBlock[] {
  const numbers = blocks.map(({ lines }) => (lines.length > 1 ? Number(lines.at(-1)) : Number.NaN));
  let following = 0;
  for (let index = 1; index < numbers.length; index++)
    if ((numbers[index] ?? 0) === (numbers[index - 1] ?? 0) + 1) following++;
  // The last block has no number below it.
  if (blocks.length < 4 || following < blocks.length - 2) return blocks;
  return blocks.map((block, index) =>
    Number.isNaN(numbers[index]) ? block : { ...block, lines: block.lines.slice(0, -1) },
  );
}

class PanelReader {
  private readonly cues: SourceCue[] = [];
  private readonly chapters: Chapter[] = [];
  private readonly layout: PanelLayout;

  constructor(
    private readonly blocks: readonly PanelBlock[],
    private readonly before: readonly string[],
    private readonly problems: Problems,
  ) {
    this.layout = panelLayout(blocks);
  }

  run(): Parsed {
    const { layout } = this;
    let title = layout.titles && this.hasTitles() ? this.firstTitle() : null;
    let speaker = layout.names === 'before' ? (this.before.at(-1) ?? null) : numberedRole(this.before.at(-1));
    for (const [index, block] of this.blocks.entries()) {
      if (title !== null) this.addChapter(block.start, title);
      title = null;
      let lines = layout.spoken && block.spoken ? block.lines.slice(1) : block.lines;
      const isLast = index === this.blocks.length - 1;
      if (layout.names === 'after') {
        speaker = lines[0] ?? null;
        lines = lines.slice(1);
      }
      let next: string | null = null;
      // Players name a speaker only where another one begins.
      const role = layout.names === null && !isLast ? numberedRole(lines.at(-1)) : null;
      if (role !== null) lines = lines.slice(0, -1);
      if (isLast) lines = this.withoutPage(lines);
      else if (
        lines.length > 1 &&
        !isRemark(lines.at(-1)) &&
        (layout.titles || layout.names === 'before' || isChapterLine(lines.at(-1)))
      ) {
        next = lines.at(-1) ?? null;
        lines = lines.slice(0, -1);
      }
      this.addCue(block, lines, speaker);
      if (layout.names === 'before') speaker = next ?? speaker;
      else title = next;
      speaker = role ?? speaker;
    }
    const isTimed = this.cues.some((cue) => cue.start !== null);
    if (this.cues.length === 0) this.problems.add('no-words', null, 'There are times in this text, but no words.');
    return {
      language: null,
      timing: isTimed ? (layout.isBlocks ? 'turn' : 'second') : 'none',
      cues: this.cues,
      problems: this.problems.list(),
      ...(this.chapters.length > 0 ? { chapters: this.chapters } : {}),
    };
  }

  /** Lines between the others that are titles: where there are none, the line above the first time is none either. */
  private hasTitles(): boolean {
    const inner = this.blocks.slice(0, -1).filter(({ lines, spoken }) => {
      const own = this.layout.spoken && spoken ? lines.slice(1) : lines;
      return own.length > 1 && !isRemark(own.at(-1));
    });
    return inner.length > 0 || this.blocks.length < 3 || isChapterLine(this.before.at(-1));
  }

  /** The line above the first time, when it is a title and no button. */
  private firstTitle(): string | null {
    const line = this.before.at(-1);
    return line !== undefined && line.length <= 120 && !isInterfaceText(line) ? line : null;
  }

  private addChapter(start: number | null, line: string): void {
    const title = tidyTitle(line.replace(CHAPTER_LINE, ''));
    if (start !== null && title !== '') this.chapters.push({ start: start as Milliseconds, title });
  }

  /** The last words may have the rest of the page below them. */
  private withoutPage(lines: readonly string[]): readonly string[] {
    const end = lines.findIndex((line) => isInterfaceText(line));
    const own = end < 0 ? lines : lines.slice(0, end);
    if (this.layout.linesEach > 1) return own;
    const rest = lines.slice(1).filter((line) => !isInterfaceText(line));
    const [first] = rest;
    if (first !== undefined) {
      const count = rest.length === 1 ? 'One line' : `${rest.length} lines`;
      const verb = rest.length === 1 ? 'was' : 'were';
      this.problems.add(
        'text-left-out',
        null,
        `${count} after the last words ${verb} left out: “${first.slice(0, 40)}”.`,
      );
    }
    return own.slice(0, 1);
  }

  private addCue(block: PanelBlock, lines: readonly string[], speaker: string | null): void {
    const text = tidyText(lines.join('\n'));
    if (text === '') {
      this.problems.add('time-without-words', block.line, 'A time stands here without words. It was left out.');
      return;
    }
    const named =
      this.layout.names === null && speaker === null ? {} : { speaker: tidyLine(bareName(speaker ?? '')) || null };
    this.cues.push({ start: block.start, end: null, text, ...named });
  }
}

/** "Chapter 2: What are Assertions", as the panel is read out. */
const CHAPTER_LINE = /^(?:Chapter|Kapitel|Chapitre|Capítulo|Capitolo|Глава|チャプター|章节|챕터) ?\d{1,3} ?[:：] ?/;

function bareName(line: string): string {
  return nameInLine(line, 0, line.length);
}

/** `Speaker 2`. */
function numberedRole(line: string | undefined): string | null {
  return line !== undefined && /\d$/.test(line) && isRole(line) ? line : null;
}

/** `(Laughter)`, `[Music]`. */
function isRemark(line: string | undefined): boolean {
  return line !== undefined && /^(?:\(.{1,60}\)|\[.{1,60}\]|♪.{0,200})$/.test(line);
}

function isChapterLine(line: string | undefined): boolean {
  return line !== undefined && CHAPTER_LINE.test(line.slice(0, 40));
}
