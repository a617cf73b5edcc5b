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
  return (
    isSetAlike(one, other) &&
    hasSameVoices(one.transcript, other.transcript) &&
    hasSameHoles(one.transcript, other.transcript) &&
    hasSameWords(one.transcript, other.transcript)
  );
}

/** Speakers who were renamed, or a merge that was taken apart, have other rows around the same words. */
function hasSameVoices(one: Transcript, other: Transcript): boolean {
  if (one.speakers.length !== other.speakers.length || one.turns.length !== other.turns.length) return false;
  const isNamedAlike = one.speakers.every(({ name }, index) => name === other.speakers[index]?.name);
  return (
    isNamedAlike &&
    one.turns.every(({ speaker, firstWord }, index) => {
      const twin = other.turns[index];
      return twin?.speaker === speaker && twin.firstWord === firstWord;
    })
  );
}

function hasSameHoles({ alignment: one }: Transcript, { alignment: other }: Transcript): boolean {
  const holes = one?.holes ?? [];
  const others = other?.holes ?? [];
  return (
    holes.length === others.length &&
    holes.every(({ kind, firstWord, words, shown }, index) => {
      const twin = others[index];
      return twin?.kind === kind && twin.firstWord === firstWord && twin.words === words && twin.shown === shown;
    })
  );
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
