/** Asks the stage as a browser would, without one. Used by the stage's own tests. */
import { request } from 'node:https';
import type { Stage } from './index';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** `pathOrUrl` may be a whole https://www.youtube.com URL, as in a player answer. Rejects when the connection breaks. */
export function ask(
  stage: Pick<Stage, 'port'>,
  pathOrUrl: string,
  { method, headers, body }: Ask = {},
): Promise<Answer> {
  const url = new URL(pathOrUrl, 'https://www.youtube.com');
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: stage.port,
        path: url.pathname + url.search,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { host: 'www.youtube.com', ...headers },
        rejectUnauthorized: false,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

export interface ListedTrack {
  readonly baseUrl: string;
  readonly vssId: string;
  readonly languageCode: string;
}

/** The tracks the watch page lists. */
export async function listedTracks(stage: Stage, videoId: string): Promise<ListedTrack[]> {
  const { text } = await ask(stage, '/youtubei/v1/player', { body: { videoId } });
  const answer = JSON.parse(text) as {
    captions?: { playerCaptionsTracklistRenderer: { captionTracks: ListedTrack[] } };
  };
  return answer.captions?.playerCaptionsTracklistRenderer.captionTracks ?? [];
}

/** The token of a video, as the page's script would get it from BotGuard. */
export async function tokenOf(stage: Stage, videoId: string): Promise<string> {
  const { text } = await ask(stage, `/__stage/pot?v=${videoId}`);
  return (JSON.parse(text) as { pot?: string }).pot ?? '';
}
