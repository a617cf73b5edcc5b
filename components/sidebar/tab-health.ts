import type { TabStatus } from '@/lib/protocol/tab-calls';
import type { EpisodeView } from '@/lib/sidebar/episode';
import { type Dot, healthOf } from '@/lib/sidebar/health';
import { healthWords } from '../shared/words';

const TONES: Record<Dot, NonNullable<TabStatus['health']>['tone']> = {
  full: 'good',
  half: 'rough',
  ring: 'limited',
  idle: 'limited',
  diamond: 'bad',
};

/** The health line as the popup shows it; null where there is no video. */
export function tabHealth(episode: EpisodeView | null): TabStatus['health'] {
  if (!episode) return null;
  const health = healthOf(episode);
  const [name, detail] = healthWords(health.fact);
  return { name, detail, tone: TONES[health.dot] };
}
