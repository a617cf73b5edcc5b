/** Where a merged transcript holds words of the captions, whoever reads an export is told so. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { Transcript } from '@/lib/transcript/types';
import type { Milliseconds, VideoId } from '@/lib/transcript/units';

const at = (seconds: number) => (seconds * 1000) as Milliseconds;

/** "two three" in the middle of one paragraph are the captions'. */
function merged(): Transcript {
  const transcript = buildTranscript({
    videoId: 'dQw4w9WgXcQ' as VideoId,
    origin: { kind: 'merge', human: 'a', timed: 'b' },
    source: {
      language: 'en',
      timing: 'cue',
      cues: [{ text: 'One two three four.', start: at(1), end: at(5), speaker: 'Ada' }],
    },
  });
  const hole = { kind: 'video', start: at(2), end: at(4), firstWord: 1, words: 2, shown: true } as const;
  return { ...transcript, alignment: { verdict: 'good', matched: 1, holes: [hole] } };
}

function textIn(id: string): string {
  const content = EXPORT_FORMATS.find((format) => format.id === id)?.write(merged(), { title: 'Talk' }) ?? '';
  if (typeof content === 'string') return content;
  const files = Object.entries(unzipSync(content)).filter(([path]) => /document\.xml|page-1\.xhtml/.test(path));
  return files.map(([, file]) => strFromU8(file)).join('\n');
}

const visible = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*\s]+/g, ' ')
    .trim();

describe('words of the captions in a merged transcript', () => {
  it.each(['txt', 'md', 'html', 'docx', 'epub'])('%s sets them apart and says whose they are', (id) => {
    const text = visible(textIn(id));
    expect(text).toMatch(/One.*From the captions:\W* two three.*four\./);
    expect(text.match(/From the captions/g)).toHaveLength(1);
  });

  it('nothing is said of a transcript that has none', () => {
    const { alignment: _, ...whole } = merged();
    for (const { id, write } of EXPORT_FORMATS) {
      const content = write(whole, {});
      if (typeof content === 'string') expect([id, content.includes('From the captions')]).toEqual([id, false]);
    }
  });
});
