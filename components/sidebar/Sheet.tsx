import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from '../shared/IconButton';
import { BackIcon, CloseIcon } from '../shared/icons';
import { WORDS } from '../shared/words';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** One step back, where there is one. */
  readonly onBack?: () => void;
  /** Buttons that stay in sight. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page of its own over the whole panel, closed by its cross or Escape. */
export function Sheet({ title, onClose, onBack, foot, children }: Props): JSX.Element {
  return (
    <div class="sheet" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1}>
      <div class="header">
        {onBack && (
          <IconButton label={WORDS.back} onClick={onBack}>
            <BackIcon />
          </IconButton>
        )}
        <p class="title">{title}</p>
        <IconButton label={WORDS.close} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <div class="content">{children}</div>
      {foot && <div class="foot">{foot}</div>}
    </div>
  );
}

/** How the words were got, for people who report what went wrong. */
export function DetailsSheet({ onClose, lines }: { onClose: () => void; lines: readonly string[] }): JSX.Element {
  return (
    <Sheet title={WORDS.details} onClose={onClose}>
      <p class="small">{WORDS.detailsHint}</p>
      <pre class="diagnostics">{lines.length > 0 ? lines.join('\n') : WORDS.noDetails}</pre>
    </Sheet>
  );
}
