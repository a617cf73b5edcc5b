/**
 * The strip at the edge of the body: the whole episode by its text, with chapters, holes, matches, what is in sight and
 * what is being said. It stands in for the scroll bar: drag the window, click to go. One canvas; everything on it has
 * another way, so it is no control for keys or screen readers.
 */
import type { Matches } from '@/lib/find/find';
import type { Stop } from '@/lib/ports';
import { joinMarks, type Mark } from '@/lib/sidebar/strip';
import { wordAtOffset } from '@/lib/transcript/lookup';
import type { ReadingDocument, WordRange } from './document';

export interface StripMarks {
  readonly document: ReadingDocument | null;
  readonly matches: Matches;
  readonly current: number;
  /** First words of notes, sorted. */
  readonly notes: readonly number[];
  /** The word being said. */
  readonly now: number | null;
}

const WIDTH = 16;
/** Pixels across a note's dot; dots that would nearly cover one another are one. */
const DOT = 6;
/** Smallest height of the window, so that it can be taken hold of. */
const WINDOW = 20;

export class Strip {
  #marks: StripMarks | null = null;
  #isDrawn = true;
  #frame = 0;
  /** Heights of the matches, kept while matches and size are the same. */
  #matchMarks: { readonly matches: Matches; readonly height: number; readonly marks: readonly Mark[] } | null = null;
  #window: Mark = { top: 0, bottom: 0 };
  readonly #stop: Stop;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly onGo: (word: number) => void,
  ) {
    this.#stop = this.#listen();
  }

  /** Asks for a drawing in the next frame. */
  draw(marks: StripMarks): void {
    this.#marks = marks;
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    this.#frame = requestAnimationFrame(() => {
      this.#isDrawn = true;
      this.#paint();
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#stop();
  }

  #paint(): void {
    const context = this.canvas.getContext('2d');
    const height = this.canvas.clientHeight;
    const marks = this.#marks;
    if (!context || !marks?.document || height === 0) return;
    const scale = globalThis.devicePixelRatio || 1;
    this.#clear(context, Math.round(WIDTH * scale), Math.round(height * scale));
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const styles = getComputedStyle(this.canvas);
    const color = (name: string) => styles.getPropertyValue(`--${name}`);
    const pen = new Pen(context, WIDTH);
    const { document, matches, current, notes, now } = marks;
    pen.bar({ top: 0, bottom: height }, 2, color('line'));
    this.#window = windowOf(document, height);
    pen.round(this.#window, 8, color('thumb'));
    for (const y of chapterHeights(document, height)) pen.bar({ top: y - 1, bottom: y + 1 }, 6, color('mute'));
    for (const hole of holeMarks(document, height)) pen.dotted(hole, color('mute'), color('bg'));
    for (const mark of this.#matchesAt(document, matches, height)) pen.bar(mark, 8, color('find-mark'));
    for (const y of dotHeights(document, notes, height)) pen.dot(y, color('note'));
    const here = matches.firstWord[current];
    if (here !== undefined) {
      const y = heightOf(document, here, height);
      pen.bar({ top: y - 2, bottom: y + 2 }, 16, color('here'));
    }
    if (now !== null) {
      const y = heightOf(document, now, height);
      pen.bar({ top: y - 1.5, bottom: y + 1.5 }, 16, color('lamp-edge'));
    }
  }

  /** A canvas that is given a size is made anew, even when it is the same size. */
  #clear(context: CanvasRenderingContext2D, width: number, height: number): void {
    const { canvas } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }

  #matchesAt(document: ReadingDocument, matches: Matches, height: number): readonly Mark[] {
    const kept = this.#matchMarks;
    if (kept && kept.matches === matches && kept.height === height) return kept.marks;
    const heights = Float64Array.from(matches.firstWord, (word) => heightOf(document, word, height) - 1);
    const marks = joinMarks(heights, 2);
    this.#matchMarks = { matches, height, marks };
    return marks;
  }

  #listen(): Stop {
    const stop = new AbortController();
    const { signal } = stop;
    /** Pixels between the pointer and the window's middle while it is dragged. */
    let grip: number | null = null;
    this.canvas.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        this.canvas.setPointerCapture(event.pointerId);
        const middle = (this.#window.top + this.#window.bottom) / 2;
        const isOnWindow = event.offsetY >= this.#window.top - 2 && event.offsetY <= this.#window.bottom + 2;
        grip = isOnWindow ? event.offsetY - middle : 0;
        if (!isOnWindow) this.#go(event.offsetY);
      },
      { signal },
    );
    this.canvas.addEventListener(
      'pointermove',
      (event) => {
        if (grip !== null) this.#go(event.offsetY - grip);
      },
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel'] as const)
      this.canvas.addEventListener(
        type,
        () => {
          grip = null;
        },
        { signal },
      );
    return () => stop.abort();
  }

  #go(y: number): void {
    const { transcript } = this.#marks?.document ?? {};
    const height = this.canvas.clientHeight;
    if (!transcript || height === 0) return;
    const share = Math.max(0, Math.min(1, y / height));
    this.onGo(wordAtOffset(transcript, Math.round(share * transcript.text.length)));
  }
}

