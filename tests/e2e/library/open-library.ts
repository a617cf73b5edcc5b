/** The library of the built extension in a real browser, filled through the extension's own messages. */
import { build } from 'esbuild';
import type { LibraryBench } from '../../bench/library-page';
import { OWN_TEXT } from '../../bench/made-library';
import { type Stage, startStage } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';
import { type BrowserName, openBrowser } from '../proof/open';
import { isFirefox } from '../youtube/browser';

declare const bench: LibraryBench;

export interface OpenLibrary {
  readonly stage: Stage;
  readonly browser: BrowserDriver;
  /** Loads a page of the extension with the filling code in it. */
  open(path?: string): Promise<void>;
  fill(from: number, to: number): Promise<void>;
  /** Fills an empty library with so many episodes at once. */
  bulk(count: number): Promise<void>;
  ask(query: string): Promise<{ readonly total: number; readonly times: number }>;
  call<T>(name: string, args: unknown): Promise<T>;
  close(): Promise<void>;
}

export const SOURCE_TEXTS = [OWN_TEXT];

export interface LibraryOptions {
  /** Kept, to start again with what is in it. Default: a new one, removed on close. */
  readonly profile?: string;
  /** Default: the one that the run is for. */
  readonly browser?: BrowserName;
  /** Default: true. False leaves the database alone until `open` is called. */
  readonly opens?: boolean;
}

export async function openLibrary({
  profile,
  browser: name = isFirefox ? 'firefox' : 'chromium',
  opens = true,
}: LibraryOptions = {}): Promise<OpenLibrary> {
  const stage = await startStage({ upgradeDelay: [0, 50], rerenderAt: [], potDelay: 30, panelDelay: 0 });
  const options = profile === undefined ? { stage } : { stage, profile };
  const browser = await openBrowser(name, options);
  const script = await build({
    entryPoints: ['tests/bench/library-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const code = script.outputFiles[0]?.text ?? '';
  // The driver sends a function's source; extension pages forbid `eval`, so the bundle travels as that source.
  const install = Object.assign(() => undefined, { toString: () => `() => { ${code} }` });
  const library: OpenLibrary = {
    stage,
    browser,
    async open(path = 'library.html') {
      await browser.openExtensionPage(path);
      await browser.evaluate(install);
      await browser.evaluate((texts) => bench.setSource(texts), SOURCE_TEXTS);
    },
    async fill(from, to) {
      await browser.evaluate(([a, b]) => bench.fill(a ?? 0, b ?? 0), [from, to]);
    },
    async bulk(count) {
      await browser.evaluate((episodes) => bench.bulk(episodes), count);
    },
    ask: (query) => browser.evaluate((text) => bench.ask(text), query),
    call: <T>(name: string, args: unknown) =>
      browser.evaluate(([call, value]) => bench.call(call as string, value), [name, args]) as Promise<T>,
    async close() {
      await browser.close();
      await stage.close();
    },
  };
  if (opens) await library.open();
  return library;
}
