/** The page's own files, and what the page's script asks of the stage behind YouTube's back. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PageVideo } from '../page/page-video';
import { potOf } from '../youtube/secrets';
import { type Exchange, send, sendJson } from './exchange';

const pageFolder = join(dirname(fileURLToPath(import.meta.url)), '../page');

let script: Promise<string> | undefined;

/** The page's script as one classic script; built once. */
export function pageScript(): Promise<string> {
  script ??= build({
    entryPoints: [join(pageFolder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return script;
}

export async function control(exchange: Exchange): Promise<void> {
  const id = exchange.url.searchParams.get('v') ?? '';
  switch (exchange.url.pathname) {
    case '/s/desktop/stage/page.js':
      return send(exchange, 200, 'text/javascript; charset=utf-8', await pageScript());
    case '/s/desktop/stage/page.css':
      return send(exchange, 200, 'text/css; charset=utf-8', await readFile(join(pageFolder, 'page.css'), 'utf8'));
    case '/__stage/video':
      return sendJson(exchange, await pageVideo(exchange, id));
    case '/__stage/pot':
      return exchange.world.options(id).pot === 'never'
        ? sendJson(exchange, {})
        : sendJson(exchange, { pot: potOf(id) });
    default:
      return send(exchange, 404, 'text/plain', '');
  }
}

async function pageVideo(exchange: Exchange, id: string): Promise<PageVideo> {
  const options = exchange.world.options(id);
  const video = await exchange.world.video(id);
  return {
    id,
    title: video?.title ?? 'Video unavailable',
    author: video?.author ?? '',
    description: video?.description ?? '',
    state: video?.state ?? 'removed',
    durationMs: video?.durationMs ?? 0,
    hasMedia: video?.media !== null && video?.media !== undefined,
    chapters: video && video.chapterKind !== 'none' && video.chapterKind !== 'key-moments' ? video.chapters : [],
    options,
  };
}
