/** Which word is being said, and when to look again. Pure: the timer itself belongs to the view. */
import type { PlayerState } from '../ports';
import { lastAtMost } from '../transcript/lookup';
import { type Transcript, WordState } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';

export interface Moment {
  /** The word said last or now; null before the first word, where no time is known, and in a hole of the transcript. */
  readonly word: number | null;
  /** When the answer changes next, in the video's time; null: never by itself. */
  readonly next: Milliseconds | null;
}

const NEVER = Number.POSITIVE_INFINITY;

export function momentAt(transcript: Transcript, time: Milliseconds): Moment {
  if (transcript.timing === 'none') return { word: null, next: null };
  const { start, state } = transcript.words;
  const started = lastAtMost(start, time);
  let word = started;
  while (word >= 0 && state[word] === WordState.unknown) word -= 1;
  let next = started + 1;
  while (next < start.length && state[next] === WordState.unknown) next += 1;
  const hole = holesAround(transcript, time);
  const soonest = Math.min(start[next] ?? NEVER, hole.changes);
  return {
    word: hole.inside || word < 0 ? null : word,
    next: soonest === NEVER ? null : (soonest as Milliseconds),
  };
}

/** Spoken time of which a merged transcript has no words: there the last word before it is not "now". */
function holesAround(transcript: Transcript, time: number): { inside: boolean; changes: number } {
  let inside = false;
  let changes = NEVER;
  for (const hole of transcript.alignment?.holes ?? []) {
    if (hole.kind !== 'video' || hole.shown) continue;
    if (time >= hole.start && time < hole.end) inside = true;
    for (const edge of [hole.start, hole.end]) if (edge > time) changes = Math.min(changes, edge);
  }
  return { inside, changes };
}

/** Milliseconds of real time until `next` is reached; null while the time stands still. Never 0, so no timer spins. */
export function delayUntil(next: Milliseconds | null, player: PlayerState): number | null {
  if (next === null || player.paused || player.stalled || player.advert || !(player.rate > 0)) return null;
  return Math.max(1, Math.ceil((next - player.time) / player.rate));
}
