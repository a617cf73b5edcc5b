import { describe, expect, it } from 'vitest';
import type { OfferedTrack } from '@/lib/captions/offer';
import { askTimedtext } from '@/lib/platform/youtube/timedtext';
import type { VideoId } from '@/lib/transcript/units';

const ID = 'abcdefghijk' as VideoId;
const later = Math.round(Date.now() / 1000) + 20_000;
const track: OfferedTrack = {
  vssId: 'a.en',
  language: 'en',
  name: 'English',
  automatic: true,
  translatable: true,
  url: `https://www.youtube.com/api/timedtext?v=${ID}&exp=xpe&expire=${later}&lang=en`,
  gated: true,
  forced: false,
  named: false,
};
const token = { pot: 'pot', potc: '1' };
const body = JSON.stringify({
  events: [{ tStartMs: 100, dDurationMs: 900, segs: [{ utf8: 'one' }, { utf8: ' two', tOffsetMs: 300 }] }],
});

async function ask(answer: Response, changes: Partial<OfferedTrack> = {}, translateTo: string | null = null) {
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    sent.push(String(url));
    return answer;
  };
  const signal = new AbortController().signal;
  const result = await askTimedtext({ track: { ...track, ...changes }, token, translateTo }, ID, 'WEB', signal, {
    send: fetch,
  });
  return { result, sent };
}

describe('a caption track', () => {
  it('is asked for once, with the token and the client it belongs to', async () => {
    const { sent } = await ask(new Response(body));
    expect(sent).toHaveLength(1);
    const { searchParams } = new URL(sent[0] ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({ v: ID, fmt: 'json3', pot: 'pot', potc: '1', c: 'WEB' });
  });

  it('gives words with their own times in its own language', async () => {
    const { result } = await ask(new Response(body));
    expect(result).toMatchObject({ ok: true, words: { language: 'en', timing: 'word', cues: [{ start: 100 }] } });
  });

  it('is of the language it was translated into', async () => {
    const { result, sent } = await ask(new Response(body), {}, 'de');
    expect(result).toMatchObject({ ok: true, words: { language: 'de' } });
    expect(new URL(sent[0] ?? '').searchParams.get('tlang')).toBe('de');
  });

  it('of another video is never asked for', async () => {
    const { result, sent } = await ask(new Response(body), { url: track.url.replace(ID, 'zzzzzzzzzzz') });
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: false, why: 'dropped' });
  });

  it('is asked for although its address looks expired, because the viewer’s clock may be wrong', async () => {
    const url = track.url.replace(String(later), '1749680181');
    expect((await ask(new Response(body), { url })).result).toMatchObject({ ok: true });
    expect((await ask(new Response(''), { url })).result).toMatchObject({ ok: false, why: 'expired' });
    expect((await ask(new Response('', { status: 429 }), { url })).result).toMatchObject({
      ok: false,
      why: 'too-many',
    });
  });

  it.each([
    ['nothing', new Response(''), 'empty'],
    ['a shell', new Response('{"events":[],"wireMagic":"pb3"}'), 'shell'],
    ['the magic word', new Response('{"wireMagic":"pb3"}'), 'shell'],
    ['half a body', new Response(body.slice(0, 60)), 'truncated'],
    ['a robot check', new Response('<html><form id="captcha-form">'), 'captcha'],
    ['a refusal', new Response('', { status: 403 }), 'forbidden'],
    ['too many requests', new Response('', { status: 429 }), 'too-many'],
  ])('that answers %s is refused by name', async (_name, answer, why) => {
    expect((await ask(answer)).result).toMatchObject({ ok: false, why });
  });
});
