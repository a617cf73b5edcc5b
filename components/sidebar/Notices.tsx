import type { JSX } from 'preact';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { Dot } from '@/lib/sidebar/health';
import { NOTICES, WORDS } from '../shared/words';

interface Notice {
  readonly dot: Dot;
  readonly words: { readonly title: string; readonly text: string };
  readonly button?: { readonly label: string; readonly onClick: () => void };
}

/** What the reader should know beside the words, the weightiest only. Null when all is well. */
function noticeOf(episode: EpisodeView, { actions, onShowBetter }: Props): Notice | null {
  if (episode.orphaned)
    return {
      dot: 'ring',
      words: NOTICES.orphaned,
      button: { label: WORDS.reload, onClick: () => actions.reloadPage() },
    };
  if (onShowBetter)
    return { dot: 'full', words: NOTICES.better, button: { label: WORDS.showThem, onClick: onShowBetter } };
  if (episode.storage === 'full')
    return {
      dot: 'ring',
      words: NOTICES.full,
      button: { label: WORDS.makeRoom, onClick: () => actions.openLibrary() },
    };
  if (episode.storage === 'broken') return { dot: 'diamond', words: NOTICES.broken };
  return null;
}

interface Props {
  readonly episode: EpisodeView | null;
  readonly actions: EpisodeActions;
  /** Set while better words wait for the reader's word. */
  readonly onShowBetter: (() => void) | null;
}

export function Notices(props: Props): JSX.Element | null {
  const notice = props.episode && noticeOf(props.episode, props);
  if (!notice) return null;
  return (
    <div class="notice" role="status">
      <span class={`dot ${notice.dot}`} />
      <p>
        {notice.words.title}
        <small>{notice.words.text}</small>
      </p>
      {notice.button && (
        <button type="button" class="button" onClick={notice.button.onClick}>
          {notice.button.label}
        </button>
      )}
    </div>
  );
}
