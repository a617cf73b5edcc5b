/** A Chromium with the built extension for the library's bench: a page of the extension, and one for SQLite beside it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { LibraryBench } from './library-page';
import type { LibraryPeers } from './library-peers';
import type { LibrarySqlite } from './library-sqlite-page';
import { OWN_TEXT } from './made-library';

declare const bench: LibraryBench;
declare const peers: LibraryPeers;
declare const sqlite: LibrarySqlite;

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
  // Else Chromium would run the worker that it kept with the profile, whatever was built since.
  await rm(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
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

export interface SqlitePeer extends LibrarySqlite {
  readonly port: number;
  close(): Promise<void>;
}

/** `port`: of the page whose file is wanted again. Default: any. */
export async function openSqlite(context: BrowserContext, port = 0): Promise<SqlitePeer> {
  const server = await serve(
    new Map([
      ['/', ['text/html', '<!doctype html><title>SQLite</title><script src="/page.js"></script>']],
      ['/page.js', ['text/javascript', await bundle('tests/bench/library-sqlite-page.ts', 'iife')]],
      ['/worker.js', ['text/javascript', await bundle('tests/bench/library-sqlite.ts', 'esm')]],
      ['/sqlite3.wasm', ['application/wasm', readFileSync('node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm')]],
    ]),
    port,
  );
  const { port: ownPort } = server.address() as AddressInfo;
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${ownPort}/`);
  return {
    port: ownPort,
    build: (texts, episodes) => page.evaluate(([all, count]) => sqlite.build(all, count), [texts, episodes] as const),
    ask: (query) => page.evaluate((text) => sqlite.ask(text), query),
    async close() {
      await page.close();
      server.close();
    },
  };
}

type Files = ReadonlyMap<string, readonly [type: string, body: string | Uint8Array]>;

function serve(files: Files, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(files.has(request.url ?? '') ? 200 : 404, {
      'content-type': type,
      'cache-control': 'max-age=3600',
    });
    response.end(body);
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
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
