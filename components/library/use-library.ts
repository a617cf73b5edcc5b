import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LibraryErrorCode } from '@/lib/ports';
import type { Count, LibraryState } from '@/lib/protocol/background-calls';
import type { LibraryApi } from './api';

export interface Names {
  readonly channels: readonly Count[];
  readonly speakers: readonly Count[];
}

const ASK_AGAIN = 2000;
/** Names are for menus, and reading them goes through every episode: what was searched for comes first. */
const NAMES_PAUSE = 200;

/** What the page shows of the library as a whole. `revision` grows with every change: lists read again when it does. */
export function useLibrary(api: LibraryApi) {
  const [state, setState] = useState<LibraryState | null>(null);
  const [names, setNames] = useState<Names>({ channels: [], speakers: [] });
  const [trouble, setTrouble] = useState<LibraryErrorCode | null>(null);
  const [revision, setRevision] = useState(0);
  const refresh = useCallback(() => setRevision((old) => old + 1), []);
  useEffect(() => api.onChange(refresh), [api, refresh]);
  // On purpose: a new revision is a reason to ask again.
  useEffect(() => {
    void api.call('libraryState', {}).then((answer) => {
      setTrouble(answer.ok ? null : answer.error.code);
      if (answer.ok) setState(answer.value);
    });
    const askNames = async (): Promise<void> => {
      const answer = await api.call('listNames', {});
      if (answer.ok) setNames(answer.value);
    };
    const timer = setTimeout(() => void askNames(), NAMES_PAUSE);
    return () => clearTimeout(timer);
  }, [api, revision]);
  // Only slow, perhaps: what was said of a broken library must not stay longer than it is true.
  useEffect(() => {
    if (state?.storage !== 'memory') return;
    const timer = setTimeout(refresh, ASK_AGAIN);
    return () => clearTimeout(timer);
  }, [state, refresh]);
  return { state, names, trouble, revision, refresh };
}
