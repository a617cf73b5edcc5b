import { describe, expect, it } from 'vitest';
import { createImporting } from '@/entrypoints/library/importing';
import type { EpisodeMeta, ImportPort, KeptTranscript } from '@/lib/ports';
import { ok } from '@/lib/protocol/result';
import type { VideoId } from '@/lib/transcript/units';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';

const TEXT = { kind: 'text', text: 'One two three' } as const;

/** Keeps everything where it is told to; remembers under what. */
function world(where: 'library' | 'page' = 'library') {
  const kept: EpisodeMeta[] = [];
  const answer: KeptTranscript = { state: 'kept', transcript: makeTranscript('one'), where, trouble: null };
  const port = {
    keep: async (meta: EpisodeMeta) => {
      kept.push(meta);
      return ok(answer);
    },
  };
  const known = { ...makeFacts(videoId(1), 'Its own title'), channel: 'Salt' };
  const library = {
    openEpisode: async (id: string) =>
      ok(
        id === videoId(1)
          ? { meta: known, transcripts: [], chosen: null, chosenTrack: null, place: null, lastReadAt: 1 }
          : null,
      ),
  };
  return { kept, importing: createImporting(port as unknown as ImportPort, library) };
}

describe('importing from the library page', () => {
  it('keeps a text without a video under an id of its own, the same each time', async () => {
    const { kept, importing } = world();
    for (let time = 0; time < 2; time++)
      expect(await importing.keep(TEXT, null, 'One two')).toMatchObject({ ok: true });
    expect(kept[0]?.videoId).toMatch(/^own\.[0-9a-f]{32}$/);
    expect(kept[0]).toMatchObject({ title: 'One two', channel: '', duration: null });
    expect(kept[1]).toEqual(kept[0]);
  });

  it('leaves a video that is known its title and channel', async () => {
    const { kept, importing } = world();
    await importing.keep(TEXT, videoId(1), 'One two');
    await importing.keep(TEXT, 'dQw4w9WgXcQ' as VideoId, 'One two');
    expect(kept.map(({ title, channel }) => [title, channel])).toEqual([
      ['Its own title', 'Salt'],
      ['One two', ''],
    ]);
  });

  it('says why nothing was kept where the settings keep nothing', async () => {
    const answer = await world('page').importing.keep(TEXT, null, 'One two');
    expect(!answer.ok && answer.error).toEqual({
      code: 'not-kept',
      detail: 'Your settings keep nothing. Choose there to keep what you bring.',
    });
  });
});
