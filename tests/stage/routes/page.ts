/** Watch, Shorts, live, home, search, channel and playlist pages: all are the same skeleton. */

import { cookies, otherSecurityHeaders, securityPolicies } from '../youtube/headers';
import { initialData } from '../youtube/initial-data';
import { playerResponse } from '../youtube/player-response';
import { recordedHtml, watchHtml } from '../youtube/watch-html';
import type { Exchange } from './exchange';

export function isPagePath(path: string): boolean {
  return path === '/' || /^\/(watch|shorts|live|results|playlist|feed|clip|@|channel|embed)\b|^\/@/.test(path);
}

/** The video a URL is about; undefined on pages without one. */
export function videoIdOf(url: URL): string | undefined {
  if (url.pathname === '/watch') return url.searchParams.get('v') ?? undefined;
  return /^\/(?:shorts|live|embed)\/([\w-]{11})/.exec(url.pathname)?.[1];
}

export async function page(exchange: Exchange): Promise<void> {
  const id = videoIdOf(exchange.url);
  const options = exchange.world.options(id);
  const video = id ? await exchange.world.video(id) : undefined;
  const { html, nonce } = video?.recordedHtml
    ? recordedHtml(video.recordedHtml)
    : watchHtml(
        {
          title: video?.title ?? 'YouTube',
          playerResponse: video ? playerResponse(video, options, Date.now()) : null,
          initialData: video ? initialData(video, options) : { contents: {} },
        },
        options,
      );
  const headers: Record<string, string | string[]> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': options.keptInCache ? 'private, max-age=0' : 'no-store',
  };
  if (options.securityHeaders) {
    Object.assign(headers, otherSecurityHeaders, { 'content-security-policy': securityPolicies(nonce) });
  }
  if (options.cookies) headers['set-cookie'] = cookies;
  exchange.response.writeHead(200, headers);
  exchange.response.end(html);
}
