// @vitest-environment happy-dom
import { afterAll, describe, expect, it } from 'vitest';
import { type Bridge, connectBridge } from '@/lib/platform/youtube/bridge';
import { type Channel, meet } from '@/lib/platform/youtube/handshake';
import type { VideoId } from '@/lib/transcript/units';

const ID = 'abcdefghijk' as VideoId;
const stop = new AbortController();
let answer: (text: string) => string | null = () => null;
let bridge: Bridge | null = null;

/** One pair for all tests: the real ones are joined once for the life of a page too. */
function connected(reply: typeof answer): Bridge {
  answer = reply;
  if (bridge) return bridge;
  bridge = connectBridge(stop.signal);
  meet('page', (channel: Channel) =>
    channel.listen((text) => {
      const said = answer(text);
      if (said !== null) channel.send(said);
    }),
  );
  return bridge;
}
afterAll(() => stop.abort());

const says = (value: unknown) => connected(() => JSON.stringify(value));
const address = (query: string) => `https://www.youtube.com/api/timedtext?v=${ID}${query}`;

describe('the bridge', () => {
  it('takes the first token of the right video', () => {
    const addresses = [
      address(''),
      address('&pot=').replace(ID, 'zzzzzzzzzzz'),
      'https://evil.example/api/timedtext?v=abcdefghijk&pot=evil',
      address('&pot=right&potc=1'),
    ];
    expect(says(addresses).token(ID)).toEqual({ pot: 'right', potc: '1' });
    expect(says(addresses.slice(0, 3)).token(ID)).toBeNull();
  });

  it('takes a clock only when it is one', () => {
    expect(says({ time: 4.5, duration: 60, videoId: ID }).clock()).toEqual({ time: 4.5, duration: 60, videoId: ID });
    expect(says({ time: 4.5, duration: null, videoId: 'no' }).clock()).toEqual({
      time: 4.5,
      duration: null,
      videoId: null,
    });
    for (const time of [null, 'x', -1, {}]) expect(says({ time }).clock()).toBeNull();
  });

  it.each([
    ['nothing', () => null],
    ['no JSON', () => '{'],
    ['null', () => 'null'],
    ['a number', () => '7'],
    ['a list of anything', () => '[null,{},[],"x",7]'],
    ['something endless', () => `"${'x'.repeat(5_000_000)}"`],
  ])('takes %s for not knowing', (_name, reply) => {
    const silent = connected(reply);
    expect(silent.token(ID)).toBeNull();
    expect(silent.clock()).toBeNull();
    expect(silent.client()).toBeNull();
    expect(silent.responses()).toEqual({ player: null, initial: null, shownTrack: null });
    expect(silent.seek(5)).toBe(false);
  });

  it('asks in plain words', () => {
    const asked: string[] = [];
    const asking = connected((text) => {
      asked.push(text);
      return 'true';
    });
    expect(asking.seek(12.5)).toBe(true);
    expect(asking.toggleCaptions()).toBe(true);
    expect(asked).toEqual(['{"do":"seek","to":12.5}', '{"do":"toggle-captions"}']);
  });
});
