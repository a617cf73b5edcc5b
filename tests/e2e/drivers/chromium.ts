/** Debian's Chromium through Playwright, with the stage in YouTube's place and an unpacked extension. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import {
  type BrowserDriver,
  callSource,
  type LaunchOptions,
  type Layout,
  narrow,
  type PageFunction,
  poll,
  type SidebarFunction,
  type Size,
  sidebarSource,
  wide,
} from './driver';

const executables = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const defaultChromiumExtension = resolve('.output/chrome-mv3-e2e');

export interface ChromiumDriver extends BrowserDriver {
  /** Playwright's own objects, for what the common interface does not cover (axe, CDP, tracing). */
  readonly context: BrowserContext;
  readonly page: Page;
  /** The extension's service worker while it runs. */
  worker(): Worker | undefined;
  /** A CDP session of the page under control. */
  cdp(): Promise<CDPSession>;
}

export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const extension = options.extension === undefined ? defaultChromiumExtension : options.extension;
  if (extension && !existsSync(extension)) throw new Error(`No extension in ${extension}. Build it first.`);
  const executablePath = executables.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing: tests/tools/install-browsers.sh installs it.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'stage-chromium-')));
  await seedProfile(profile);
  const viewport = options.viewport ?? wide;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? !process.env.STAGE_HEADED,
    ignoreHTTPSErrors: true,
    viewport,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: options.forcedColors ? 'active' : 'none',
    colorScheme: options.darkSystem ? 'dark' : 'light',
    args: [...browserArguments(options.stage.port, extension), ...(options.hasSound ? [] : ['--mute-audio'])],
    ignoreDefaultArgs: [
      ...(options.hasSound ? ['--mute-audio'] : []),
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return new PlaywrightDriver(
    context,
    page,
    profile,
    options.profile === undefined,
    extension !== null,
    await originOf(context, extension),
  );
}

function browserArguments(port: number, extension: string | null): string[] {
  const load = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : [];
  return [
    '--no-sandbox',
    `--host-resolver-rules=MAP www.youtube.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--autoplay-policy=no-user-gesture-required',
    ...load,
  ];
}

/** With developer mode off, `runtime.reload()` would disable an unpacked extension. */
async function seedProfile(profile: string): Promise<void> {
  const preferences = join(profile, 'Default/Preferences');
  if (existsSync(preferences)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/** An extension without a background has no worker to ask, and its origin stays unknown. */
async function originOf(context: BrowserContext, extension: string | null): Promise<string | null> {
  if (!extension) return null;
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 5000 }).catch(() => undefined));
  return worker ? worker.url().slice(0, worker.url().indexOf('/', 'chrome-extension://'.length) + 1) : null;
}

class PlaywrightDriver implements ChromiumDriver {
  readonly name = 'chromium';
  readonly errors: string[] = [];
  private session: CDPSession | undefined;

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly profile: string,
    private readonly ownsProfile: boolean,
    private readonly hasExtension: boolean,
    readonly extensionOrigin: string | null,
  ) {
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  worker(): Worker | undefined {
    return this.context.serviceWorkers()[0];
  }

  async cdp(): Promise<CDPSession> {
    this.session ??= await this.context.newCDPSession(this.page);
    return this.session;
  }

  async openWatch(videoId: string, query = ''): Promise<void> {
    await this.goto(`https://www.youtube.com/watch?v=${videoId}${query}`);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    if (url.startsWith('https://www.youtube.com/')) await this.evaluate(() => window.__stage.ready);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.evaluate(() => window.__stage.ready);
  }

  async back(): Promise<void> {
    await this.evaluate(() => history.back());
  }

  async forward(): Promise<void> {
    await this.evaluate(() => history.forward());
  }

  async openExtensionPage(path: string): Promise<void> {
    if (!this.extensionOrigin) throw new Error('The extension has no pages, or its background did not start.');
    await this.page.goto(this.extensionOrigin + path);
  }

  evaluate<R, A = undefined>(run: PageFunction<A, R>, argument?: A): Promise<R> {
    return this.page.evaluate(callSource(run, argument)) as Promise<R>;
  }

  inSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A): Promise<R> {
    return this.page.evaluate(sidebarSource(run, argument)) as Promise<R>;
  }

  waitFor<R, A = undefined>(run: PageFunction<A, R>, argument?: A, timeoutMs = 10_000): Promise<R> {
    return poll(() => this.evaluate(run, argument), timeoutMs, run.toString());
  }

  waitForSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A, timeoutMs = 10_000): Promise<R> {
    return poll(() => this.inSidebar(run, argument), timeoutMs, run.toString());
  }

  async click(x: number, y: number, options: { count?: number; button?: 'left' | 'right' } = {}): Promise<void> {
    await this.page.mouse.click(x, y, { clickCount: options.count ?? 1, button: options.button ?? 'left' });
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel(0, deltaY);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async setViewport(size: Size): Promise<void> {
    await this.page.setViewportSize(size);
  }

  async setDark(on: boolean): Promise<void> {
    await this.evaluate((value) => window.__stage.setDark(value), on);
  }

  async setLayout(layout: Layout): Promise<void> {
    await this.setViewport(layout === 'narrow' ? narrow : wide);
    await this.evaluate(async (wanted) => {
      window.__stage.setTheater(wanted === 'theatre');
      await window.__stage.setFullscreen(wanted === 'fullscreen');
    }, layout);
  }

  async setOffline(on: boolean): Promise<void> {
    await this.context.setOffline(on);
  }

  async killBackground(): Promise<boolean> {
    if (!this.hasExtension || !this.worker()) return false;
    const session = await this.cdp();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    return true;
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.context.close().catch(() => {
      // The window was closed by hand; there is nothing left to close.
    });
    if (this.ownsProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
