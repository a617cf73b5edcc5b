/** Where the focus goes when a menu or sheet opens or closes. */
import type { Popover } from '@/lib/sidebar/state';

/** Into what has been opened; else to the button that had opened what is closed now. */
export function movePopoverFocus(frame: HTMLElement, opened: Popover | null, closed: Popover | null): void {
  const opener = `[data-popover="${closed === 'keys' || closed === 'settings' ? 'settings' : 'source'}"]`;
  const wanted = opened ? ['[role="menuitemradio"][aria-checked="true"]', '.menu button, .sheet .icon'] : [opener];
  for (const selector of wanted) {
    const found = frame.querySelector<HTMLElement>(selector);
    found?.focus({ preventScroll: true });
    if (found) break;
  }
}
