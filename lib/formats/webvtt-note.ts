/** The comment at the head of a WebVTT file in which our own export says what the form has no place for. */
import type { Chapter } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import { tidyLine } from './clean-text';
import { languageTag } from './language-tag';
import type { LineWalker } from './lines';
import { isTime } from './times';
import { readStandardTime } from './webvtt-time';

export interface VttNote {
  readonly language: string | null;
  readonly chapters: readonly Chapter[];
}

/** Lines that are looked at. */
const MOST_LINES = 5000;

const LONGEST_LINE = 400;

/**
 * Reads `NOTE`, then `Language: en` and `Chapter: 00:01:02.000 Title`, where they are the next thing after blank lines. The
 * walker stays where it is. Null when there is no such comment.
 */
export function readVttNote(walker: LineWalker): VttNote | null {
  const lines = walker.fork();
  let hasLine = lines.next();
  while (hasLine && lines.isBlank) hasLine = lines.next();
  if (!hasLine || lines.end - lines.start !== 4 || !lines.text.startsWith('NOTE', lines.start)) return null;
  let language: string | null = null;
  const chapters: Chapter[] = [];
  for (let read = 0; read < MOST_LINES && lines.next() && !lines.isBlank; read++) {
    const line = lines.text.slice(lines.start, Math.min(lines.end, lines.start + LONGEST_LINE));
    if (line.startsWith('Language: ')) language = languageTag(line.slice(10));
    else if (line.startsWith('Chapter: ')) {
      const chapter = readChapter(line);
      if (chapter !== null) chapters.push(chapter);
    }
  }
  return language === null && chapters.length === 0 ? null : { language, chapters };
}

function readChapter(line: string): Chapter | null {
  const read = readStandardTime(line, 9, line.length);
  if (read === null || !isTime(read.time)) return null;
  const title = tidyLine(line.slice(read.end));
  return title === '' ? null : { start: milliseconds(read.time), title };
}
