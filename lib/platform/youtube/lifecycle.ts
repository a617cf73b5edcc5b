/**
 * How long we live in this page: one `AbortController` that owns every listener, timer and observer. It does not trust the
 * page: the framework's own signal that "a newer copy of this script has started" is a page event that anybody can
 * dispatch, so it counts only when the browser has in fact taken the extension from under us.
 */
import { browser } from 'wxt/browser';

export interface Lifecycle {
  /** Ends when a newer copy of us has taken over this page. */
  readonly signal: AbortSignal;
  /** The extension was updated, switched off or removed: nothing can be asked of the background any more. */
  isOrphaned(): boolean;
}

/** As WXT 0.21 names it (`content-script-context.mjs`); a copy of us that starts in this page dispatches it on `document`. */
const STARTED = `${browser.runtime?.id}:${import.meta.env.ENTRYPOINT}:wxt:content-script-started`;

export function startLifecycle(): Lifecycle {
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener(
    STARTED,
    () => {
      if (isOrphaned()) controller.abort();
    },
    { signal },
  );
  return { signal, isOrphaned };
}

/** An orphaned script keeps running, but its `runtime.id` is gone. Reading it may throw in some states. */
function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}
