import { adoptStyles } from '../shared/adopt-styles';
import { Controller } from './controller';
import type { SidebarHandle, SidebarProps } from './props';

export type { Layout, SidebarHandle, SidebarProps } from './props';

/**
 * Draws the sidebar into a root that fills the host element: the panel is as wide and as high as that. The host element
 * belongs to the caller, who moves and sizes it; collapsed, the tab fills it too, and needs 24 × 132 px.
 */
export function mountSidebar(root: ShadowRoot | HTMLElement, props: SidebarProps): SidebarHandle {
  adoptStyles(root, props.styles);
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
