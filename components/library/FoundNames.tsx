import type { NamesAnswer } from '@/lib/protocol/background-calls';
import { formatClock } from '@/lib/transcript/format-time';
import type { VideoId } from '@/lib/transcript/units';
import type { OpenPlace } from './api';
import { Badges, isPlainClick, Thumbnail, titleOf, watchAddress } from './EpisodeParts';
import { formatDate } from './format';
import { MarkedText } from './MarkedText';

interface TitlesProps {
  readonly titles: NamesAnswer['titles'];
  readonly onOpenEpisode: (videoId: VideoId) => void;
}

/** Episodes whose title, channel or speakers answer. */
export function FoundTitles({ titles, onOpenEpisode }: TitlesProps) {
  return (
    <>
      {titles.map(({ episode, titleMarks }) => (
        <article key={episode.videoId} class="found">
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
                <MarkedText text={titleOf(episode)} marks={titleMarks} />
              </a>
            </h2>
            <p class="meta">{[episode.channel, formatDate(episode.addedAt)].filter(Boolean).join(' · ')}</p>
            <Badges episode={episode} />
          </div>
        </article>
      ))}
    </>
  );
}

interface NotesProps {
  readonly notes: NamesAnswer['notes'];
  readonly onOpenPlace: OpenPlace;
}

export function FoundNotes({ notes, onOpenPlace }: NotesProps) {
  return (
    <ul class="notes">
      {notes.map(({ episode, note, marks }) => (
        <li key={note.id}>
          <a
            class="hit unnamed"
            data-step
            href={watchAddress(episode.videoId, note.time)}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onOpenPlace(episode.videoId, { transcriptId: null, time: note.time ?? 0, query: null });
            }}
          >
            <span class="time">{note.time !== null && formatClock(note.time)}</span>
            <span class="words">
              <MarkedText text={note.text} marks={marks} />
              <span class="of">{titleOf(episode)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
