/** One page that needs nothing else. `cite`, `time` and `p` stand as in podcasts' transcript files, so that players read it too. */
import { formatClock } from '../transcript/format-time';
import type { Transcript } from '../transcript/types';
import { type Block, FROM_CAPTIONS, sectionsOf } from './blocks';
import { watchLink } from './links';
import { directionOf, escapeMarkup } from './markup';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif;color:#1c1b19;background:#fff}' +
  'h1,h2{line-height:1.25}cite{display:block;margin-top:1.25rem;font-style:normal;font-weight:700}' +
  'time{font:.8rem/1.6 system-ui,sans-serif;color:#6b675f}p{margin:.1rem 0 .9rem}a{color:inherit}' +
  '@media(prefers-color-scheme:dark){body{color:#e9e6df;background:#171614}time{color:#a09a8e}}';

export function toHtml(transcript: Transcript, options: ExportOptions = {}): string {
  const { language } = transcript;
  const title = escapeMarkup(options.title || 'Transcript');
  const source = sourceOf(transcript, options);
  const lang = language === 'und' ? '' : ` lang="${escapeMarkup(language)}"`;
  return [
    '<!doctype html>',
    `<html${lang} dir="${directionOf(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...(source === '' ? [] : [`<address>${source}</address>`]),
    ...bodyOf(transcript, options),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sourceOf({ videoId }: Transcript, { channel }: ExportOptions): string {
  const link = watchLink(videoId);
  if (link === null) return escapeMarkup(channel ?? '');
  return `<a href="${escapeMarkup(link)}">${escapeMarkup(channel || link)}</a>`;
}

function bodyOf(transcript: Transcript, options: ExportOptions): string[] {
  const lines: string[] = [];
  for (const { chapter, blocks } of sectionsOf(transcript)) {
    if (chapter !== null) lines.push(`<h2>${escapeMarkup(chapter.title)}</h2>`);
    for (const block of blocks) lines.push(...linesOf(transcript, block, options));
  }
  return lines;
}

function linesOf(
  { videoId }: Transcript,
  { speaker, startsTurn, time, text, fromCaptions }: Block,
  options: ExportOptions,
): string[] {
  const lines: string[] = [];
  if (showsSpeakers(options) && speaker !== null && startsTurn) lines.push(`<cite>${escapeMarkup(speaker)}:</cite>`);
  if (showsTimes(options) && time !== null) {
    const link = watchLink(videoId, time);
    const clock = `<time>${formatClock(time)}</time>`;
    lines.push(link === null ? clock : `<a href="${escapeMarkup(link)}">${clock}</a>`);
  }
  lines.push(`<p>${fromCaptions ? `<em>${FROM_CAPTIONS}</em> ` : ''}${escapeMarkup(text)}</p>`);
  return lines;
}
