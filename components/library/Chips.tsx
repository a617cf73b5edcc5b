import { Icon } from './Icon';

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

export function ToggleChip({ label, isOn, onToggle }: ToggleProps) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={onToggle}>
      {isOn && <Icon name="check" size={16} />}
      {label}
    </button>
  );
}

interface SelectProps<Value extends string> {
  /** Names the choice for those who do not see it. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly onChange: (value: Value) => void;
  readonly look?: 'chip' | 'quiet';
}

/** The browser's own list, which every keyboard and reader knows, under a chip that is as wide as what was chosen. */
export function SelectChip<Value extends string>({
  label,
  value,
  options,
  onChange,
  look = 'chip',
}: SelectProps<Value>) {
  const chosen = options.find(([option]) => option === value)?.[1] ?? value;
  return (
    <span class={look === 'chip' ? 'chip select' : 'quiet select'}>
      <span class="chosen" aria-hidden="true">
        {chosen}
      </span>
      <Icon name="down" size={14} />
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const option = options[event.currentTarget.selectedIndex];
          if (option) onChange(option[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option} selected={option === value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
