import type { JSX } from 'preact';
import type { ShownPlace } from '@/lib/notes/note-views';
import { IconButton } from '../shared/IconButton';
import { CheckIcon, LeftIcon, RightIcon } from '../shared/icons';
import { NOTE_WORDS } from './words';

interface Props {
  readonly places: readonly ShownPlace[];
  /** Index of the one that is shown. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onAccept: () => void;
}

/** The words of a place a note may be about, and the way through the others. */
export function Candidates({ places, chosen, onChoose, onAccept }: Props): JSX.Element {
  return (
    <div class="candidates">
      <q class="candidate">{places[chosen]?.text ?? ''}</q>
      <span class="candidate-count" role="status">
        {chosen + 1} of {places.length}
      </span>
      <IconButton label={NOTE_WORDS.previous} isDisabled={chosen === 0} onClick={() => onChoose(chosen - 1)}>
        <LeftIcon />
      </IconButton>
      <IconButton label={NOTE_WORDS.next} isDisabled={chosen >= places.length - 1} onClick={() => onChoose(chosen + 1)}>
        <RightIcon />
      </IconButton>
      <span class="accept">
        <IconButton label={NOTE_WORDS.accept} onClick={onAccept}>
          <CheckIcon />
        </IconButton>
      </span>
    </div>
  );
}
