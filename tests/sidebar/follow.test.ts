import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLLOWING, type FollowEvent, type FollowState, follow, mayScroll } from '@/lib/sidebar/follow';

const event = fc.oneof(
  fc
    .constantFrom('scroll', 'key', 'touch', 'selection', 'find', 'strip')
    .map((did) => ({ type: 'reader', did }) as FollowEvent),
  fc.boolean().map((playing) => ({ type: 'advert', playing }) as FollowEvent),
  fc.boolean().map((on) => ({ type: 'switch', on }) as FollowEvent),
  fc.constantFrom<FollowEvent>({ type: 'seek' }, { type: 'back-to-now' }, { type: 'video' }, { type: 'time' }),
);

function run(events: readonly FollowEvent[], from: FollowState = FOLLOWING): FollowState {
  return events.reduce(follow, from);
}

/** What only the reader can mean: everything else leaves a held text alone. */
function isResumption(each: FollowEvent): boolean {
  if (each.type === 'switch') return each.on;
  return each.type === 'seek' || each.type === 'back-to-now' || each.type === 'video';
}

describe('following', () => {
  it.each([
    ['goes on while time passes', [{ type: 'time' }], 'following'],
    ['is held by a scroll', [{ type: 'reader', did: 'scroll' }], 'held'],
    ['is held by an open find', [{ type: 'reader', did: 'find' }], 'held'],
    ['goes on after Back to now', [{ type: 'reader', did: 'key' }, { type: 'back-to-now' }], 'following'],
    ['goes on after a seek', [{ type: 'reader', did: 'touch' }, { type: 'seek' }], 'following'],
    [
      'is held through an advert',
      [
        { type: 'reader', did: 'scroll' },
        { type: 'advert', playing: true },
        { type: 'advert', playing: false },
      ],
      'held',
    ],
    ['begins anew with another video', [{ type: 'reader', did: 'strip' }, { type: 'video' }], 'following'],
    [
      'stays off when switched off, whatever is seeked',
      [{ type: 'switch', on: false }, { type: 'seek' }, { type: 'video' }],
      'off',
    ],
    [
      'comes back when asked for after being off',
      [{ type: 'switch', on: false }, { type: 'back-to-now' }],
      'following',
    ],
  ] as const)('%s', (_name, events, mode) => {
    expect(run(events).mode).toBe(mode);
  });

  it('never resumes a held text by itself, in 10,000 schedules', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = FOLLOWING;
        for (const each of events) {
          const next = follow(state, each);
          if (state.mode !== 'following' && next.mode === 'following') expect(isResumption(each)).toBe(true);
          if (each.type === 'reader') expect(next.mode).not.toBe('following');
          state = next;
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('scrolls only while following and outside adverts, in 10,000 schedules', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const adverts = events.filter((each) => each.type === 'advert' || each.type === 'video');
        const last = adverts.at(-1);
        const state = run(events);
        const isAdvert = last?.type === 'advert' && last.playing;
        expect(state.advert).toBe(isAdvert);
        expect(mayScroll(state)).toBe(state.mode === 'following' && !isAdvert);
      }),
      { numRuns: 10_000 },
    );
  });

  it('holds for as long as the reader likes: time and adverts between change nothing', () => {
    const idle = fc.oneof(
      fc.constant<FollowEvent>({ type: 'time' }),
      fc.boolean().map((playing) => ({ type: 'advert', playing }) as FollowEvent),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.array(idle, { maxLength: 60 }), (before, after) => {
        const held = follow(run(before), { type: 'reader', did: 'scroll' });
        expect(run(after, held).mode).toBe(held.mode);
      }),
    );
  });

  it('gives the same state, not a copy, when nothing changes', () => {
    expect(follow(FOLLOWING, { type: 'seek' })).toBe(FOLLOWING);
    expect(follow(FOLLOWING, { type: 'advert', playing: false })).toBe(FOLLOWING);
  });
});
