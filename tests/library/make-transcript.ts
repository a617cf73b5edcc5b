import type { EpisodeFacts } from '../../lib/library/shelf/records';
import type { Saving } from '../../lib/library/shelf/shelf';
import { packTranscript } from '../../lib/transcript/pack';
import type { Origin, Transcript } from '../../lib/transcript/types';
import type { EpisodeId, VideoId } from '../../lib/transcript/units';

export function videoId(number: number): VideoId {
  return `video${String(number).padStart(6, '0')}` as VideoId;
}

const CAPTIONS: Origin = { kind: 'captions', vssId: '.en', automatic: false, via: 'timedtext' };

/** One word every half second. Paragraphs are separated by `\n`; `NAME:` at a paragraph's start names its speaker. */
export function makeTranscript(
  text: string,
  { id = 'one', video = videoId(1), origin = CAPTIONS }: { id?: string; video?: EpisodeId; origin?: Origin } = {},
): Transcript {
  const paragraphs: number[] = [];
  const turns: { speaker: number | null; firstWord: number }[] = [];
  const names: string[] = [];
  const offset: number[] = [];
  const length: number[] = [];
  let whole = '';
  for (const paragraph of text.split('\n')) {
    const named = /^([A-Z][a-z]+): /.exec(paragraph);
    const spoken = named ? paragraph.slice(named[0].length) : paragraph;
    if (named?.[1]) {
      if (!names.includes(named[1])) names.push(named[1]);
      turns.push({ speaker: names.indexOf(named[1]), firstWord: offset.length });
    }
    paragraphs.push(offset.length);
    for (const word of spoken.split(' ')) {
      if (whole !== '') whole += paragraphs.at(-1) === offset.length ? '\n' : ' ';
      offset.push(whole.length);
      length.push(word.length);
      whole += word;
    }
  }
  const starts = offset.map((_, index) => index * 500);
  return {
    id,
    videoId: video,
    language: 'en',
    origin,
    timing: 'word',
    text: whole,
    words: {
      offset: Uint32Array.from(offset),
      length: Uint32Array.from(length),
      start: Uint32Array.from(starts),
      end: Uint32Array.from(starts, (start) => start + 400),
      state: new Uint8Array(offset.length),
    },
    cues: {
      firstWord: Uint32Array.from(paragraphs),
      start: Uint32Array.from(paragraphs, (word) => word * 500),
      end: Uint32Array.from(paragraphs, (_, index) => (paragraphs[index + 1] ?? offset.length) * 500),
    },
    turns,
    speakers: names.map((name) => ({ label: name, name })),
    paragraphs: Uint32Array.from(paragraphs),
    chapters: [],
  };
}

export function makeFacts(video: EpisodeId, title = 'A talk'): EpisodeFacts {
  return { videoId: video, title, channel: 'Salt & Signal', duration: null, chapters: [] };
}

export function makeSaving(transcript: Transcript, title?: string): Saving {
  return { facts: makeFacts(transcript.videoId, title), transcript, bytes: packTranscript(transcript) };
}
