import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryErrorCode } from '@/lib/ports';
import type { LibraryState } from '@/lib/protocol/background-calls';
import type { VideoId } from '@/lib/transcript/units';
import type { LibraryApi } from './api';
import { TROUBLE, WORDS } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly trouble: LibraryErrorCode | null;
  readonly storage: LibraryState['storage'] | null;
  readonly onRetry: () => void;
  readonly onSay: (sentence: string) => void;
}

/** What the reader has to know, each with what they can do about it. */
export function Notices({ api, trouble, storage, onRetry, onSay }: Props) {
  const [weeklyWaits, setWeeklyWaits] = useState(false);
  useEffect(() => void api.weekly.run(false).then((made) => setWeeklyWaits(made === 'waits')), [api]);
  const exportNow = async (): Promise<void> => {
    setWeeklyWaits(false);
    onSay((await api.weekly.run(true)) === 'done' ? WORDS.exported : WORDS.weeklyFailed);
  };
  return (
    <>
      {trouble && <Notice sentence={TROUBLE[trouble]} action={WORDS.tryAgain} onAct={onRetry} />}
      {storage === 'memory' && <Notice sentence={TROUBLE['storage-broken']} />}
      {storage === 'newer' && <Notice sentence={TROUBLE['newer-database']} />}
      {weeklyWaits && <Notice sentence={WORDS.weeklyWaits} action={WORDS.exportNow} onAct={() => void exportNow()} />}
    </>
  );
}

interface NoticeProps {
  readonly sentence: string;
  readonly action?: string;
  readonly onAct?: () => void;
}

function Notice({ sentence, action, onAct }: NoticeProps) {
  return (
    <p class="notice" role="alert">
      {sentence}
      {action && (
        <button type="button" class="link" onClick={onAct}>
          {action}
        </button>
      )}
    </p>
  );
}

export interface ToastMessage {
  readonly sentence: string;
  /** What was deleted just now: it can be brought back, or removed from the trash too. */
  readonly deleted?: { readonly trash: readonly number[]; readonly videoIds: readonly VideoId[] };
}

interface ToastProps {
  readonly message: ToastMessage | null;
  readonly onUndo: (trash: readonly number[]) => void;
  readonly onForget: (videoIds: readonly VideoId[]) => void;
}

/** The last thing that happened. */
export function Toast({ message, onUndo, onForget }: ToastProps) {
  const deleted = message?.deleted;
  const button = (label: string, act: () => void): ComponentChildren => (
    <button type="button" class="link" onClick={act}>
      {label}
    </button>
  );
  return (
    <div class="toasts" role="status">
      {message && (
        <p class="toast">
          {message.sentence}
          {deleted && deleted.trash.length > 0 && (
            <>
              {button(WORDS.undo, () => onUndo(deleted.trash))}
              {button(WORDS.forget, () => onForget(deleted.videoIds))}
            </>
          )}
        </p>
      )}
    </div>
  );
}
