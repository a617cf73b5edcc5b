import { describe, expect, it } from 'vitest';
import { healthWords } from '@/components/shared/words';
import type { EpisodeView } from '@/lib/sidebar/episode';
import { healthOf } from '@/lib/sidebar/health';
import type { Origin, Transcript } from '@/lib/transcript/types';
import { makeEpisode } from '../components/gallery/states';
import { secondsLong } from './transcripts';

const BY_HAND: Origin = { kind: 'captions', vssId: '.en', automatic: false, via: 'timedtext' };
const PANEL: Origin = { kind: 'captions', vssId: '', automatic: true, via: 'panel' };
const IMPORT: Origin = { kind: 'import', shape: 'srt', importedAt: 0 };
const made = (change: Partial<Transcript> = {}) => secondsLong('one two three', change);

describe('the health line', () => {
  it.each<[string, string, Transcript | null, Partial<EpisodeView>]>([
    ['half', 'Getting the words…', null, { search: 'first-words' }],
    ['full', 'Captions, automatic · exact to the word', made(), {}],
    ['full', 'Captions, by hand · exact to the line', made({ origin: BY_HAND, timing: 'cue' }), {}],
    [
      'half',
      'Rough times · looking for better…',
      made({ origin: PANEL, timing: 'second' }),
      { search: 'better-times' },
    ],
    ['half', 'Rough times · the best there is', made({ origin: PANEL, timing: 'second' }), {}],
    [
      'half',
      'Rough times · YouTube asks for a pause',
      made({ origin: PANEL, timing: 'second' }),
      { failure: 'too-many-requests' },
    ],
    ['full', 'Your transcript · exact to the line', made({ origin: IMPORT, timing: 'cue' }), {}],
    ['ring', 'Your transcript · no times', made({ origin: IMPORT, timing: 'none' }), {}],
    [
      'full',
      'Captions, translated · exact to the line',
      made({ origin: { ...BY_HAND, translatedTo: 'de' }, timing: 'cue' }),
      {},
    ],
    [
      'full',
      'Merged · 93 % matched · 2 holes',
      made({ alignment: { verdict: 'good', matched: 0.939, holes: [{}, {}] as never } }),
      {},
    ],
    ['full', 'Merged · 100 % matched', made({ alignment: { verdict: 'good', matched: 1, holes: [] } }), {}],
    ['ring', 'You are offline · these words are from your library', made(), { offline: true }],
    ['idle', 'No captions · looked just now', null, { failure: 'no-captions' }],
    ['diamond', 'No words · YouTube did not send them', null, { failure: 'refused' }],
    ['ring', 'Offline · not in your library yet', null, { failure: 'offline' }],
    ['idle', 'Live now · words come afterwards', null, { failure: 'live' }],
  ])('shows a %s dot and says “%s”', (dot, said, shown, change) => {
    const health = healthOf(makeEpisode(shown, change));
    expect(health.dot).toBe(dot);
    expect(healthWords(health.fact).filter(Boolean).join(' · ')).toBe(said);
  });

  it('looks for the words while nothing is known of the video', () => {
    expect(healthOf(null)).toEqual({ dot: 'half', fact: { kind: 'looking' } });
  });
});
