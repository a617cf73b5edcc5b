/** Debian's Firefox ESR over WebDriver BiDi, with the stage in YouTube's place and the extension installed for the session. */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BidiConnection } from './bidi';
import { clickActions, dragActions, moveActions, pressActions, typeActions, wheelActions } from './bidi-input';
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
import { startFirefox, writeFirefoxProfile } from './firefox-process';

export const defaultFirefoxExtension = resolve('.output/firefox-mv3-e2e');

/** The host of the extension's pages, fixed by a preference. */
const extensionHost = '5a6b7c8d-1111-4222-8333-944445555666';

export interface FirefoxDriver extends BrowserDriver {
  /** The raw connection and the id of the tab, for what the common interface does not cover. */
  readonly bidi: BidiConnection;
  readonly tab: string;
  /** Runs an expression with the browser's own powers. */
  evaluateChrome<R>(expression: string): Promise<R>;
}

export async function launchFirefox(options: LaunchOptions): Promise<FirefoxDriver> {
  const extension = options.extension === undefined ? defaultFirefoxExtension : options.extension;
  if (extension && !existsSync(extension)) throw new Error(`No extension in ${extension}. Build it first.`);
  const addonId = extension ? await addonIdOf(extension) : null;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'stage-firefox-')));
  await writeFirefoxProfile({
    folder: profile,
    stagePort: options.stage.port,
    extensionHosts: addonId ? { [addonId]: extensionHost } : {},
    extraPreferences: {
      'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': options.darkSystem ? 0 : 1,
      ...(options.forcedColors ? { 'browser.display.document_color_use': 2 } : {}),
    },
  });
  const { child, address } = await startFirefox(profile, options.headless ?? !process.env.STAGE_HEADED);
  try {
    const bidi = await BidiConnection.open(address);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    if (extension) await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    const tree = (await bidi.send('browsingContext.getTree', {})) as { contexts?: { context: string }[] };
    const tab = tree.contexts?.[0]?.context;
    if (!tab) throw new Error('Firefox opened without a tab.');
    const driver = new BidiDriver(
      bidi,
      tab,
      child,
      profile,
      options.profile === undefined,
      addonId,
      options.stage.port,
    );
    await driver.setViewport(options.viewport ?? wide);
    return driver;
  } catch (error) {
    child.kill();
    throw error;
  }
}

