/** Chapter and description tracks (WebVTT, SRT): each cue is one line of notes with its time. */
import { milliseconds } from '../transcript/units';
import { squeeze } from './inline';
import type { NoteItem } from './items';

const TIMING = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->/;

export function looksLikeCues(text: string): boolean {
  return /^\ufeff?WEBVTT(?:\s|$)/.test(text.slice(0, 10)) || /^\s*\d+\r?\n[\d:,. ]+-->/.test(text.slice(0, 200));
}

export function readCues(text: string): NoteItem[] {
  const lines = text.split(/\r\n|[\n\r]/);
  const head = lines.slice(0, 8).join('\n');
  const kind = /^kind:\s*descriptions/im.test(head) ? 'description' : 'chapter';
  const items: NoteItem[] = [];
  for (let index = 0; index < lines.length; index++) {
    const found = TIMING.exec((lines[index] ?? '').slice(0, 60));
    if (!found) continue;
    const number = index + 1;
    const words: string[] = [];
    while (index + 1 < lines.length && lines[index + 1]?.trim() !== '') words.push(lines[++index] ?? '');
    const body = squeeze(words.join(' ').replace(/<[^<>]{0,200}>/g, ''));
    const seconds = Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3]);
    const stated = milliseconds(seconds * 1000 + Number((found[4] ?? '').padEnd(3, '0')));
    if (body !== '') items.push({ kind, text: body, stated, line: number });
  }
  return items;
}
