/** The Text field of a SubStation `Dialogue:` line. */
import type { SourceWord } from '../transcript/source';
import { foldWords } from './words';

export interface AssText {
  readonly text: string;
  /** Present where karaoke codes time the syllables. */
  readonly words?: readonly SourceWord[];
}

/**
 * Drops `{…}` blocks and drawings (`{\p1}m 0 0 l …{\p0}`), turns `\N` and `\n` into line breaks and `\h` into a space. `{\k20}`
 * counts hundredths of a second from the cue's start; `start` null means that no time can be told.
 */
export function readAssText(value: string, start: number | null): AssText {
  const pieces: SourceWord[] = [];
  let time = start;
  let next = start ?? 0;
  let isKaraoke = false;
  let isDrawing = false;
  let at = 0;
  while (at < value.length) {
    const open = value.indexOf('{', at);
    const close = open < 0 ? -1 : value.indexOf('}', open);
    const to = close < 0 ? value.length : open;
    if (to > at && !isDrawing) {
      pieces.push({ text: breakLines(value.slice(at, to)), start: time });
      time = null;
    }
    if (close < 0) break;
    const block = value.slice(open + 1, close);
    isDrawing = readDrawing(block) ?? isDrawing;
    const duration = readKaraoke(block);
    if (duration !== null && start !== null) {
      isKaraoke = true;
      time = next;
      next += duration * 10;
    }
    at = close + 1;
  }
  const { text, words } = foldWords(pieces);
  return isKaraoke ? { text, words } : { text };
}

function breakLines(text: string): string {
  return text.replaceAll('\\N', '\n').replaceAll('\\n', '\n').replaceAll('\\h', '\u00a0');
}

/** Whether a block switches drawing on or off; null when it says nothing about it. */
function readDrawing(block: string): boolean | null {
  let isDrawing: boolean | null = null;
  for (let at = block.indexOf('\\p'); at >= 0; at = block.indexOf('\\p', at + 2)) {
    const code = block.charCodeAt(at + 2);
    if (code >= 48 && code <= 57) isDrawing = code !== 48;
  }
  return isDrawing;
}

/** The sum of a block's `\k`, `\K`, `\kf` and `\ko`; null where it has none. */
function readKaraoke(block: string): number | null {
  let sum: number | null = null;
  for (let at = block.indexOf('\\'); at >= 0; at = block.indexOf('\\', at + 1)) {
    if ((block.charCodeAt(at + 1) | 32) !== 107) continue;
    const second = block.charAt(at + 2);
    const from = second === 'f' || second === 'o' ? at + 3 : at + 2;
    let to = from;
    while (to - from < 6 && block.charCodeAt(to) >= 48 && block.charCodeAt(to) <= 57) to++;
    if (to > from) sum = (sum ?? 0) + Number(block.slice(from, to));
  }
  return sum;
}
