/** What the page's parts share, and the door through which tests command the page: `window.__stage`. */
import type { PageVideo } from './page-video';

export interface SeenKey {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  /** Tag and id of the event's target as the page sees it. */
  readonly target: string;
  readonly trusted: boolean;
  readonly phase: 'window-capture' | 'document-capture' | 'document-bubble';
}

/** The commands of `window.__stage`. All are safe to call from a test at any time after the page was built. */
export interface StageDoor {
  /** Every key event the page's own listeners saw. */
  readonly keys: SeenKey[];
  /** Names of YouTube's page events in the order they were sent, with the video they were about. */
  readonly events: { name: string; videoId: string; at: number }[];
  /** Resolves once the first page is built. */
  readonly ready: Promise<void>;
  /** Follows a link as a click on it would: no page load. */
  navigate(videoIdOrPath: string): void;
  setTheater(on: boolean): void;
  setFullscreen(on: boolean): Promise<void>;
  setDark(on: boolean): void;
  setLiveChat(on: boolean): void;
  setColumns(columns: 'auto' | 'two' | 'one'): void;
  /** Throws the right column away and builds it again. */
  rerender(): void;
  /** Rebuilds the whole watch element, as layout experiments do. */
  rebuildRoot(root: 'flexy' | 'grid'): void;
  playAdvert(seconds: number): void;
  skipAdvert(): void;
  toggleSubtitles(): void;
  /** Opens YouTube's own transcript panel as a click on "Show transcript" does. */
  openTranscript(): Promise<void>;
  closePanels(): void;
  /** The token, as if BotGuard had just finished. */
  grantPot(): Promise<void>;
  current(): PageVideo | null;
}

declare global {
  interface Window {
    __stage: StageDoor;
    ytcfg: { get(key: string): unknown; set(values: object): void; d(): Record<string, unknown> };
    ytInitialPlayerResponse?: unknown;
    ytInitialData?: unknown;
  }
}

/** JSON from an endpoint of the stage. */
export async function getJson<T>(path: string, body?: unknown): Promise<T> {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, request);
  return (await response.json()) as T;
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
