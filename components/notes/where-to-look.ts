import type { EpisodeView } from '@/lib/sidebar/episode';
import type { Transcript } from '@/lib/transcript/types';

/** More transcripts of the same speech find nothing more. */
const MOST = 3;

/** Transcripts in which notes are looked for, best first: what was spoken, not what was translated. */
export function whereToLook({ transcripts }: EpisodeView): readonly Transcript[] {
  const merged = new Set(transcripts.flatMap(({ origin }) => (origin.kind === 'merge' ? [origin.human] : [])));
  const spoken = transcripts.filter(
    ({ id, origin }) => !(origin.kind === 'captions' && origin.translatedTo !== undefined) && !merged.has(id),
  );
  const isMerge = ({ origin }: Transcript) => origin.kind === 'merge';
  return [...spoken.filter(isMerge), ...spoken.filter((each) => !isMerge(each))].slice(0, MOST);
}
