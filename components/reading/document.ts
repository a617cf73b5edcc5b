/**
 * The transcript as a document: chunks of rows, filled in slices from where the reader is, so that no task is long. Beyond
 * about three hours of speech chunks out of sight are not laid out. Knows where each word stands on screen; knows nothing
 * of players, follow or find.
 */
import { type Block, blockOfWord, buildBlocks } from '@/lib/sidebar/blocks';
import type { Stretch } from '@/lib/sidebar/stretch';
import type { Transcript } from '@/lib/transcript/types';
import { isRightToLeft } from '../shared/direction';
import { bottomOf, CHUNK, type Chunk, chunkOfBlock, emptyChunks, measureOf } from './chunks';
import { LINE_SLACK, lowest, rangeIn, rectsOf } from './geometry';
import { buildRow, type Row, withTimes } from './rows';
import type { Selected } from './selection';
import type { Setting } from './setting';

/** Words `first` up to `end`. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

/** Blocks that make a transcript long enough to leave chunks out of sight unlaid. */
const LONG = 1500;
/** Chunks for each slice: laying out fifty rows takes 10 to 25 ms on a slow machine. */
const SLICE = 2;
const SLICE_UNLAID = 12;
/** Rows that are made ahead of being looked at: some twenty hours. Beyond, only what comes near the body is made. */
const MOST_AHEAD = 8000;
/** Pixels around the body that always hold words. */
const NEAR = 800;

export class ReadingDocument {
  readonly element: HTMLElement;
  setting: Setting;
  blocks: readonly Block[];
  #chunks: readonly Chunk[] = [];
  #frame = 0;

