import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryErrorCode } from '@/lib/ports';
import type { LibraryState } from '@/lib/protocol/background-calls';
import type { EpisodeId } from '@/lib/transcript/units';
import type { LibraryApi } from './api';
import { formatDate } from './format';
import { lostSentence, TROUBLE, WORDS } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly trouble: LibraryErrorCode | null;
  readonly storage: LibraryState['storage'] | null;
  readonly onRetry: () => void;
  readonly onRestore: () => void;
  readonly onSay: (sentence: string) => void;
}

/** What the reader has to know, each with what they can do about it. */
export function Notices({ api, trouble, storage, onRetry, onRestore, onSay }: Props) {
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
      <Loss loss={api.loss} onRestore={onRestore} />
      {weeklyWaits && <Notice sentence={WORDS.weeklyWaits} action={WORDS.exportNow} onAct={() => void exportNow()} />}
    </>
  );
}

interface LossProps {
  readonly loss: LibraryApi['loss'];
  readonly onRestore: () => void;
}

/** Stays until the reader has said that they know. */
function Loss({ loss, onRestore }: LossProps) {
  const [lostAt, setLostAt] = useState<number | null>(null);
  useEffect(() => void loss.lostAt().then(setLostAt), [loss]);
  if (lostAt === null) return null;
  const dismiss = (): void => {
    setLostAt(null);
    void loss.forgetLoss();
  };
  return (
    <Notice sentence={lostSentence(formatDate(lostAt))} action={WORDS.restore} onAct={onRestore}>
      <button type="button" class="link" onClick={dismiss}>
        {WORDS.understood}
      </button>
    </Notice>
  );
}

interface NoticeProps {
  readonly sentence: string;
  readonly action?: string;
  readonly onAct?: () => void;
  readonly children?: ComponentChildren;
}

function Notice({ sentence, action, onAct, children }: NoticeProps) {
  return (
    <p class="notice" role="alert">
      {sentence}
      {action && (
        <button type="button" class="link" onClick={onAct}>
          {action}
        </button>
      )}
      {children}
    </p>
  );
}

export interface Undo {
  readonly trash: readonly number[];
  /** What was read before, and is read again. */
  readonly read?: EpisodeId;
}

export interface ToastMessage {
  readonly sentence: string;
  /** How it is undone. */
  readonly undo?: Undo;
  /** What was deleted just now: it can be removed from the trash too. */
  readonly deleted?: readonly EpisodeId[];
}

interface ToastProps {
  readonly message: ToastMessage | null;
  readonly onUndo: (undo: Undo) => void;
  readonly onForget: (videoIds: readonly EpisodeId[]) => void;
}

/** The last thing that happened. */
export function Toast({ message, onUndo, onForget }: ToastProps) {
  const { undo, deleted } = message ?? {};
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
          {undo && undo.trash.length > 0 && button(WORDS.undo, () => onUndo(undo))}
          {undo && undo.trash.length > 0 && deleted && button(WORDS.forget, () => onForget(deleted))}
        </p>
      )}
    </div>
  );
}
