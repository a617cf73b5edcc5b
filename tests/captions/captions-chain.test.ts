import { describe, expect, it } from 'vitest';
import type { Refusal, RouteAnswer } from '@/lib/captions/answers';
import type { Offer } from '@/lib/captions/offer';
import type { StoredEpisode } from '@/lib/ports';
import { fail, ok } from '@/lib/protocol/result';
import type { NoWords } from '@/lib/sidebar/episode';
import type { Origin } from '@/lib/transcript/types';
import { milliseconds } from '@/lib/transcript/units';
import { A, answered, B, createWorld, offerOf, storedOf, trackOf, transcriptOf, type WorldInput } from './fake-world';

const POT = { pot: 'p'.repeat(116), potc: '1' };
const refusal = (why: Refusal): RouteAnswer => ({ ok: false, why, detail: '' });

function opened(input: WorldInput = {}, offer: Partial<Offer> = {}) {
  const world = createWorld(input);
  world.chain.open(A);
  world.chain.learn(offerOf(A, offer));
  return world;
}

describe('the captions chain', () => {
  it('shows rough words at once and exact ones when the token comes', async () => {
    let token = null as typeof POT | null;
    const { clock, view, sent } = opened({
      panel: () => answered(A, 'second'),
      timedtext: () => answered(A),
      token: () => token,
    });
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('second');
    expect(view()?.search).toBe('better-times');
    token = POT;
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('word');
    expect(view()?.search).toBe('settled');
    expect(view()?.transcripts).toHaveLength(1);
    expect(sent).toEqual(['panel en', 'token a.en']);
  });

  it('asks for the plain address at once where no token is needed', async () => {
    const { clock, view, sent } = opened({ timedtext: () => answered(A) }, { tracks: [trackOf(A, { gated: false })] });
    await clock.advance(50);
    expect(view()?.shown?.timing).toBe('word');
    expect(sent).toContain('bare a.en');
  });

  it('has the first words of a long answer to look at while the rest is read, and keeps none of them', async () => {
    let finish = (_answer: RouteAnswer): void => undefined;
    const { clock, view, kept } = opened(
      {
        timedtext: (_name, begin) => {
          begin(answered(A));
          return new Promise((resolve) => {
            finish = resolve;
          });
        },
      },
      { tracks: [trackOf(A, { gated: false })] },
    );
    await clock.advance(50);
    expect(view()?.beginning?.videoId).toBe(A);
    expect(view()?.shown).toBeNull();
    expect(view()?.search).toBe('first-words');
    expect(kept).toEqual([]);
    finish(answered(A));
    await clock.advance(50);
    expect(view()?.shown?.timing).toBe('word');
    expect(view()?.beginning).toBeNull();
  });

  it('takes the first words of an answer away when the whole of it cannot be read', async () => {
    const { clock, view } = opened(
      {
        timedtext: (_name, begin) => {
          begin(answered(A));
          return refusal('truncated');
        },
      },
      { tracks: [trackOf(A, { gated: false })] },
    );
    await clock.advance(50);
    expect(view()?.beginning).toBeNull();
    expect(view()?.shown).toBeNull();
  });

  it('never puts the first words of an answer over words that are there', async () => {
    const { clock, view } = opened({
      panel: () => answered(A, 'second'),
      token: () => POT,
      timedtext: (_name, begin) => {
        begin(answered(A));
        return new Promise(() => undefined);
      },
    });
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('second');
    expect(view()?.beginning).toBeNull();
  });

  it('never asks a source twice by itself', async () => {
    const { clock, chain, sent } = opened({ token: () => POT });
    for (let turn = 0; turn < 5; turn += 1) {
      await clock.advance(3_000);
      chain.wake();
      chain.learn(offerOf(A, { tracks: [trackOf(A), trackOf(A, { vssId: `.x${turn}` })] }));
    }
    expect(sent.filter((name) => name.startsWith('panel'))).toHaveLength(1);
    expect(sent.filter((name) => name === 'token a.en')).toHaveLength(1);
  });

  it('asks again when the reader wishes it', async () => {
    const { clock, chain, sent } = opened({ token: () => POT });
    await clock.advance(1_000);
    chain.actions.retry();
    await clock.advance(1_000);
    expect(sent.toSorted()).toEqual(['panel en', 'panel en', 'token a.en', 'token a.en']);
  });

  it.each<[Refusal, Refusal, NoWords]>([
    ['empty', 'forbidden', 'refused'],
    ['shell', 'shell', 'refused'],
    ['captcha', 'forbidden', 'too-many-requests'],
    ['too-many', 'forbidden', 'too-many-requests'],
    ['truncated', 'forbidden', 'damaged'],
    ['too-large', 'shell', 'damaged'],
    ['forbidden', 'forbidden', 'refused'],
    ['missing', 'shell', 'refused'],
    ['expired', 'forbidden', 'refused'],
    ['slow', 'slow', 'refused'],
    ['unreachable', 'unreachable', 'offline'],
    ['not-captions', 'not-captions', 'refused'],
  ])('ends by name when captions are %s and the panel is %s: %s', async (captions, panel, failure) => {
    const { clock, view } = opened({
      token: () => POT,
      timedtext: () => refusal(captions),
      panel: () => refusal(panel),
    });
    await clock.advance(10_000);
    expect(view()?.search).toBe('settled');
    expect(view()?.failure).toBe(failure);
    expect(view()?.shown).toBeNull();
  });

  it.each<[Partial<Offer>, NoWords]>([
    [{ captions: 'none', tracks: [] }, 'no-captions'],
    [{ playability: 'live', tracks: [] }, 'live'],
    [{ playability: 'upcoming', tracks: [] }, 'upcoming'],
    [{ playability: 'sign-in', captions: 'none', tracks: [] }, 'sign-in'],
    [{ playability: 'unplayable', captions: 'none', tracks: [] }, 'unplayable'],
  ])('takes the page’s word for it and asks nothing: %j', async (offer, failure) => {
    const { clock, view, sent } = opened({}, offer);
    await clock.advance(20);
    expect(view()?.failure).toBe(failure);
    expect(sent).toEqual([]);
  });

  it.each(['no-captions', 'sign-in'] as const)(
    'asks once more when the reader wishes it in spite of %s',
    async (why) => {
      const playability = why === 'sign-in' ? why : 'fine';
      let panel = refusal('shell');
      const { clock, chain, view, sent } = opened(
        { panel: () => panel },
        { playability, captions: 'none', tracks: [] },
      );
      await clock.advance(300);
      chain.actions.retry();
      await clock.advance(300);
      expect(sent).toEqual(['panel null']);
      expect(view()).toMatchObject({ search: 'settled', failure: why, shown: null });
      panel = answered(A, 'second');
      chain.actions.retry();
      await clock.advance(300);
      expect(view()?.shown).not.toBeNull();
      expect(sent).toHaveLength(2);
    },
  );

  it('begins after all when the page comes to offer captions', async () => {
    const { clock, chain, view } = opened({ panel: () => answered(A, 'second') }, { captions: 'none', tracks: [] });
    await clock.advance(300);
    expect(view()?.failure).toBe('no-captions');
    chain.learn(offerOf(A));
    await clock.advance(300);
    expect(view()?.shown).not.toBeNull();
    expect(view()?.failure).toBeNull();
  });

  it('asks the panel even when the page says nothing at all', async () => {
    const world = createWorld({ panel: () => answered(A, 'second') });
    world.chain.open(A);
    await world.clock.advance(800);
    expect(world.view()?.shown).not.toBeNull();
  });

  it('lets adverts stop the clock', async () => {
    let advert = true;
    const { clock, view } = opened({ advert: () => advert });
    await clock.advance(60_000);
    expect(view()?.search).toBe('first-words');
    expect(view()?.slow).toBe(true);
    advert = false;
    await clock.advance(10_000);
    expect(view()?.failure).toBe('refused');
  });

  it('takes a token that comes after the search has ended', async () => {
    let token = null as typeof POT | null;
    const { clock, chain, view } = opened({ token: () => token, timedtext: () => answered(A) });
    await clock.advance(12_000);
    expect(view()?.failure).toBe('refused');
    token = POT;
    chain.wake();
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('word');
    expect(view()?.failure).toBeNull();
  });

  it('goes on waiting for the token when only the panel asks to slow down', async () => {
    let token = null as typeof POT | null;
    const { clock, view } = opened({
      panel: () => refusal('too-many'),
      token: () => token,
      timedtext: () => answered(A),
    });
    await clock.advance(2_000);
    token = POT;
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('word');
  });

  it('sends at most four requests in ten minutes while YouTube answers 429, whoever asks', async () => {
    const { clock, chain, sent } = opened({
      token: () => POT,
      panel: () => refusal('too-many'),
      timedtext: () => refusal('too-many'),
    });
    for (let second = 0; second < 600; second += 2) {
      await clock.advance(2_000);
      chain.actions.retry();
      if (second % 60 === 0) {
        chain.open(second % 120 === 0 ? B : A);
        chain.learn(offerOf(second % 120 === 0 ? B : A));
      }
    }
    expect(sent.length).toBeLessThanOrEqual(4);
  });

  it('reads the page’s own panel when nothing else came', async () => {
    const { clock, view } = opened({
      watchPagePanel: (_videoId, onWords) => {
        onWords(answered(A, 'second'));
        return () => undefined;
      },
    });
    await clock.advance(10_000);
    expect(view()?.shown?.origin).toMatchObject({ via: 'page' });
  });

  describe('with a library', () => {
    it('asks nothing of YouTube when exact words are stored', async () => {
      const stored = storedOf(A, [transcriptOf(A)]);
      const { clock, view, sent } = opened({ library: { openEpisode: async () => ok(stored) } });
      await clock.advance(2_000);
      expect(view()?.shown?.timing).toBe('word');
      expect(view()?.search).toBe('settled');
      expect(sent).toEqual([]);
    });

    it('asks again when the video has become another length', async () => {
      const stored = storedOf(A, [transcriptOf(A)]);
      const { clock, view, sent } = opened(
        { library: { openEpisode: async () => ok(stored) }, panel: () => answered(A, 'second') },
        { duration: milliseconds(70_000) },
      );
      await clock.advance(500);
      expect(sent).toEqual(['panel en']);
      expect(view()?.shown?.timing).toBe('second');
    });

    it('shows stored rough words and still looks for better ones', async () => {
      const stored = storedOf(A, [transcriptOf(A, { via: 'panel', vssId: '' })]);
      const { clock, view, sent, kept } = opened({
        library: { openEpisode: async () => ok(stored) },
        token: () => POT,
        timedtext: () => answered(A),
      });
      await clock.advance(1_000);
      expect(sent).toEqual(['token a.en']);
      expect(view()?.shown?.timing).toBe('word');
      expect(kept).toEqual([`save ${view()?.shown?.id}`, `remove ${stored.transcripts[0]?.id}`]);
    });

    it('takes in what is brought elsewhere while the video is open, and captions not', async () => {
      const origin = (human: string): Origin => ({ kind: 'merge', human, timed: 't' });
      const merged = (human: string, id: string) => ({ ...transcriptOf(A), id, origin: origin(human) });
      let stored = storedOf(A, [transcriptOf(A)]);
      const { clock, chain, view, kept } = opened({ library: { openEpisode: async () => ok(stored) } });
      await clock.advance(500);
      const read = view()?.shown?.id;
      stored = storedOf(A, [transcriptOf(A, { via: 'panel', vssId: '' }), merged('h', 'm1'), transcriptOf(B)]);
      expect(chain.transcriptCame(B)).toBe(false);
      expect(chain.transcriptCame(A)).toBe(true);
      await clock.advance(100);
      expect(view()?.transcripts.map(({ id }) => id)).toEqual(['m1', read]);
      // Of the same text another merge takes the place of the first.
      stored = storedOf(A, [merged('h', 'm2'), merged('other', 'm3')]);
      chain.transcriptCame(A);
      await clock.advance(100);
      expect(
        view()
          ?.transcripts.map(({ id }) => id)
          .sort(),
      ).toEqual(['m2', 'm3', read].sort());
      // But not one with worse times.
      stored = storedOf(A, [{ ...merged('h', 'm4'), timing: 'second' }]);
      chain.transcriptCame(A);
      await clock.advance(100);
      expect(view()?.transcripts.map(({ id }) => id)).not.toContain('m4');
      // What the reader chose by name goes on in its successor.
      chain.actions.showTranscript('m2');
      stored = storedOf(A, [merged('h', 'm5')]);
      chain.transcriptCame(A);
      await clock.advance(100);
      expect(view()?.shown?.id).toBe('m5');
      expect(kept.filter((call) => !call.startsWith('choice'))).toEqual([]);
    });

    it('takes in nothing for a reader who has gone on, and lives on when the library fails', async () => {
      let answer = async () => ok<StoredEpisode | null>(null);
      const { clock, chain, view } = opened({
        library: { openEpisode: () => answer() },
        token: () => POT,
        timedtext: () => answered(A),
      });
      await clock.advance(500);
      const before = view();
      answer = () => Promise.reject(new Error('a broken port'));
      expect(chain.transcriptCame(A)).toBe(true);
      await clock.advance(100);
      expect(view()).toEqual(before);
      answer = async () =>
        ok(storedOf(A, [{ ...transcriptOf(A), id: 'late', origin: { kind: 'merge', human: 'h', timed: 't' } }]));
      chain.transcriptCame(A);
      chain.open(B);
      await clock.advance(100);
      expect(view()?.transcripts).toEqual([]);
    });

    it('keeps rough words only when nothing better came', async () => {
      const { clock, chain, view, kept } = opened({ panel: () => answered(A, 'second') });
      await clock.advance(1_000);
      expect(kept).toEqual([]);
      const id = view()?.shown?.id;
      chain.open(B);
      expect(kept).toEqual([`save ${id}`]);
    });

    it('keeps nothing when the reader wants nothing kept', async () => {
      const { clock, kept } = opened({ keeps: false, token: () => POT, timedtext: () => answered(A) });
      await clock.advance(1_000);
      expect(kept).toEqual([]);
    });

    it('does without a library that never answers', async () => {
      const { clock, view } = opened({
        panel: () => answered(A, 'second'),
        library: { openEpisode: () => new Promise(() => undefined) },
      });
      await clock.advance(400);
      expect(view()?.shown).not.toBeNull();
    });

    it.each([
      ['storage-full', { storage: 'full' }],
      ['storage-broken', { storage: 'broken' }],
      ['orphaned', { orphaned: true }],
    ] as const)('says when the library answers %s', async (code, expected) => {
      const { clock, view } = opened({
        token: () => POT,
        timedtext: () => answered(A),
        library: { saveTranscript: async () => fail(code) },
      });
      await clock.advance(1_000);
      expect(view()).toMatchObject(expected);
      expect(view()?.shown).not.toBeNull();
    });

    it('saves a place under the video it belongs to, also after the reader has gone on', async () => {
      const { clock, chain, view, kept } = opened({ token: () => POT, timedtext: () => answered(A) });
      await clock.advance(1_000);
      const transcriptId = view()?.shown?.id ?? '';
      chain.open(B);
      chain.actions.savePlace({ transcriptId, word: 7, time: null, following: false });
      expect(kept).toContain(`place ${A} 7`);
      expect(kept.some((call) => call.startsWith(`place ${B}`))).toBe(false);
    });
  });

  describe('with several tracks', () => {
    const tracks = [trackOf(A), trackOf(A, { vssId: '.en', automatic: false, name: 'English' })];

    it('takes the one made by hand and changes on the reader’s wish, which is remembered', async () => {
      const { clock, chain, view, sent, kept } = opened({ token: () => POT, timedtext: () => answered(A) }, { tracks });
      await clock.advance(1_000);
      expect(sent.indexOf('token .en')).toBeLessThan(sent.indexOf('token a.en'));
      chain.actions.chooseTrack('a.en');
      await clock.advance(1_000);
      expect(view()?.shown?.origin).toMatchObject({ vssId: 'a.en' });
      expect(view()?.chosenTrack).toBe('a.en');
      expect(kept).toContain(`choice ${A} {"chosen":null,"chosenTrack":"a.en"}`);
      const before = sent.length;
      chain.actions.chooseTrack('.en');
      await clock.advance(1_000);
      expect(view()?.shown?.origin).toMatchObject({ vssId: '.en' });
      expect(sent).toHaveLength(before);
    });

    it('gives words made by hand the times the recogniser heard, and keeps them once', async () => {
      const written = {
        language: 'en',
        timing: 'cue' as const,
        cues: [{ start: 0, end: 4_000, text: 'One, two: three!' }],
      };
      const words = ['one', ' two', ' three'].map((text, index) => ({ text, start: 500 + index * 700 }));
      const heard = {
        language: 'en',
        timing: 'word' as const,
        cues: [{ start: 500, end: 3_000, text: 'one two three', words }],
      };
      const { clock, view, kept } = opened(
        {
          token: () => POT,
          timedtext: (name) => ({ ok: true, words: name.endsWith('a.en') ? heard : written, detail: '' }),
        },
        { tracks },
      );
      await clock.advance(1_000);
      const shown = view()?.shown;
      expect(shown).toMatchObject({
        text: 'One, two: three!',
        timing: 'word',
        origin: { vssId: '.en', automatic: false },
      });
      expect([...(shown?.words.start ?? [])]).toEqual([500, 1200, 1900]);
      expect(view()?.transcripts).toHaveLength(1);
      expect(kept).toEqual([`save ${shown?.id}`]);
    });

    it('keeps words made by hand as they are when the recogniser’s times do not come', async () => {
      const { clock, view, kept } = opened(
        {
          token: () => POT,
          timedtext: (name) => (name.endsWith('a.en') ? refusal('empty') : answered(A)),
        },
        { tracks },
      );
      await clock.advance(1_000);
      expect(view()?.search).toBe('settled');
      expect(view()?.failure).toBeNull();
      expect(kept).toEqual([`save ${view()?.shown?.id}`]);
    });

    it('keeps words made by hand when the reader leaves before the recogniser’s times come', async () => {
      const { clock, chain, view, kept } = opened(
        {
          token: () => POT,
          timedtext: (name) => (name.endsWith('a.en') ? new Promise(() => undefined) : answered(A)),
        },
        { tracks },
      );
      await clock.advance(1_000);
      const id = view()?.shown?.id;
      expect(kept).toEqual([]);
      chain.open(B);
      expect(kept).toEqual([`save ${id}`]);
    });

    it('takes the track that was remembered', async () => {
      const stored = storedOf(A, [], { chosenTrack: 'a.en' });
      const { clock, sent } = opened(
        { token: () => POT, timedtext: () => answered(A), library: { openEpisode: async () => ok(stored) } },
        { tracks },
      );
      await clock.advance(1_000);
      expect(sent).toContain('token a.en');
      expect(sent).not.toContain('token .en');
    });

    it('translates on wish only, and goes back', async () => {
      const { clock, chain, view, sent } = opened({ token: () => POT, timedtext: () => answered(A) }, { tracks });
      await clock.advance(1_000);
      expect(sent.some((name) => name.includes('>'))).toBe(false);
      chain.actions.translateTo('de');
      await clock.advance(1_000);
      expect(view()?.shown?.origin).toMatchObject({ translatedTo: 'de' });
      expect(view()?.shown?.language).toBe('de');
      chain.actions.translateTo(null);
      await clock.advance(1_000);
      expect(view()?.shown?.origin).not.toHaveProperty('translatedTo');
    });

    it('shows the chosen transcript again after another was shown', async () => {
      const { clock, chain, view } = opened({ token: () => POT, timedtext: () => answered(A) }, { tracks });
      await clock.advance(1_000);
      const first = view()?.shown?.id ?? '';
      chain.actions.chooseTrack('a.en');
      await clock.advance(1_000);
      chain.actions.showTranscript(first);
      expect(view()?.shown?.id).toBe(first);
    });
  });

  it('provokes the player and takes the token it minted', async () => {
    let token = null as typeof POT | null;
    const { clock, chain, view } = opened({
      token: () => token,
      timedtext: () => answered(A),
      provoke: async () => {
        token = POT;
      },
    });
    await clock.advance(10_000);
    chain.actions.provokeCaptions();
    await clock.advance(300);
    expect(view()?.shown?.timing).toBe('word');
  });

  it('says nothing of a video that is not shown', async () => {
    const { clock, chain, view } = opened({ panel: () => answered(A, 'second') });
    await clock.advance(1_000);
    chain.open(null);
    expect(view()).toBeNull();
    chain.learn(offerOf(A));
    await clock.advance(1_000);
    expect(view()).toBeNull();
  });
});
