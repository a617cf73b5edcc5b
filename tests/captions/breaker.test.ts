import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreakerMemory, createBreaker, type Endpoint } from '@/lib/captions/breaker';

function breakerAt() {
  let now = 0;
  let memory: BreakerMemory | null = null;
  const make = () =>
    createBreaker({
      now: () => now,
      random: () => 0,
      onChange: (next) => {
        memory = next;
      },
    });
  const to = (ms: number) => {
    now = ms;
  };
  return { breaker: make(), to, make, memory: () => JSON.parse(JSON.stringify(memory)) as unknown };
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

  it('goes on in another page where it was in this one', () => {
    const { breaker, make, memory, to } = breakerAt();
    breaker.admits('panel', false);
    breaker.tripped('panel', 60_000);
    const other = make();
    other.recall(memory());
    to(59_000);
    expect(other.admits('panel', true)).toBe(false);
    expect(other.admits('timedtext', false)).toBe(true);
    to(60_000);
    expect(other.admits('panel', false)).toBe(true);
  });

  it('lets a page that was loaded since ask once, and forgets all when it is answered', () => {
    const { breaker, make, memory } = breakerAt();
    breaker.admits('panel', false);
    breaker.tripped('panel', null);
    const other = make();
    other.recall(memory());
    expect(other.admits('panel', false)).toBe(true);
    other.recovered('panel');
    breaker.recall(memory());
    expect(breaker.admits('panel', false)).toBe(true);
  });

  it('counts the requests of all pages', () => {
    const { make, memory, to } = breakerAt();
    let sent = 0;
    for (let page = 0; page < 10; page += 1) {
      to(page * 59_000);
      const breaker = make();
      if (page > 0) breaker.recall(memory());
      if (!breaker.admits('panel', true)) continue;
      sent += 1;
      breaker.tripped('panel', null);
    }
    expect(sent).toBeLessThanOrEqual(4);
  });

  it('is not misled by a memory that is none', () => {
    fc.assert(
      fc.property(fc.anything(), (memory) => {
        const { breaker } = breakerAt();
        breaker.recall(memory);
        breaker.recall({
          trips: { panel: memory, timedtext: { count: 1, notBefore: 9e15 } },
          sent: [memory],
        });
        expect(breaker.admits('panel', false)).toBe(true);
        expect(breaker.admits('timedtext', false)).toBe(true);
      }),
    );
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
