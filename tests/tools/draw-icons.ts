/** Draws the extension's icons from `icon.svg` beside this file. Run by hand when the drawing changes: `npx tsx tests/tools/draw-icons.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '..', '..', 'public', 'icon');
const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img src="${source}" width="${size}" height="${size}">`,
  );
  await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
}
await browser.close();
