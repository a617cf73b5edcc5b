/** All videos of the stage. Each is made at first use. */
import { conversation } from './episodes/conversation';
import type { StageVideo } from './video';

/** Ids of the stage's own videos, by what they are for. */
export const videos = {
  /** Two voices, six chapters, three English tracks, word times known. */
  conversation: 'TideMillA01',
} as const;

export type VideoMaker = (id: string) => Promise<StageVideo>;

/** Makers by video id. */
export function catalogue(): Map<string, VideoMaker> {
  return new Map<string, VideoMaker>([[videos.conversation, conversation]]);
}
