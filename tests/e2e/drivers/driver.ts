/** What a scenario may ask of a browser, so that the same scenario runs in Chromium and in Firefox. */
import type { Stage } from '../../stage/index';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaunchOptions {
  readonly stage: Stage;
  /** Folder of the built extension; null runs without one. Default: the e2e build of that browser. */
  readonly extension?: string | null;
  /** Default 1440 × 900. */
  readonly viewport?: Size;
  /** Default: headless unless `STAGE_HEADED` is set. */
  readonly headless?: boolean;
  /** Keep the profile here to start again with the same one. Default: a new temporary one, removed on close. */
  readonly profile?: string;
  /** Default false: silence. */
  readonly hasSound?: boolean;
  /** Default false: Playwright turns Chromium's off. Firefox has its own on always. */
  readonly backForwardCache?: boolean;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** The system's theme, apart from the site's own dark switch. */
  readonly darkSystem?: boolean;
}

/** A function that runs in the page. It is sent as source text: it may use its argument and page globals, nothing else. */
export type PageFunction<A, R> = (argument: A) => R | Promise<R>;

/** As a `PageFunction`, with the root of the sidebar's open shadow tree first. */
export type SidebarFunction<A, R> = (root: ShadowRoot, argument: A) => R | Promise<R>;

export interface BrowserDriver {
  readonly name: 'chromium' | 'firefox';
  /** `chrome-extension://…/` or `moz-extension://…/`; null without an extension. */
  readonly extensionOrigin: string | null;
  readonly profile: string;

  /** Loads a watch page and waits until the page, not the extension, has built itself. */
  openWatch(videoId: string, query?: string): Promise<void>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Opens a page of the extension, such as `options.html`, in the tab under control. */
  openExtensionPage(path: string): Promise<void>;

  /** Runs in the page's own world. The argument and the result cross as JSON. */
  evaluate<R, A = undefined>(run: PageFunction<A, R>, argument?: A): Promise<R>;
  /** Runs in the page's world with the sidebar's shadow root, which only the e2e build leaves open. Throws when it is not there. */
  inSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A): Promise<R>;
  /** Polls until the function gives something truthy, and gives it back. Default limit 10 s. */
  waitFor<R, A = undefined>(run: PageFunction<A, R>, argument?: A, timeoutMs?: number): Promise<R>;
  waitForSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A, timeoutMs?: number): Promise<R>;

  /** Real input: trusted events at viewport coordinates. */
  click(x: number, y: number, options?: { count?: number; button?: 'left' | 'right' }): Promise<void>;
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  moveMouse(x: number, y: number): Promise<void>;
  wheel(x: number, y: number, deltaY: number): Promise<void>;
  /** A key by its `KeyboardEvent.key`, with modifiers before it: `Enter`, `a`, `Shift+Tab`, `Control+f`. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;

  setViewport(size: Size): Promise<void>;
  /** The site's own dark theme, `html[dark]`. */
  setDark(on: boolean): Promise<void>;
  setLayout(layout: Layout): Promise<void>;
  /** `navigator.onLine` and every request of the page. */
  setOffline(on: boolean): Promise<void>;
  /** Ends the extension's background at once. Gives false where nothing was running. */
  killBackground(): Promise<boolean>;
  /** A PNG of the viewport. */
  screenshot(path: string): Promise<void>;
  /** Errors of the page and its console since the start, as text. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Two columns at 1440 px, one column at 600 px, theatre, full screen. */
export type Layout = 'columns' | 'narrow' | 'theatre' | 'fullscreen';

export const wide: Size = { width: 1440, height: 900 };
export const narrow: Size = { width: 600, height: 900 };

/** Found only in the build made with READALONG_E2E=1. */
export const sidebarSelector = '[data-readalong-e2e]';

/** Source of an expression that calls the function with the argument; `__name` is what tsx leaves in functions. */
export function callSource(run: (...args: never[]) => unknown, argument: unknown): string {
  return `((__name) => (${run.toString()}))((f) => f)(${JSON.stringify(argument) ?? 'undefined'})`;
}

/** As `callSource`, for a function that takes the sidebar's root first. */
export function sidebarSource(run: (...args: never[]) => unknown, argument: unknown): string {
  const root = `document.querySelector(${JSON.stringify(sidebarSelector)})?.shadowRoot`;
  const call = `((__name) => (${run.toString()}))((f) => f)(root, ${JSON.stringify(argument) ?? 'undefined'})`;
  return `(() => { const root = ${root}; if (!root) throw new Error('The sidebar is not in the page.'); return ${call}; })()`;
}

/** Asks until the answer is truthy. Errors count as "not yet"; the last one is told when time is up. */
export async function poll<R>(ask: () => Promise<R>, timeoutMs: number, what: string): Promise<R> {
  const until = Date.now() + timeoutMs;
  let last: unknown = 'nothing yet';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() > until)
      throw new Error(`Waited ${timeoutMs} ms for ${what.slice(0, 300)}; last answer: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
