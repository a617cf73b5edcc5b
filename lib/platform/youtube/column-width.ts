/**
 * Widens or narrows YouTube's right column on the reader's wish, by the custom property that YouTube itself sets its width
 * with; the player takes what is left. Untouched at the usual width, and put back when we go.
 */
import { DEFAULT_SETTINGS } from '../../protocol/settings';

const WIDTH = '--ytd-watch-flexy-sidebar-width';
const LEAST = '--ytd-watch-flexy-sidebar-min-width';

export interface ColumnWidth {
  /** px; null leaves the column as YouTube has it. Cheap when nothing changes. */
  set(watch: HTMLElement | null, width: number | null): void;
}

export function createColumnWidth(): ColumnWidth {
  let touched: HTMLElement | null = null;
  let current: number | null = null;

  function put(element: HTMLElement, width: number | null): void {
    for (const name of [WIDTH, LEAST]) {
      if (width === null) element.style.removeProperty(name);
      else element.style.setProperty(name, `${width}px`);
    }
    // The player measures its box when the window changes its size.
    window.dispatchEvent(new Event('resize'));
  }

  return {
    set(watch, wanted) {
      const width = wanted === DEFAULT_SETTINGS.panelWidth ? null : wanted;
      if (watch === touched && width === current) return;
      if (touched && touched !== watch && current !== null) put(touched, null);
      if (watch && (width !== null || (touched === watch && current !== null))) put(watch, width);
      touched = watch;
      current = width;
    },
  };
}
