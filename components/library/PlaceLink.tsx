import type { ComponentChildren } from 'preact';
import type { Arrival } from '@/lib/protocol/background-calls';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { VideoId } from '@/lib/transcript/units';
import type { OpenPlace } from './api';
import { isPlainClick, watchAddress } from './EpisodeParts';

interface Props {
  readonly videoId: VideoId;
  /** Milliseconds; null where nobody knows. */
  readonly time: number | null;
  readonly arrival: Omit<Arrival, 'time'>;
  readonly speaker?: { readonly name: string; readonly index: number } | null;
  readonly onOpenPlace: OpenPlace;
  readonly children: ComponentChildren;
}

/** One found place: its time, who speaks, the words. Opens the video there. */
export function PlaceLink({ videoId, time, arrival, speaker = null, onOpenPlace, children }: Props) {
  return (
    <a
      class={speaker ? 'hit' : 'hit unnamed'}
      data-step
      href={watchAddress(videoId, time)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpenPlace(videoId, { ...arrival, time: time ?? 0 });
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
