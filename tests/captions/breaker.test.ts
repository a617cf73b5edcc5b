import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBreaker, type Endpoint } from '@/lib/captions/breaker';

function breakerAt() {
  let now = 0;
  const breaker = createBreaker({ now: () => now, after: () => () => undefined }, () => 0);
  return { breaker, to: (ms: number) => (now = ms) };
}

describe('the breaker', () => {
  it('lets everything through until YouTube asks to slow down', () => {
    const { breaker } = breakerAt();
    for (let turn = 0; turn < 50; turn += 1) expect(breaker.admits('timedtext', false)).toBe(true);
  });

  it('holds back only the endpoint that asked', () => {
    const { breaker } = breakerAt();
    breaker.tripped('translation', null);
    expect(breaker.admits('translation', true)).toBe(false);
    expect(breaker.admits('timedtext', false)).toBe(true);
    expect(breaker.admits('panel', false)).toBe(true);
  });

  it('lets the reader try sooner than the page', () => {
    const { breaker, to } = breakerAt();
    breaker.tripped('panel', null);
    to(31_000);
    expect(breaker.admits('panel', false)).toBe(false);
    expect(breaker.admits('panel', true)).toBe(true);
  });

  it('waits as long as the server says, for readers too', () => {
    const { breaker, to } = breakerAt();
    breaker.tripped('panel', 900_000);
    to(899_000);
    expect(breaker.admits('panel', true)).toBe(false);
    to(900_000);
    expect(breaker.admits('panel', false)).toBe(true);
  });

  it('waits longer each time and forgets it once words come', () => {
    const { breaker, to } = breakerAt();
    breaker.tripped('panel', null);
    breaker.tripped('panel', null);
    to(31_000);
    expect(breaker.admits('panel', true)).toBe(false);
    breaker.recovered('panel');
    expect(breaker.admits('panel', false)).toBe(true);
  });

  it('never sends more than four requests in ten minutes to endpoints that keep refusing', () => {
    const ask = fc.record({
      after: fc.nat(40_000),
      endpoint: fc.constantFrom<Endpoint>('timedtext', 'translation', 'panel'),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 200 }), (asks) => {
        const { breaker, to } = breakerAt();
        const refused = new Set<Endpoint>();
        const sent: number[] = [];
        let now = 0;
        for (const { after, endpoint } of asks) {
          now += after;
          to(now);
          if (!breaker.admits(endpoint, true)) continue;
          // The first request to each endpoint could not know.
          if (refused.has(endpoint)) sent.push(now);
          refused.add(endpoint);
          breaker.tripped(endpoint, null);
        }
        for (const start of sent)
          expect(sent.filter((at) => at >= start && at < start + 600_000).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
