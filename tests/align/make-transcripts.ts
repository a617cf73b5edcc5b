import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { SourceCue } from '@/lib/transcript/source';
import type { Timing, Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';

export function build(cues: readonly SourceCue[], timing: Timing): Transcript {
  return buildTranscript({
    videoId: 'dQw4w9WgXcQ' as VideoId,
    origin: { kind: 'import', shape: 'plain-text', importedAt: 0 },
    source: { language: 'en', timing, cues },
  });
}

/** Paragraphs of a person's text. A paragraph may begin with `Name: `. */
export function humanText(...paragraphs: readonly string[]): Transcript {
  const cues = paragraphs.map((paragraph) => {
    const [, speaker = null, text = paragraph] = /^([A-Z]\w*): (.*)$/s.exec(paragraph) ?? [];
    return { start: null, end: null, text, speaker };
  });
  return build(cues, 'none');
}

/** Words 400 ms apart, 300 ms long; `/` is a pause of a second; `>>` begins another voice. */
export function captions(text: string): Transcript {
  let time = 0;
  const words: { text: string; start: number; end: number }[] = [];
  let mark = '';
  for (const token of text.split(/\s+/).filter((part) => part !== '')) {
    if (token === '/') time += 1000;
    else if (token === '>>') mark = '>> ';
    else {
      words.push({ text: ` ${mark}${token}`, start: time, end: time + 300 });
      time += 400;
      mark = '';
    }
  }
  return build([{ start: 0, end: Math.max(1, time), text, words }], 'word');
}

export function wordsOf({ text, words }: Pick<Transcript, 'text' | 'words'>): string[] {
  return Array.from(words.offset, (offset, i) => text.slice(offset, offset + (words.length[i] ?? 0)));
}

/** The words of a merged transcript without those that are shown from the captions. */
export function ownWordsOf(merged: Transcript): string[] {
  const shown = (merged.alignment?.holes ?? []).filter((hole) => hole.shown);
  return wordsOf(merged).filter(
    (_, word) => !shown.some(({ firstWord, words }) => word >= firstWord && word < firstWord + words),
  );
}
