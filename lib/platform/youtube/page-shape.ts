/** Reads off the page what decides where the panel goes. */
import type { PageShape } from './layout';
import { BELOW_PLAYER, MAIN_COLUMN, PLAYER, PLAYER_BOX, SIDE_COLUMN, WATCH_ROOT } from './selectors';

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
  const watch = document.querySelector<HTMLElement>(WATCH_ROOT);
  const column = document.querySelector<HTMLElement>(SIDE_COLUMN);
  const below = document.querySelector<HTMLElement>(BELOW_PLAYER) ?? document.querySelector<HTMLElement>(MAIN_COLUMN);
  const box = (player ?? document.querySelector<HTMLElement>(PLAYER_BOX))?.getBoundingClientRect();
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
