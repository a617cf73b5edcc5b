import type { JSX } from 'preact';
import type { NoWords } from '@/lib/sidebar/episode';
import { ImportIcon } from '../shared/icons';
import { NO_WORDS, WORDS } from '../shared/words';
import type { SidebarProps } from './props';

/** States in which asking again, or bringing a transcript, can help. */
const WORTH_RETRYING: readonly NoWords[] = [
  'no-captions',
  'refused',
  'too-many-requests',
  'offline',
  'damaged',
  'sign-in',
];
const WORTH_IMPORTING: readonly NoWords[] = ['no-captions', 'refused', 'too-many-requests', 'damaged', 'sign-in'];

/** What stands where the words would be: what happened, what still works, what to do. */
export function EmptyState({
  episode,
  actions,
  isWaiting,
  onImport,
}: Pick<SidebarProps, 'episode' | 'actions'> & {
  readonly isWaiting: boolean;
  readonly onImport: () => void;
}): JSX.Element | null {
  if (episode?.search !== 'settled')
    return isWaiting || episode?.slow ? <Loading isSlow={episode?.slow ?? false} onRetry={actions.retry} /> : null;
  const why = episode.failure ?? 'no-captions';
  const { title, text, hint } = NO_WORDS[why];
  const canImport = actions.imports !== undefined && WORTH_IMPORTING.includes(why);
  return (
    <div class="empty">
      <p class="title">{title}</p>
      <p class="text">{text}</p>
      <div class="buttons">
        {canImport && (
          <button type="button" class="button primary" onClick={onImport}>
            <ImportIcon />
            {WORDS.importTranscript}
          </button>
        )}
        {WORTH_RETRYING.includes(why) && (
          <button type="button" class="button" onClick={() => actions.retry()}>
            {WORDS.tryAgain}
          </button>
        )}
      </div>
      {hint && <p class="small">{hint}</p>}
    </div>
  );
}

function Loading({ isSlow, onRetry }: { readonly isSlow: boolean; readonly onRetry: () => void }): JSX.Element {
  return (
    <div class="empty" role="status">
      <p class="text">{isSlow ? WORDS.stillLoading : WORDS.loading}</p>
      {isSlow && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => onRetry()}>
            {WORDS.tryAgain}
          </button>
        </div>
      )}
    </div>
  );
}
