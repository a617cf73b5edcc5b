import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionUrl, isExpired, isGated, requestUrl, tokenOf } from '@/lib/platform/youtube/timedtext-url';
import type { VideoId } from '@/lib/transcript/units';

const ID = 'GJLlxj_dtq8' as VideoId;
const BASE = `https://www.youtube.com/api/timedtext?v=${ID}&exp=xpe&expire=1749680181&sparams=ip,v,exp&signature=AB.CD&lang=en`;

describe('an address of captions', () => {
  it.each([
    ['absolute', BASE],
    ['relative', `/api/timedtext?v=${ID}&lang=en`],
  ])('is taken when it is %s', (_name, address) => {
    expect(captionUrl(address, ID)?.href).toMatch(/^https:\/\/www\.youtube\.com\/api\/timedtext\?v=/);
  });

  it.each([
    ['of another video', BASE.replace(ID, 'aaaaaaaaaaa')],
    ['of two videos', `${BASE}&v=aaaaaaaaaaa`],
    ['of another host', BASE.replace('www.youtube.com', 'youtube.com.evil.example')],
    ['of another host behind a user name', BASE.replace('https://', 'https://www.youtube.com@evil.example/')],
    ['with a user name', BASE.replace('https://', 'https://me@')],
    ['without encryption', BASE.replace('https', 'http')],
    ['of another port', BASE.replace('.com/', '.com:8443/')],
    ['of another endpoint', BASE.replace('timedtext', 'other')],
    ['that climbs', BASE.replace('timedtext', 'timedtext/../signout')],
    ['of a script', `javascript:fetch('/api/timedtext?v=${ID}')`],
    ['relative to another host', `//evil.example/api/timedtext?v=${ID}`],
    ['without a video', 'https://www.youtube.com/api/timedtext'],
    ['endless', `${BASE}&x=${'y'.repeat(10_000)}`],
    ['that is a number', 7],
    ['that is nothing', null],
  ])('is refused when it is one %s', (_name, address) => {
    expect(captionUrl(address, ID)).toBeNull();
  });

  it('is never on another origin, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((tail) => BASE + tail),
        ),
        (address) => {
          const url = captionUrl(address, ID);
          if (url) expect([url.origin, url.pathname]).toEqual(['https://www.youtube.com', '/api/timedtext']);
        },
      ),
    );
  });

  it.each([
    ['xpe', true],
    ['xpv', true],
    ['abc,xpe,def', true],
    ['xpexpv', false],
    ['', false],
  ])('with exp=%s asks for a token: %s', (exp, expected) => {
    expect(isGated(new URL(BASE.replace('xpe', exp)))).toBe(expected);
  });

  it('has expired once the time it was signed for has passed', () => {
    expect(isExpired(new URL(BASE), 1749680180_000)).toBe(false);
    expect(isExpired(new URL(BASE), 1749680181_000)).toBe(true);
    expect(isExpired(new URL(BASE.replace('expire=1749680181&', '')), 9e15)).toBe(false);
  });
});

describe('the request', () => {
  const token = { pot: 'MpoBsomething-_=', potc: '1' };

  it('borrows the token, names the client and leaves what is signed as it was', () => {
    const url = requestUrl(new URL(`${BASE}&fmt=srv3&xosf=1`), { token, translateTo: null, clientName: 'WEB' });
    const given = Object.fromEntries(url.searchParams);
    expect(given).toMatchObject({ fmt: 'json3', pot: token.pot, potc: '1', c: 'WEB', exp: 'xpe', signature: 'AB.CD' });
    expect(given).not.toHaveProperty('xosf');
    expect(tokenOf(url)).toEqual(token);
  });

  it('asks for a translation only when told', () => {
    const track = new URL(`${BASE}&tlang=fr`);
    expect(requestUrl(track, { token: null, translateTo: null, clientName: 'WEB' }).searchParams.has('tlang')).toBe(
      false,
    );
    const translated = requestUrl(track, { token: null, translateTo: 'de', clientName: 'WEB' });
    expect(translated.searchParams.getAll('tlang')).toEqual(['de']);
    expect(translated.searchParams.has('pot')).toBe(false);
  });
});
