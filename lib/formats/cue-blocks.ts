/**
 * SubRip and WebVTT are one shape to the eye: an optional number or name, a line `start --> end`, lines of words, a blank line.
 * This walks a text once and cuts it into such blocks, also where the blank line, the number or a part of the times is missing.
 */

import { MAX_CUES } from './limits';
import { type LineWalker, NextOccurrence, skipSpaces, trimEnd } from './lines';
import { openNext, stepPlainRun } from './plain-run';
import { type PlainTimes, readPlainTimes } from './plain-times';
import type { Problems } from './problems';
import { digitValue } from './times';
import { readTimingLine, type TimingLine } from './timing-line';

/** The times of a block. Overwritten by the next one: copy what is to be kept. */
export interface BlockTimes extends Pick<TimingLine, 'start' | 'end' | 'isStandard' | 'isNegative'> {
  /** The words are known to be plain (`isPlain`), as they are in most blocks. */
  readonly isPlain: boolean;
}

/**
 * Gets one block after another.
 * @param times its times
 * @param line 1-based line of the times
 * @param settings what follows the times on their line
 * @param from index of the first word, lines and markup and all as written; equal to `to` when there is none
 * @param to index after the last word
 */
export type TakeBlock = (times: BlockTimes, line: number, settings: string, from: number, to: number) => void;

/** As `readTimingLine`. */
export type ReadTiming = (text: string, from: number, to: number, holdsArrow: boolean) => TimingLine | null;

export interface BlockRules {
  /**
   * WebVTT: a single line before the times is a name of the cue, whatever it says; NOTE, STYLE and REGION begin blocks that
   * are no cues. SubRip: only a number counts.
   */
  readonly isWebVtt: boolean;
  /** Reads a line of times, from its first character on. Default: `start --> end`. */
  readonly readTiming?: ReadTiming;
}

/**
 * Hands over one block after another, from where the walker stands. Words before the first cue are reported and left out.
 * Blocks are not collected, so a file of a million costs no memory here.
 */
export function readCueBlocks(walker: LineWalker, rules: BlockRules, problems: Problems, take: TakeBlock): void {
  const reader = new BlockReader(walker.text, rules, problems, take);
  while (walker.next()) {
    reader.take(walker);
    if (reader.isFull) {
      problems.add('too-many-cues', walker.number, 'Only the first million captions were read.');
      break;
    }
  }
  reader.closeLastCue();
}

class BlockReader {
  private blocks = 0;
  /** Of the open cue. */
  private readonly times = {
    start: null as number | null,
    end: null as number | null,
    isStandard: true,
    isNegative: false,
    isPlain: false,
  };
  private readonly plain: PlainTimes = { start: 0, end: 0, isStandard: false };
  private hasCue = false;
  private timingLine = 0;
  private settings = '';
  /** All lines with words since the times, blank ones between them included; -1 while there are none. */
  private bodyFrom = -1;
  private bodyTo = -1;
  /** `bodyTo` before the last line, for when that line turns out to be the next cue's number. */
  private bodyToBefore = -1;
  private lastFrom = 0;
  /** Lines of the last paragraph, and whether a blank line (or nothing at all) stands before it. */
  private paragraphLines = 0;
  private isParagraphSet = true;
  private isAfterBlank = true;
  /** Line numbers of the first paragraph set off inside the open cue, and of the last; 0 for none. */
  private firstGap = 0;
  private lastGap = 0;
  private previousNumber = -1;
  private isSkipping = false;
  private hasStrayWords = false;

  private readonly readTiming: ReadTiming;
  private readonly mayBePlain: boolean;
  private readonly arrows: NextOccurrence;

  constructor(
    private readonly text: string,
    private readonly rules: BlockRules,
    private readonly problems: Problems,
    private readonly takeBlock: TakeBlock,
  ) {
    this.readTiming = rules.readTiming ?? readTimingLine;
    this.mayBePlain = rules.readTiming === undefined;
    this.arrows = new NextOccurrence(text, '-->');
  }

  get isFull(): boolean {
    return this.blocks >= MAX_CUES;
  }

  take(walker: LineWalker): void {
    const { start, end } = walker;
    const from = skipSpaces(this.text, start, end);
    if (from === end) {
      // In WebVTT a line of spaces is words; YouTube's rolling rows lean on it.
      if (this.rules.isWebVtt && end > start) return;
      this.isAfterBlank = true;
      this.isSkipping = false;
      return;
    }
    if (this.mayBePlain && this.takePlain(from, walker)) return;
    const timing = this.readTiming(this.text, from, end, this.arrows.from(start) < end);
    if (timing !== null && this.isUsable(timing)) this.openCue(timing, timing.isNegative, timing.after, walker);
    else if (timing !== null) this.refuse(walker.number);
    else if (!this.isSkipping) this.addLine(from, end, walker.number);
  }

  private takePlain(from: number, walker: LineWalker): boolean {
    const after = readPlainTimes(this.text, from, walker.end, this.plain);
    if (after < 0) return false;
    this.openCue(this.plain, false, after, walker);
    if (walker.hasPlainEnds && after === walker.end) this.runAhead(walker);
    return true;
  }

