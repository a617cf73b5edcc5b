import findStyles from '../find/find.css?inline';
import importStyles from '../import/import.css?inline';
import readingStyles from '../reading/reading.css?inline';
import { adoptStyles } from '../shared/adopt-styles';
import tokenStyles from '../shared/tokens.css?inline';
import { Controller } from './controller';
import menuStyles from './menus.css?inline';
import type { SidebarHandle, SidebarProps } from './props';
import sidebarStyles from './sidebar.css?inline';

export type { Layout, SidebarHandle, SidebarProps } from './props';

/**
 * Draws the sidebar into a root that fills the host element: the panel is as wide and as high as that. The host element
 * belongs to the caller, who moves and sizes it; collapsed, the tab needs 32 × 132 px.
 */
export function mountSidebar(root: ShadowRoot | HTMLElement, props: SidebarProps): SidebarHandle {
  // The panel's own sheet after those of its parts: it holds what more contrast and forced colours change in them.
  const styles = [tokenStyles, findStyles, menuStyles, sidebarStyles, readingStyles, importStyles];
  adoptStyles(root, styles.join(''));
  const frame = root.ownerDocument.createElement('div');
  root.append(frame);
  const controller = new Controller(frame, props);
  return {
    update: (change) => controller.update(change),
    toggle: () => controller.toggle(),
    openFind: (query) => controller.openFind(query),
    openImport: () => controller.openImport(),
    focus: () => controller.focus(),
    handleKey: (event) => controller.handleKey(event),
    dispose: () => controller.dispose(),
  };
}
