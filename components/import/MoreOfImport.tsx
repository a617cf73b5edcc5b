import type { JSX } from 'preact';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { ImportActions } from '@/lib/sidebar/imports';
import type { Transcript } from '@/lib/transcript/types';
import { ClockIcon, MergeIcon } from '../shared/icons';
import { Item } from '../sidebar/SourceMenu';
import { IMPORT_WORDS } from './words';

interface Props {
  readonly episode: EpisodeView;
  readonly shown: Transcript;
  readonly imports: ImportActions;
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  readonly onTimes: () => void;
  readonly onClose: () => void;
}

/** Items of the source menu about an imported transcript that is not merged. */
export function MoreOfImport({ episode, shown, imports, choose, onTimes, onClose }: Props): JSX.Element | null {
  const { origin, timing, id } = shown;
  if (origin.kind !== 'import') return null;
  const isMerged = episode.transcripts.some((each) => each.origin.kind === 'merge' && each.origin.human === id);
  const hasCaptions = episode.transcripts.some((each) => each.origin.kind === 'captions');
  return (
    <>
      {hasCaptions && !isMerged && (
        <Item
          icon={<MergeIcon />}
          onChoose={() => {
            onClose();
            choose(() => void imports.mergeAgain(id));
          }}
        >
          {IMPORT_WORDS.mergeAgain}
        </Item>
      )}
      <Item icon={<ClockIcon />} onChoose={onTimes}>
        {timing === 'none' || origin.pins ? IMPORT_WORDS.pinWords : IMPORT_WORDS.moveTimes}
      </Item>
    </>
  );
}
