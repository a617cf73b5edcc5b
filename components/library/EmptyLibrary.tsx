import { Icon } from './Icon';
import { WORDS } from './words';

interface Props {
  readonly onImport: () => void;
  readonly onRestore: () => void;
}

export function EmptyLibrary({ onImport, onRestore }: Props) {
  return (
    <section class="empty">
      <h1>{WORDS.nothingYet}</h1>
      <p>{WORDS.nothingYetText}</p>
      <div class="buttons">
        <a class="button primary" href="https://www.youtube.com/" target="_blank" rel="noreferrer">
          {WORDS.openYouTube}
        </a>
        <button type="button" class="button" onClick={onImport}>
          <Icon name="import" size={16} />
          {WORDS.import}
        </button>
      </div>
      <p class="promise">
        {WORDS.promise}{' '}
        <button type="button" class="link" onClick={onRestore}>
          {WORDS.restore}
        </button>
      </p>
    </section>
  );
}
