/** The very place in the tree where the panel stands. */
import type { Layout } from './layout';
import type { Page } from './page-shape';
import { BELOW_PLAYER } from './selectors';

export interface Spot {
  readonly parent: Node;
  readonly before: Node | null;
  /** The place among the siblings matters; else any place in the parent will do once we are in. */
  readonly exact: boolean;
}

export function spotFor(layout: Layout, { column, below, fullscreen }: Page): Spot {
  if ((layout === 'columns' || layout === 'theatre') && column)
    return { parent: column, before: column.firstChild, exact: false };
  if (layout === 'below' && below) {
    const isBelow = below.matches(BELOW_PLAYER);
    if (isBelow && below.parentNode) return { parent: below.parentNode, before: below, exact: true };
    return { parent: below, before: null, exact: false };
  }
  const top = layout === 'fullscreen' && fullscreen !== document.documentElement ? fullscreen : null;
  return { parent: top ?? document.body, before: null, exact: false };
}

export function isAt(host: Node, spot: Spot): boolean {
  if (!host.isConnected || host.parentNode !== spot.parent) return false;
  return !spot.exact || host.nextSibling === spot.before;
}

/** Moves rather than takes out and puts in where the browser can: focus, selection and scrolling stay (Chromium 133, Firefox 144). */
export function insertAt(host: Node, { parent, before }: Spot): void {
  const place = before === host ? host.nextSibling : before;
  const mover = parent as Node & { moveBefore?: (node: Node, before: Node | null) => void };
  if (host.isConnected && parent.isConnected && mover.moveBefore) mover.moveBefore(host, place);
  else parent.insertBefore(host, place);
}
