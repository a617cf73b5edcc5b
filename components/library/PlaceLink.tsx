import type { ComponentChildren } from 'preact';
import type { Arrival } from '@/lib/protocol/background-calls';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { EpisodeId } from '@/lib/transcript/units';
import { isOwnId } from '@/lib/transcript/units';
import type { OpenPlace } from './api';
import { isPlainClick, watchAddress } from './EpisodeParts';
import { placeQuery, type WordSpan } from './route';

interface Props {
  readonly videoId: EpisodeId;
  /** Milliseconds; null where nobody knows. */
  readonly time: number | null;
  readonly arrival: Omit<Arrival, 'time'>;
  /** Null where a place has no words. */
  readonly words?: WordSpan | null;
  readonly speaker?: { readonly name: string; readonly index: number } | null;
  readonly onOpenPlace: OpenPlace;
  readonly children: ComponentChildren;
}

/** One found place: its time, who speaks, the words. Opens the video there, or the words where there is no video. */
export function PlaceLink({ videoId, time, arrival, words = null, speaker = null, onOpenPlace, children }: Props) {
  const address = isOwnId(videoId) ? placeQuery({ query: '', videoId, words }) : watchAddress(videoId, time);
  return (
    <a
      class={speaker ? 'hit' : 'hit unnamed'}
      data-step
      href={address}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpenPlace(videoId, { ...arrival, time: time ?? 0 }, words);
      }}
    >
      <span class="time">
        {time !== null && (
          <>
            <span aria-hidden="true">{formatClock(time)}</span>
            <span class="visually-hidden">at {spokenTime(time)}</span>
          </>
        )}
      </span>
      {speaker && (
        <span class="speaker">
          <span class={`disk hue${speaker.index % 6}`} aria-hidden="true">
            {[...speaker.name][0]?.toLocaleUpperCase()}
          </span>
          <span class="name">{speaker.name}</span>
        </span>
      )}
      <span class="words">{children}</span>
    </a>
  );
}
