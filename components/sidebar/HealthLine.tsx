import type { JSX } from 'preact';
import type { Health } from '@/lib/sidebar/health';
import { UpIcon } from '../shared/icons';
import { healthWords, WORDS } from '../shared/words';

interface Props {
  readonly health: Health;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Where the words come from and how exact their times are. Opens the source menu. */
export function HealthLine({ health, isOpen, onToggle }: Props): JSX.Element {
  const [name, detail] = healthWords(health.fact);
  return (
    <button
      type="button"
      class="health"
      data-popover="source"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      title={WORDS.sources}
      onClick={onToggle}
    >
      <span class={`dot ${health.dot}`} />
      <span class="what">
        <b>{name}</b>
        {detail && ` · ${detail}`}
      </span>
      <UpIcon />
    </button>
  );
}
