import type { EpisodeId } from '@/lib/transcript/units';
import type { LibraryApi } from './api';
import { SelectChip } from './Chips';

interface Props {
  readonly api: LibraryApi;
  readonly videoIds: readonly EpisodeId[];
  readonly onSay: (sentence: string) => void;
}

const NONE = '';

/** Saves transcripts in the chosen form. Not there where nothing can be written. */
export function ExportMenu({ api, videoIds, onSay }: Props) {
  const { formats, save } = api.exporting;
  if (formats.length === 0) return null;
  const options = [[NONE, 'Export…'] as const, ...formats.map(({ id, name }) => [id, name] as const)];
  return (
    <SelectChip
      label="Export"
      value={NONE}
      options={options}
      onChange={(format) => {
        if (format === NONE) return;
        void save(videoIds, format).then((done) => {
          if (!done.ok) onSay(done.error.detail ?? 'That could not be written.');
        });
      }}
    />
  );
}
