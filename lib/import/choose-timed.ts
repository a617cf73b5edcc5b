/** Which captions give an imported text its times. */
import type { Timing, Transcript } from '../transcript/types';

const EXACTNESS: { readonly [Each in Timing]: number } = { word: 4, cue: 3, second: 2, turn: 1, none: 0 };

/** How good captions are as a clock: 4 for words with their own times, 0 for none. */
export function exactness({ timing }: Transcript): number {
  return EXACTNESS[timing];
}

/**
 * The best of the captions for this text: of its language where there are such, then by how exact they are; of equals
 * what a recogniser heard, since its times are the sound's. Never a translation. Null when there are none.
 */
export function chooseTimed(human: Transcript, transcripts: readonly Transcript[]): Transcript | null {
  let best: Transcript | null = null;
  for (const each of transcripts) {
    const { origin, videoId, timing } = each;
    if (origin.kind !== 'captions' || origin.translatedTo !== undefined) continue;
    if (videoId !== human.videoId || timing === 'none' || each.words.offset.length === 0) continue;
    if (best === null || rank(each, human) > rank(best, human)) best = each;
  }
  return best;
}

function rank(timed: Transcript, human: Transcript): number {
  const isAutomatic = timed.origin.kind === 'captions' && timed.origin.automatic;
  return (isForeign(timed, human) ? 0 : 100) + exactness(timed) * 10 + (isAutomatic ? 1 : 0);
}

function isForeign(timed: Transcript, human: Transcript): boolean {
  if (timed.language === 'und' || human.language === 'und') return false;
  return base(timed.language) !== base(human.language);
}

function base(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
