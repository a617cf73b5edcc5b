/**
 * Our one element in YouTube's page: an unnamed box whose insides the page cannot reach. Finds its place, keeps it when
 * the page builds itself anew, and leaves nothing behind.
 */
import type { Settings } from '../../protocol/settings';
import { type Box, chooseLayout, type Layout, panelBox, STICKY_TOP } from './layout';
import { BELOW_PLAYER, MAIN_COLUMN, PLAYER_BOX, SIDE_COLUMN, WATCH_ROOT } from './selectors';

export interface MountState {
  readonly layout: Layout;
  readonly dark: boolean;
}

export interface Mount {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the panel where it belongs now, or takes it away. Null: it is nowhere. Cheap when nothing has changed. */
  place(wish: MountWish): MountState | null;
  /** Elements whose attributes and size decide the place. */
  landmarks(): readonly Element[];
  remove(): void;
}

export interface MountWish {
  /** A video page is shown and the reader wants the panel there. */
  readonly wanted: boolean;
  readonly collapsed: boolean;
  readonly settings: Settings;
  readonly player: HTMLElement | null;
  /** Milliseconds since the navigation: how long the page has had to build itself. */
  readonly age: number;
}

/** More often than this in a second, somebody is fighting us; the page must not pay for it. */
const MOST_MOUNTS = 5;
const FIGHT_MS = 1_000;
/** After a fight the panel floats for so long. */
const PEACE_MS = 30_000;
/** By then every recorded page has had its columns. */
const BUILT_AFTER_MS = 6_000;

/** `mode: 'open'` is for tests, which must look inside. */
export function createMount(mode: ShadowRootMode): Mount {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode });
  let mounts: number[] = [];
  let unwelcomeUntil = 0;
  let style = '';

  function shapeOf(wish: MountWish) {
    const watch = document.querySelector(WATCH_ROOT);
    const column = document.querySelector<HTMLElement>(SIDE_COLUMN);
    const below = document.querySelector<HTMLElement>(BELOW_PLAYER) ?? document.querySelector<HTMLElement>(MAIN_COLUMN);
    const fullscreen = document.fullscreenElement;
    const shape = {
      isFullscreen: fullscreen !== null || watch?.hasAttribute('fullscreen') === true,
      wantsFullscreen: wish.settings.fullScreen !== 'hide',
      isTheatre: watch?.hasAttribute('theater') === true || watch?.hasAttribute('full-bleed-player') === true,
      hasColumn: column !== null && standsBeside(column, watch, wish.player),
      hasBelow: below !== null && isShown(below),
      isBuilt: wish.age > BUILT_AFTER_MS,
      isUnwelcome: performance.now() < unwelcomeUntil,
    };
    return { shape, column, below, fullscreen };
  }

  function place(wish: MountWish): MountState | null {
    const { shape, column, below, fullscreen } = shapeOf(wish);
    const layout = wish.wanted ? chooseLayout(shape) : null;
    if (layout === null) {
      host.remove();
      return null;
    }
    const spot = spotOf(layout, { column, below, fullscreen });
    if (!isIn(spot) && !settle(spot)) return null;
    const playerHeight = boxOfPlayer(wish.player)?.getBoundingClientRect().height ?? 0;
    const box = panelBox(layout, Math.round(playerHeight), window.innerHeight, wish.settings.panelWidth);
    dress(layout, box, wish.collapsed);
    return { layout, dark: document.documentElement.hasAttribute('dark') };
  }

  function isIn(spot: Spot): boolean {
    return host.parentNode === spot.parent && host.isConnected && (!spot.exact || host.nextSibling === spot.before);
  }

  /** False when the panel has to wait: it was moved too often just now. */
  function settle(spot: Spot): boolean {
    const now = performance.now();
    mounts = mounts.filter((at) => at > now - FIGHT_MS);
    if (mounts.length >= MOST_MOUNTS) {
      unwelcomeUntil = now + PEACE_MS;
      return false;
    }
    mounts.push(now);
    insert(host, spot);
    return true;
  }

  /** Written only when it differs: each write makes the page lay itself out again. */
  function dress(layout: Layout, box: Box, collapsed: boolean): void {
    const next = styleOf(layout, box, collapsed);
    if (next === style && host.style.cssText !== '') return;
    style = next;
    host.style.cssText = next;
  }

  return {
    host,
    root,
    place,
    landmarks: () => {
      const found = [WATCH_ROOT, SIDE_COLUMN, PLAYER_BOX].map((selector) => document.querySelector(selector));
      return found.filter((element) => element !== null);
    },
    remove: () => host.remove(),
  };
}

