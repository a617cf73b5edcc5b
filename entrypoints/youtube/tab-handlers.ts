/** What the background and the popup can ask of this tab. */
import type { tabHealth } from '@/components/sidebar/tab-health';
import { takePart } from '@/lib/platform/hand-over';
import type { Arrival } from '@/lib/protocol/background-calls';
import { fail, ok } from '@/lib/protocol/result';
import type { TabHandlers } from '@/lib/protocol/tab-calls';
import { type EpisodeId, isVideoId } from '@/lib/transcript/units';
import type { Panel } from './panel';

export interface TabParts {
  readonly panel: Panel;
  readonly arriveAt: (arrival: Arrival) => void;
  /** False: of another video. */
  readonly transcriptCame: (videoId: EpisodeId) => boolean;
}

export function tabHandlers({ panel, arriveAt, transcriptCame }: TabParts): TabHandlers {
  // The sentences come with the views.
  let health: typeof tabHealth = () => null;
  takePart<typeof tabHealth>('health', (part) => {
    health = part;
  });
  return {
    status() {
      const episode = panel.episode();
      return ok({
        videoId: isVideoId(episode?.meta.videoId) ? episode.meta.videoId : null,
        title: episode?.meta.title ?? '',
        shown: panel.isShown(),
        health: health(episode),
      });
    },
    toggleSidebar: () => onVideo(panel, () => panel.toggle()),
    openSidebar: () => onVideo(panel, () => panel.open()),
    openFind: ({ query }) => onVideo(panel, () => panel.openFind(query)),
    openImport: () => onVideo(panel, () => panel.openImport()),
    arrive({ videoId, arrival }) {
      if (panel.episode()?.meta.videoId !== videoId) return ok(false);
      arriveAt(arrival);
      return ok(true);
    },
    transcriptCame: ({ videoId }) => ok(transcriptCame(videoId)),
  };
}

function onVideo(panel: Panel, act: () => void): ReturnType<TabHandlers['toggleSidebar']> {
  if (panel.episode() === null) return fail('refused', 'no video is shown');
  act();
  return ok(null);
}
