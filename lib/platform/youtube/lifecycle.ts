/**
 * How long we live in this page: one `AbortController` that owns every listener, timer and observer. Nothing the page does can
 * end it: a newer copy of us tells of itself in the world that only our own scripts share.
 */
import { browser } from 'wxt/browser';
import { takeOver } from '../hand-over';

export interface Lifecycle {
  /** Ends when a newer copy of us has taken over this page. */
  readonly signal: AbortSignal;
  /** The extension was updated, switched off or removed: nothing can be asked of the background any more. */
  isOrphaned(): boolean;
}

export function startLifecycle(): Lifecycle {
  const controller = new AbortController();
  takeOver(() => controller.abort());
  return { signal: controller.signal, isOrphaned };
}

/** An orphaned script keeps running, but its `runtime.id` is gone. Reading it may throw in some states. */
function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}
