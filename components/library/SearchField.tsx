import type { Ref } from 'preact';
import { Icon } from './Icon';
import { WORDS } from './words';

interface Props {
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Enter or Arrow Down: on to what was found. */
  readonly onLeave: () => void;
  readonly field: Ref<HTMLInputElement>;
}

export function SearchField({ value, onType, onLeave, field }: Props) {
  return (
    <search class="search">
      <Icon name="search" size={22} />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={WORDS.searchLabel}
        aria-keyshortcuts="/"
        placeholder={WORDS.searchLabel}
        value={value}
        dir="auto"
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          } else if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onType('');
          }
        }}
      />
      {value === '' ? (
        <span class="key" aria-hidden="true">
          /
        </span>
      ) : (
        <button type="button" class="round" aria-label={WORDS.clear} onClick={() => onType('')}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
