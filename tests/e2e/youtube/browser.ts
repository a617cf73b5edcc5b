/** Which browser a run is for: `READALONG_BROWSER=firefox` or, by default, Chromium. */
import { launchChromium } from '../drivers/chromium';
import type { BrowserDriver, LaunchOptions } from '../drivers/driver';
import { launchFirefox } from '../drivers/firefox';

export const isFirefox = process.env.READALONG_BROWSER === 'firefox';

export function launchBrowser(options: LaunchOptions): Promise<BrowserDriver> {
  return isFirefox ? launchFirefox(options) : launchChromium(options);
}
