import { useCallback, useEffect, useState } from 'preact/hooks';
import type { EpisodeListItem, ListArgs } from '@/lib/protocol/background-calls';
import type { EpisodeId } from '@/lib/transcript/units';
import type { AskForVideo, LibraryApi } from './api';
import { SelectChip } from './Chips';
import { EpisodeAbout } from './EpisodeAbout';
import { Thumbnail, titleOf } from './EpisodeParts';
import { formatDay } from './format';
import { MoreWhenSeen } from './MoreWhenSeen';
import { WORDS } from './words';

export type Sort = ListArgs['sort'];

const SORTS: readonly (readonly [Sort, string])[] = [
  ['read', 'Last read first'],
  ['added', 'Newest first'],
  ['title', 'By title'],
  ['channel', 'By channel'],
  ['length', 'Longest first'],
];
const PAGE = 50;

interface Props {
  readonly api: LibraryApi;
  readonly revision: number;
  readonly channels: readonly (readonly [string, string])[];
  readonly selected: ReadonlySet<EpisodeId>;
  readonly onSelect: (selected: ReadonlySet<EpisodeId>) => void;
  readonly onOpenEpisode: (videoId: EpisodeId) => void;
  readonly onAttach: AskForVideo;
}

export function EpisodeList({ api, revision, channels, selected, onSelect, onOpenEpisode, onAttach }: Props) {
  const [sort, setSort] = useState<Sort>('read');
  const [channel, setChannel] = useState('');
  const [episodes, setEpisodes] = useState<readonly EpisodeListItem[]>([]);
  const [total, setTotal] = useState<number | null>(null);

  const load = useCallback(
    async (offset: number, limit: number) => {
      const answer = await api.call('listEpisodes', { sort, channel: channel || null, offset, limit });
      if (!answer.ok) return;
      setTotal(answer.value.total);
      setEpisodes((old) => [...old.slice(0, offset), ...answer.value.episodes]);
    },
    [api, sort, channel],
  );
  // After a change as many are read again as are on screen, so that nobody loses their place.
  // On purpose: the number on screen must not itself start a reading.
  useEffect(() => void load(0, Math.min(500, Math.max(PAGE, episodes.length))), [load, revision]);

  const toggle = (videoId: EpisodeId): void => {
    const next = new Set(selected);
    if (!next.delete(videoId)) next.add(videoId);
    onSelect(next);
  };
  return (
    <section class="list" aria-label={WORDS.episodes}>
      <div class="list-head">
        <h1>{WORDS.episodes}</h1>
        {channels.length > 2 && (
          <SelectChip label="Channel" look="quiet" value={channel} options={channels} onChange={setChannel} />
        )}
        <SelectChip label="Order" look="quiet" value={sort} options={SORTS} onChange={setSort} />
      </div>
      <ul>
        {episodes.map((episode) => (
          <EpisodeRow
            key={episode.videoId}
            episode={episode}
            isSelected={selected.has(episode.videoId)}
            isSelecting={selected.size > 0}
            onToggle={() => toggle(episode.videoId)}
            onOpen={onOpenEpisode}
            onAttach={onAttach}
          />
        ))}
      </ul>
      {total !== null && episodes.length < total && (
        <MoreWhenSeen key={episodes.length} onSeen={() => void load(episodes.length, PAGE)} />
      )}
    </section>
  );
}

interface RowProps {
  readonly episode: EpisodeListItem;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly onToggle: () => void;
  readonly onOpen: (videoId: EpisodeId) => void;
  readonly onAttach: AskForVideo;
}

function EpisodeRow({ episode, isSelected, isSelecting, onToggle, onOpen, onAttach }: RowProps) {
  return (
    <li class={isSelecting ? 'episode selecting' : 'episode'}>
      <label class="pick">
        <input type="checkbox" checked={isSelected} aria-label={`Select ${titleOf(episode)}`} onChange={onToggle} />
        <Thumbnail episode={episode} />
      </label>
      <EpisodeAbout episode={episode} onOpen={onOpen} onAttach={onAttach} />
      <span class="day">{formatDay(episode.lastReadAt, Date.now())}</span>
    </li>
  );
}
