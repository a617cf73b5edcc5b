import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from './client';
import { type Stage, startStage, videos } from './index';
import { pageScript } from './routes/control';
import { readRange } from './routes/media';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterAll(() => stage.close());

it('serves the watch page with the site’s three policies, its cookies and nothing built', async () => {
  const { headers, text } = await ask(stage, `/watch?v=${videos.short}`);
  const policies = String(headers['content-security-policy']);
  expect(policies).toContain("require-trusted-types-for 'script'");
  expect(policies).toContain("'strict-dynamic'");
  expect(policies).toContain('report-uri /cspreport/allowlist');
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['cross-origin-opener-policy']).toContain('same-origin-allow-popups');
  const cookies = headers['set-cookie'] ?? [];
  for (const kind of ['Lax', 'None', 'Strict']) expect(String(cookies)).toContain(`SameSite=${kind}`);
  expect(text).toContain('<ytd-app disable-upgrade');
  expect(text).toContain('var ytInitialPlayerResponse = {');
  expect(text).toContain('var ytInitialData = {');
  expect(text).not.toContain('ytd-watch-flexy');
});

it('locks the globals in the first script, or leaves them', async () => {
  const locked = await ask(stage, `/watch?v=${videos.short}`);
  const open = await ask(stage, `/watch?v=${stage.copy(videos.short, { lockedGlobals: false })}`);
  expect(locked.text.indexOf('<script id="bc-def"')).toBe(locked.text.indexOf('<script'));
  expect(open.text).not.toContain('bc-def');
});

it('can leave out the headers', async () => {
  const id = stage.copy(videos.short, { securityHeaders: false, cookies: false });
  const { headers } = await ask(stage, `/watch?v=${id}`);
  expect(headers['content-security-policy']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
});

it.each([
  '/',
  '/shorts/ShortTalk01',
  '/live/LiveStream1',
  '/results?search_query=tide',
  '/playlist?list=PL1',
  '/@stage',
])('serves the skeleton at %s', async (path) => {
  const answer = await ask(stage, path);
  expect([answer.status, answer.text.includes('<ytd-app')]).toEqual([200, true]);
});

it('builds the page’s script without an HTML sink', async () => {
  expect(await pageScript()).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(/);
});

it.each([
  [undefined, null],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
])('reads the range %s', (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

it('logs what was asked', async () => {
  stage.clearRequests();
  await ask(stage, '/api/timedtext?v=abc&lang=en', { headers: { 'x-test': '1' } });
  const [entry] = stage.requestsTo('/api/timedtext', 'abc');
  expect(entry).toMatchObject({ method: 'GET', query: { v: 'abc', lang: 'en' }, headers: { 'x-test': '1' } });
});
