import type { Transcript } from '../transcript/types';
import { subtitleClock } from './clocks';
import { type ExportOptions, showsSpeakers } from './options';
import { subtitlesOf } from './split-cues';

/**
 * SubRip. The speaker stands before the words where one begins, `Name: words`. Null without times.
 */
export function toSrt(transcript: Transcript, options: ExportOptions = {}): string | null {
  const subtitles = subtitlesOf(transcript, showsSpeakers(options));
  if (subtitles === null) return null;
  const parts = subtitles.map(({ start, end, lines }, index) => {
    const times = `${subtitleClock(start, ',')} --> ${subtitleClock(end, ',')}`;
    return `${index + 1}\n${times}\n${defused(lines.join('\n'))}\n`;
  });
  return parts.join('\n');
}

/** SubRip has no escapes: an arrow would be taken for times, angle brackets for markup. They give way to their likes. */
function defused(text: string): string {
  return text
    .replaceAll('-->', '→')
    .replace(/<(\/?[a-zA-Z][^<>]{0,80})>/g, '‹$1›')
    .replaceAll('{\\', '(\\');
}
