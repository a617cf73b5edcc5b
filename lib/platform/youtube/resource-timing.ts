/**
 * The player's own caption requests, seen from outside: the browser lists every address the page has fetched, token
 * included. Nothing of the page is hooked.
 */
import type { CaptionToken } from '../../captions/offer';
import type { VideoId } from '../../transcript/units';
import { captionUrl, tokenOf } from './timedtext-url';

export interface ObservedTokens {
  /** The newest token seen for this video. */
  token(videoId: VideoId): CaptionToken | null;
}

/** `onSeen` is called when a token appears that was not there before. Stops with the signal. */
export function observeCaptionRequests(signal: AbortSignal, onSeen: () => void): ObservedTokens {
  /** A few videos back are enough: a token counts only for its own. */
  const most = 8;
  const tokens = new Map<string, CaptionToken>();

  const observer = new PerformanceObserver((list) => {
    let isNew = false;
    for (const { name } of list.getEntries()) isNew = note(name) || isNew;
    if (isNew) onSeen();
  });

  function note(address: string): boolean {
    if (!address.includes('/api/timedtext') || address.length > 8_000 || !URL.canParse(address)) return false;
    const videoId = new URL(address).searchParams.get('v');
    const url = captionUrl(address, videoId as VideoId);
    const token = url && tokenOf(url);
    if (!token || videoId === null || tokens.get(videoId)?.pot === token.pot) return false;
    // Our own requests carry a borrowed token, so they are never new.
    tokens.delete(videoId);
    tokens.set(videoId, token);
    for (const oldest of tokens.keys()) {
      if (tokens.size <= most) break;
      tokens.delete(oldest);
    }
    return true;
  }

  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { token: (videoId) => tokens.get(videoId) ?? null };
}
