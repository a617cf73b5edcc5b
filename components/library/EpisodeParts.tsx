/** The pieces that every list of episodes is made of. */
import type { ComponentChildren } from 'preact';
import type { EpisodeListItem } from '@/lib/protocol/background-calls';
import { formatClock } from '@/lib/transcript/format-time';
import { isOwnId } from '@/lib/transcript/units';
import { Icon, type IconName } from './Icon';
import { count, WORDS } from './words';

/** Stands for the picture: fetching the real one would tell YouTube what is looked for here. Its tint is the channel's. */
export function Thumbnail({
  episode,
}: {
  readonly episode: Pick<EpisodeListItem, 'videoId' | 'channel' | 'duration'>;
}) {
  if (isOwnId(episode.videoId)) {
    return (
      <span class="thumbnail own" aria-hidden="true">
        <Icon name="file" size={28} />
      </span>
    );
  }
  return (
    <span class="thumbnail" style={{ '--hue': String(hueOf(episode.channel)) }} aria-hidden="true">
      {episode.duration !== null && <span class="duration">{formatClock(episode.duration)}</span>}
    </span>
  );
}

function hueOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  // Neighbouring sums far apart on the colour circle.
  return (hash * 137) % 360;
}

interface BadgeProps {
  readonly icon: IconName;
  readonly tone: 'plain' | 'good' | 'warn' | 'note';
  readonly children: ComponentChildren;
}

function Badge({ icon, tone, children }: BadgeProps) {
  return (
    <li class={`badge ${tone}`}>
      <Icon name={icon} size={14} />
      {children}
    </li>
  );
}

/** What the episode's words are: the best transcript first. */
export function Badges({ episode }: { readonly episode: EpisodeListItem }) {
  const { transcripts, notes } = episode;
  const merged = transcripts.find(({ origin }) => origin.kind === 'merge');
  const imported = transcripts.find(({ origin }) => origin.kind === 'import');
  const best = merged ?? imported ?? transcripts[0];
  return (
    <ul class="badges">
      {isOwnId(episode.videoId) && (
        <Badge icon="file" tone="plain">
          {WORDS.noVideo}
        </Badge>
      )}
      {merged && (
        <Badge icon="merge" tone="good">
          Merged {Math.floor((merged.matched ?? 0) * 100)} %
        </Badge>
      )}
      {!merged && imported && !isOwnId(episode.videoId) && (
        <Badge icon="file" tone="plain">
          Transcript
        </Badge>
      )}
      {!merged && !imported && best && (
        <Badge icon="captions" tone="plain">
          Captions
        </Badge>
      )}
      {best && isRough(best.timing) && (
        <Badge icon="clock" tone="warn">
          {best.timing === 'none' ? 'No times' : 'Rough times'}
        </Badge>
      )}
      {notes > 0 && (
        <Badge icon="note" tone="note">
          {count(notes, 'note')}
        </Badge>
      )}
    </ul>
  );
}

interface MetaProps {
  readonly channel: string;
  /** Empty ones are left out. */
  readonly facts: readonly string[];
}

/** The line below a title. The channel's name keeps its own direction to itself. */
export function Meta({ channel, facts }: MetaProps) {
  return (
    <p class="meta">
      {channel !== '' && (
        <>
          <bdi>{channel}</bdi>
          {' · '}
        </>
      )}
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}

function isRough(timing: EpisodeListItem['transcripts'][number]['timing']): boolean {
  return timing === 'second' || timing === 'turn' || timing === 'none';
}

export function titleOf({ title, videoId }: Pick<EpisodeListItem, 'title' | 'videoId'>): string {
  return title || (isOwnId(videoId) ? 'Transcript without a title' : `Video ${videoId}`);
}

/** Address of a video at a time, for links that also work in a new tab. */
export function watchAddress(videoId: string, time: number | null): string {
  const seconds = Math.floor((time ?? 0) / 1000);
  return `https://www.youtube.com/watch?v=${videoId}${seconds > 0 ? `&t=${seconds}s` : ''}`;
}

/** True for a click that should be left to the browser: a new tab, a new window, a download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
