import type { LibraryState } from '@/lib/protocol/background-calls';
import { formatBytes } from './format';
import { count, WORDS } from './words';

interface Props {
  readonly state: LibraryState;
  readonly onExportAll: () => void;
  readonly onMakeRoom: () => void;
}

/** Below this share of the browser's room the bar would not be seen at all. */
const LEAST_SHOWN = 0.02;

export function Footer({ state, onExportAll, onMakeRoom }: Props) {
  const { bytes, quota, episodes } = state;
  const share = bytes !== null && quota ? Math.min(1, Math.max(LEAST_SHOWN, bytes / quota)) : null;
  return (
    <footer class="footer">
      {share !== null && (
        <span class="room" aria-hidden="true">
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
      <span class="used">
        {bytes !== null && `${formatBytes(bytes)} on this computer · `}
        {count(episodes, 'episode')}
      </span>
      <button type="button" class="link" onClick={onExportAll}>
        {WORDS.exportAll}
      </button>
      <button type="button" class="link" onClick={onMakeRoom}>
        {WORDS.makeRoom}
      </button>
    </footer>
  );
}
