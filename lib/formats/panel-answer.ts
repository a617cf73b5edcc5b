/**
 * What YouTube's transcript panel is filled with: answers of `/youtubei/v1/get_panel` (whole seconds, no ends) and of the older
 * `get_transcript` (milliseconds). Both are deep and change often, so the reader walks them and knows only the leaves.
 */

import type { SourceCue } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import { tidyLine, tidyText } from './clean-text';
import { isRecord, parseJson } from './json';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { isTime, readClock, timeFromMilliseconds, timeFromSeconds } from './times';
import { notTimedText } from './youtube-events';

type Node = Readonly<Record<string, unknown>>;

/** Reads a parsed answer. Without cues when it holds no transcript, as an answer for a video without one does. */
export function readPanelAnswer(value: unknown): Parsed {
  if (!isRecord(value) && !Array.isArray(value)) return notTimedText('an answer of YouTube’s transcript panel');
  const walk = new PanelWalk();
  walk.run(value);
  return walk.result();
}

class PanelWalk {
  private readonly cues: SourceCue[] = [];
  private readonly chapters: Chapter[] = [];
  private readonly problems = new Problems();
  /** Start of the panel item being read, until its first words have taken it. */
  private itemStart: number | null = null;
  /** Title of a chapter whose start is that of the words after it. */
  private waitingTitle: string | null = null;
  private latest = 0;
  private isBackwards = false;

  /** In the order of the document, with a stack of its own: answers may be nested as deep as they like. */
  run(root: unknown): void {
    const stack: unknown[] = [root];
    while (stack.length > 0 && this.cues.length < MAX_CUES) {
      const value = stack.pop();
      if (Array.isArray(value)) for (let at = value.length - 1; at >= 0; at--) stack.push(value[at]);
      else if (isRecord(value)) {
        this.visit(value);
        const inner = Object.values(value);
        for (let at = inner.length - 1; at >= 0; at--) if (typeof inner[at] === 'object') stack.push(inner[at]);
      }
    }
    if (stack.length > 0) this.problems.add('too-many-cues', null, 'Only the first million lines were read.');
  }

  result(): Parsed {
    const { cues, problems, chapters } = this;
    if (cues.length === 0) problems.add('no-cues', null, 'There are no words in it.');
    if (this.isBackwards) {
      problems.add('time-backwards', null, 'Some lines were not in the order of their times. They were put in order.');
      cues.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    }
    chapters.sort((a, b) => a.start - b.start);
    const timing = cues.length === 0 ? 'none' : cues.some((cue) => cue.end !== null) ? 'cue' : 'second';
    return { language: null, timing, cues, problems: problems.list(), ...(chapters.length > 0 ? { chapters } : {}) };
  }

  private visit(node: Node): void {
    const item = node.macroMarkersPanelItemViewModel;
    if (isRecord(item)) this.itemStart = tapStart(item.onTap);
    const chapter = node.timelineChapterViewModel ?? node.transcriptSectionHeaderRenderer;
    if (isRecord(chapter)) this.addChapter(chapter);
    const line = node.transcriptSegmentViewModel ?? node.transcriptSegmentRenderer;
    if (isRecord(line)) this.addLine(line);
  }

  private addChapter(node: Node): void {
    const title = tidyLine(plainText(node.title) || plainText(node.snippet));
    if (title === '') return;
    const start = timeFromMilliseconds(node.startMs) ?? clockTime(node.timestamp) ?? this.itemStart;
    if (start !== null) this.chapters.push({ start: milliseconds(start), title });
    else this.waitingTitle = title;
  }

  private addLine(node: Node): void {
    const text = tidyText(plainText(node.simpleText) || plainText(node.snippet) || plainText(node.text));
    const start =
      timeFromMilliseconds(node.startMs) ??
      this.itemStart ??
      clockTime(node.timestamp) ??
      clockTime(node.startTimeText);
    this.itemStart = null;
    if (text === '') return;
    if (start === null) {
      this.problems.add('cue-without-time', null, `A line without a time was left out: “${text.slice(0, 40)}”.`);
      return;
    }
    if (start < this.latest) this.isBackwards = true;
    this.latest = start;
    if (this.waitingTitle !== null) {
      this.chapters.push({ start: milliseconds(start), title: this.waitingTitle });
      this.waitingTitle = null;
    }
    const end = timeFromMilliseconds(node.endMs);
    this.cues.push({ start, end: end === null ? null : Math.max(start, end), text });
  }
}

/** Milliseconds of `innertubeCommand.watchEndpoint.startTimeSeconds`; null where a tap does not seek. */
function tapStart(tap: unknown): number | null {
  const command = isRecord(tap) ? (tap.innertubeCommand ?? tap) : null;
  const endpoint = isRecord(command) ? command.watchEndpoint : null;
  return isRecord(endpoint) ? timeFromSeconds(endpoint.startTimeSeconds) : null;
}

/** A printed clock, `8:43`, in milliseconds. */
function clockTime(value: unknown): number | null {
  const text = plainText(value).trim();
  const clock = readClock(text, 0);
  return clock !== null && clock.end === text.length && isTime(clock.time) ? clock.time : null;
}

/** YouTube's ways to say a text: a string, `simpleText`, `runs[].text`, or `content`. Empty when it is none. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return '';
  if (typeof value.simpleText === 'string') return value.simpleText;
  if (typeof value.content === 'string') return value.content;
  if (!Array.isArray(value.runs)) return '';
  return value.runs.map((run) => (isRecord(run) && typeof run.text === 'string' ? run.text : '')).join('');
}

/** The leaves lie behind long heads of tracking data. */
const HEAD = 200_000;

function guess(text: string): Guess | null {
  const head = text.slice(0, HEAD);
  const first = head.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return null;
  if (head.includes('"transcriptSegmentViewModel"') || head.includes('"transcriptSegmentRenderer"'))
    return { confidence: 0.98, evidence: 'the lines of YouTube’s transcript panel, as its server sends them' };
  return null;
}

function parse(text: string): Parsed {
  return isTooLarge(text) ? refusedAsTooLarge() : readPanelAnswer(parseJson(text));
}

export const panelAnswer: Shape = { id: 'panel-answer', name: 'YouTube transcript panel (data)', guess, parse };
