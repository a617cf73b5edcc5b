import type { JSX } from 'preact';
import { IMPORT_WORDS } from './words';

export interface NamedSpeaker {
  readonly label: string;
  readonly name: string;
  readonly note?: string;
}

interface Props {
  readonly speakers: readonly NamedSpeaker[];
  /** While typing. */
  readonly onInput?: (label: string, name: string) => void;
  /** When the field is left, or Enter is pressed. */
  readonly onChange?: (label: string, name: string) => void;
}

/** Speakers with the names they go by, which can be typed over. */
export function SpeakerFields({ speakers, onInput, onChange }: Props): JSX.Element {
  return (
    <ul class="speaker-fields">
      {speakers.map(({ label, name, note }, index) => (
        <li key={label}>
          <span class={`disk hue${index % 6}`} aria-hidden="true">
            {(name.trim() || label).charAt(0).toUpperCase()}
          </span>
          <input
            class="name-field"
            aria-label={IMPORT_WORDS.nameOf(label)}
            value={name}
            maxLength={200}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => onInput?.(label, currentTarget.value)}
            onChange={({ currentTarget }) => onChange?.(label, currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
            }}
          />
          {note && <span class="small">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
