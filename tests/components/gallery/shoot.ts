/** Takes a picture of every state: `npx tsx tests/components/gallery/shoot.ts OUT [name…] [--dark] [--forced]`. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { buildGallery } from './build';
import { STATES } from './states';

const [out = 'gallery', ...rest] = process.argv.slice(2);
const names = rest.filter((each) => !each.startsWith('--'));
const isDark = rest.includes('--dark');
const folder = resolve(out);
mkdirSync(folder, { recursive: true });
const page = await buildGallery(join(folder, 'page'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const tab = await browser.newPage({ viewport: { width: 640, height: 760 }, deviceScaleFactor: 2 });
if (rest.includes('--forced')) await tab.emulateMedia({ forcedColors: 'active' });
tab.on('pageerror', (error) => console.error(error));
tab.on('console', (message) => message.type() === 'error' && console.error(message.text()));
for (const name of names.length > 0 ? names : Object.keys(STATES)) {
  await tab.goto(`file://${page}?state=${name}&theme=${isDark ? 'dark' : 'light'}`);
  await tab.waitForTimeout(name === 'loading' ? 1500 : 900);
  const box = await tab.evaluate(() => {
    const { width, height } = (
      document.body.firstElementChild?.nextElementSibling ?? document.body
    ).getBoundingClientRect();
    return { width, height };
  });
  await tab.screenshot({
    path: join(folder, `${name}${isDark ? '-dark' : ''}.png`),
    clip: { x: 0, y: 0, width: box.width + 32, height: box.height + 32 },
  });
}
await browser.close();
