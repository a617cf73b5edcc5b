import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import { fromBase64, toBase64 } from '../../lib/platform/messaging/base64';
import { createBackgroundCaller } from '../../lib/platform/messaging/call-background';
import { callTab } from '../../lib/platform/messaging/call-tab';
import { createLibraryClient } from '../../lib/platform/messaging/library-client';
import { createOutbox } from '../../lib/platform/messaging/outbox';
import { createArrivalShelf, openPlace, watchUrl } from '../../lib/platform/messaging/places';
import type { RuntimeLike } from '../../lib/platform/messaging/runtime';
import { identifyCaller } from '../../lib/platform/messaging/sender';
import { serveTabCalls } from '../../lib/platform/messaging/serve-tab';
import { tellOfTranscript } from '../../lib/platform/messaging/tell-tabs';
import { PART_BYTES } from '../../lib/protocol/background-calls';
import { PAGE_CALLS } from '../../lib/protocol/background-checks';
import { envelope } from '../../lib/protocol/envelope';
import { fail, ok } from '../../lib/protocol/result';
import type { TabHandlers } from '../../lib/protocol/tab-calls';
import { packTranscript } from '../../lib/transcript/pack';
import { arbitraryTranscript } from '../library/arbitrary-transcript';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';
import { LIBRARY_PAGE, OWN, PAGE, runtimeOver, send, startWorker } from './fake-world';

const VIDEO = videoId(1);

function runtime(sendMessage: RuntimeLike['sendMessage'], id: string | undefined = 'own'): RuntimeLike {
  return { id, sendMessage };
}

describe('createBackgroundCaller', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function callOver(over: RuntimeLike) {
    const started = Date.now();
    const answer = createBackgroundCaller(over)('openOptions', {});
    await vi.runAllTimersAsync();
    await answer;
    return { answer: await answer, took: Date.now() - started };
  }

  it('takes undefined for a failure and asks again', async () => {
    const replies = [undefined, null, { ok: true }, ok(null)];
    let asked = 0;
    const { answer } = await callOver(runtime(async () => replies[asked++]));
    expect(answer).toEqual(ok(null));
    expect(asked).toBe(4);
  });

  it('asks again when the worker dies in the middle', async () => {
    let asked = 0;
    const { answer } = await callOver(
      runtime(async () => {
        if (asked++ === 0) throw new Error('the message channel closed before a response was received');
        return ok(null);
      }),
    );
    expect(answer).toEqual(ok(null));
  });

  it('ends within ten seconds when nobody ever answers', async () => {
    const { answer, took } = await callOver(runtime(() => new Promise(() => undefined)));
    expect(answer).toEqual(fail('unreachable'));
    expect(took).toBeLessThanOrEqual(10_000);
  });

  it('ends after three retries when the worker keeps failing at once', async () => {
    let asked = 0;
    const { answer, took } = await callOver(
      runtime(async () => {
        asked++;
        throw new Error('no receiver');
      }),
    );
    expect(answer).toEqual(fail('unreachable'));
    expect(asked).toBe(4);
    expect(took).toBeLessThan(2_000);
  });

  it.each([
    [
      'sending throws at once',
      runtime(() => {
        throw new Error('gone');
      }),
    ],
    ['the id is gone', { sendMessage: () => Promise.reject(new Error('gone')) }],
    ['the browser says so', runtime(() => Promise.reject(new Error('Extension context invalidated.')))],
  ])('says orphaned when %s', async (_name, over) => {
    expect((await callOver(over)).answer).toEqual(fail('orphaned'));
  });

  it('refuses to send a message that is too large', async () => {
    const call = createBackgroundCaller(runtime(async () => ok(null)));
    await expect(call('openLibrary', { query: 'x'.repeat(1_100_000) })).rejects.toThrow(RangeError);
  });
});

