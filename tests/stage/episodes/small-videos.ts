/** Short videos, one for each state the site can answer with. */
import { asrBody } from '../captions/asr';
import type { CaptionEvent, TrackBody } from '../captions/body';
import { manualBody } from '../captions/manual';
import { silentMedia } from '../media/recipes';
import type { StageTrack, StageVideo, VideoState } from '../video';
import { longTalk } from './long-talk';
import type { TruthWord } from './speech';

const minute = 60_000;

/** A video of a few minutes about nothing in particular; `changes` make it special. */
export function smallVideo(id: string, title: string, seed: number, changes: Partial<StageVideo> = {}): StageVideo {
  const durationMs = changes.durationMs ?? 3 * minute;
  const { words } = longTalk(seed, durationMs, minute);
  return {
    id,
    title,
    author: 'Harbour Notes',
    channelId: 'UCharbourNotesStage00000',
    durationMs,
    state: 'ok',
    description: title,
    tracks: [
      manualTrack('.en', 'en', 'English', words, durationMs),
      automaticTrack('a.en', 'en', 'English (auto-generated)', words, durationMs),
    ],
    chapters: [],
    chapterKind: 'none',
    audio: [],
    media: () => silentMedia('Harbour Notes', durationMs),
    truth: words,
    speakers: ['Speaker 1', 'Speaker 2'],
    ...changes,
  };
}

export function manualTrack(
  vssId: string,
  language: string,
  name: string,
  words: readonly TruthWord[],
  durationMs: number,
): StageTrack {
  return {
    vssId,
    languageCode: language,
    name,
    trackName: '',
    automatic: false,
    body: manualBody(words, { durationMs }),
  };
}

export function automaticTrack(
  vssId: string,
  language: string,
  name: string,
  words: readonly TruthWord[],
  durationMs: number,
): StageTrack {
  return { vssId, languageCode: language, name, trackName: '', automatic: true, body: asrBody(words, { durationMs }) };
}

/** The words and tracks of a small video in a made-up dialect, so that tracks can be told apart by their text. */
export function marked(words: readonly TruthWord[], mark: string): TruthWord[] {
  return words.map((word) => ({ ...word, text: `${mark}${word.text}` }));
}

/** Tracks of one language that only their names tell apart. */
export function namedDuplicates(id: string): StageVideo {
  const base = smallVideo(id, 'Three sets of English subtitles', 31);
  const named = (trackName: string, suffix: string, mark: string): StageTrack => ({
    ...manualTrack(`.en.${suffix}`, 'en', `English - ${trackName}`, marked(base.truth, mark), base.durationMs),
    trackName,
  });
  return {
    ...base,
    tracks: [
      ...base.tracks,
      named('Simple words', 'eEY6OEpapPo', 'simple-'),
      named('Verbatim', 'nP7-2PuUl7o', 'verbatim-'),
    ],
  };
}

/** Two audio tracks; each has captions of its own. */
export function dubbed(id: string): StageVideo {
  const base = smallVideo(id, 'Spoken in English, dubbed in German', 32);
  const german = marked(base.truth, 'de-');
  const tracks = [...base.tracks, automaticTrack('a.de', 'de', 'German (auto-generated)', german, base.durationMs)];
  return {
    ...base,
    tracks,
    audio: [
      { id: 'en-US.4', name: 'English original', tracks: [0, 1], defaultTrack: 0 },
      { id: 'de-DE.3', name: 'German', tracks: [2], defaultTrack: 2 },
    ],
  };
}

export function musicOnly(id: string): StageVideo {
  const cue = (start: number, duration: number, text: string): CaptionEvent => ({
    start,
    duration,
    words: [{ text, offset: 0 }],
  });
  const events = [
    cue(0, 22_000, '[Music]'),
    cue(30_000, 12_000, '[Applause]'),
    cue(44_000, 40_000, '[Music]'),
    cue(90_000, 9000, '♪ la la la ♪'),
    cue(100_000, 60_000, '[Music]'),
  ];
  const body: TrackBody = { durationMs: 3 * minute, automatic: true, events };
  const track: StageTrack = {
    vssId: 'a.en',
    languageCode: 'en',
    name: 'English (auto-generated)',
    trackName: '',
    automatic: true,
    body,
  };
  return smallVideo(id, 'Waves, for three minutes', 33, { tracks: [track], truth: [] });
}

/** A video that cannot be watched or has nothing to read, in one of the site's ways. */
export function stateVideo(id: string, title: string, state: VideoState): StageVideo {
  const isPlayable = state === 'live';
  return smallVideo(id, title, 34, { state, tracks: [], truth: [], ...(isPlayable ? {} : { media: null }) });
}

/** One of a thousand videos whose every word carries its number: no word can be mistaken for another video's. */
export function numbered(id: string, number: number): StageVideo {
  const base = smallVideo(id, `Number ${number}`, 100 + (number % 7));
  const words = marked(base.truth, `n${number}-`);
  return {
    ...base,
    truth: words,
    tracks: [automaticTrack('a.en', 'en', 'English (auto-generated)', words, base.durationMs)],
  };
}
