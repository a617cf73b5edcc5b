/** Where words stand in the body, as far as a reader can see. */
import { hasSameWordsAt } from '@/lib/sidebar/same-words';
import type { SidebarState } from '@/lib/sidebar/state';
import type { ReadingDocument } from './document';
import type { Setting } from './setting';

/** Pixels of the body's edge that fade or lie under the pill. */
const EDGE = 56;
/** Pixels of a line that must show for it to be in sight. */
const LINE = 12;

export function sightOf(document: ReadingDocument | null, scroller: Element, word: number): SidebarState['now'] {
  const sight = document?.wordsInSight();
  if (!document || !sight) return 'nowhere';
  if (word < sight.first) return 'above';
  if (word >= sight.end) return 'below';
  const line = document.lineOf(word);
  const box = scroller.getBoundingClientRect();
  if (line && line.bottom < box.top + LINE) return 'above';
  return line && line.top > box.bottom - LINE ? 'below' : 'visible';
}

/** True when a word stands where the body neither fades nor lies under the pill, or nowhere at all. */
export function isReadable(document: ReadingDocument | null, scroller: Element, word: number): boolean {
  const line = document?.lineOf(word);
  const box = scroller.getBoundingClientRect();
  return !line || (line.top >= box.top + LINE && line.bottom <= box.bottom - EDGE);
}

/** True when another transcript of the same video would change words that are in sight. */
export function wouldChangeSight(document: ReadingDocument, { transcript, view }: Setting): boolean {
  const old = document.transcript;
  if (old === transcript || old.videoId !== transcript.videoId || document.setting.view !== view) return false;
  const sight = document.wordsInSight();
  return sight !== null && !hasSameWordsAt(old, transcript, sight.first, sight.end);
}

/** Scrolls the body, and only the body, until an element is comfortably in sight. */
export function scrollIntoSight(scroller: Element, element: Element): void {
  const box = scroller.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  const above = top - box.top - EDGE;
  const below = bottom - box.bottom + EDGE;
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}
