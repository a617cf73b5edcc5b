/** Reads off the page what decides where the panel goes. */
import type { PageShape } from './layout';
import { BELOW_PLAYER, MAIN_COLUMN, OUTER_COLUMN, PLAYER, PLAYER_BOX, SIDE_COLUMN, WATCH_ROOT } from './selectors';

export interface Page extends Pick<PageShape, 'isFullscreen' | 'isTheatre' | 'hasColumn' | 'hasBelow'> {
  readonly watch: HTMLElement | null;
  readonly column: HTMLElement | null;
  readonly below: HTMLElement | null;
  readonly fullscreen: Element | null;
  /** px; 0 while the player is not built. */
  readonly playerHeight: number;
  /** The player has faded its controls out. */
  readonly areControlsHidden: boolean;
}

/** `player` is the player proper where it is known already. */
export function readPage(player: HTMLElement | null): Page {
  const watch = findWatch();
  const column = findIn(watch, SIDE_COLUMN) ?? findIn(watch, OUTER_COLUMN);
  const below = findIn(watch, BELOW_PLAYER) ?? findIn(watch, MAIN_COLUMN);
  const box = (player ?? findIn(watch, PLAYER_BOX))?.getBoundingClientRect();
  return {
    watch,
    column,
    below,
    fullscreen: document.fullscreenElement,
    isFullscreen: document.fullscreenElement !== null || watch?.hasAttribute('fullscreen') === true,
    isTheatre: watch?.hasAttribute('theater') === true || watch?.hasAttribute('full-bleed-player') === true,
    hasColumn: column !== null && isColumn(column, watch, box),
    hasBelow: below !== null && isShown(below),
    playerHeight: Math.round(box?.height ?? 0),
    areControlsHidden: document.querySelector(PLAYER)?.classList.contains('ytp-autohide') === true,
  };
}

/** Elements whose attributes and size decide the place. */
export function findLandmarks(): HTMLElement[] {
  const watch = findWatch();
  const found = [watch, ...[SIDE_COLUMN, PLAYER_BOX, PLAYER].map((selector) => findIn(watch, selector))];
  return found.filter((element) => element !== null);
}

/** The watch page on screen: YouTube may keep another one, hidden, from a layout it tried before. */
function findWatch(): HTMLElement | null {
  const [first, ...others] = document.querySelectorAll<HTMLElement>(WATCH_ROOT);
  if (!first || others.length === 0) return first ?? null;
  return [first, ...others].find((root) => root.getClientRects().length > 0) ?? first;
}

function findIn(watch: HTMLElement | null, selector: string): HTMLElement | null {
  return watch?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(selector);
}

/** In a narrow window YouTube empties the right column, or puts it under the player. */
function isColumn(column: HTMLElement, watch: Element | null, player: DOMRect | undefined): boolean {
  if (!isShown(column)) return false;
  if (watch?.hasAttribute('is-two-columns_')) return true;
  const side = column.getBoundingClientRect();
  if (side.left > window.innerWidth / 2) return true;
  return player !== undefined && player.width > 0 && side.left >= player.right - 1;
}

/** An empty element has no box of its own, but what it stands in has. */
function isShown(element: HTMLElement): boolean {
  return element.isConnected && (element.parentElement?.getClientRects().length ?? 0) > 0;
}
