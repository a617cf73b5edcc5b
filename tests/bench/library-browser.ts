/** A Chromium with the built extension for the library's bench: a page of the extension, and one for SQLite beside it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { LibraryBench } from './library-page';
import type { LibraryPeers } from './library-peers';
import type { SqliteOrder } from './library-sqlite';
import { OWN_TEXT } from './made-library';

declare const bench: LibraryBench;
declare const peers: LibraryPeers;

const EXTENSION = resolve(process.env.EXTENSION ?? '.output/chrome-mv3');
const SEEDS = resolve('../shared/data/seeds');

export function sourceTexts(): string[] {
  if (!existsSync(SEEDS)) return [OWN_TEXT];
  const names = readdirSync(SEEDS).filter((name) => /^00[014]/.test(name));
  return names.map((name) => readFileSync(join(SEEDS, name), 'utf8').replace(/\d\d:\d\d(:\d\d)?|Speaker \d:/g, ' '));
}

export interface BenchBrowser {
  readonly context: BrowserContext;
  /** A page of the extension in which `bench` and `peers` are. */
  readonly page: Page;
  /** Ends the extension's worker; the next message starts a new one. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function openBench(profile: string): Promise<BenchBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
    ],
  });
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  const id = worker.url().split('/')[2];
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${id}/options.html`);
  for (const entry of ['library-page', 'library-peers']) {
    await page.evaluate(await bundle(`tests/bench/${entry}.ts`, 'iife'));
  }
  await page.evaluate((texts) => bench.setSource(texts), sourceTexts());
  await page.evaluate((texts) => peers.setSource(texts), sourceTexts());
  const devtools: CDPSession = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  return {
    context,
    page,
    async killWorker() {
      await devtools.send('ServiceWorker.stopAllWorkers');
    },
    close: () => context.close(),
  };
}

async function bundle(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const script = await build({ entryPoints: [entry], bundle: true, format, write: false });
  return script.outputFiles[0]?.text ?? '';
}

export interface SqlitePeer {
  /** Gives the size of the file in bytes. */
  build(episodes: number): Promise<number>;
  /** Milliseconds of a new worker's first answer, and of the same worker's second. */
  ask(query: string): Promise<{ readonly cold: number; readonly warm: number }>;
  close(): Promise<void>;
}

export async function openSqlite(context: BrowserContext): Promise<SqlitePeer> {
  const server = await serve(
    new Map([
      ['/', ['text/html', '<!doctype html><title>SQLite</title>']],
      ['/worker.js', ['text/javascript', await bundle('tests/bench/library-sqlite.ts', 'esm')]],
      ['/sqlite3.wasm', ['application/wasm', readFileSync('node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm')]],
    ]),
  );
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(() => {
    const call = (worker: Worker, order: unknown) =>
      new Promise((done, fail) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = (event) => fail(new Error(event.message));
        worker.postMessage(order);
      });
    Object.assign(globalThis, { call, start: () => new Worker('/worker.js', { type: 'module' }) });
  });
  return {
    build: (episodes) => page.evaluate(buildInWorker, { texts: sourceTexts(), episodes }),
    ask: (query) => page.evaluate(askInWorker, query),
    async close() {
      await page.close();
      server.close();
    },
  };
}

declare const start: () => Worker;
declare const call: (worker: Worker, order: SqliteOrder) => Promise<number>;

async function buildInWorker(order: { readonly texts: readonly string[]; readonly episodes: number }): Promise<number> {
  const worker = start();
  const bytes = await call(worker, { kind: 'build', ...order });
  worker.terminate();
  return bytes;
}

async function askInWorker(query: string): Promise<{ cold: number; warm: number }> {
  // Its files are free again only when the worker before is quite gone.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const began = performance.now();
  const worker = start();
  await call(worker, { kind: 'ask', query });
  const cold = performance.now() - began;
  await call(worker, { kind: 'ask', query });
  const warm = performance.now() - began - cold;
  worker.terminate();
  return { cold, warm };
}

type Files = ReadonlyMap<string, readonly [type: string, body: string | Uint8Array]>;

function serve(files: Files): Promise<Server> {
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(files.has(request.url ?? '') ? 200 : 404, {
      'content-type': type,
      'cache-control': 'max-age=3600',
    });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** Memory of its own (without shared code) of the process that runs the extension’s worker and page, as Linux counts it. */
export function extensionMemory(profile: string): string {
  try {
    const pids = execFileSync('pgrep', ['-f', `extension-process.*${profile}|${profile}.*extension-process`], {
      encoding: 'utf8',
    });
    const sizes = pids
      .trim()
      .split('\n')
      .map((pid) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
    return (Math.max(...sizes) / 1024).toFixed(0);
  } catch {
    return '?';
  }
}
