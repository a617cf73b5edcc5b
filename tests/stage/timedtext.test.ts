import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from './captions/hostile';
import { ask, listedTracks, tokenOf } from './client';
import { type Stage, startStage, type TimedtextMode, videos } from './index';
import { judgeCaptionUrl } from './youtube/caption-url';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterAll(() => stage.close());

async function urlOf(videoId: string, vssId = 'a.en'): Promise<string> {
  const track = (await listedTracks(stage, videoId)).find((candidate) => candidate.vssId === vssId);
  if (!track) throw new Error(`No track ${vssId}`);
  return track.baseUrl;
}

describe('the gate of a track with exp=xpe', () => {
  it.each([
    ['nothing', () => ''],
    ['the token alone', (pot: string) => `&pot=${pot}`],
    ['the client name alone', () => '&c=WEB'],
    ['the token and another client', (pot: string) => `&pot=${pot}&c=ANDROID`],
    ['the token of another video', (_: string, other: string) => `&pot=${other}&c=WEB`],
    ['a token with one letter changed', (pot: string) => `&pot=${pot.slice(1)}A&c=WEB`],
  ])('answers 200 with no bytes to %s', async (_, extra) => {
    const [pot, other] = await Promise.all([tokenOf(stage, videos.short), tokenOf(stage, videos.asrOnly)]);
    const answer = await ask(stage, `${await urlOf(videos.short)}&fmt=json3${extra(pot, other)}`);
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, 'text/html; charset=UTF-8', '']);
  });

  it.each(['expire', 'v', 'exp', 'signature'])('answers with no bytes when %s was changed', async (name) => {
    const url = new URL(await urlOf(videos.short));
    url.searchParams.set('pot', await tokenOf(stage, videos.short));
    url.searchParams.set('c', 'WEB');
    url.searchParams.set(name, `${url.searchParams.get(name)}1`);
    expect((await ask(stage, url.href)).text).toBe('');
  });

  it('serves every track and every translation of the video with its one token', async () => {
    const pot = await tokenOf(stage, videos.namedDuplicates);
    for (const track of await listedTracks(stage, videos.namedDuplicates)) {
      for (const extra of ['', '&tlang=de']) {
        const answer = await ask(stage, `${track.baseUrl}&fmt=json3&c=WEB&pot=${pot}${extra}`);
        expect(JSON.parse(answer.text).events.length).toBeGreaterThan(10);
      }
    }
  });
});

it('calls a genuine URL expired once its time has passed, seven hours after it was issued', async () => {
  const query = new URL(await urlOf(videos.short)).searchParams;
  const hour = 3_600_000;
  expect(judgeCaptionUrl(query, Date.now() + 6.9 * hour)).toBe('withhold');
  expect(judgeCaptionUrl(query, Date.now() + 7.1 * hour)).toBe('expired');
});

it.each([
  ['million', 1_000_000, 60],
  ['huge', 106_000, 62],
] as const)('has a document of the mode %s that is whole and large', (mode, cues, mostMegabytes) => {
  const text = hostileText(mode);
  expect(text.length).toBeLessThan(mostMegabytes * 1_000_000);
  expect(text.length).toBeGreaterThan(30_000_000);
  expect(text.split('"tStartMs"')).toHaveLength(cues + 1);
  expect(text.endsWith(']}]}')).toBe(true);
});

it('serves a track without the flag bare, in the format asked for', async () => {
  const id = stage.copy(videos.short, { exp: 'none' });
  const url = await urlOf(id);
  const answers = await Promise.all(
    ['', '&fmt=srv3', '&fmt=vtt', '&fmt=json3'].map(async (format) => (await ask(stage, url + format)).text),
  );
  expect(answers[0]).toContain('<transcript><text start="');
  expect(answers[1]).toContain('<timedtext format="3">');
  expect(answers[2]).toContain('WEBVTT\nKind: captions');
  expect(answers[3]).toContain('{"wireMagic":"pb3"');
});

it('tells tracks of one language apart by their names', async () => {
  const id = stage.copy(videos.namedDuplicates, { exp: 'none' });
  const texts = await Promise.all(
    (await listedTracks(stage, id)).map(async (track) => (await ask(stage, `${track.baseUrl}&fmt=json3`)).text),
  );
  expect(new Set(texts).size).toBe(4);
});

it('refuses translations with 429 beyond its limit, and the track itself never', async () => {
  const id = stage.copy(videos.short, { exp: 'none', translationLimit: 2 });
  const url = await urlOf(id);
  const statuses: number[] = [];
  for (const language of ['de', 'fr', 'nn', 'es']) statuses.push((await ask(stage, `${url}&tlang=${language}`)).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect((await ask(stage, url)).status).toBe(200);
});

describe('wrong answers', () => {
  it.each<[TimedtextMode, number, (text: string) => boolean]>([
    ['empty', 200, (text) => text === ''],
    ['shell', 200, (text) => text.length === 75 && JSON.parse(text).events.length === 0],
    ['wire-magic', 200, (text) => text === '{"wireMagic":"pb3"}'],
    ['truncated', 200, (text) => text.startsWith('{"wireMagic"') && !text.endsWith('}')],
    ['captcha', 200, (text) => text.includes('captcha-form')],
    ['forbidden', 403, () => true],
    ['not-found', 404, () => true],
    ['too-many', 429, () => true],
    ['expired', 404, () => true],
    ['hostile', 200, (text) => text.includes('<script>') && text.includes('\u202e')],
    ['bad-times', 200, (text) => text.includes('"tStartMs":-5000') && text.includes('1e400')],
    ['long-cue', 200, (text) => text.includes('x'.repeat(100_000))],
    ['other-json', 200, (text) => !Array.isArray(JSON.parse(text).events)],
  ])('are given on request: %s', async (timedtext, status, isRight) => {
    const id = stage.copy(videos.short, { exp: 'none', timedtext });
    const answer = await ask(stage, `${await urlOf(id)}&fmt=json3`);
    expect(answer.status).toBe(status);
    expect(isRight(answer.text)).toBe(true);
  });

  it('breaks the connection on request', async () => {
    for (const options of [{ timedtext: 'cut' as const }, { captionsOffline: true }]) {
      const url = await urlOf(stage.copy(videos.short, { exp: 'none', ...options }));
      await expect(ask(stage, url)).rejects.toThrow();
    }
  });
});

it('changes options of one video while others keep theirs, and puts them back', async () => {
  stage.set({ timedtext: 'forbidden' }, videos.asrOnly);
  stage.set({ exp: 'none' });
  expect((await ask(stage, await urlOf(videos.asrOnly))).status).toBe(403);
  expect((await ask(stage, await urlOf(videos.short))).text).toContain('<transcript>');
  stage.reset();
  expect((await ask(stage, await urlOf(videos.short))).text).toBe('');
});
