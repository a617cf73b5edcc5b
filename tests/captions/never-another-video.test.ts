import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RouteAnswer } from '@/lib/captions/answers';
import { createBreaker } from '@/lib/captions/breaker';
import { createCaptionsChain } from '@/lib/captions/captions-chain';
import type { OfferedTrack } from '@/lib/captions/offer';
import type { LibraryPort } from '@/lib/ports';
import { ok } from '@/lib/protocol/result';
import type { VideoId } from '@/lib/transcript/units';
import { answered, offerOf, storedOf, trackOf, transcriptOf } from './fake-world';

const IDS = ['aaaaaaaaaaa', 'bbbbbbbbbbb', 'ccccccccccc'] as VideoId[];

type Step = { readonly kind: 'open' | 'learn' | 'wake' | 'retry' | 'translate' | 'leave'; readonly video: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('open', 'open', 'open', 'learn', 'learn', 'wake', 'retry', 'translate', 'leave'),
  video: fc.nat(2),
});

it('never shows words of another video, however late the answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.array(fc.constantFrom('words', 'empty', 'too-many'), { minLength: 1, maxLength: 12 }),
      async (scheduler, steps, outcomes) => {
        let shownFor: VideoId | null = null;
        // Collected, because an error thrown inside a scheduled step is the scheduler's, not the test's.
        const wrong: string[] = [];
        let turn = 0;
        let now = 0;
        const late = (label: string, answer: RouteAnswer): Promise<RouteAnswer> =>
          scheduler.schedule(Promise.resolve(answer), label);
        const next = (videoId: string, timing: 'word' | 'second'): RouteAnswer => {
          turn += 1;
          const outcome = outcomes[turn % outcomes.length];
          if (outcome === 'words') return answered(videoId, timing);
          return { ok: false, why: outcome === 'empty' ? 'empty' : 'too-many', detail: '' };
        };
        const library: LibraryPort = {
          openEpisode: (id) => {
            const videoId = id as VideoId;
            const hit = turn++ % 3 === 0;
            const answer = ok(hit ? storedOf(videoId, [transcriptOf(videoId, { via: 'panel', vssId: '' })]) : null);
            return scheduler.schedule(Promise.resolve(answer), `library ${videoId}`);
          },
          saveTranscript: async (meta, transcript) => {
            if (meta.videoId !== transcript.text) wrong.push(`saved ${transcript.text} as ${meta.videoId}`);
            return ok(null);
          },
          removeTranscript: async () => ok(null),
          saveChoice: async () => ok(null),
          savePlace: async () => ok(null),
        };
        const chain = createCaptionsChain({
          routes: {
            timedtext: (ask, videoId, _signal, begin) => {
              // The track that is asked for is one of the video it is asked for.
              if (!ask.track.url.includes(videoId)) wrong.push(`asked ${ask.track.url} for ${videoId}`);
              late(`beginning ${videoId}`, answered(videoId)).then((answer) => {
                if (answer.ok && turn % 2 === 0) begin?.(answer);
              });
              return late(`timedtext ${videoId}`, next(videoId, 'word'));
            },
            panel: (ask) => late(`panel ${ask.videoId}`, next(ask.videoId, 'second')),
            watchPagePanel: (videoId, onWords) => {
              late(`page ${videoId}`, answered(videoId, 'second')).then(onWords);
              return () => undefined;
            },
            token: (videoId) => ({ pot: `pot of ${videoId} ${turn % 4}`, potc: null }),
            provoke: async () => undefined,
            isAdvert: () => false,
            isOffline: () => false,
          },
          library,
          clock: {
            now: () => now,
            // Timers are late answers too: they may fire at any moment after any other.
            after(ms, call) {
              let isOff = false;
              scheduler.schedule(Promise.resolve(), `timer ${ms}`).then(() => {
                now += ms;
                if (!isOff && now < 60_000) call();
              });
              return () => {
                isOff = true;
              };
            },
          },
          newCanceller: () => new AbortController(),
          breaker: createBreaker({ now: () => now, random: () => 0.5, onChange: () => undefined }),
          keeps: () => true,
          onView(view) {
            if (view === null) return;
            const seen = [
              view.meta.videoId,
              ...view.transcripts.map(({ text }) => text),
              ...(view.beginning ? [view.beginning.text] : []),
              ...(view.tracks as readonly OfferedTrack[]).map(({ url }) => url),
            ];
            for (const each of seen) if (!shownFor || !each.includes(shownFor)) wrong.push(`${each} for ${shownFor}`);
          },
        });
        scheduler.scheduleSequence(
          steps.map(({ kind, video }) => ({
            label: `${kind} ${video}`,
            builder: async () => {
              const id = IDS[video] as VideoId;
              if (kind === 'open') {
                shownFor = id;
                chain.open(id);
              } else if (kind === 'leave') {
                shownFor = null;
                chain.open(null);
              } else if (kind === 'learn') chain.learn(offerOf(id, { tracks: [trackOf(id, { gated: video !== 0 })] }));
              else if (kind === 'wake') chain.wake();
              else if (kind === 'retry') chain.actions.retry();
              else chain.actions.translateTo('de');
            },
          })),
        );
        await scheduler.waitIdle();
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 10_000 },
  );
});
