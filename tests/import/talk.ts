/** A small talk as captions with word times and as a person would type it. */
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { Origin, Transcript } from '@/lib/transcript/types';
import { milliseconds, type VideoId } from '@/lib/transcript/units';

export const VIDEO = 'tttttttttt1' as VideoId;
export const META = { videoId: VIDEO, title: 'Talk', channel: 'C', duration: milliseconds(120_000), chapters: [] };

export const SAID =
  'welcome to the mill by the sea where the tide turns a great oak wheel twice a day and the miller waits for the moon ' +
  'to tell him when his work begins because salt water keeps its own hours and nobody has ever talked it into others';

/** 400 ms a word. */
export function captionsOf(text = SAID, origin: Partial<Extract<Origin, { kind: 'captions' }>> = {}): Transcript {
  const words = text
    .split(' ')
    .map((word, index) => ({ text: ` ${word}`, start: index * 400, end: index * 400 + 300 }));
  return buildTranscript({
    videoId: VIDEO,
    origin: { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext', ...origin },
    source: { language: 'en', timing: 'word', cues: [{ start: 0, end: words.length * 400, text, words }] },
  });
}

/** Whole seconds, as the panel gives them. */
export function roughOf(text = SAID): Transcript {
  const words = text.split(' ');
  const cues = [];
  for (let at = 0; at < words.length; at += 8)
    cues.push({ start: Math.floor((at * 400) / 1000) * 1000, end: null, text: words.slice(at, at + 8).join(' ') });
  return buildTranscript({
    videoId: VIDEO,
    origin: { kind: 'captions', vssId: '', automatic: true, via: 'panel' },
    source: { language: 'en', timing: 'second', cues },
  });
}

export const TYPED = `Nora (00:00):
Welcome to the mill by the sea, where the tide turns a great oak wheel twice a day,

Idris (00:10):
and the miller waits for the moon to tell him when his work begins, because salt water keeps its own hours.

Nora (00:20):
And nobody has ever talked it into others!
`;

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
