/** Opening a place of a video: in the tab that shows the video already, else in a new one. Needs no `tabs` permission. */
import type { Arrival } from '../../protocol/background-calls';
import type { VideoId } from '../../transcript/units';
import { callTab, type TabsLike } from './call-tab';

export interface PlaceTabs extends TabsLike {
  query(filter: {
    readonly discarded: false;
  }): Promise<readonly { readonly id?: number | undefined; readonly windowId?: number | undefined }[]>;
  create(properties: { readonly url: string }): Promise<unknown>;
  update(tabId: number, properties: { readonly active: true }): Promise<unknown>;
}

export interface PlaceWindows {
  update(windowId: number, properties: { readonly focused: true }): Promise<unknown>;
}

/** Where an arrival waits for its tab; lost with the browser, which loses the tab too. */
export interface ArrivalShelf {
  put(videoId: VideoId, arrival: Arrival): Promise<void>;
  take(videoId: VideoId): Promise<Arrival | null>;
}

/** Short: every tab is asked, and one that is busy only costs the reader a second tab. */
const ASK_MS = 400;

export async function openPlace(
  world: { readonly tabs: PlaceTabs; readonly windows: PlaceWindows | undefined; readonly arrivals: ArrivalShelf },
  videoId: VideoId,
  arrival: Arrival,
): Promise<void> {
  const tabs = await world.tabs.query({ discarded: false });
  const asked = tabs.map(async ({ id, windowId }) => {
    if (id === undefined) throw new Error('a tab without id');
    const answer = await callTab(world.tabs, id, 'arrive', { videoId, arrival }, ASK_MS);
    if (!answer.ok || !answer.value) throw new Error('not this tab');
    return { id, windowId };
  });
  const found = await Promise.any(asked).catch(() => null);
  if (!found) {
    await world.arrivals.put(videoId, arrival);
    await world.tabs.create({ url: watchUrl(videoId, arrival.time) });
    return;
  }
  await world.tabs.update(found.id, { active: true });
  // Firefox for Android has no windows.
  if (found.windowId !== undefined) await world.windows?.update(found.windowId, { focused: true });
}

/** YouTube takes whole seconds; rounded down, so that the first word is not missed. */
export function watchUrl(videoId: VideoId, time: number): string {
  const seconds = Math.floor(time / 1000);
  return `https://www.youtube.com/watch?v=${videoId}${seconds > 0 ? `&t=${seconds}s` : ''}`;
}

/** An area that is cleared with the browser: `storage.session`. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** After this an arrival is stale: the reader has gone elsewhere in that video by themselves. */
const STALE_AFTER = 120_000;

export function createArrivalShelf(session: SessionArea, now: () => number): ArrivalShelf {
  const key = (videoId: VideoId): string => `arrival.${videoId}`;
  return {
    put: (videoId, arrival) => session.set({ [key(videoId)]: { ...arrival, at: now() } }),
    async take(videoId) {
      const stored = (await session.get(key(videoId)))[key(videoId)];
      if (!isStoredArrival(stored)) return null;
      await session.remove(key(videoId));
      const { transcriptId, time, query, at } = stored;
      return now() - at > STALE_AFTER ? null : { transcriptId, time, query };
    },
  };
}

function isStoredArrival(value: unknown): value is Arrival & { readonly at: number } {
  return (
    typeof value === 'object' && value !== null && 'time' in value && 'at' in value && typeof value.at === 'number'
  );
}
