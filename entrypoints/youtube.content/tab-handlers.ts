/** What the background and the popup can ask of this tab. */
import { healthWords } from '@/components/shared/words';
import type { Arrival } from '@/lib/protocol/background-calls';
import { fail, ok } from '@/lib/protocol/result';
import type { TabHandlers, TabStatus } from '@/lib/protocol/tab-calls';
import { type Dot, healthOf } from '@/lib/sidebar/health';
import type { Panel } from './panel';

const TONES: Record<Dot, NonNullable<TabStatus['health']>['tone']> = {
  full: 'good',
  half: 'rough',
  ring: 'limited',
  idle: 'limited',
  diamond: 'bad',
};

export function tabHandlers(panel: Panel, arriveAt: (arrival: Arrival) => void): TabHandlers {
  return {
    status() {
      const episode = panel.episode();
      const health = healthOf(episode);
      const [name, detail] = healthWords(health.fact);
      return ok({
        videoId: episode?.meta.videoId ?? null,
        title: episode?.meta.title ?? '',
        shown: panel.isShown(),
        health: episode?.shown ? { name, detail, tone: TONES[health.dot] } : null,
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
  };
}

function onVideo(panel: Panel, act: () => void): ReturnType<TabHandlers['toggleSidebar']> {
  if (panel.episode() === null) return fail('refused', 'no video is shown');
  act();
  return ok(null);
}
