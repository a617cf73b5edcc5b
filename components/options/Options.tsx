import type { ComponentChildren } from 'preact';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/protocol/settings';
import { Icon } from '../library/Icon';

export interface OptionsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onOpenLibrary: () => void;
}

/** Every setting in one page; each acts at once, in every open video. */
export function Options({ settings, onChange, onOpenLibrary }: OptionsProps) {
  return (
    <main class="options">
      <header>
        <span class="logo">
          <Icon name="library" />
        </span>
        <h1>Readalong</h1>
        <button type="button" class="button" onClick={onOpenLibrary}>
          Open the library
        </button>
      </header>
      <Section title="Reading">
        <TextSize settings={settings} onChange={onChange} />
        <Choice
          label="Show the words as"
          value={settings.view}
          options={[
            ['paragraphs', 'Paragraphs', 'Sentences under speakers and chapters'],
            ['lines', 'Lines', 'As the captions come'],
          ]}
          onChange={(view) => onChange({ view })}
        />
        <Choice
          label="While playing, light"
          value={settings.lamp}
          options={[
            ['word', 'The word', 'Or the sentence, where times are not exact enough'],
            ['sentence', 'The sentence'],
            ['off', 'Nothing'],
          ]}
          onChange={(lamp) => onChange({ lamp })}
        />
        <Toggle label="Show times" value={settings.showTimes} onChange={(showTimes) => onChange({ showTimes })} />
      </Section>
      <Section title="Beside the video">
        <Toggle
          label="Show beside videos"
          value={settings.showBesideVideos}
          onChange={(showBesideVideos) => onChange({ showBesideVideos })}
        />
        <Toggle
          label="Start hidden"
          hint="A small tab at the player’s edge opens the words"
          value={settings.startCollapsed}
          onChange={(startCollapsed) => onChange({ startCollapsed })}
        />
        <Choice
          label="In full screen"
          value={settings.fullScreen}
          options={[
            ['hide', 'Hide the words'],
            ['with-controls', 'Show them with the player’s controls'],
            ['show', 'Keep them on screen'],
          ]}
          onChange={(fullScreen) => onChange({ fullScreen })}
        />
        <Choice
          label="Colours"
          value={settings.theme}
          options={[
            ['youtube', 'As YouTube'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          onChange={(theme) => onChange({ theme })}
        />
        <Toggle
          label="Single-letter keys in the panel"
          hint="Arrows, Enter and Escape always work"
          value={settings.shortcuts}
          onChange={(shortcuts) => onChange({ shortcuts })}
        />
      </Section>
      <Section title="Library">
        <Choice
          label="Keep on this computer"
          value={settings.keep}
          options={[
            ['everything', 'Everything I read along with', 'Words are there at once the next time, also offline'],
            ['kept', 'Only what I import or merge'],
            ['nothing', 'Nothing', 'Notes you make, and what is in the library already, stay until you delete them'],
          ]}
          onChange={(keep) => onChange({ keep })}
        />
      </Section>
      <footer>
        <p>No account. Nothing leaves this browser.</p>
        <button type="button" class="link" onClick={() => onChange(DEFAULT_SETTINGS)}>
          Reset all settings
        </button>
      </footer>
    </main>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function TextSize({ settings, onChange }: Pick<OptionsProps, 'settings' | 'onChange'>) {
  return (
    <div class="setting">
      <label for="text-size">Text size</label>
      <span class="size">
        <input
          id="text-size"
          type="range"
          min={14}
          max={22}
          step={1}
          value={settings.textSize}
          aria-valuetext={`${settings.textSize} pixels`}
          onInput={(event) => onChange({ textSize: event.currentTarget.valueAsNumber })}
        />
        <output for="text-size">{settings.textSize} px</output>
      </span>
      <p
        class="sample"
        style={{ fontSize: `${settings.textSize}px`, lineHeight: `${Math.round(settings.textSize * 1.56)}px` }}
      >
        The words will look like this beside the video.
      </p>
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

function Toggle({ label, hint, value, onChange }: ToggleProps) {
  return (
    <label class="setting toggle">
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      <input
        class="switch"
        type="checkbox"
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string, hint?: string])[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset class="setting">
      <legend>{label}</legend>
      {options.map(([option, name, hint]) => (
        <label key={option} class="option">
          <input type="radio" name={label} checked={option === value} onChange={() => onChange(option)} />
          <span>
            {name}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
