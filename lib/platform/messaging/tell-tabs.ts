/** Telling the tabs that show a video what became of its transcripts elsewhere. Needs no `tabs` permission. */
import type { EpisodeId } from '../../transcript/units';
import { callTab, type TabsLike } from './call-tab';

export interface ToldTabs extends TabsLike {
  query(filter: { readonly discarded: false }): Promise<readonly { readonly id?: number | undefined }[]>;
}

/** A tab that does not hear of it finds the transcript when it is loaded again. Never rejects. */
export async function tellOfTranscript(tabs: ToldTabs, videoId: EpisodeId): Promise<void> {
  const all = await tabs.query({ discarded: false }).catch(() => []);
  await Promise.all(
    all.map(({ id }) => (id === undefined ? undefined : callTab(tabs, id, 'transcriptCame', { videoId }))),
  );
}