/** Draws marks in the middle of the strip. */
class Pen {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly width: number,
  ) {}

  bar({ top, bottom }: Mark, width: number, color: string): void {
    this.context.fillStyle = color;
    this.context.fillRect((this.width - width) / 2, Math.round(top), width, Math.max(1, Math.round(bottom - top)));
  }

  round({ top, bottom }: Mark, width: number, color: string): void {
    this.context.fillStyle = color;
    this.context.beginPath();
    this.context.roundRect((this.width - width) / 2, top, width, bottom - top, width / 2);
    this.context.fill();
  }

  dot(middle: number, color: string): void {
    this.context.fillStyle = color;
    this.context.beginPath();
    this.context.arc(this.width / 2, middle, DOT / 2, 0, 2 * Math.PI);
    this.context.fill();
  }

  dotted({ top, bottom }: Mark, color: string, ground: string): void {
    this.bar({ top, bottom }, 2, ground);
    for (let y = top; y < bottom; y += 4) this.bar({ top: y, bottom: y + 2 }, 2, color);
  }
}

function heightOf({ transcript }: ReadingDocument, word: number, height: number): number {
  return ((transcript.words.offset[word] ?? transcript.text.length) / Math.max(1, transcript.text.length)) * height;
}

function windowOf(document: ReadingDocument, height: number): Mark {
  const sight: WordRange = document.wordsInSight() ?? { first: 0, end: 0 };
  const top = heightOf(document, sight.first, height);
  const bottom = heightOf(document, sight.end, height);
  const missing = Math.max(0, WINDOW - (bottom - top)) / 2;
  const from = Math.max(0, Math.min(top - missing, height - WINDOW));
  return { top: from, bottom: Math.min(height, Math.max(bottom + missing, from + WINDOW)) };
}

function dotHeights(document: ReadingDocument, words: readonly number[], height: number): number[] {
  const within = (y: number) => Math.max(DOT / 2, Math.min(height - DOT / 2, y));
  const tops = words.map((word) => within(heightOf(document, word, height)) - DOT / 2);
  return joinMarks(tops, 0).map(({ top, bottom }) => (top + bottom) / 2 + DOT / 2);
}

function chapterHeights(document: ReadingDocument, height: number): number[] {
  const heights: number[] = [];
  for (const block of document.blocks) if (block.chapters) heights.push(heightOf(document, block.firstWord, height));
  return heights;
}

function holeMarks(document: ReadingDocument, height: number): Mark[] {
  return (document.transcript.alignment?.holes ?? [])
    .filter((hole) => hole.kind === 'text' || hole.shown)
    .map((hole) => ({
      top: heightOf(document, hole.firstWord, height),
      bottom: heightOf(document, hole.firstWord + hole.words, height) + 3,
    }));
}
