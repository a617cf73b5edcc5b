import type { Fit } from '@/components/library/api';
import { chooseTimed } from '@/lib/import/choose-timed';
import type { ImportPort, LibraryPort, StoredEpisode } from '@/lib/ports';
import type { Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';

type Ports = { readonly imports: ImportPort; readonly library: Pick<LibraryPort, 'openEpisode'> };

/**
 * Merges what a reader brought to a video with the captions that are kept of it, as the sidebar does beside the video. Answers
 * about the newest text; null when there are no captions yet, or it could not be done: opening the video tries again.
 */
export async function mergeKept({ imports, library }: Ports, videoId: VideoId): Promise<Fit | null> {
  const opened = await library.openEpisode(videoId);
  if (!opened.ok || !opened.value) return null;
  const { meta, transcripts } = opened.value;
  const human = transcripts.find((each) => isUnmerged(opened.value, each));
  const timed = human && chooseTimed(human, transcripts);
  if (!human || !timed) return null;
  const answer = await imports.merge(meta, human, timed);
  if (!answer.ok) return null;
  if (answer.value.state === 'merged')
    return { kind: 'fits', matched: answer.value.transcript.alignment?.matched ?? 1 };
  // It stays at hand, and is not tried again by itself.
  await imports.revise(videoId, human.id, { kind: 'merging', wanted: false });
  return { kind: 'unfit', matched: answer.value.matched };
}

function isUnmerged(episode: StoredEpisode | null, { id, origin }: Transcript): boolean {
  if (origin.kind !== 'import' || origin.unmerged) return false;
  return !episode?.transcripts.some((each) => each.origin.kind === 'merge' && each.origin.human === id);
}
