/** Which video the page shows. YouTube changes pages without loading them, so this asks again at every hint. */
import { isVideoId, type VideoId } from '../../transcript/units';

export interface NavigationToken {
  readonly videoId: VideoId;
  /** The document was loaded for this video: what is written into its source speaks of it. */
  readonly isFirstLoad: boolean;
}

/** The id of a watch address; null for every other page (Shorts, live, clips, channels, search). */
export function videoIdOfUrl(address: string): VideoId | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.hostname !== 'www.youtube.com' || url.pathname !== '/watch') return null;
  const id = url.searchParams.get('v');
  return isVideoId(id) ? id : null;
}

/**
 * Calls at once and then at every change, with null when no video page is shown. The same video again (a jump to another
 * second, a playlist parameter) is no change.
 */
export function watchNavigation(signal: AbortSignal, onChange: (token: NavigationToken | null) => void): void {
  const loadedFor = videoIdOfUrl(location.href);
  let hasLeft = false;
  let current: VideoId | null | undefined;

  function look(address = location.href): void {
    const videoId = videoIdOfUrl(address);
    if (videoId === current) return;
    if (current !== undefined) hasLeft = true;
    current = videoId;
    onChange(videoId === null ? null : { videoId, isFirstLoad: !hasLeft && videoId === loadedFor });
  }

  const hint = () => {
    look();
    // YouTube announces a navigation just before it sets the address, in the same task.
    setTimeout(() => signal.aborted || look(), 0);
  };
  const options = { signal, capture: true };
  for (const type of ['yt-navigate-start', 'yt-navigate-finish', 'yt-page-data-updated', 'yt-page-type-changed'])
    window.addEventListener(type, hint, options);
  window.addEventListener('popstate', hint, options);
  window.addEventListener('pageshow', hint, options);
  const navigation = navigationApi();
  if (navigation) navigation.addEventListener('currententrychange', hint, { signal });
  else pollAddress(hint, signal);
  hint();
}

/** Without the navigation API nobody says when the page sets its address; the page's own events come up to a second later. */
function pollAddress(look: () => void, signal: AbortSignal): void {
  const timer = setInterval(look, 200);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Absent before Firefox 147 and Chrome 102. `currententrychange` comes after the address has changed, unlike `navigate`. */
function navigationApi(): EventTarget | undefined {
  return (window as { navigation?: EventTarget }).navigation;
}