  /** `near`: the word to begin with. `onGrown` is called after each later slice. */
  constructor(
    private readonly scroller: HTMLElement,
    setting: Setting,
    near: number,
    private readonly onGrown: () => void,
  ) {
    this.setting = setting;
    this.blocks = buildBlocks(setting.transcript, setting.view, setting.chapters);
    this.element = scroller.ownerDocument.createElement('div');
    this.element.className = `doc ${setting.view}`;
    this.element.lang = setting.transcript.language === 'und' ? '' : setting.transcript.language;
    this.element.dir = isRightToLeft(setting.transcript.language) ? 'rtl' : 'ltr';
    this.#chunks = this.#emptyChunks(0, this.blocks.length);
    this.element.append(...this.#chunks.map((chunk) => chunk.element));
    const chunk = chunkOfBlock(this.#chunks, Math.max(0, blockOfWord(this.blocks, near)));
    for (const each of [chunk, chunk + 1]) this.#fill(this.#chunks[each]);
    scroller.replaceChildren(this.element);
    this.#fillOn(chunk);
  }

  get transcript(): Transcript {
    return this.setting.transcript;
  }

  /** True beyond about three hours: then the layout itself moves the body when chunks come in sight. */
  get isLong(): boolean {
    return this.blocks.length > LONG;
  }

  /** The row of a word, filling its chunk if need be. */
  rowOfWord(word: number): Row | null {
    const index = blockOfWord(this.blocks, word);
    return index < 0 ? null : this.rowAt(index);
  }

  rowAt(index: number): Row | null {
    const chunk = this.#chunks[chunkOfBlock(this.#chunks, index)];
    if (!chunk) return null;
    if (chunk.rows.length === 0) this.#fillInPlace(chunk);
    return chunk.rows[index - chunk.first] ?? null;
  }

  /** All rows that exist by now, in reading order. */
  *rows(): Generator<Row> {
    for (const chunk of this.#chunks) yield* chunk.rows;
  }

  /** The row an element of the document stands in. */
  rowOfElement(element: Element): Row | null {
    const paragraph = element.closest('.row');
    const chunk = this.#chunks.find((each) => each.element.contains(paragraph));
    return chunk?.rows.find((row) => row.element === paragraph) ?? null;
  }

  /** Rows that a selection touches. */
  *rowsBetween({ startNode, startOffset, endNode, endOffset }: Selected): Generator<Row> {
    const range = this.element.ownerDocument.createRange();
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    for (const row of this.rows()) if (range.intersectsNode(row.node)) yield row;
  }

  /** Ranges that cover some words, one for each row they touch; only rows that exist are painted. */
  rangesOf({ first, end, skip, keep }: Stretch): StaticRange[] {
    const ranges: StaticRange[] = [];
    for (let index = blockOfWord(this.blocks, first); index < this.blocks.length; index += 1) {
      const block = this.blocks[index];
      if (!block || block.firstWord >= end) break;
      const chunk = this.#chunks[chunkOfBlock(this.#chunks, index)];
      const row = chunk?.rows[index - chunk.first];
      if (!row) continue;
      const from = Math.max(first, block.firstWord);
      const to = Math.min(end, block.endWord);
      ranges.push(rangeIn(row, from, to, { skip: from === first ? skip : 0, ...(to === end ? { keep } : {}) }));
    }
    return ranges;
  }

  /** The line box a word begins in, in pixels of the window; null when the document has no such word. */
  lineOf(word: number): DOMRect | null {
    const row = this.rowOfWord(word);
    return row && (rectsOf(row, word)[0] ?? row.element.getBoundingClientRect());
  }

  /** Words of the rows that are in sight, and `margin` pixels around it. Null when nothing is laid out. */
  wordsInSight(margin = 0): WordRange | null {
    const box = this.scroller.getBoundingClientRect();
    if (box.height === 0) return null;
    const first = this.#firstBelow(box.top - margin);
    if (first === null) return null;
    const last = this.#firstBelow(box.bottom + margin);
    const all = this.transcript.words.offset.length;
    return {
      first: this.blocks[first]?.firstWord ?? 0,
      end: last === null ? all : (this.blocks[last]?.endWord ?? all),
    };
  }

  /** The first word whose line is not cut by the top of the body: the reader's place. */
  topWord(): number | null {
    const top = this.scroller.getBoundingClientRect().top;
    const index = this.#firstBelow(top + LINE_SLACK);
    const row = index === null ? null : this.rowAt(index);
    if (!row) return null;
    const { firstWord, endWord } = row.block;
    const isBelow = (step: number) => (rectsOf(row, firstWord + step)[0]?.top ?? 0) >= top - LINE_SLACK;
    return Math.min(endWord - 1, firstWord + lowest(endWord - firstWord, isBelow));
  }

  /**
   * Takes another transcript with the same words. The rows that hold `keep` stay as they are, but for their times; what is
   * out of sight is set anew.
   */
  reset(setting: Setting, keep: WordRange): void {
    const first = chunkOfBlock(this.#chunks, Math.max(0, blockOfWord(this.blocks, keep.first)));
    const last = chunkOfBlock(this.#chunks, Math.max(0, blockOfWord(this.blocks, Math.max(keep.first, keep.end - 1))));
    const kept = this.#chunks.slice(first, last + 1).filter((chunk) => chunk.rows.length > 0);
    const from = kept[0]?.rows[0]?.block.firstWord ?? 0;
    const to = kept.at(-1)?.rows.at(-1)?.block.endWord ?? 0;
    const blocks = buildBlocks(setting.transcript, setting.view, setting.chapters, [from, to]);
    this.setting = setting;
    const before = blocks.filter((block) => block.endWord <= from);
    const after = blocks.filter((block) => block.firstWord >= to);
    const rows = kept.flatMap((chunk) => chunk.rows).map((row) => withTimes(row, setting.transcript));
    this.blocks = [...before, ...rows.map((row) => row.block), ...after];
    this.#rechunk(kept, rows, before.length);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
  }

  /** Keeps the elements of `kept` where they are on screen and lays empty chunks around them. */
  #rechunk(kept: readonly Chunk[], rows: readonly Row[], first: number): void {
    const anchor = kept[0]?.element;
    const top = anchor?.getBoundingClientRect().top ?? 0;
    for (const chunk of this.#chunks) if (!kept.includes(chunk)) chunk.element.remove();
    let next = first;
    const still = kept.map((chunk) => {
      const own = rows.slice(next - first, next - first + chunk.rows.length);
      next += own.length;
      return { element: chunk.element, first: next - own.length, count: own.length, rows: own };
    });
    const before = this.#emptyChunks(0, first);
    const after = this.#emptyChunks(next, this.blocks.length);
    this.element.prepend(...before.map((chunk) => chunk.element));
    this.element.append(...after.map((chunk) => chunk.element));
    this.#chunks = [...before, ...still, ...after];
    if (anchor) this.scroller.scrollTop += anchor.getBoundingClientRect().top - top;
    this.#fillOn(before.length);
  }

  #emptyChunks(from: number, to: number): Chunk[] {
    const measure = measureOf(this.scroller, this.setting.view === 'lines');
    return emptyChunks(this.blocks, from, to, this.scroller, measure);
  }

  /** Fills the rest, slice by slice: what follows the reader's place first, then what stands before it. */
  #fillOn(from: number): void {
    cancelAnimationFrame(this.#frame);
    const order = [...this.#chunks.slice(from), ...this.#chunks.slice(0, from).reverse()];
    let made = 0;
    const step = () => {
      const empty = made < MOST_AHEAD ? order.filter((chunk) => chunk.rows.length === 0) : [];
      made += CHUNK * (this.isLong ? SLICE_UNLAID : SLICE);
      for (const chunk of empty.slice(0, this.isLong ? SLICE_UNLAID : SLICE)) this.#fillInPlace(chunk);
      this.#frame = empty.length > 0 ? requestAnimationFrame(step) : 0;
      if (empty.length > 0) this.onGrown();
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Fills what has come near the body, where not everything was made ahead. */
  fillNear(): void {
    if (this.blocks.length <= MOST_AHEAD) return;
    const box = this.scroller.getBoundingClientRect();
    const first = lowest(this.#chunks.length, (each) => bottomOf(this.#chunks[each]?.element) > box.top - NEAR);
    let filled = false;
    for (const chunk of this.#chunks.slice(first)) {
      if (chunk.element.getBoundingClientRect().top > box.bottom + NEAR) break;
      if (chunk.rows.length > 0) continue;
      this.#fillInPlace(chunk);
      filled = true;
    }
    if (filled) this.onGrown();
  }

  /** Fills a chunk and, when it stands above what is in sight, scrolls by what it grew. */
  #fillInPlace(chunk: Chunk): void {
    const top = this.scroller.getBoundingClientRect().top;
    const before = chunk.element.getBoundingClientRect();
    this.#fill(chunk);
    if (before.height === 0 || before.bottom > top) return;
    const grown = chunk.element.getBoundingClientRect().height - before.height;
    if (grown !== 0) this.scroller.scrollTop += grown;
  }

  #fill(chunk: Chunk | undefined): void {
    if (!chunk || chunk.rows.length > 0) return;
    const make = this.element.ownerDocument;
    const fragment = make.createDocumentFragment();
    const blocks = this.blocks.slice(chunk.first, chunk.first + chunk.count);
    chunk.rows = blocks.map((block) => buildRow(this.transcript, block, fragment, make));
    if (this.isLong) {
      chunk.element.style.containIntrinsicSize = `auto ${chunk.element.style.height}`;
      chunk.element.classList.add('unlaid');
    }
    chunk.element.style.height = '';
    chunk.element.append(fragment);
  }

  /** Index of the first block whose row ends below `y`; null when all end above. */
  #firstBelow(y: number): number | null {
    const chunk = this.#chunks[lowest(this.#chunks.length, (each) => bottomOf(this.#chunks[each]?.element) > y)];
    if (!chunk) return null;
    if (chunk.rows.length === 0) return chunk.first;
    const row = lowest(chunk.rows.length, (each) => bottomOf(chunk.rows[each]?.element) > y);
    return Math.min(chunk.first + row, this.blocks.length - 1);
  }
}