interface Spot {
  readonly parent: Node;
  readonly before: Node | null;
  /** The place among the siblings matters; else any place in the parent will do once we are in. */
  readonly exact: boolean;
}

function spotOf(
  layout: Layout,
  page: {
    readonly column: HTMLElement | null;
    readonly below: HTMLElement | null;
    readonly fullscreen: Element | null;
  },
): Spot {
  const { column, below, fullscreen } = page;
  if ((layout === 'column' || layout === 'theatre') && column)
    return { parent: column, before: column.firstChild, exact: false };
  if (layout === 'below' && below) {
    const isBelow = below.matches(BELOW_PLAYER);
    return isBelow && below.parentNode
      ? { parent: below.parentNode, before: below, exact: true }
      : { parent: below, before: null, exact: false };
  }
  const parent = layout === 'fullscreen' && fullscreen !== null ? fullscreen : document.body;
  return { parent: parent === document.documentElement ? document.body : parent, before: null, exact: false };
}

/** Moving keeps focus, selection and scrolling where the browser can (Chromium 133, Firefox 144). */
function insert(host: HTMLElement, { parent, before }: Spot): void {
  const mover = parent as Node & { moveBefore?: (node: Node, before: Node | null) => void };
  if (host.isConnected && parent.isConnected && mover.moveBefore)
    mover.moveBefore(host, before === host ? host.nextSibling : before);
  else parent.insertBefore(host, before === host ? host.nextSibling : before);
}

/** True when the column is a column: in a narrow window YouTube leaves it empty or puts it under the player. */
function standsBeside(column: HTMLElement, watch: Element | null, player: HTMLElement | null): boolean {
  if (!isShown(column)) return false;
  if (watch?.hasAttribute('is-two-columns_')) return true;
  const side = column.getBoundingClientRect();
  const box = boxOfPlayer(player)?.getBoundingClientRect();
  if (!box || box.width === 0) return side.left > window.innerWidth / 2;
  return side.left >= box.right - 1 || (side.left > window.innerWidth / 2 && side.width < window.innerWidth / 2);
}

/** Has a box, or would have one as soon as something is in it. */
function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.parentElement !== null && element.parentElement.getClientRects().length > 0;
}

function boxOfPlayer(player: HTMLElement | null): HTMLElement | null {
  return player ?? document.querySelector<HTMLElement>(PLAYER_BOX);
}

/** Everything is said with `!important`: no sheet of the page shall reach the box. */
function styleOf(layout: Layout, box: Box, collapsed: boolean): string {
  const rules: Record<string, string> = { all: 'initial', display: 'block', 'box-sizing': 'border-box' };
  if (layout === 'fullscreen') Object.assign(rules, overPicture(box, collapsed));
  else if (layout === 'floating') Object.assign(rules, overPage(box, collapsed));
  else Object.assign(rules, inFlow(layout, box, collapsed));
  return Object.entries(rules)
    .map(([name, value]) => `${name}: ${value} !important;`)
    .join(' ');
}

const TAB = { width: '32px', height: '132px' };

function overPicture({ width }: Box, collapsed: boolean): Record<string, string> {
  const place = { position: 'fixed', top: '16px', 'inset-inline-end': '16px', 'z-index': '2300' };
  return collapsed ? { ...place, ...TAB } : { ...place, bottom: '88px', width: `${width}px` };
}

function overPage({ width }: Box, collapsed: boolean): Record<string, string> {
  const place = { position: 'fixed', top: `${STICKY_TOP}px`, 'inset-inline-end': '16px', 'z-index': '2100' };
  return collapsed
    ? { ...place, ...TAB }
    : { ...place, bottom: '16px', width: `${width}px`, 'max-width': 'calc(100vw - 32px)' };
}

function inFlow(layout: Layout, { height }: Box, collapsed: boolean): Record<string, string> {
  if (layout === 'below') {
    const size = collapsed ? '40px' : `${height}px`;
    return { height: size, margin: '12px 0', position: 'relative' };
  }
  const sticky = { position: 'sticky', top: `${STICKY_TOP}px`, 'z-index': '3' };
  // Folded, it takes no room: the tab stands in the gap beside the player.
  if (collapsed)
    return { ...sticky, width: TAB.width, height: '0', overflow: 'visible', 'margin-inline-start': '-24px' };
  return { ...sticky, height: `${height}px`, width: '100%', margin: '0 0 24px' };
}