describe('createOutbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps what did not get through and sends it later, in order, only the newest of each key', async () => {
    let reachable = false;
    const arrived: string[] = [];
    const job = (name: string) => async () => {
      if (!reachable) return fail('unreachable');
      arrived.push(name);
      return ok(null);
    };
    const outbox = createOutbox();
    await outbox.post('transcript', job('transcript'));
    await outbox.post('place', job('place 1'));
    await outbox.post('place', job('place 2'));
    expect(outbox.waiting).toBe(2);
    reachable = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(arrived).toEqual(['transcript', 'place 2']);
    expect(outbox.waiting).toBe(0);
  });

  it('does not repeat what was answered, even with a refusal', async () => {
    let asked = 0;
    const outbox = createOutbox();
    await outbox.post('a', async () => {
      asked++;
      return fail('storage-full');
    });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toBe(1);
  });

  it('stops for good when the extension is gone', async () => {
    const outbox = createOutbox();
    await outbox.post('a', async () => fail('unreachable'));
    await outbox.post('b', async () => fail('orphaned'));
    expect(outbox.waiting).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('createLibraryClient', () => {
  it('gives back every transcript that it saved', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTranscript, async (transcript) => {
        const worker = startWorker();
        const client = createLibraryClient(runtimeOver(() => worker));
        const meta = { ...makeFacts(transcript.videoId), chapters: transcript.chapters };
        expect(await client.saveTranscript(meta, transcript)).toEqual(ok(null));
        const opened = await client.openEpisode(transcript.videoId);
        expect(opened.ok && opened.value?.transcripts).toEqual([transcript]);
        expect(opened.ok && opened.value?.meta).toEqual(meta);
      }),
      { numRuns: 60 },
    );
  });

  it('sends large transcripts in parts, through workers that die between any two of them', async () => {
    const words = Array.from({ length: 110_000 }, (_, index) => `a-rather-long-word-${index % 500}`).join(' ');
    const transcript = makeTranscript(words);
    const parts = Math.ceil(packTranscript(transcript).length / PART_BYTES);
    expect(parts).toBeGreaterThan(2);
    for (let dies = 1; dies <= parts; dies++) {
      const store = createMemoryStore<LibraryStores>();
      let worker = startWorker(store);
      let sent = 0;
      const client = createLibraryClient({
        id: OWN.id,
        sendMessage(message) {
          if (sent++ === dies) worker = startWorker(store);
          return send(worker, message);
        },
      });
      expect(await client.saveTranscript(makeFacts(VIDEO), transcript)).toEqual(ok(null));
      const opened = await client.openEpisode(VIDEO);
      expect(opened.ok && opened.value?.transcripts[0]?.text.length).toBe(transcript.text.length);
    }
  });

  it('loses and doubles nothing when answers get lost', async () => {
    const store = createMemoryStore<LibraryStores>();
    let asked = 0;
    const client = createLibraryClient(
      {
        id: OWN.id,
        async sendMessage(message) {
          const answer = await send(startWorker(store), message);
          return asked++ % 2 === 0 ? undefined : answer;
        },
      },
      { pauseMs: 1 },
    );
    for (let number = 0; number < 20; number++) {
      await client.saveTranscript(makeFacts(videoId(number)), makeTranscript('words', { video: videoId(number) }));
    }
    const records = await store.read(['transcripts'], (tx) => tx.count('transcripts'));
    expect(records).toBe(20);
  });

  it('leaves out a transcript whose bytes were damaged', async () => {
    const store = createMemoryStore<LibraryStores>();
    const client = createLibraryClient(runtimeOver(() => startWorker(store)));
    await client.saveTranscript(makeFacts(VIDEO), makeTranscript('one', { id: 'one' }));
    await client.saveTranscript(makeFacts(VIDEO), makeTranscript('two', { id: 'two' }));
    await store.write(['transcripts'], 'relaxed', async (tx) => {
      tx.put('transcripts', [VIDEO, 'two'], { id: 'two', videoId: VIDEO, bytes: new Uint8Array(9), savedAt: 1 });
    });
    const opened = await client.openEpisode(VIDEO);
    expect(opened.ok && opened.value?.transcripts.map(({ id }) => id)).toEqual(['one']);
  });
});

describe('identifyCaller', () => {
  it.each([
    ['our content script', PAGE, 'page'],
    ['our own page', LIBRARY_PAGE, 'extension'],
    ['another extension', { ...PAGE, id: 'other' }, undefined],
    ['a frame inside the page', { ...PAGE, frameId: 3 }, undefined],
    ['another host', { ...PAGE, url: 'https://www.youtube.com.evil.example/watch' }, undefined],
    ['another scheme', { ...PAGE, url: 'http://www.youtube.com/watch' }, undefined],
    ['a page that names our origin', { ...PAGE, url: 'https://evil.example/chrome-extension://own/' }, undefined],
    ['nobody', {}, undefined],
  ])('knows %s', (_name, sender, role) => {
    expect(identifyCaller(sender, OWN)?.role).toBe(role);
  });

  it('says when the window is private', () => {
    expect(identifyCaller({ ...PAGE, tab: { id: 1, incognito: true } }, OWN)?.isPrivate).toBe(true);
  });
});

describe('the background listener', () => {
  it('leaves foreign messages to others', async () => {
    const worker = startWorker();
    expect(await send(worker, { hello: 1 })).toBeUndefined();
    expect(await send(worker, envelope('tab', 'openEpisode', { videoId: VIDEO }))).toBeUndefined();
    expect(await send(worker, envelope('background', 'openOptions', {}), { id: 'other' })).toBeUndefined();
  });

  it('answers a content script nothing that lists or deletes the library', async () => {
    const worker = startWorker();
    const call = envelope('background', 'listEpisodes', { sort: 'read', channel: null, offset: 0, limit: 10 });
    expect(await send(worker, call, PAGE)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await send(worker, call, LIBRARY_PAGE)).toMatchObject({ ok: true });
    expect([...PAGE_CALLS].some((name) => /delete|export|forget|list|backup/i.test(name))).toBe(false);
  });

  it('answers every fuzzed call, changes nothing, and never throws', async () => {
    const store = createMemoryStore<LibraryStores>();
    const worker = startWorker(store);
    const names = [
      ...PAGE_CALLS,
      'listEpisodes',
      'search',
      'searchNames',
      'makeRoom',
      'toString',
      '__proto__',
      'constructor',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), fc.boolean(), async (name, args, inside) => {
        const reply = await send(worker, envelope('background', name, args), inside ? LIBRARY_PAGE : PAGE);
        expect(reply).toHaveProperty('ok');
      }),
      { numRuns: 2_000 },
    );
    expect(await store.read(['episodes'], (tx) => tx.count('episodes'))).toBe(0);
  });
});

