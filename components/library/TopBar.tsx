import { isPlainClick } from './EpisodeParts';
import { Icon } from './Icon';
import { WORDS } from './words';

interface Props {
  readonly onHome: () => void;
  readonly onImport: () => void;
  readonly onSettings: () => void;
}

export function TopBar({ onHome, onImport, onSettings }: Props) {
  return (
    <header class="top">
      <a
        class="logo"
        href="?"
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onHome();
        }}
      >
        <Icon name="library" />
        {WORDS.product}
      </a>
      <button type="button" class="round" aria-label={WORDS.import} title={WORDS.import} onClick={onImport}>
        <Icon name="import" />
      </button>
      <button type="button" class="round" aria-label={WORDS.settings} title={WORDS.settings} onClick={onSettings}>
        <Icon name="settings" />
      </button>
    </header>
  );
}
