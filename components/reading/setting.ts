/** How a document is set, and what a change of it means for the reader. */
import type { ReadingPlace } from '@/lib/ports';
import type { Settings } from '@/lib/protocol/settings';
import { hasSameWords } from '@/lib/sidebar/same-words';
import { wordAtTime } from '@/lib/transcript/lookup';
import type { Chapter, Transcript } from '@/lib/transcript/types';

export interface Setting {
  readonly transcript: Transcript;
  readonly view: Settings['view'];
  readonly chapters: readonly Chapter[];
}

export function isSameSetting(one: Setting, other: Setting): boolean {
  return one.transcript === other.transcript && isSetAlike(one, other);
}

/** Only times differ: rows can stay. */
export function canSwap(one: Setting, other: Setting): boolean {
  return isSetAlike(one, other) && hasSameWords(one.transcript, other.transcript);
}

function isSetAlike(one: Setting, other: Setting): boolean {
  if (one.view !== other.view || one.chapters.length !== other.chapters.length) return false;
  return one.chapters.every(({ start, title }, index) => {
    const twin = other.chapters[index];
    return twin?.start === start && twin.title === title;
  });
}

/** A place may come from another transcript of the video: then its time finds it. */
export function wordOfPlace(transcript: Transcript, place: ReadingPlace): number {
  const isOwn = place.transcriptId === transcript.id || place.time === null;
  const word = isOwn ? place.word : wordAtTime(transcript, place.time);
  return Math.max(0, Math.min(word, transcript.words.offset.length - 1));
}
