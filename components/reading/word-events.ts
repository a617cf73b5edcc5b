/** Clicks, selections and copies on the words. */
import type { Stop } from '@/lib/ports';
import { WordState } from '@/lib/transcript/types';
import { copiedText } from './copy';
import type { ReadingDocument } from './document';
import { wordAtPoint } from './geometry';
import { selectedIn } from './selection';

export interface WordEvents {
  document(): ReadingDocument | null;
  /** True: that was all the click was for. */
  onPick(word: number): boolean;
  /** Milliseconds. */
  onSeek(time: number): void;
  /** The last click that sought turned out to be the first half of a double click. */
  onUnseek(): void;
  /** The reader went into the words by key. */
  onFocus(): void;
  /** The reader has something selected in the words. */
  onSelect(): void;
}

/** Pixels the pointer may move between press and release of a click. */
const CLICK_SLACK = 4;

export function listenToWords(scroller: HTMLElement, events: WordEvents): Stop {
  const stop = new AbortController();
  const { signal } = stop;
  let pressed: PointerEvent | null = null;
  let hasSought = false;
  scroller.addEventListener('pointerdown', (event) => (pressed = event), { signal, passive: true });
  scroller.addEventListener(
    'click',
    (event) => {
      const isDrag = pressed !== null && distance(pressed, event) > CLICK_SLACK;
      const time = isDrag && event.detail > 0 ? null : timeOfClick(scroller, events, event);
      if (event.detail < 2) hasSought = time !== null && !isOnButton(event);
      if (time !== null && event.detail < 2) events.onSeek(time);
    },
    { signal },
  );
  // The pointer leaves the focus where it is: with the focus in the words they would have to stand still.
  scroller.addEventListener('mousedown', (event) => isOnButton(event) && event.preventDefault(), { signal });
  scroller.addEventListener(
    'dblclick',
    () => {
      if (hasSought) events.onUnseek();
      hasSought = false;
    },
    { signal },
  );
  scroller.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target.matches('.time:focus-visible')) events.onFocus();
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

function isOnButton(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest('.time, .chapter') !== null;
}

function distance(one: MouseEvent, other: MouseEvent): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** What a click asks to seek to; null where it asks for nothing, as at the end of a selection. */
function timeOfClick(scroller: HTMLElement, events: WordEvents, event: MouseEvent): number | null {
  const document = events.document();
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
  if (word !== null && event.detail < 2 && events.onPick(word)) return null;
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
