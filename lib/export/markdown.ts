import { formatClock } from '../transcript/format-time';
import type { Transcript } from '../transcript/types';
import { type Block, FROM_CAPTIONS, sectionsOf } from './blocks';
import { watchLink } from './links';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';

/** Title, chapters as headings, names in bold, and on every paragraph a link to its second in the video. */
export function toMarkdown(transcript: Transcript, options: ExportOptions = {}): string {
  const parts: string[] = [];
  if (options.title) parts.push(`# ${escapeMarkdown(options.title)}`);
  const address = watchLink(transcript.videoId);
  const source = [escapeMarkdown(options.channel ?? ''), address === null ? '' : `<${address}>`].filter(Boolean);
  if (options.title && source.length > 0) parts.push(source.join(' · '));
  for (const { chapter, blocks } of sectionsOf(transcript)) {
    if (chapter !== null) parts.push(`## ${escapeMarkdown(chapter.title)}`);
    for (const block of blocks) parts.push(paragraph(transcript, block, options));
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function paragraph(transcript: Transcript, block: Block, options: ExportOptions): string {
  const { speaker, startsTurn, time, text, fromCaptions } = block;
  const name = showsSpeakers(options) && speaker !== null && startsTurn ? `**${escapeMarkdown(speaker)}:** ` : '';
  const link = showsTimes(options) && time !== null ? `${clockLink(transcript, time)} ` : '';
  const lead = `${name}${link}${fromCaptions ? `*${FROM_CAPTIONS}* ` : ''}`;
  return lead + escapeMarkdown(text, lead !== '');
}

function clockLink({ videoId }: Transcript, time: number): string {
  const address = watchLink(videoId, time);
  return address === null ? formatClock(time) : `[${formatClock(time)}](${address})`;
}

/**
 * Text that Markdown leaves as it is. `follows`: something stands before it on its line, so that signs which mean
 * something only at a line's beginning stay as they are.
 */
export function escapeMarkdown(text: string, follows = false): string {
  const escaped = text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w{1,32};)/g, '\\&');
  return follows ? escaped : escaped.replace(/^(\s*)(?:([#+-]|={2,}|\d{1,9}[.)])(?=\s|$))/, escapeBeginning);
}

/** `1.` is escaped at its mark, everything else at its first sign. */
function escapeBeginning(whole: string, space: string, sign: string): string {
  const isNumber = /^\d/.test(sign);
  return isNumber ? `${whole.slice(0, -1)}\\${whole.slice(-1)}` : `${space}\\${sign}`;
}
