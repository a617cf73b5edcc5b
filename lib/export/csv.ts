import { endOf, textOfWords } from '../transcript/lookup';
import type { Transcript } from '../transcript/types';
import { WordState } from '../transcript/types';
import { speakerAt } from './blocks';
import { subtitleClock } from './clocks';

/**
 * One row for each cue: start, end, speaker, text; RFC 4180 with a byte order mark, so that spreadsheets see Unicode.
 * Cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function toCsv(transcript: Transcript): string {
  const { cues, words, timing } = transcript;
  const rows = ['start,end,speaker,text'];
  for (let cue = 0; cue < cues.firstWord.length; cue++) {
    const first = cues.firstWord[cue] ?? 0;
    const end = endOf(cues.firstWord, cue, words.offset.length);
    const isTimed = timing !== 'none' && words.state[first] !== WordState.unknown;
    const times = isTimed
      ? [cues.start[cue] ?? 0, cues.end[cue] ?? 0].map((time) => subtitleClock(time, '.'))
      : ['', ''];
    const cells = [
      ...times,
      speakerAt(transcript, first) ?? '',
      textOfWords(transcript, first, end).replaceAll('\n', ' '),
    ];
    rows.push(cells.map(cellOf).join(','));
  }
  return `\ufeff${rows.join('\r\n')}\r\n`;
}

function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r']/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
