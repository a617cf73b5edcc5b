/** Lights what is being said: the words as far as they are known, and the bar at their row. */
import type { Settings } from '@/lib/protocol/settings';
import { litWords } from '@/lib/sidebar/lamp';
import type { ReadingDocument } from './document';
import type { Highlighter } from './highlighter';
import type { Row } from './rows';

export interface Lamp {
  readonly word: number | null;
  readonly lamp: Settings['lamp'];
  /** An advert plays: the lamp rests as an underline. */
  readonly isResting: boolean;
}

export class LampPainter {
  #on: Row | null = null;

  constructor(private readonly highlighter: Highlighter) {}

  /** The row that carries the bar. */
  get row(): Row | null {
    return this.#on;
  }

  paint(document: ReadingDocument | null, { word, lamp, isResting }: Lamp): void {
    const lit = document && word !== null ? litWords(document.transcript, word, lamp) : null;
    const kind = lit && isResting ? 'rest' : lit?.kind;
    const ranges = document && lit && this.highlighter.isSupported ? document.rangesOf(lit) : [];
    for (const each of ['now', 'nowish', 'rest'] as const) this.highlighter.paint(each, each === kind ? ranges : []);
    this.#mark(document && word !== null ? document.rowOfWord(word) : null);
  }

  #mark(row: Row | null): void {
    if (row?.element === this.#on?.element) return;
    setOn(this.#on, false);
    setOn(row, true);
    this.#on = row;
  }
}

function setOn(row: Row | null, isOn: boolean): void {
  row?.element.classList.toggle('on', isOn);
  row?.who?.classList.toggle('on', isOn);
  if (isOn) row?.element.setAttribute('aria-current', 'true');
  else row?.element.removeAttribute('aria-current');
}
