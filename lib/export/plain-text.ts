import { formatClock } from '../transcript/format-time';
import type { Transcript } from '../transcript/types';
import { type Block, blocksOf, FROM_CAPTIONS } from './blocks';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';

/** Paragraphs with a blank line between them, `[1:02:03] Name: words`. */
export function toPlainText(transcript: Transcript, options: ExportOptions = {}): string {
  const lines = blocksOf(transcript).map((block) => headOf(block, options) + block.text);
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`;
}

function headOf({ time, speaker, startsTurn, fromCaptions }: Block, options: ExportOptions): string {
  const clock = showsTimes(options) && time !== null ? `[${formatClock(time)}] ` : '';
  const name = showsSpeakers(options) && speaker !== null && startsTurn ? `${speaker}: ` : '';
  return `${clock}${name}${fromCaptions ? `(${FROM_CAPTIONS}) ` : ''}`;
}
