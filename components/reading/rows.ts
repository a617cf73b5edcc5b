/** The document of the reading view, built as plain DOM: one element and one text node for each block of words. */
import { type Block, timeOfBlock } from '@/lib/sidebar/blocks';
import { formatClock } from '@/lib/transcript/format-time';
import type { Speaker, Transcript } from '@/lib/transcript/types';
import { holeWords, timeLabel } from '../shared/words';

/** A block on screen. `offset` are the word offsets its text was cut by, so it stays true when times are swapped. */
export interface Row {
  readonly block: Block;
  readonly element: HTMLElement;
  readonly node: Text;
  readonly offset: Uint32Array;
  readonly length: Uint32Array;
  /** Speaker row above it, part of the same visual unit. */
  readonly who: HTMLElement | null;
  readonly button: HTMLButtonElement | null;
}

const HUES = 6;

export function buildRow(transcript: Transcript, block: Block, parent: Node, make: Document): Row {
  for (const chapter of block.chapters ?? []) {
    const heading = element(make, 'h3', 'chapter', chapter.title);
    heading.dataset.time = formatClock(chapter.start);
    heading.dataset.start = String(chapter.start);
    parent.appendChild(heading);
  }
  if (block.hole) parent.appendChild(element(make, 'p', 'hole', holeWords(block.hole)));
  const speaker = block.voice === undefined || block.voice === null ? null : transcript.speakers[block.voice];
  const who = speaker && block.voice !== undefined ? buildWho(make, speaker, block.voice ?? 0, block) : null;
  if (who) parent.appendChild(who);
  const row = element(make, 'p', rowClass(block, who !== null));
  const button = block.time === null ? null : buildTime(make, block);
  if (button) row.append(button);
  const node = make.createTextNode(transcript.text.slice(block.from, block.to));
  row.append(node);
  parent.appendChild(row);
  return { block, element: row, node, offset: transcript.words.offset, length: transcript.words.length, who, button };
}

/** Swaps the times a row shows, leaving its words alone. */
export function withTimes(row: Row, transcript: Transcript): Row {
  const block = { ...row.block, ...timeOfBlock(transcript, row.block.firstWord) };
  if (row.button && block.time !== null) labelTime(row.button, block);
  return { ...row, block };
}

function rowClass(block: Block, hasWho: boolean): string {
  const marks = [
    'row',
    hasWho ? 'said' : '',
    block.voice === null ? 'voice' : '',
    apartClass(block),
    block.time === null ? 'untimed' : '',
  ];
  return marks.filter(Boolean).join(' ');
}

function apartClass({ apart }: Block): string {
  if (apart === 'text') return 'apart';
  return apart === 'video' ? 'heard' : '';
}

function buildWho(make: Document, speaker: Speaker, index: number, block: Block): HTMLElement {
  const who = element(make, 'p', `who hue${index % HUES} ${apartClass(block)}`, speaker.name);
  who.dataset.initial = initialOf(speaker.name);
  return who;
}

function initialOf(name: string): string {
  const first = String.fromCodePoint(name.trim().codePointAt(0) ?? 0x2013);
  return first.toLocaleUpperCase();
}

function buildTime(make: Document, block: Block): HTMLButtonElement {
  const button = make.createElement('button');
  button.className = 'time';
  button.type = 'button';
  button.tabIndex = -1;
  labelTime(button, block);
  return button;
}

/** The digits are drawn by the style sheet, so that they are neither copied nor found with the words. */
function labelTime(button: HTMLButtonElement, block: Block): void {
  const time = block.time ?? 0;
  button.dataset.time = `${block.rough ? '≈' : ''}${formatClock(time)}`;
  button.setAttribute('aria-label', timeLabel(time, block.rough));
}

function element(make: Document, name: string, className: string, text?: string): HTMLElement {
  const made = make.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
