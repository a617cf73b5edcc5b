/** Clicks, selections and copies on the words. */
import type { Stop } from '@/lib/ports';
import { WordState } from '@/lib/transcript/types';
import { copiedText } from './copy';
import type { ReadingDocument } from './document';
import { wordAtPoint } from './geometry';
import { selectedIn } from './selection';

export interface WordEvents {
  document(): ReadingDocument | null;
  /** Milliseconds. */
  onSeek(time: number): void;
  /** The reader has something selected in the words. */
  onSelect(): void;
}

/** Pixels the pointer may move between press and release of a click. */
const CLICK_SLACK = 4;

export function listenToWords(scroller: HTMLElement, events: WordEvents): Stop {
  const stop = new AbortController();
  const { signal } = stop;
  let pressed: PointerEvent | null = null;
  scroller.addEventListener('pointerdown', (event) => (pressed = event), { signal, passive: true });
  scroller.addEventListener(
    'click',
    (event) => {
      const isDrag = pressed !== null && distance(pressed, event) > CLICK_SLACK;
      const time = isDrag && event.detail > 0 ? null : timeOfClick(scroller, events.document(), event);
      if (time !== null) events.onSeek(time);
    },
    { signal },
  );
  scroller.addEventListener('copy', (event) => copy(scroller, events.document(), event), { signal });
  scroller.ownerDocument.addEventListener(
    'selectionchange',
    () => {
      if (selectedIn(scroller)) events.onSelect();
    },
    { signal },
  );
  return () => stop.abort();
}

function distance(one: MouseEvent, other: MouseEvent): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** What a click asks to seek to; null where it asks for nothing, as at the end of a selection. */
function timeOfClick(scroller: HTMLElement, document: ReadingDocument | null, event: MouseEvent): number | null {
  const target = event.composedPath()[0];
  if (!document || !(target instanceof Element)) return null;
  if (target.matches('.chapter')) return Number((target as HTMLElement).dataset.start);
  const row = document.rowOfElement(target);
  if (!row) return null;
  if (target.closest('.time')) return row.block.time;
  if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (selectedIn(scroller)) return null;
  const word = wordAtPoint(row, event.clientX, event.clientY);
  const { words, timing } = document.transcript;
  if (word === null || timing === 'none' || words.state[word] === WordState.unknown) return null;
  return words.start[word] ?? null;
}

function copy(scroller: HTMLElement, document: ReadingDocument | null, event: ClipboardEvent): void {
  const selected = selectedIn(scroller);
  if (!document || !selected || !event.clipboardData) return;
  const text = copiedText(document, selected);
  if (text === '') return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}
