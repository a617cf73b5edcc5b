import type { ComponentChildren, JSX } from 'preact';
import type { Settings } from '@/lib/protocol/settings';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { CopyIcon, KeyboardIcon, LibraryIcon, SettingsIcon } from '../shared/icons';
import { WORDS } from '../shared/words';

interface Props {
  readonly settings: Settings;
  readonly isFollowing: boolean;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onFollowing: (on: boolean) => void;
  readonly onTextSize: (step: 1 | -1) => void;
  readonly onKeys: () => void;
  /** Absent while there are no words to copy. */
  readonly onCopy: (() => void) | undefined;
  readonly onClose: () => void;
  readonly actions: EpisodeActions;
}

/** How the words are read. Opens under the header; what is changed shows at once behind it. */
export function SettingsMenu(props: Props): JSX.Element {
  const { settings, onChange, actions } = props;
  const { labels, choices } = WORDS.settingsMenu;
  return (
    <div class="menu settings" role="dialog" aria-label={WORDS.settings}>
      <div class="setting">
        <span id="label-size">{labels.textSize}</span>
        <fieldset class="stepper" aria-labelledby="label-size">
          <Step label={WORDS.smaller} isDisabled={settings.textSize <= 14} onClick={() => props.onTextSize(-1)}>
            A
          </Step>
          <output>{settings.textSize}</output>
          <Step label={WORDS.larger} isDisabled={settings.textSize >= 22} onClick={() => props.onTextSize(1)}>
            A
          </Step>
        </fieldset>
      </div>
      <Choices
        name="view"
        label={labels.view}
        choices={choices.view}
        value={settings.view}
        onChoose={(view) => onChange({ view })}
      />
      <Choices
        name="lamp"
        label={labels.lamp}
        choices={choices.lamp}
        value={settings.lamp}
        onChoose={(lamp) => onChange({ lamp })}
      />
      <Choices
        name="theme"
        label={labels.theme}
        choices={choices.theme}
        value={settings.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <hr />
      <Switch label={labels.following} isOn={props.isFollowing} onChange={props.onFollowing} />
      <Switch label={labels.showTimes} isOn={settings.showTimes} onChange={(showTimes) => onChange({ showTimes })} />
      <Switch
        label={labels.startCollapsed}
        isOn={settings.startCollapsed}
        onChange={(startCollapsed) => onChange({ startCollapsed })}
      />
      <hr />
      {props.onCopy && <Row icon={<CopyIcon />} label={WORDS.copyAll} onClick={props.onCopy} onClose={props.onClose} />}
      <Row
        icon={<LibraryIcon />}
        label={WORDS.openLibrary}
        onClick={() => actions.openLibrary()}
        onClose={props.onClose}
      />
      <Row icon={<KeyboardIcon />} label={WORDS.keys} onClick={props.onKeys} />
      <Row
        icon={<SettingsIcon />}
        label={WORDS.allSettings}
        onClick={() => actions.openOptions()}
        onClose={props.onClose}
      />
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function Step({ label, isDisabled, onClick, children }: StepProps): JSX.Element {
  return (
    <button type="button" class="step" aria-label={label} title={label} aria-disabled={isDisabled} onClick={onClick}>
      {children}
    </button>
  );
}

interface ChoicesProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choices<Value extends string>(props: ChoicesProps<Value>): JSX.Element {
  return (
    <div class="setting" role="radiogroup" aria-label={props.label}>
      <span>{props.label}</span>
      <div class="segments">
        {props.choices.map(([value, label]) => (
          <label key={value} class="segment">
            <input
              type="radio"
              name={props.name}
              class="unseen"
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps): JSX.Element {
  return (
    <button type="button" role="switch" aria-checked={isOn} class="setting switch" onClick={() => onChange(!isOn)}>
      <span>{label}</span>
      <span class="track" />
    </button>
  );
}

interface RowProps {
  readonly icon: JSX.Element;
  readonly label: string;
  readonly onClick: () => void;
  readonly onClose?: () => void;
}

function Row({ icon, label, onClick, onClose }: RowProps): JSX.Element {
  const act = () => {
    onClose?.();
    onClick();
  };
  return (
    <button type="button" class="choice" onClick={act}>
      <span class="mark">{icon}</span>
      <span class="choice-text">
        <span class="name">{label}</span>
      </span>
    </button>
  );
}
