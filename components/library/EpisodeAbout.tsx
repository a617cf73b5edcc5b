import type { EpisodeListItem } from '@/lib/protocol/background-calls';
import { type EpisodeId, isOwnId } from '@/lib/transcript/units';
import type { AskForVideo } from './api';
import { Badges, isPlainClick, Meta, titleOf } from './EpisodeParts';
import { formatDate } from './format';
import { MarkedText } from './MarkedText';
import { WORDS } from './words';

interface Props {
  readonly episode: EpisodeListItem;
  readonly titleMarks?: Parameters<typeof MarkedText>[0]['marks'];
  /** Stands after channel and day. */
  readonly more?: string;
  readonly onOpen: (videoId: EpisodeId) => void;
  readonly onAttach?: AskForVideo;
}

/** What a row of any list says of its episode: the title, which opens it, where it is from, and what its words are. */
export function EpisodeAbout({ episode, titleMarks = [], more = '', onOpen, onAttach }: Props) {
  const { videoId, channel, addedAt } = episode;
  return (
    <div class="about">
      <h2>
        <a
          class="title"
          data-step
          href={`?v=${videoId}`}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onOpen(videoId);
          }}
        >
          <MarkedText text={titleOf(episode)} marks={titleMarks} />
        </a>
      </h2>
      <Meta channel={channel} facts={[formatDate(addedAt), more]} />
      <div class="standing-of">
        <Badges episode={episode} />
        {onAttach && isOwnId(videoId) && (
          <button
            type="button"
            class="link attach"
            aria-label={`Attach “${titleOf(episode)}” to a video`}
            onClick={() => onAttach({ videoId, title: titleOf(episode) })}
          >
            {WORDS.attach}
          </button>
        )}
      </div>
    </div>
  );
}
