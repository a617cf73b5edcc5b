/** What a located page says as a whole: whether it is about this episode, and the chapters it gives. */
import type { Chapter } from '../transcript/types';
import { LOCATED_KINDS, type NoteItem } from './items';
import type { Located } from './locate-items';

/** Items a page must have to be judged, and the share of them that must be found. */
const FEWEST = 5;
const SHARE = 0.2;

/** True when hardly anything of a page is said in the episode: it is probably about another one. Chapters do not count. */
export function isForeignPage(located: readonly Located[]): boolean {
  const sought = located.filter(({ item }) => LOCATED_KINDS.has(item.kind) && item.kind !== 'chapter');
  if (sought.length < FEWEST) return false;
  return sought.filter(({ state }) => state !== 'not-found').length < sought.length * SHARE;
}

/** Chapters with times, by time; empty when there are fewer than two. For videos that have none of their own. */
export function chaptersOfPage(items: readonly NoteItem[]): Chapter[] {
  const chapters = items.flatMap(({ kind, text, stated }) =>
    kind === 'chapter' && stated !== undefined ? [{ start: stated, title: text }] : [],
  );
  return chapters.length < 2 ? [] : chapters.sort((a, b) => a.start - b.start);
}

/** A summary that a machine wrote, as items: each sentence is looked for like any other note. */
export function summaryItems(text: string, language = 'en'): NoteItem[] {
  return Array.from(sentenceSegmenter(language).segment(text.replace(/^[\s*•-]+/gm, '')), ({ segment }) =>
    segment.trim(),
  )
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => ({ kind: 'summary', text: sentence, line: null }));
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // A tag that is not well-formed comes from outside; English rules are right for most scripts.
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}