  /** Hands over plain cues until one is not, and stands behind the times of that one. */
  private runAhead(walker: LineWalker): void {
    const { times, text } = this;
    const run = { times: this.plain, line: walker.number, at: walker.after, number: this.previousNumber };
    for (;;) {
      const { at, line } = run;
      const end = this.isFull ? -1 : stepPlainRun(text, run);
      if (end < 0) break;
      this.blocks++;
      times.isPlain = true;
      this.takeBlock(times, line, '', at, end);
      openNext(run);
      times.start = run.times.start;
      times.end = run.times.end;
      times.isStandard = run.times.isStandard;
    }
    times.isPlain = false;
    this.previousNumber = run.number;
    this.timingLine = run.line;
    walker.jump(run.at, run.line);
  }

  /** Browsers show no cue whose times they cannot read; in SubRip files the words are worth more than their times. */
  private isUsable(timing: TimingLine): boolean {
    return !this.rules.isWebVtt || timing.start !== null;
  }

  private refuse(line: number): void {
    this.closeCue();
    this.hasCue = false;
    this.isSkipping = true;
    this.problems.add('time-unreadable', line, 'The times of a caption could not be read. It was left out.');
  }

  private addLine(from: number, end: number, number: number): void {
    if (this.isAfterBlank) {
      if (this.rules.isWebVtt && this.isOtherBlock(from, end)) {
        this.isSkipping = true;
        return;
      }
      this.firstGap ||= this.lastGap;
      this.lastGap = number;
      this.paragraphLines = 0;
      this.isParagraphSet = true;
      this.isAfterBlank = false;
    }
    this.bodyToBefore = this.bodyTo;
    if (this.bodyFrom < 0) this.bodyFrom = from;
    this.bodyTo = end;
    this.lastFrom = from;
    this.paragraphLines++;
  }

  private isOtherBlock(from: number, end: number): boolean {
    const { text } = this;
    if (text.startsWith('NOTE', from)) return from + 4 === end || skipSpaces(text, from + 4, end) > from + 4;
    if (!text.startsWith('STYLE', from) && !text.startsWith('REGION', from)) return false;
    return trimEnd(text, from, end) - from === (text.charCodeAt(from) === 83 ? 5 : 6);
  }

  private openCue(
    { start, end, isStandard }: Pick<TimingLine, 'start' | 'end' | 'isStandard'>,
    isNegative: boolean,
    after: number,
    walker: LineWalker,
  ): void {
    this.closeCue();
    this.hasCue = true;
    this.times.start = start;
    this.times.end = end;
    this.times.isStandard = isStandard;
    this.times.isNegative = isNegative;
    this.timingLine = walker.number;
    this.settings = after < walker.end ? this.text.slice(after, walker.end) : '';
    this.bodyFrom = -1;
    this.bodyTo = -1;
    this.bodyToBefore = -1;
    this.paragraphLines = 0;
    this.isParagraphSet = false;
    this.isAfterBlank = false;
    this.firstGap = 0;
    this.lastGap = 0;
    this.isSkipping = false;
  }

  /** Ends the open cue at new times: the line before them may be the new cue's number or name. */
  private closeCue(): void {
    const isNamed = this.isLastLineAName();
    this.finish(isNamed ? this.bodyToBefore : this.bodyTo, isNamed && this.paragraphLines === 1 ? 0 : this.lastGap);
  }

  closeLastCue(): void {
    this.finish(this.bodyTo, this.lastGap);
    if (this.hasStrayWords)
      this.problems.add('text-outside-cue', null, 'Lines that belong to no caption were left out.');
  }

  private isLastLineAName(): boolean {
    if (this.bodyFrom < 0) return false;
    const number = readNumber(this.text, this.lastFrom, this.bodyTo);
    const standsAlone = this.isParagraphSet && this.paragraphLines === 1;
    const isAdjacent = !this.isAfterBlank;
    if (number < 0) {
      // A broken arrow right before times ends a cue and names nothing.
      const isBroken = isAdjacent && this.text.slice(this.lastFrom, this.bodyTo).includes('-->');
      return this.rules.isWebVtt && ((standsAlone && isAdjacent) || isBroken);
    }
    const isNext = this.previousNumber >= 0 && number === this.previousNumber + 1;
    const isNumber = !this.hasCue || (standsAlone && (isAdjacent || isNext)) || (isAdjacent && isNext);
    if (isNumber) this.previousNumber = number;
    return isNumber;
  }

  private finish(to: number, lastGap: number): void {
    const hasBody = this.bodyFrom >= 0 && to > this.bodyFrom;
    if (!this.hasCue) {
      this.hasStrayWords ||= hasBody;
      return;
    }
    this.blocks++;
    if (hasBody) this.takeBlock(this.times, this.timingLine, this.settings, this.bodyFrom, to);
    else this.takeBlock(this.times, this.timingLine, this.settings, 0, 0);
    const gap = this.firstGap || lastGap;
    if (gap > 0)
      this.problems.add('blank-line-in-cue', gap, 'Words after a blank line were added to the caption before them.');
  }
}

/** The whole number a line consists of, a full stop after it allowed; -1 when it is none. */
function readNumber(text: string, from: number, to: number): number {
  let at = from;
  let value = 0;
  for (; at < to; at++) {
    const digit = digitValue(text.charCodeAt(at));
    if (digit < 0) break;
    if (value < 1e9) value = value * 10 + digit;
  }
  if (at === from) return -1;
  if (text.charCodeAt(at) === 46) at++;
  return skipSpaces(text, at, to) === to ? value : -1;
}
