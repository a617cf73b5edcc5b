import { describe, expect, it } from 'vitest';
import { fetchBytes, LARGEST_BODY, readRetryAfter } from '@/lib/platform/youtube/fetch-bytes';

/** A body that gives what `next` gives, until it gives null. */
function stream(next: (turn: number) => Uint8Array | null | Promise<Uint8Array | null>): ReadableStream<Uint8Array> {
  let turn = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = await next(turn++);
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}

/** A network that answers with this response and honours the abort signal, as browsers do. */
const network =
  (answer: () => Response): typeof fetch =>
  async (_url, init) => {
    const response = answer();
    const { signal } = init ?? {};
    if (!response.body || !signal) return response;
    const reader = response.body.getReader();
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
    );
    aborted.catch(() => undefined);
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await Promise.race([reader.read(), aborted]);
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };

const signal = () => new AbortController().signal;
const url = 'https://www.youtube.com/api/timedtext';

describe('a request', () => {
  it('gives text, size and status', async () => {
    const answer = await fetchBytes({
      url,
      deadline: 1_000,
      signal: signal(),
      fetch: network(() => new Response('hé', { status: 203 })),
    });
    expect(answer).toEqual({ ok: true, body: { status: 203, text: 'hé', bytes: 3, retryAfter: null } });
  });

  it('puts characters together that were cut between two pieces', async () => {
    const bytes = new TextEncoder().encode('日本語');
    const fetch = network(
      () => new Response(stream((turn) => (turn < bytes.length ? bytes.subarray(turn, turn + 1) : null))),
    );
    const answer = await fetchBytes({ url, deadline: 1_000, signal: signal(), fetch });
    expect(answer).toMatchObject({ ok: true, body: { text: '日本語', bytes: 9 } });
  });

  it('stops reading at 32 MiB', async () => {
    const piece = new Uint8Array(8 * 1024 * 1024).fill(32);
    let given = 0;
    const fetch = network(
      () =>
        new Response(
          stream(() => {
            given += piece.length;
            return piece;
          }),
        ),
    );
    const answer = await fetchBytes({ url, deadline: 20_000, signal: signal(), fetch });
    expect(answer).toMatchObject({ ok: false, why: 'too-large' });
    expect(given).toBeLessThan(LARGEST_BODY + 4 * piece.length);
  });

  it('ends at its deadline when the answer only drips', async () => {
    const fetch = network(
      () => new Response(stream(() => new Promise((resolve) => setTimeout(() => resolve(new Uint8Array([32])), 20)))),
    );
    const answer = await fetchBytes({ url, deadline: 80, signal: signal(), fetch });
    expect(answer).toMatchObject({ ok: false, why: 'slow' });
  });

  it('ends when nobody waits for it any more', async () => {
    const controller = new AbortController();
    const fetch = network(() => new Response(stream(() => new Promise(() => undefined))));
    const answer = fetchBytes({ url, deadline: 5_000, signal: controller.signal, fetch });
    setTimeout(() => controller.abort(), 10);
    expect(await answer).toMatchObject({ ok: false, why: 'dropped' });
  });

  it('is not sent at all when it was dropped before', async () => {
    const fetch = () => {
      throw new Error('sent');
    };
    expect(await fetchBytes({ url, deadline: 10, signal: AbortSignal.abort(), fetch })).toMatchObject({
      why: 'dropped',
    });
  });

  it('tells a broken-off answer from none', async () => {
    const broken = network(
      () =>
        new Response(
          stream((turn) => {
            if (turn > 0) throw new TypeError('network error');
            return new Uint8Array([123]);
          }),
        ),
    );
    expect(await fetchBytes({ url, deadline: 1_000, signal: signal(), fetch: broken })).toMatchObject({
      why: 'truncated',
    });
    const none: typeof fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await fetchBytes({ url, deadline: 1_000, signal: signal(), fetch: none })).toMatchObject({
      why: 'unreachable',
    });
  });
});

it.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['120', 120_000],
  ['0', 0],
  ['-5', 0],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 60_000],
  ['Wed, 21 Oct 2026 07:00:00 GMT', 0],
])('Retry-After %j is %j', (header, expected) => {
  expect(readRetryAfter(header, Date.parse('Wed, 21 Oct 2026 07:27:00 GMT'))).toBe(expected);
});
