import { expect, it } from 'vitest';
import { chooseTrack, type TrackWishes } from '@/lib/captions/choose-track';
import { trackOf } from './fake-world';

const automatic = trackOf('x', { vssId: 'a.en' });
const manual = trackOf('x', { vssId: '.en', automatic: false });
const director = trackOf('x', { vssId: '.en.abc', automatic: false, named: true });
const german = trackOf('x', { vssId: '.de', language: 'de', automatic: false });
const british = trackOf('x', { vssId: '.en-GB', language: 'en-GB', automatic: false });
const foreignParts = trackOf('x', { vssId: '.f.en', automatic: false, forced: true });
const nothing: TrackWishes = { remembered: null, playerTrack: null, audioLanguage: null, usualTrack: null };

it.each([
  ['the remembered one', [automatic, manual, german], { remembered: '.de' }, '.de'],
  ['none remembered that is gone', [automatic], { remembered: '.fr' }, 'a.en'],
  ['what the player shows', [automatic, manual, german], { playerTrack: '.de' }, '.de'],
  ['by hand before automatic', [automatic, manual], {}, '.en'],
  ['unnamed before named', [director, automatic, manual], {}, '.en'],
  ['named before automatic', [automatic, director], {}, '.en.abc'],
  ['the spoken language before others', [german, automatic], {}, 'a.en'],
  ['the very tag before its sister', [british, manual, automatic], {}, '.en'],
  ['a sister before the automatic one', [automatic, british], {}, '.en-GB'],
  ['the sound’s language before the recogniser’s', [automatic, german], { audioLanguage: 'de' }, '.de'],
  ['the usual one when the spoken language is unknown', [british, german], { usualTrack: '.de' }, '.de'],
  ['the first when nothing is known', [german, british], {}, '.de'],
  ['no track of foreign parts while there is another', [foreignParts, automatic], {}, 'a.en'],
  ['a track of foreign parts when it is all there is', [foreignParts], {}, '.f.en'],
])('takes %s', (_name, tracks, wishes, expected) => {
  expect(chooseTrack(tracks, { ...nothing, ...wishes })?.vssId).toBe(expected);
});

it('takes none of none', () => {
  expect(chooseTrack([], nothing)).toBeNull();
});
