import { describe, expect, it } from 'vitest';
import { askPanel, panelParams } from '@/lib/platform/youtube/panel';
import type { VideoId } from '@/lib/transcript/units';

it('builds the parameters byte for byte as recorded pages hold them', () => {
  expect(panelParams('Anx8vD1FDqs' as VideoId)).toBe('qgkPCgtBbng4dkQxRkRxcxgC');
});

const line = (seconds: number, text: string) => ({
  macroMarkersPanelItemViewModel: {
    item: {
      timelineItemViewModel: {
        timestamp: '0:0x',
        contentItems: [{ transcriptSegmentViewModel: { simpleText: text } }],
      },
    },
    onTap: { innertubeCommand: { watchEndpoint: { startTimeSeconds: seconds } } },
  },
});

async function ask(answer: Response | Error, language: string | null = 'de') {
  let sent: { url: string; init: RequestInit } | null = null;
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent = { url: String(url), init: init ?? {} };
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client = { name: 'WEB', version: '2.20261101.00.00', language: 'en', country: 'NO' };
  const result = await askPanel(
    { videoId: 'Anx8vD1FDqs' as VideoId, language },
    client,
    new AbortController().signal,
    fetch,
  );
  return { result, sent: sent as { url: string; init: RequestInit } | null };
}

describe('the panel', () => {
  it('is asked as the page asks it, in the language of the track', async () => {
    const { sent } = await ask(new Response('{}'));
    expect(sent?.url).toBe('https://www.youtube.com/youtubei/v1/get_panel?prettyPrint=false');
    expect(sent?.init).toMatchObject({ method: 'POST', credentials: 'same-origin' });
    expect(JSON.parse(String(sent?.init.body))).toEqual({
      context: { client: { clientName: 'WEB', clientVersion: '2.20261101.00.00', hl: 'de', gl: 'NO' } },
      panelId: 'PAmodern_transcript_view',
      params: panelParams('Anx8vD1FDqs' as VideoId),
    });
  });

  it('gives rough words', async () => {
    const { result } = await ask(Response.json({ contents: [line(3, 'one'), line(8, 'two')] }));
    expect(result).toMatchObject({
      ok: true,
      words: {
        language: 'de',
        timing: 'second',
        cues: [
          { start: 3000, text: 'one' },
          { start: 8000, text: 'two' },
        ],
      },
    });
  });

  it.each([
    ['an object without rows', Response.json({}), 'shell'],
    ['a failed precondition', Response.json({ error: { code: 400 } }, { status: 400 }), 'forbidden'],
    ['too many requests', new Response('', { status: 429, headers: { 'retry-after': '7' } }), 'too-many'],
    ['a robot check', new Response('<!doctype html><div class="g-recaptcha">', { status: 200 }), 'captcha'],
    ['a page', new Response('<html>', { status: 200 }), 'not-captions'],
    ['half an answer', new Response('{"contents":[{'), 'truncated'],
    ['nothing', new Response(''), 'empty'],
    ['no network', new TypeError('Failed to fetch'), 'unreachable'],
  ])('that answers %s refuses by name', async (_name, answer, why) => {
    expect((await ask(answer)).result).toMatchObject({ ok: false, why });
  });
});
