/** Thousands of time buttons are one stop of the Tab key; arrow keys go from one to the next. */

export function setTabStop(scroller: HTMLElement, button: HTMLElement): void {
  for (const each of scroller.querySelectorAll<HTMLElement>('.time[tabindex="0"]')) each.tabIndex = -1;
  button.tabIndex = 0;
}

/** Moves the stop to the time of what is said, unless the reader is among the times. */
export function offerTabStop(scroller: HTMLElement, now: HTMLElement | null): void {
  const { activeElement } = scroller.getRootNode() as Document | ShadowRoot;
  if (scroller.contains(activeElement)) return;
  const button = now ?? scroller.querySelector<HTMLElement>('.time');
  if (button) setTabStop(scroller, button);
}

export function hasTabStop(scroller: HTMLElement): boolean {
  return scroller.querySelector('.time[tabindex="0"]') !== null;
}
