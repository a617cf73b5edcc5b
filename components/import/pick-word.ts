/** "This word is now": one click moves the times of a timed import, or pins a word of an untimed one. */
import type { ImportActions } from '@/lib/sidebar/imports';
import { type Transcript, WordState } from '@/lib/transcript/types';

/** `now`: milliseconds. */
export function pickWord(
  imports: ImportActions,
  { id, origin, timing, words }: Transcript,
  word: number,
  now: number,
): void {
  if (origin.kind !== 'import') return;
  if (timing === 'none' || origin.pins) {
    const others = (origin.pins ?? []).filter((pin) => pin.word !== word);
    imports.revise(id, { kind: 'pins', pins: [...others, { word, time: Math.round(now) }] });
  } else if (words.state[word] !== WordState.unknown) {
    const shift = (origin.shift ?? 0) + Math.round(now) - (words.start[word] ?? 0);
    imports.revise(id, { kind: 'shift', shift });
  }
}

/** Moves the times of an import that has its own, in milliseconds; anything else stays. */
export function shiftBy(imports: ImportActions | undefined, shown: Transcript | null, by: number): void {
  if (!imports || shown?.origin.kind !== 'import' || shown.timing === 'none' || shown.origin.pins) return;
  imports.revise(shown.id, { kind: 'shift', shift: (shown.origin.shift ?? 0) + by });
}
