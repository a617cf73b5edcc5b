import type { EpisodeView } from '@/lib/sidebar/episode';
import type { Transcript } from '@/lib/transcript/types';

/** The merge that is shown, else any. */
export function mergedIn({ shown, transcripts }: EpisodeView): Transcript | null {
  return shown?.alignment ? shown : (transcripts.find(({ alignment }) => alignment !== undefined) ?? null);
}
