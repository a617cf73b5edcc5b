import type { JSX } from 'preact';
import type { Health } from '@/lib/sidebar/health';
import { ExpandIcon } from '../shared/icons';
import { healthWords, WORDS } from '../shared/words';

interface Props {
  readonly health: Health;
  readonly onExpand: () => void;
}

/** What is left of the panel when it is hidden: a tab at the player's edge. */
export function CollapsedTab({ health, onExpand }: Props): JSX.Element {
  return (
    <button
      type="button"
      class="collapsed"
      aria-label={`${WORDS.expand}. ${healthWords(health.fact).filter(Boolean).join(', ')}`}
      title={WORDS.expand}
      onClick={onExpand}
    >
      <ExpandIcon />
      <span class="word">{WORDS.tabs.words}</span>
      <span class={`dot ${health.dot}`} />
    </button>
  );
}
