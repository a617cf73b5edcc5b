import type { NamesAnswer } from '@/lib/protocol/background-calls';
import type { EpisodeId } from '@/lib/transcript/units';
import type { OpenPlace } from './api';
import { EpisodeAbout } from './EpisodeAbout';
import { Thumbnail, titleOf } from './EpisodeParts';
import { MarkedText } from './MarkedText';
import { PlaceLink } from './PlaceLink';

interface TitlesProps {
  readonly titles: NamesAnswer['titles'];
  readonly onOpenEpisode: (videoId: EpisodeId) => void;
}

/** Episodes whose title, channel or speakers answer. */
export function FoundTitles({ titles, onOpenEpisode }: TitlesProps) {
  return (
    <>
      {titles.map(({ episode, titleMarks }) => (
        <article key={episode.videoId} class="found">
          <Thumbnail episode={episode} />
          <EpisodeAbout episode={episode} titleMarks={titleMarks} onOpen={onOpenEpisode} />
        </article>
      ))}
    </>
  );
}

interface NotesProps {
  readonly notes: NamesAnswer['notes'];
  readonly onOpenPlace: OpenPlace;
}

const NO_PLACE = { transcriptId: null, query: null };

export function FoundNotes({ notes, onOpenPlace }: NotesProps) {
  return (
    <ul class="notes">
      {notes.map(({ episode, note, marks }) => (
        <li key={note.id}>
          <PlaceLink videoId={episode.videoId} time={note.time} arrival={NO_PLACE} onOpenPlace={onOpenPlace}>
            <MarkedText text={note.text} marks={marks} />
            <bdi class="of">{titleOf(episode)}</bdi>
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}
