/** Chapters of a video, from the answer that built the page around the player (`next`). */
import type { Chapter } from '../../transcript/types';
import { isVideoId, milliseconds, type VideoId } from '../../transcript/units';
import { at, labelAt, listAt, textAt } from './json-path';

const MOST_CHAPTERS = 2_000;

/** The video a `next` answer is about; null when it does not say. */
export function videoIdOfNext(next: unknown): VideoId | null {
  const id = at(next, 'currentVideoEndpoint', 'watchEndpoint', 'videoId');
  return isVideoId(id) ? id : null;
}

/**
 * Sorted by start; empty when the page has none. From the player bar first, where only true chapters are: the engagement
 * panel also lists "key moments", which start anywhere and leave most of the video out (recorded 2026-06), so its list
 * counts only when it starts at 0.
 */
export function readChapters(next: unknown): Chapter[] {
  const fromBar = readPlayerBar(next);
  return fromBar.length > 0 ? fromBar : readPanels(next);
}

function readPlayerBar(next: unknown): Chapter[] {
  const bar = at(
    next,
    'playerOverlays',
    'playerOverlayRenderer',
    'decoratedPlayerBarRenderer',
    'decoratedPlayerBarRenderer',
    'playerBar',
    'multiMarkersPlayerBarRenderer',
  );
  const lists = listAt(bar, 'markersMap').slice(0, 20);
  // What the author wrote comes before what YouTube guessed.
  const ordered = ['DESCRIPTION_CHAPTERS', 'AUTO_CHAPTERS'].flatMap((key) =>
    lists.filter((list) => textAt(list, 'key') === key),
  );
  for (const list of ordered) {
    const chapters = listAt(list, 'value', 'chapters').map((item) =>
      chapter(labelAt(item, 'chapterRenderer', 'title'), at(item, 'chapterRenderer', 'timeRangeStartMillis')),
    );
    const sorted = tidy(chapters);
    if (sorted.length > 0) return sorted;
  }
  return [];
}

function readPanels(next: unknown): Chapter[] {
  const ids = ['engagement-panel-macro-markers-description-chapters', 'engagement-panel-macro-markers-auto-chapters'];
  const panels = listAt(next, 'engagementPanels')
    .slice(0, 50)
    .map((panel) => at(panel, 'engagementPanelSectionListRenderer'));
  for (const id of ids) {
    const panel = panels.find((item) => textAt(item, 'panelIdentifier') === id || textAt(item, 'targetId') === id);
    const chapters = listAt(panel, 'content', 'macroMarkersListRenderer', 'contents').map((item) => {
      const marker = at(item, 'macroMarkersListItemRenderer');
      const seconds = at(marker, 'onTap', 'watchEndpoint', 'startTimeSeconds') ?? 0;
      return chapter(labelAt(marker, 'title'), typeof seconds === 'number' ? seconds * 1000 : undefined);
    });
    const sorted = tidy(chapters);
    if (sorted.length > 1 && sorted[0]?.start === 0) return sorted;
  }
  return [];
}

function chapter(title: string, start: unknown): Chapter | null {
  if (title === '' || typeof start !== 'number' || !Number.isFinite(start) || start < 0) return null;
  return { title, start: milliseconds(start) };
}

function tidy(chapters: readonly (Chapter | null)[]): Chapter[] {
  return chapters
    .slice(0, MOST_CHAPTERS)
    .filter((item) => item !== null)
    .sort((a, b) => a.start - b.start);
}
