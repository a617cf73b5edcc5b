/** What notes leave on the words and on the strip. */
import type { NoteView } from '@/lib/notes/note-views';
import { wordAtTime } from '@/lib/transcript/lookup';
import type { Transcript } from '@/lib/transcript/types';
import type { WordRange } from '../reading/document';

/** Words that are underlined: those of notes whose place is sure. A bookmark is a moment, not words. */
export function markedWords(notes: readonly NoteView[]): WordRange[] {
  return notes
    .flatMap(({ kind, state, places }) => {
      const range = places[0]?.range;
      return range && isSure(state) && kind !== 'bookmark' ? [range] : [];
    })
    .sort((a, b) => a.first - b.first);
}

/** First words of all notes whose place is sure, sorted. */
export function dottedWords(notes: readonly NoteView[], transcript: Transcript | null): number[] {
  const words = notes.flatMap(({ state, places: [place] }) => {
    if (!place || !isSure(state)) return [];
    if (place.range) return [place.range.first];
    return transcript && place.start !== null ? [Math.max(0, wordAtTime(transcript, place.start))] : [];
  });
  return words.sort((a, b) => a - b);
}

function isSure(state: NoteView['state']): boolean {
  return state !== 'topic' && state !== 'not-found' && state !== 'stated';
}
