import { describe, expect, it } from 'vitest';
import { ownIdOf } from '@/entrypoints/library/own-id';
import { isEpisodeId, isOwnId, isVideoId } from '@/lib/transcript/units';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

describe('the id of a text without a video', () => {
  it('is the same for the same bytes, another for others', async () => {
    const [one, again, other] = await Promise.all(['a talk', 'a talk', 'A talk'].map((text) => ownIdOf(bytes(text))));
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('can be no video’s', async () => {
    const id = await ownIdOf(bytes(''));
    expect([isOwnId(id), isVideoId(id), isEpisodeId(id)]).toEqual([true, false, true]);
    expect(id).toBe('own.e3b0c44298fc1c149afbf4c8996fb924');
  });

  it.each(['own.', 'own.E3B0C44298FC1C149AFBF4C8996FB924', 'dQw4w9WgXcQ', ' own.e3b0c44298fc1c149afbf4c8996fb924'])(
    '%s is none',
    (text) => {
      expect(isOwnId(text)).toBe(false);
    },
  );
});
