import type { Transcript } from '../transcript/types';
import { WordState } from '../transcript/types';
import { subtitleClock } from './clocks';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';
import { type Subtitle, subtitlesOf } from './split-cues';

/** WebVTT with voices, and with the times of words where they are known. Null without times. */
export function toWebVtt(transcript: Transcript, options: ExportOptions = {}): string | null {
  const subtitles = subtitlesOf(transcript);
  if (subtitles === null) return null;
  const cues = subtitles.map((subtitle) => cueOf(transcript, subtitle, options));
  const hasVoices = showsSpeakers(options) && subtitles.some(({ speaker }) => speaker !== null);
  return `WEBVTT\n\n${noteOf(transcript, hasVoices)}${cues.join('\n')}`;
}

/**
 * What the form has no place for, as a comment that `lib/formats/webvtt-note.ts` reads back. The standard allows nothing below
 * the signature but a blank line, although YouTube writes its language there.
 */
function noteOf({ language, chapters }: Transcript, hasVoices: boolean): string {
  const lines = language === 'und' ? [] : [`Language: ${language}`];
  // Words such as "Note:" at the beginning of captions would be taken for names otherwise.
  if (!hasVoices) lines.push('Speakers: none');
  for (const { start, title } of chapters)
    lines.push(`Chapter: ${subtitleClock(start, '.')} ${title.replace(/\s+/g, ' ').replaceAll('-->', '→')}`);
  return lines.length === 0 ? '' : `NOTE\n${lines.join('\n')}\n\n`;
}

function cueOf(transcript: Transcript, subtitle: Subtitle, options: ExportOptions): string {
  const { start, end, speaker, lines } = subtitle;
  const voice = showsSpeakers(options) && speaker !== null ? `<v ${escapeVtt(speaker.replace(/\s+/g, ' '))}>` : '';
  const areWordsTimed = transcript.timing === 'word' && showsTimes(options);
  const text = areWordsTimed ? timedText(transcript, subtitle) : lines.map(escapeVtt).join('\n');
  return `${subtitleClock(start, '.')} --> ${subtitleClock(end, '.')}\n${voice}${text}\n`;
}

/** A time before each word that has its own, but for the first, which has the cue's. */
function timedText({ words, text }: Transcript, { firstWord, endWord, start, end, lines }: Subtitle): string {
  const [first = ''] = lines;
  const lineEnd = (words.offset[firstWord] ?? 0) + first.length;
  let told = '';
  let latest = start;
  let behind = words.offset[firstWord] ?? 0;
  for (let word = firstWord; word < endWord; word++) {
    const offset = words.offset[word] ?? 0;
    const after = offset + (words.length[word] ?? 0);
    const isSecondLine = lines.length > 1 && word > firstWord && behind <= lineEnd && offset >= lineEnd;
    const gap = isSecondLine ? '\n' : offset > behind ? ' ' : '';
    const time = words.start[word] ?? 0;
    const isOwn = words.state[word] === WordState.given && word > firstWord && time > latest && time < end;
    if (isOwn) latest = time;
    told += `${gap}${isOwn ? `<${subtitleClock(time, '.')}>` : ''}${escapeVtt(text.slice(offset, after))}`;
    behind = after;
  }
  return told;
}

/** What the standard asks for, and the arrow, which no cue may hold. */
export function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
