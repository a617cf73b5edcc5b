/** Takes in what is dropped on the panel or pasted into its import sheet. */
import type { Stop } from '@/lib/ports';
import type { ImportActions, KeepAnswer } from '@/lib/sidebar/imports';
import { ImportFlow } from './import-flow';
import { takeTransfer } from './take-in';

/** Milliseconds. Browsers tell of what is dragged over an element at least three times a second. */
const OVER_MS = 600;

export interface DeskEvents {
  /** Null: nothing can be imported now. */
  actions(): ImportActions | null;
  /** The sheet is open. */
  isOpen(): boolean;
  open(): void;
  onChange(): void;
  onDone(answer: Extract<KeepAnswer, { id: string }>): void;
}

export class ImportDesk {
  readonly flow: ImportFlow;
  /** Something that can be imported is being dragged over the panel. */
  isOver = false;
  #isOwnDrag = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: DeskEvents) {
    this.flow = new ImportFlow(events);
  }

  watch(frame: HTMLElement): Stop {
    const stop = new AbortController();
    const { signal } = stop;
    frame.addEventListener('dragstart', () => this.#setOwn(true), { signal });
    frame.addEventListener('dragend', () => this.#setOwn(false), { signal });
    for (const type of ['dragenter', 'dragover'] as const)
      frame.addEventListener(type, (event) => this.#onOver(event), { signal });
    frame.addEventListener('drop', (event) => this.#onDrop(event), { signal });
    frame.addEventListener('paste', (event) => this.#onPaste(event), { signal });
    return () => {
      clearTimeout(this.#leaving);
      stop.abort();
    };
  }

  #setOwn(isOwn: boolean): void {
    this.#isOwnDrag = isOwn;
  }

  /** Not what is dragged out of the panel itself, nor what is meant for a field. */
  #takes(event: DragEvent): boolean {
    if (!isByReader(event) || this.#isOwnDrag || this.events.actions() === null || isField(event)) return false;
    const types = event.dataTransfer?.types ?? [];
    return types.includes('Files') || types.includes('text/plain');
  }

  #onOver(event: DragEvent): void {
    if (!this.#takes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#setOver(true);
    // Not every way out of the panel is told, but while something is over it that is told again and again.
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#setOver(false), OVER_MS);
  }

  #onDrop(event: DragEvent): void {
    this.#setOver(false);
    if (!this.#takes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#take(event.dataTransfer);
  }

  #onPaste(event: ClipboardEvent): void {
    if (!isByReader(event) || !this.events.isOpen() || isField(event) || this.flow.state.step !== 'choose') return;
    event.preventDefault();
    event.stopPropagation();
    this.#take(event.clipboardData);
  }

  #take(data: DataTransfer | null): void {
    // The data is gone after this event: it is asked for before anything is awaited.
    takeTransfer(data).then((taken) => {
      if (taken.length === 0) return;
      this.events.open();
      this.flow.bring(taken);
    });
  }

  #setOver(isOver: boolean): void {
    if (isOver === this.isOver) return;
    this.isOver = isOver;
    this.events.onChange();
  }
}

/** Done by a person, not by a script of the page: as the browser says, or a guard that passed the event on. */
function isByReader(event: Event): boolean {
  return event.isTrusted || ('isByReader' in event && event.isByReader === true);
}

function isField(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && target.matches('input, textarea');
}
