/**
 * Our one element in YouTube's page: an unnamed box whose insides the page cannot reach. Finds its place, keeps it when
 * the page builds itself anew, and leaves nothing behind.
 */
import type { Settings } from '../../protocol/settings';
import { createColumnWidth } from './column-width';
import { hostStyle } from './host-style';
import { createFocusKeeper } from './keep-focus';
import { chooseLayout, type Layout, panelBox } from './layout';
import { BOX_CLASS } from './leftovers';
import { findLandmarks, readPage } from './page-shape';
import { insertAt, isAt, spotFor } from './spot';

export interface MountState {
  readonly layout: Layout;
  readonly dark: boolean;
}

export interface MountWish {
  /** A video page is shown and the reader wants the panel there. */
  readonly wanted: boolean;
  /** The reader asked for the panel over the full-screen picture just now, whatever the settings say. */
  readonly wantedOverPicture: boolean;
  readonly collapsed: boolean;
  readonly settings: Settings;
  readonly player: HTMLElement | null;
  /** Milliseconds since the navigation: how long the page has had to build itself. */
  readonly age: number;
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
  // The box is dressed from inside: nothing of ours stands in its attributes, and important rules of a shadow tree win over
  // every rule of the page.
  const style = document.createElement('style');
  style.className = BOX_CLASS;
  root.append(style);
  let mounts: number[] = [];
  let unwelcomeUntil = 0;
  let state: MountState | null = null;
  const columnWidth = createColumnWidth();
  const focus = createFocusKeeper(root);

  function place(wish: MountWish): MountState | null {
    const page = readPage(wish.player);
    const { fullScreen, panelWidth } = wish.settings;
    const wantsFullscreen = fullScreen !== 'hide' || wish.wantedOverPicture;
    // Behind a full-screen picture nothing need move, and what does not move keeps its place in the text.
    if (wish.wanted && page.isFullscreen && !wantsFullscreen && host.isConnected) return state;
    const isBuilt = wish.age > BUILT_AFTER_MS;
    const isUnwelcome = performance.now() < unwelcomeUntil;
    const layout = wish.wanted ? chooseLayout({ ...page, wantsFullscreen, isBuilt, isUnwelcome }) : null;
    if (layout === null) {
      remove();
      state = null;
      return null;
    }
    const isInColumn = layout === 'columns' || layout === 'theatre';
    columnWidth.set(page.watch, isInColumn && !wish.collapsed ? panelWidth : null);
    const spot = spotFor(layout, page);
    const isElsewhere = !isAt(host, spot);
    if (isElsewhere) {
      if (isFought()) return null;
      insertAt(host, spot);
    }
    const box = panelBox(layout, page.playerHeight, window.innerHeight, panelWidth);
    const withControls = fullScreen === 'with-controls' && !wish.wantedOverPicture && page.areControlsHidden;
    const isHidden = layout === 'fullscreen' && withControls && root.activeElement === null;
    dress(hostStyle(layout, box, { collapsed: wish.collapsed, isHidden }));
    if (isElsewhere) focus.restore();
    state = { layout, dark: document.documentElement.hasAttribute('dark') };
    return state;
  }

  function remove(): void {
    host.remove();
    focus.forget();
    columnWidth.set(null, null);
  }

  /** True when the panel was moved too often just now, so that it has to wait. */
  function isFought(): boolean {
    const now = performance.now();
    mounts = mounts.filter((at) => at > now - FIGHT_MS);
    if (mounts.length >= MOST_MOUNTS) {
      unwelcomeUntil = now + PEACE_MS;
      return true;
    }
    mounts.push(now);
    return false;
  }

  /** Written only when it differs: each write costs a layout. */
  let dressed = '';
  function dress(rules: string): void {
    if (rules === dressed) return;
    dressed = rules;
    style.textContent = rules;
  }

  return {
    host,
    root,
    place,
    landmarks: findLandmarks,
    remove,
  };
}
