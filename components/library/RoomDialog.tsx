import { useState } from 'preact/hooks';
import type { LibraryState } from '@/lib/protocol/background-calls';
import type { LibraryApi } from './api';
import { Dialog } from './Dialog';
import { formatBytes } from './format';
import { count } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly state: LibraryState;
  readonly onClose: () => void;
  readonly onSay: (sentence: string) => void;
}

const AMOUNTS = [50e6, 200e6, 1e9];

/** Ways to take less room, the gentlest first. */
export function RoomDialog({ api, state, onClose, onSay }: Props) {
  const [isSure, setSure] = useState(false);
  const free = async (bytes: number): Promise<void> => {
    const answer = await api.call('makeRoom', { bytes });
    onClose();
    if (!answer.ok) return onSay('That could not be done.');
    onSay(answer.value === 0 ? 'There was nothing to drop.' : `${formatBytes(answer.value)} dropped.`);
  };
  const forgetAll = async (): Promise<void> => {
    const answer = await api.call('forget', { videoIds: null });
    onClose();
    onSay(answer.ok ? 'The library is empty.' : 'That could not be done.');
  };
  return (
    <Dialog title="Make room" onClose={onClose}>
      <p>
        {state.bytes === null ? '' : `${formatBytes(state.bytes)} are used by `}
        {count(state.episodes, 'episode')}. Captions that YouTube gives again can go, those you read longest ago first.
        What you imported, merged or noted stays.
      </p>
      <div class="buttons">
        {AMOUNTS.filter((bytes) => state.bytes !== null && bytes < state.bytes).map((bytes) => (
          <button key={bytes} type="button" class="button" onClick={() => void free(bytes)}>
            Drop {formatBytes(bytes)}
          </button>
        ))}
        <button type="button" class="button" onClick={() => void free(Number.MAX_SAFE_INTEGER)}>
          Drop all captions
        </button>
      </div>
      <hr />
      <h2>Forget everything</h2>
      <p>Episodes, transcripts and notes are removed for good. There is no undo: export first.</p>
      {isSure ? (
        <div class="buttons">
          <button type="button" class="button danger" onClick={() => void forgetAll()}>
            Yes, forget {count(state.episodes, 'episode')}
          </button>
          <button type="button" class="button" onClick={() => setSure(false)}>
            Keep them
          </button>
        </div>
      ) : (
        <div class="buttons">
          <button type="button" class="button danger" onClick={() => setSure(true)}>
            Forget everything…
          </button>
        </div>
      )}
    </Dialog>
  );
}