describe('tab calls', () => {
  const handlers: TabHandlers = {
    status: () => ok({ videoId: VIDEO, title: 'A talk', shown: true, health: null }),
    toggleSidebar: () => ok(null),
    openSidebar: () => ok(null),
    openFind: () => {
      throw new Error('a bug');
    },
    openImport: async () => ok(null),
    arrive: ({ videoId: wanted }) => ok(wanted === VIDEO),
    transcriptCame: ({ videoId: wanted }) => ok(wanted === VIDEO),
  };

  function tabsWith(served: Record<number, TabHandlers>) {
    return {
      sendMessage(tabId: number, message: unknown): Promise<unknown> {
        const own = served[tabId];
        if (!own) return Promise.reject(new Error('Receiving end does not exist.'));
        return new Promise((resolve) => {
          serveTabCalls(
            {
              id: OWN.id,
              onMessage: {
                addListener: (listener) => void listener(message, { id: OWN.id }, resolve),
                removeListener: () => undefined,
              },
            },
            own,
          );
        });
      },
    };
  }

  it('answers, and says absent where nobody lives', async () => {
    const tabs = tabsWith({ 1: handlers });
    expect(await callTab(tabs, 1, 'toggleSidebar', {})).toEqual(ok(null));
    expect(await callTab(tabs, 2, 'toggleSidebar', {})).toEqual(fail('absent'));
    expect(await callTab(tabs, 1, 'openFind', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('goes to the tab that shows the video, and opens one only when there is none', async () => {
    const done: string[] = [];
    const arrival = { transcriptId: null, time: 83_999, query: 'lamp' };
    const session = new Map<string, unknown>();
    let now = 0;
    const arrivals = createArrivalShelf(
      {
        get: async (key) => ({ [key]: session.get(key) }),
        set: async (items) => void Object.entries(items).forEach(([key, value]) => void session.set(key, value)),
        remove: async (key) => void session.delete(key),
      },
      () => now,
    );
    const world = {
      tabs: {
        ...tabsWith({ 1: { ...handlers, arrive: () => ok(false) }, 3: handlers }),
        query: async () => [
          { id: 1, windowId: 1 },
          { id: 2, windowId: 1 },
          { id: 3, windowId: 2 },
        ],
        create: async ({ url }: { url: string }) => void done.push(url),
        update: async (id: number) => void done.push(`tab ${id}`),
      },
      windows: { update: async (id: number) => void done.push(`window ${id}`) },
      arrivals,
    };
    await openPlace(world, VIDEO, arrival);
    expect(done).toEqual(['tab 3', 'window 2']);
    expect(await arrivals.take(VIDEO)).toBeNull();

    await openPlace(world, videoId(2), arrival);
    expect(done.at(-1)).toBe(watchUrl(videoId(2), 83_999));
    expect(await arrivals.take(videoId(2))).toEqual(arrival);
    expect(await arrivals.take(videoId(2))).toBeNull();

    await openPlace(world, videoId(2), arrival);
    now = 1e9;
    expect(await arrivals.take(videoId(2))).toBeNull();
  });

  it('tells every tab of a transcript, whatever becomes of it in one of them', async () => {
    const told: string[] = [];
    const listening = (name: string): TabHandlers => ({
      ...handlers,
      transcriptCame({ videoId: wanted }) {
        told.push(`${name} ${wanted}`);
        if (name === 'broken') throw new Error('a bug');
        return ok(true);
      },
    });
    const tabs = {
      ...tabsWith({ 1: listening('broken'), 3: listening('open') }),
      query: async () => [{ id: 1 }, { id: 2 }, {}, { id: 3 }],
    };
    await tellOfTranscript(tabs, VIDEO);
    expect(told.sort()).toEqual([`broken ${VIDEO}`, `open ${VIDEO}`]);
    const gone = { ...tabs, query: () => Promise.reject(new Error('no tabs')) };
    await expect(tellOfTranscript(gone, VIDEO)).resolves.toBeUndefined();
  });

  it('writes addresses in whole seconds, rounded down', () => {
    expect(watchUrl(VIDEO, 0)).toBe(`https://www.youtube.com/watch?v=${VIDEO}`);
    expect(watchUrl(VIDEO, 83_999)).toBe(`https://www.youtube.com/watch?v=${VIDEO}&t=83s`);
  });
});

describe('base64', () => {
  it('keeps all bytes and refuses what is not base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
    expect(fromBase64('###')).toBeNull();
  });
});
