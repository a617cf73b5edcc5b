import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly isDisabled?: boolean;
  /** Name of the popover this button opens, and gets the focus back from. */
  readonly opens?: string;
}

/** A button that is only an icon: its label is spoken, and shown on hover. */
export function IconButton(props: Props): JSX.Element {
  return (
    <button
      type="button"
      class="icon"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-haspopup={props.opens ? 'dialog' : undefined}
      data-popover={props.opens}
      disabled={props.isDisabled}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
