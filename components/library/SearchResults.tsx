import { useState } from 'preact/hooks';
import type { Place } from '@/lib/library/query/cut-snippet';
import type { SearchAnswer } from '@/lib/protocol/background-calls';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { LibraryApi, OpenPlace } from './api';
import { Badges, isPlainClick, Thumbnail, titleOf, watchAddress } from './EpisodeParts';
import { formatDate } from './format';
import { MarkedText } from './MarkedText';
import { count } from './words';

type Found = SearchAnswer['episodes'][number];

interface Props {
  readonly api: LibraryApi;
  readonly query: string;
  readonly found: Found;
  readonly onOpenPlace: OpenPlace;
  readonly onOpenEpisode: (videoId: Found['episode']['videoId']) => void;
}

/** Most places of one episode that are unfolded at once; nobody reads more of them. */
const MOST_PLACES = 200;

/** An episode with the places that answer, the further ones folded. */
export function FoundEpisode({ api, query, found, onOpenPlace, onOpenEpisode }: Props) {
  const [unfolded, setUnfolded] = useState<readonly Place[] | null>(null);
  const { episode, count: places } = found;
  const shown = unfolded ?? found.places;
  const unfold = async (): Promise<void> => {
    const only = episode.videoId;
    const answer = await api.call('search', { query, order: 'best', offset: 0, limit: 1, places: MOST_PLACES, only });
    if (answer.ok) setUnfolded(answer.value.episodes[0]?.places ?? found.places);
  };
  return (
    <article class="found">
      <Thumbnail episode={episode} />
      <div class="about">
        <h2>
          <a
            class="title"
            data-step
            href={`?v=${episode.videoId}`}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onOpenEpisode(episode.videoId);
            }}
          >
            <bdi>{titleOf(episode)}</bdi>
          </a>
        </h2>
        <p class="meta">
          {[episode.channel, formatDate(episode.addedAt), count(places, 'place')].filter(Boolean).join(' · ')}
        </p>
        <Badges episode={episode} />
      </div>
      <div class="places">
        <ul>
          {shown.map((place) => (
            <Hit
              key={`${place.transcriptId} ${place.word}`}
              place={place}
              query={query}
              videoId={episode.videoId}
              onOpenPlace={onOpenPlace}
            />
          ))}
        </ul>
        {unfolded === null && places > shown.length && (
          <button type="button" class="link" data-step onClick={() => void unfold()}>
            {places - shown.length} more {places - shown.length === 1 ? 'place' : 'places'}
          </button>
        )}
      </div>
    </article>
  );
}

interface HitProps {
  readonly place: Place;
  readonly query: string;
  readonly videoId: Found['episode']['videoId'];
  readonly onOpenPlace: OpenPlace;
}

function Hit({ place, query, videoId, onOpenPlace }: HitProps) {
  const { time, speaker } = place;
  return (
    <li>
      <a
        class={speaker ? 'hit' : 'hit unnamed'}
        data-step
        href={watchAddress(videoId, time)}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onOpenPlace(videoId, { transcriptId: place.transcriptId, time: time ?? 0, query });
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
        <span class="words">
          <MarkedText text={place.text} marks={place.marks} cutBefore={place.cutBefore} cutAfter={place.cutAfter} />
        </span>
      </a>
    </li>
  );
}
