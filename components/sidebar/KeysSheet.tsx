import type { JSX } from 'preact';
import { keyNameHere } from '../shared/key-names';
import { WORDS } from '../shared/words';
import { KEY_GROUPS, KEY_WORDS, type KeyGroup } from './key-words';
import { Sheet } from './Sheet';

interface Props {
  /** Single keys act. */
  readonly hasShortcuts: boolean;
  readonly onClose: () => void;
  /** Opens the settings, where single keys are switched on and off. */
  readonly onSettings: () => void;
}

/** Every key, on one page. */
export function KeysSheet({ hasShortcuts, onClose, onSettings }: Props): JSX.Element {
  return (
    <Sheet title={WORDS.keys} onClose={onClose}>
      <Group group={KEY_GROUPS.page} />
      <Group group={KEY_GROUPS.panel} />
      {hasShortcuts ? <Group group={KEY_GROUPS.single} /> : <h3 class="keys-of">{KEY_GROUPS.single.title}</h3>}
      <p class="small">
        {hasShortcuts ? KEY_WORDS.canBeOff : KEY_WORDS.areOff}{' '}
        <button type="button" class="text-button" onClick={onSettings}>
          {WORDS.allSettings}
        </button>
      </p>
    </Sheet>
  );
}

function Group({ group: { title, keys, hint } }: { readonly group: KeyGroup }): JSX.Element {
  return (
    <>
      <h3 class="keys-of">{title}</h3>
      <dl class="keys">
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{keyNameHere(name)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {hint !== undefined && <p class="small">{hint}</p>}
    </>
  );
}
