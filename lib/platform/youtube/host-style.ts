/** The look of the box from outside, as a sheet of its own shadow tree. */
import { type Box, type Layout, STICKY_TOP } from './layout';

export interface HostState {
  readonly collapsed: boolean;
  /** Keeps its place and its words, but cannot be seen. */
  readonly isHidden: boolean;
}

type Rules = Readonly<Record<string, string>>;

/** The folded panel: a tab at the player's edge. */
const TAB = { width: '32px', height: '132px' } satisfies Rules;
/** Between the player and its neighbour, and no wider, so that it lies on neither. */
const GAP = '24px';

export function hostStyle(layout: Layout, box: Box, { collapsed, isHidden }: HostState): string {
  const rules: Rules = {
    // First, because everything after it stands.
    all: 'initial',
    display: 'block',
    'box-sizing': 'border-box',
    ...placeOf(layout, box, collapsed),
    ...(isHidden ? { visibility: 'hidden' } : {}),
  };
  const lines = Object.entries(rules).map(([name, value]) => `${name}: ${value} !important;`);
  return `:host { ${lines.join(' ')} }`;
}

function placeOf(layout: Layout, { width, height }: Box, collapsed: boolean): Rules {
  if (layout === 'fullscreen') {
    const place = { position: 'fixed', top: '16px', 'inset-inline-end': '16px', 'z-index': '2300' };
    // The controls stay free below it.
    return collapsed ? { ...place, ...TAB } : { ...place, bottom: '88px', width: `${width}px` };
  }
  if (layout === 'floating') {
    const place = { position: 'fixed', top: `${STICKY_TOP}px`, 'inset-inline-end': '16px', 'z-index': '2100' };
    if (collapsed) return { ...place, ...TAB };
    return { ...place, bottom: '16px', width: `${width}px`, 'max-width': 'calc(100vw - 32px)' };
  }
  if (layout === 'below') {
    const place = { position: 'relative', margin: '12px 12px 0' };
    return collapsed ? { ...place, ...TAB, 'margin-inline-start': 'auto' } : { ...place, height: `${height}px` };
  }
  const place = { position: 'sticky', top: `${STICKY_TOP}px`, 'z-index': '3' };
  // Folded, it takes no room in the column: the tab stands in the gap beside the player.
  if (collapsed)
    return { ...place, ...TAB, width: GAP, 'margin-inline-start': `-${GAP}`, 'margin-block-end': `-${TAB.height}` };
  return { ...place, height: `${height}px`, width: '100%', margin: '0 0 24px' };
}
