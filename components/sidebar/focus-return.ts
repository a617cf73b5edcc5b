/** Gives the focus back to where it was, in our panel or in the page. */
export class FocusReturn {
  #to: HTMLElement | null = null;

  /** Remembers what has the focus now. */
  note(frame: HTMLElement): void {
    const own = activeIn(frame);
    const { activeElement, body } = frame.ownerDocument;
    const elsewhere = activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
    this.#to = own ?? elsewhere;
  }

  go(): void {
    const to = this.#to;
    this.#to = null;
    if (to?.isConnected) to.focus({ preventScroll: true });
  }
}

/** The focused element inside the frame, or null. */
export function activeIn(frame: HTMLElement): HTMLElement | null {
  const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
  return activeElement instanceof HTMLElement && frame.contains(activeElement) ? activeElement : null;
}
