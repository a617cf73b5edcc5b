/** The TLS server: takes requests, logs them, hands them to their routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from './certificate';
import { control } from './routes/control';
import { type Exchange, type LoggedRequest, notFoundPage, send, type World } from './routes/exchange';
import { innertube } from './routes/innertube';
import { media } from './routes/media';
import { isPagePath, page } from './routes/page';
import { timedtext } from './routes/timedtext';

export interface StageServer {
  readonly port: number;
  readonly requests: LoggedRequest[];
  clear(): void;
  close(): Promise<void>;
}

const largestBody = 1_000_000;

export async function startServer(world: World): Promise<StageServer> {
  const requests: LoggedRequest[] = [];
  const server = createServer(await makeCertificate(), (request, response) => {
    serve(request, response, world, requests).catch((error: unknown) => {
      process.stderr.write(
        `stage: ${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}\n`,
      );
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end();
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    clear: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  requests: LoggedRequest[],
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://www.youtube.com');
  const body = await readBody(request);
  const entry: LoggedRequest = {
    at: Date.now(),
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body,
    status: 0,
    bytes: 0,
  };
  requests.push(entry);
  response.on('error', () => {});
  response.on('close', () => {
    entry.status = response.headersSent ? response.statusCode : 0;
    entry.bytes = Number(response.getHeader('content-length') ?? 0);
  });
  await route({ request, response, url, body, world });
}

async function route(exchange: Exchange): Promise<void> {
  const path = exchange.url.pathname;
  if (path === '/api/timedtext') return timedtext(exchange);
  if (path.startsWith('/youtubei/v1/')) return innertube(exchange);
  if (path === '/videoplayback') return media(exchange);
  if (path.startsWith('/__stage/') || path.startsWith('/s/desktop/stage/')) return control(exchange);
  if (isPagePath(path)) return page(exchange);
  if (path === '/favicon.ico') return send(exchange, 200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  if (path.startsWith('/cspreport')) return send(exchange, 204, 'text/plain', '');
  send(exchange, 404, 'text/html; charset=utf-8', notFoundPage);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= largestBody) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
