/** The element of the page that the frame lives in. */

/** The element that stands for the frame in the page. */
export function hostOf(frame: HTMLElement): Element {
  const root = frame.getRootNode();
  return root instanceof ShadowRoot ? root.host : frame;
}

/** Tells when the host has been put elsewhere in the page: what scrolls in there has then lost its place. */
export class HostPlace {
  #parent: Node | null;

  constructor(private readonly frame: HTMLElement) {
    this.#parent = hostOf(frame).parentNode;
  }

  /** Whether it stands elsewhere than when this was asked last. */
  isMoved(): boolean {
    const parent = hostOf(this.frame).parentNode;
    const isMoved = parent !== this.#parent;
    this.#parent = parent;
    return isMoved;
  }
}
