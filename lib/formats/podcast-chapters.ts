/** Podcasting 2.0 chapters JSON: `chapters` with `startTime` and `title`. No words. */
import type { Chapter } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import { tidyTitle } from './clean-text';
import { type Fields, field, records, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { Problems } from './problems';
import { secondsOrClock } from './recogniser';
import type { Guess, Parsed } from './shape';

export const podcastChapters = jsonShape({ id: 'podcast-chapters', name: 'Podcast chapters (JSON)', guess, read });

function chaptersOf(value: unknown): readonly Fields[] | null {
  const chapters = records(field(value, 'chapters'));
  const [first] = chapters;
  return first !== undefined && 'startTime' in first ? chapters : null;
}

function guess(value: unknown): Guess | null {
  const chapters = chaptersOf(value);
  return chapters === null ? null : { confidence: 0.98, evidence: `${chapters.length} chapters, no words` };
}

function read(value: unknown): Parsed | null {
  const list = chaptersOf(value);
  if (list === null) return null;
  const problems = new Problems();
  const chapters: Chapter[] = [];
  for (const chapter of list) {
    // Chapters that only change the picture are not meant for lists.
    if (chapter.toc === false) continue;
    const start = secondsOrClock(chapter.startTime);
    const title = tidyTitle(stringOf(chapter.title) ?? '');
    if (start !== null && title !== '') chapters.push({ start: milliseconds(start), title });
    else problems.add('chapter-incomplete', null, 'A chapter without time or title was left out.');
  }
  problems.add('no-words', null, 'These are chapters; there are no words of the talk in this file.');
  return { language: null, timing: 'none', cues: [], chapters, problems: problems.list() };
}
