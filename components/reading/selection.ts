/** What the reader has selected inside our root. Browsers hide a shadow tree's selection from one another's ways. */

export interface Selected {
  readonly startNode: Node;
  readonly startOffset: number;
  readonly endNode: Node;
  readonly endOffset: number;
}

/** In the standard, but not yet in all browsers that we serve. */
interface Composing {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

/** Chromium's own way into a shadow tree, older than `getComposedRanges`. */
interface SelectableRoot {
  getSelection?(): Selection | null;
}

/** Null when nothing, or nothing in `container`, is selected. */
export function selectedIn(container: HTMLElement): Selected | null {
  const range = currentRange(container);
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset)) return null;
  if (!container.contains(range.startContainer) && !container.contains(range.endContainer)) return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return { startNode: startContainer, startOffset, endNode: endContainer, endOffset };
}

/** Takes the selection back, if it is in `container`. */
export function clearSelection(container: HTMLElement): void {
  if (!selectedIn(container)) return;
  const root = container.getRootNode();
  ((root as Node & SelectableRoot).getSelection?.() ?? container.ownerDocument.getSelection())?.removeAllRanges();
}

function currentRange(container: HTMLElement): AbstractRange | null {
  const root = container.getRootNode();
  const selection = container.ownerDocument.getSelection();
  if (root instanceof ShadowRoot && selection) {
    const composed = (selection as Composing).getComposedRanges?.call(selection, { shadowRoots: [root] })[0];
    if (composed) return composed;
  }
  const own = (root as Node & SelectableRoot).getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}
