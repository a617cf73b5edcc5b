/** Where the panel goes, told from what the page looks like. Pure: the mount reads the page and acts. */

/**
 * `columns`: first in the right column. `theatre`: the same, under a player as wide as the window. `below`: one column,
 * between player and title. `fullscreen`: over the picture. `floating`: the page has no place we know.
 */
export type Layout = 'columns' | 'theatre' | 'below' | 'fullscreen' | 'floating';

export interface PageShape {
  readonly isFullscreen: boolean;
  /** The reader wants the panel over a full-screen picture. */
  readonly wantsFullscreen: boolean;
  readonly isTheatre: boolean;
  /** The right column exists and stands beside or under the player with a width of its own. */
  readonly hasColumn: boolean;
  /** There is a place between player and title. */
  readonly hasBelow: boolean;
  /** The page has had time to build itself. */
  readonly isBuilt: boolean;
  /** Somebody keeps taking our panel out of the page. */
  readonly isUnwelcome: boolean;
}

/** Null: nowhere for now. */
export function chooseLayout(shape: PageShape): Layout | null {
  if (shape.isFullscreen) return shape.wantsFullscreen ? 'fullscreen' : null;
  if (!shape.isUnwelcome) {
    if (shape.hasColumn) return shape.isTheatre ? 'theatre' : 'columns';
    if (shape.hasBelow) return 'below';
  }
  return shape.isBuilt || shape.isUnwelcome ? 'floating' : null;
}

export interface Box {
  /** px; null: the place decides. */
  readonly width: number | null;
  readonly height: number;
}

/** The masthead and a little air; YouTube's own sticky panels stop there too. */
export const STICKY_TOP = 72;
const SMALLEST = 420;

/** Size of the open panel. `player` and `viewport` are heights in px; a player of 0 is not built yet. */
export function panelBox(layout: Layout, player: number, viewport: number, wantedWidth: number): Box {
  const visible = Math.max(240, viewport - STICKY_TOP - 24);
  if (layout === 'below') return { width: null, height: Math.max(240, Math.min(460, Math.round(viewport * 0.6))) };
  if (layout === 'theatre') return { width: wantedWidth, height: Math.min(visible, Math.max(SMALLEST, player)) };
  if (layout === 'columns') return { width: wantedWidth, height: Math.min(player > 0 ? player : SMALLEST, visible) };
  return { width: wantedWidth, height: 0 };
}
