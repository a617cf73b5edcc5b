/**
 * Addresses of captions. Whatever names one (the player, the page, a performance entry) is a stranger: only YouTube's own
 * caption endpoint for the very video is ever asked, because the request carries the viewer's cookies.
 */
import type { CaptionToken } from '../../captions/offer';
import type { VideoId } from '../../transcript/units';

const ORIGIN = 'https://www.youtube.com';

/** The address when it is YouTube's caption endpoint for this video, else null. May be relative, as on some pages. */
export function captionUrl(address: unknown, videoId: VideoId): URL | null {
  if (typeof address !== 'string' || address.length > 8_000 || !URL.canParse(address, ORIGIN)) return null;
  const url = new URL(address, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname !== '/api/timedtext' || url.username !== '') return null;
  const ids = url.searchParams.getAll('v');
  return ids.length === 1 && ids[0] === videoId ? url : null;
}

/**
 * Whether the answer is empty without a token. `exp` is a signed list of experiments; `xpe` and `xpv` are the two that
 * withhold (yt-dlp 81ecd58, `_video.py`; recorded watch page of June 2025).
 */
export function isGated(url: URL): boolean {
  const flags = url.searchParams.getAll('exp').flatMap((value) => value.split(','));
  return flags.includes('xpe') || flags.includes('xpv');
}

/** True when the address was signed for a time that has passed. `now` in milliseconds since 1970. */
export function isExpired(url: URL, now: number): boolean {
  const until = Number(url.searchParams.get('expire') ?? Number.NaN);
  return Number.isFinite(until) && until > 0 && until * 1000 <= now;
}

/** The token an address carries; null when it has none. */
export function tokenOf(url: URL): CaptionToken | null {
  const pot = url.searchParams.get('pot');
  if (pot === null || pot === '' || pot.length > 2_000) return null;
  return { pot, potc: url.searchParams.get('potc') };
}

export interface CaptionRequest {
  readonly token: CaptionToken | null;
  readonly translateTo: string | null;
  /** `INNERTUBE_CLIENT_NAME` of the page; a token counts only together with it. */
  readonly clientName: string;
}

/** The address to ask for word-timed captions. Signed parameters are left as they are. */
export function requestUrl(track: URL, request: CaptionRequest): URL {
  const url = new URL(track);
  const { searchParams } = url;
  searchParams.set('fmt', 'json3');
  // Asks for positions made for small screens, which breaks lines at odd places (yt-dlp #13654).
  searchParams.delete('xosf');
  if (request.token) {
    searchParams.set('pot', request.token.pot);
    if (request.token.potc !== null) searchParams.set('potc', request.token.potc);
    searchParams.set('c', request.clientName);
  }
  if (request.translateTo === null) searchParams.delete('tlang');
  else searchParams.set('tlang', request.translateTo);
  return url;
}
