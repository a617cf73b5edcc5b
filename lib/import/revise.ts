/** What a reader changes about a transcript they brought. The id stays: notes, choices and merges go on pointing at it. */
import { pinWords } from '../align/pin-words';
import type { Pin, Transcript } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import type { SpeakerName } from './types';

/** Absolute, never relative: making a change twice is making it once. */
export type Revision =
  | { readonly kind: 'names'; readonly names: readonly SpeakerName[] }
  /** Milliseconds between the source's times and these, in all. */
  | { readonly kind: 'shift'; readonly shift: number }
  /** Where words are said, for a text without times. Later ones outrank earlier ones; none takes the times away again. */
  | { readonly kind: 'pins'; readonly pins: readonly Pin[] }
  | { readonly kind: 'language'; readonly language: string }
  /** False: the reader does not want it merged with captions. */
  | { readonly kind: 'merging'; readonly wanted: boolean };

/** The same transcript when the change does not apply to it. */
export function revise(transcript: Transcript, revision: Revision): Transcript {
  switch (revision.kind) {
    case 'names':
      return renameSpeakers(transcript, revision.names);
    case 'shift':
      return shiftTimes(transcript, revision.shift);
    case 'pins':
      return pin(transcript, revision.pins);
    case 'language':
      return { ...transcript, language: revision.language };
    case 'merging':
      return withMerging(transcript, revision.wanted);
  }
}

/** An empty name gives a speaker its label back. */
function renameSpeakers(transcript: Transcript, names: readonly SpeakerName[]): Transcript {
  const nameOf = new Map(names);
  const speakers = transcript.speakers.map(({ label, name }) => ({
    label,
    name: nameOf.has(label) ? nameOf.get(label)?.trim() || label : name,
  }));
  return { ...transcript, speakers };
}

/**
 * Moves every time so that `shift` lies between the source's times and these. Words that would begin before the video do
 * so at its start.
 */
function shiftTimes(transcript: Transcript, shift: number): Transcript {
  const { origin, timing, words, cues, chapters } = transcript;
  if (origin.kind !== 'import' || timing === 'none' || origin.pins) return transcript;
  const by = Math.round(shift) - (origin.shift ?? 0);
  if (by === 0) return transcript;
  const move = (column: Uint32Array) => column.map((time) => milliseconds(time + by));
  const { shift: _before, ...rest } = origin;
  return {
    ...transcript,
    origin: shift === 0 ? rest : { ...rest, shift: Math.round(shift) },
    words: { ...words, start: move(words.start), end: move(words.end) },
    cues: { ...cues, start: move(cues.start), end: move(cues.end) },
    chapters: chapters.map((chapter) => ({ ...chapter, start: milliseconds(chapter.start + by) })),
  };
}

function pin(transcript: Transcript, pins: readonly Pin[]): Transcript {
  const { origin, id } = transcript;
  if (origin.kind !== 'import' || (transcript.timing !== 'none' && !origin.pins)) return transcript;
  const { pins: _before, ...rest } = origin;
  // Kept even when empty: what was pinned once has no times of its own.
  return { ...pinWords(transcript, pins), id, origin: { ...rest, pins } };
}

function withMerging(transcript: Transcript, wanted: boolean): Transcript {
  const { origin } = transcript;
  if (origin.kind !== 'import') return transcript;
  const { unmerged: _before, ...rest } = origin;
  return { ...transcript, origin: wanted ? rest : { ...rest, unmerged: true } };
}
