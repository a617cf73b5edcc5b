import type { EpisodeId } from '@/lib/transcript/units';
import type { LibraryApi } from './api';
import { ExportMenu } from './ExportMenu';
import { Icon } from './Icon';
import { count } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly selected: ReadonlySet<EpisodeId>;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
  readonly onSay: (sentence: string) => void;
}

/** What can be done with the chosen episodes; not there while none is chosen. */
export function SelectionBar({ api, selected, onDelete, onCancel, onSay }: Props) {
  if (selected.size === 0) return null;
  return (
    <div class="bar" role="toolbar" aria-label="Selected episodes">
      <span>{count(selected.size, 'episode')} selected</span>
      <ExportMenu api={api} videoIds={[...selected]} onSay={onSay} />
      <button type="button" class="button danger" onClick={onDelete}>
        <Icon name="trash" size={16} />
        Delete
      </button>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
