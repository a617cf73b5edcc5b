/** Opens the browsers for the proofs, and waits for what a reader waits for. */
import { join } from 'node:path';
import { type ChromiumDriver, launchChromium } from '../drivers/chromium';
import type { BrowserDriver, LaunchOptions } from '../drivers/driver';
import { launchFirefox } from '../drivers/firefox';

export type BrowserName = BrowserDriver['name'];

/** Both, or the one that `READALONG_BROWSER` names. */
export const BROWSERS: readonly BrowserName[] = (['chromium', 'firefox'] as const).filter(
  (name) => (process.env.READALONG_BROWSER ?? name) === name,
);

/** `READALONG_OUTPUT` names another folder than `.output` that holds the e2e builds. */
function withBuild(name: BrowserName, options: LaunchOptions): LaunchOptions {
  const output = process.env.READALONG_OUTPUT;
  const folder = name === 'chromium' ? 'chrome-mv3-e2e' : 'firefox-mv3-e2e';
  return output ? { extension: join(output, folder), ...options } : options;
}

export function openBrowser(name: BrowserName, options: LaunchOptions): Promise<BrowserDriver> {
  return name === 'chromium' ? openChromium(options) : launchFirefox(withBuild(name, options));
}

export function openChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  return launchChromium(withBuild('chromium', options));
}

/** Until the health line says so: "exact", "Rough times". */
export function untilHealth(browser: BrowserDriver, part: string, timeoutMs = 15_000): Promise<unknown> {
  return browser.waitForSidebar(
    (root, wanted) => root.querySelector('.health')?.textContent?.includes(wanted),
    part,
    timeoutMs,
  );
}

/** Until there is something to read. */
export function untilWords(browser: BrowserDriver, timeoutMs = 15_000): Promise<unknown> {
  return browser.waitForSidebar(
    (root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200,
    undefined,
    timeoutMs,
  );
}

/** Until all rows of a long transcript are in the document. */
export function untilWhole(browser: BrowserDriver): Promise<unknown> {
  return browser.waitForSidebar((root) => {
    const chunks = [...root.querySelectorAll('.chunk')];
    return chunks.length > 0 && chunks.every((chunk) => chunk.childElementCount > 0);
  });
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Runs a measurement until it finds nothing, three times at most, and gives what the last one found. What is too slow by
 * itself is so each time; what another program on the machine made slow is not.
 */
export async function troubles<T>(measure: () => Promise<readonly T[]>): Promise<readonly T[]> {
  let found: readonly T[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    found = await measure();
    if (found.length === 0) break;
  }
  return found;
}