async function addonIdOf(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${extension} has no browser_specific_settings.gecko.id.`);
  return id;
}

interface Evaluated {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text?: string };
}

class BidiDriver implements FirefoxDriver {
  readonly name = 'firefox';
  readonly errors: string[] = [];
  readonly extensionOrigin: string | null;
  private size: Size | undefined;

  constructor(
    readonly bidi: BidiConnection,
    readonly tab: string,
    private readonly child: ChildProcess,
    readonly profile: string,
    private readonly ownsProfile: boolean,
    private readonly addonId: string | null,
    private readonly stagePort: number,
  ) {
    this.extensionOrigin = addonId ? `moz-extension://${extensionHost}/` : null;
    bidi.on('log.entryAdded', (entry) => {
      if (entry.level === 'error') this.errors.push(String(entry.text));
    });
  }

  async openWatch(videoId: string, query = ''): Promise<void> {
    await this.goto(`https://www.youtube.com/watch?v=${videoId}${query}`);
  }

  async goto(url: string): Promise<void> {
    const navigate = () => this.bidi.send('browsingContext.navigate', { context: this.tab, url, wait: 'interactive' });
    // What Firefox says of a navigation that another one of its own stopped, as its first page may be.
    await navigate().catch((error: Error) => (error.message.includes('Address rejected') ? navigate() : raise(error)));
    await this.takeFocus();
    if (url.startsWith('https://www.youtube.com/')) await this.untilBuilt();
  }

  async reload(): Promise<void> {
    await this.bidi.send('browsingContext.reload', { context: this.tab, wait: 'interactive' });
    await this.untilBuilt();
  }

  async back(): Promise<void> {
    await this.bidi.send('browsingContext.traverseHistory', { context: this.tab, delta: -1 });
  }

  async forward(): Promise<void> {
    await this.bidi.send('browsingContext.traverseHistory', { context: this.tab, delta: 1 });
  }

  async openExtensionPage(path: string): Promise<void> {
    if (!this.extensionOrigin) throw new Error('No extension is installed.');
    const url = this.extensionOrigin + path;
    await this.bidi.send('browsingContext.navigate', { context: this.tab, url, wait: 'complete' });
  }

  evaluate<R, A = undefined>(run: PageFunction<A, R>, argument?: A): Promise<R> {
    return this.run(callSource(run, argument), this.tab);
  }

  inSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A): Promise<R> {
    return this.run(sidebarSource(run, argument), this.tab);
  }

  waitFor<R, A = undefined>(run: PageFunction<A, R>, argument?: A, timeoutMs = 10_000): Promise<R> {
    return poll(() => this.evaluate(run, argument), timeoutMs, run.toString());
  }

  waitForSidebar<R, A = undefined>(run: SidebarFunction<A, R>, argument?: A, timeoutMs = 10_000): Promise<R> {
    return poll(() => this.inSidebar(run, argument), timeoutMs, run.toString());
  }

  async click(x: number, y: number, options: { count?: number; button?: 'left' | 'right' } = {}): Promise<void> {
    await this.perform(clickActions(x, y, options.count ?? 1, options.button === 'right' ? 2 : 0));
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.perform(dragActions(from, to));
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.perform(moveActions(x, y));
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    await this.perform(wheelActions(x, y, deltaY));
  }

  async press(keys: string): Promise<void> {
    await this.perform(pressActions(keys));
  }

  async type(text: string): Promise<void> {
    await this.perform(typeActions(text));
  }

  async setViewport(viewport: Size): Promise<void> {
    if (this.size?.width === viewport.width && this.size.height === viewport.height) return;
    this.size = viewport;
    await this.bidi.send('browsingContext.setViewport', { context: this.tab, viewport });
  }

  async setDark(on: boolean): Promise<void> {
    await this.evaluate((value) => window.__stage.setDark(value), on);
  }

  /** Firefox never answers when the viewport is set in full screen, so the size comes first. */
  async setLayout(layout: Layout): Promise<void> {
    await this.evaluate(() => window.__stage.setFullscreen(false));
    await this.setViewport(layout === 'narrow' ? narrow : wide);
    await this.evaluate(async (wanted) => {
      window.__stage.setTheater(wanted === 'theatre');
      if (wanted === 'fullscreen') await window.__stage.setFullscreen(true);
    }, layout);
  }

  async setOffline(on: boolean): Promise<void> {
    // The loopback counts as reachable even then, so the stage is moved to a port where nobody listens.
    const port = on ? 9 : this.stagePort;
    await this.evaluateChrome(
      `(() => { Services.prefs.setStringPref('network.socket.forcePort', '443=${port}'); Services.obs.notifyObservers(null, 'net:prune-all-connections'); Services.io.offline = ${on}; })()`,
    );
  }

  async killBackground(): Promise<boolean> {
    if (!this.addonId) return false;
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(this.addonId)}).extension`;
    return this.evaluateChrome(
      `(async () => { const extension = ${extension}; const was = extension.backgroundState; await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }); return was === 'running'; })()`,
    );
  }

  async evaluateChrome<R>(expression: string): Promise<R> {
    const tree = (await this.bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts?: { context: string }[];
    };
    const window = tree.contexts?.[0]?.context;
    if (!window) throw new Error('Firefox shows no window of its own.');
    return this.run(expression, window);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.bidi.send('browsingContext.captureScreenshot', {
      context: this.tab,
      origin: 'viewport',
    });
    await writeFile(path, Buffer.from(String(data), 'base64'));
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((done) => {
      if (this.child.exitCode !== null) done();
      else this.child.once('exit', () => done());
    });
    await this.bidi.send('browser.close', {}, 5000).catch(() => {
      // The answer may be lost with the connection; whether the process ends is what counts.
    });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
    this.bidi.close();
    if (this.ownsProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A headless window does not have the focus by itself, and without it nothing goes full screen. */
  private async takeFocus(): Promise<void> {
    await this.evaluateChrome('void (window.focus(), gBrowser.selectedBrowser.focus())');
  }

  private async untilBuilt(): Promise<void> {
    await this.evaluate(() => window.__stage.ready);
  }

  private async perform(actions: object[]): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.tab, actions });
  }

  /** The result crosses as JSON text, as everywhere in these drivers. */
  private async run<R>(expression: string, context: string): Promise<R> {
    const answer = (await this.bidi.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    })) as unknown as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'The page threw.');
    const text = answer.result?.value;
    return (typeof text === 'string' ? JSON.parse(text) : undefined) as R;
  }
}

function raise(error: Error): never {
  throw error;
}
