/** Media with byte ranges: without 206 answers a seek silently lands at the start. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { advertMedia, stitchedMedia } from '../media/recipes';
import { type Exchange, pause, send } from './exchange';

export async function media(exchange: Exchange): Promise<void> {
  const query = exchange.url.searchParams;
  const id = query.get('v') ?? '';
  const path = query.has('advert') ? await advertMedia(Number(query.get('advert'))) : await mediaOf(exchange, id);
  if (!path) return send(exchange, 404, 'text/plain', 'no media');
  const { size } = await stat(path);
  const range = readRange(exchange.request.headers.range, size);
  const headers = { 'content-type': 'video/webm', 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  if (!range) {
    exchange.response.writeHead(200, { ...headers, 'content-length': size });
    return pour(exchange, path, 0, size - 1, id);
  }
  if (range.from >= size) {
    exchange.response.writeHead(416, { 'content-range': `bytes */${size}` });
    exchange.response.end();
    return;
  }
  exchange.response.writeHead(206, {
    ...headers,
    'content-length': range.to - range.from + 1,
    'content-range': `bytes ${range.from}-${range.to}/${size}`,
  });
  await pour(exchange, path, range.from, range.to, id);
}

async function mediaOf(exchange: Exchange, id: string): Promise<string | undefined> {
  const video = await exchange.world.video(id);
  const main = await video?.media?.();
  const seconds = exchange.world.options(id).stitchedAdvert;
  return main && seconds > 0 ? stitchedMedia(main, seconds) : main;
}

/** One range of a `Range` header; null for none or for forms nobody sends. */
export function readRange(header: string | undefined, size: number): { from: number; to: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') return { from: Math.max(0, size - Number(match[2])), to: size - 1 };
  return { from: Number(match[1]), to: match[2] ? Math.min(Number(match[2]), size - 1) : size - 1 };
}

async function pour(exchange: Exchange, path: string, from: number, to: number, id: string): Promise<void> {
  if (exchange.request.method === 'HEAD') {
    exchange.response.end();
    return;
  }
  const rate = exchange.world.options(id).mediaRate;
  const stream = createReadStream(path, { start: from, end: to });
  const { response } = exchange;
  let resume = () => {};
  response.on('drain', () => resume());
  response.on('close', () => {
    stream.destroy();
    resume();
  });
  try {
    for await (const chunk of stream) {
      if (response.destroyed) return;
      if (!response.write(chunk)) {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      }
      if (rate > 0 && !(await pause(exchange, (chunk.length / rate) * 1000))) return;
    }
    exchange.response.end();
  } catch {
    // The browser closed the connection because it has enough; it asks again when it needs more.
  }
}
