import { useState } from 'preact/hooks';
import type { Place } from '@/lib/library/query/cut-snippet';
import type { SearchAnswer } from '@/lib/protocol/background-calls';
import type { LibraryApi, OpenPlace } from './api';
import { EpisodeAbout } from './EpisodeAbout';
import { Thumbnail } from './EpisodeParts';
import { MarkedText } from './MarkedText';
import { PlaceLink } from './PlaceLink';
import type { WordSpan } from './route';
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

/** The words of the first mark: they are one phrase where a phrase was asked for. */
function spanOf(first: number, text: string, [mark]: Place['marks']): WordSpan {
  const words = mark ? text.slice(mark.from, mark.to).trim().split(/\s+/).length : 1;
  return { first, last: first + words - 1 };
}

/** An episode with the places that answer, the further ones folded. */
export function FoundEpisode({ api, query, found, onOpenPlace, onOpenEpisode }: Props) {
  const [unfolded, setUnfolded] = useState<readonly Place[] | null>(null);
  const { episode, count: places } = found;
  const { videoId } = episode;
  const shown = unfolded ?? found.places;
  const left = places - shown.length;
  const unfold = async (): Promise<void> => {
    const wanted = { query, order: 'best', offset: 0, limit: 1, places: MOST_PLACES, only: videoId } as const;
    const answer = await api.call('search', wanted);
    if (answer.ok) setUnfolded(answer.value.episodes[0]?.places ?? found.places);
  };
  return (
    <article class="found">
      <Thumbnail episode={episode} />
      <EpisodeAbout episode={episode} more={count(places, 'place')} onOpen={onOpenEpisode} />
      <div class="places">
        <ul>
          {shown.map(({ transcriptId, word, time, speaker, text, marks, cutBefore, cutAfter }) => (
            <li key={`${transcriptId} ${word}`}>
              <PlaceLink
                videoId={videoId}
                time={time}
                arrival={{ transcriptId, query }}
                words={spanOf(word, text, marks)}
                speaker={speaker}
                onOpenPlace={onOpenPlace}
              >
                <MarkedText text={text} marks={marks} cutBefore={cutBefore} cutAfter={cutAfter} />
              </PlaceLink>
            </li>
          ))}
        </ul>
        {unfolded === null && left > 0 && (
          <button type="button" class="link" data-step onClick={() => void unfold()}>
            {left} more {left === 1 ? 'place' : 'places'}
          </button>
        )}
      </div>
    </article>
  );
}
