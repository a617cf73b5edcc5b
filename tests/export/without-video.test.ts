/** A transcript that has no video yet is written in every form, and no form makes up an address for it. */
import { describe, expect, it } from 'vitest';
import { copyAsQuote, EXPORT_FORMATS, linkToWord } from '@/lib/export';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { Milliseconds, OwnId, VideoId } from '@/lib/transcript/units';

const OWN = `own.${'0123456789abcdef'.repeat(2)}` as OwnId;
const VIDEO = 'dQw4w9WgXcQ' as VideoId;

function talkOf(videoId: OwnId | VideoId) {
  return buildTranscript({
    videoId,
    origin: { kind: 'import', shape: 'srt', importedAt: 1 },
    source: {
      language: 'en',
      timing: 'cue',
      cues: [{ text: 'The keepers counted.', start: 61_000 as Milliseconds, end: 64_000 as Milliseconds }],
    },
  });
}

const written = (videoId: OwnId | VideoId, id: string): string => {
  const content = EXPORT_FORMATS.find((format) => format.id === id)?.write(talkOf(videoId), { title: 'Keepers' });
  // Zips hold their text compressed: their names and sizes are enough to see that something was written.
  return typeof content === 'string' ? content : content ? `${content.length}` : '';
};

describe('exports without a video', () => {
  it.each(EXPORT_FORMATS.map(({ id }) => id))('%s has the words and no address', (id) => {
    expect(written(OWN, id).length).toBeGreaterThan(0);
    expect(written(OWN, id)).not.toContain('youtube.com');
  });

  it.each(['md', 'html'])('%s has the time as text where a video would be linked', (id) => {
    expect(written(VIDEO, id)).toContain(`watch?v=${VIDEO}&`);
    expect(written(OWN, id)).toContain('1:01');
  });

  it('a quote has its time, and no link', () => {
    expect(copyAsQuote(talkOf(OWN), 0, 3)).toBe('“The keepers counted.” (1:01)');
    expect(linkToWord(talkOf(OWN), 0)).toBeNull();
  });
});
