/** Takes a picture of every state of the notes and outline tabs: `npx tsx tests/components/gallery/notes/shoot.ts OUT`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build, type Plugin } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../../../..');
const STATES = ['notes', 'more', 'empty', 'finding', 'paste', 'outline', 'chapters'];

/** Does what vite does for `?inline`: gives a style sheet as a string. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path }) => ({
      path: resolve(ROOT, path.replace(/^@\//, '').replace('?inline', '')),
      namespace: 'inline',
    }));
    onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

const out = resolve(process.argv[2] ?? 'gallery');
mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(import.meta.dirname, 'page.tsx')],
  outfile: join(out, 'page.js'),
  bundle: true,
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: { '@': ROOT },
  plugins: [inlineStyles],
  logLevel: 'warning',
});
writeFileSync(
  join(out, 'index.html'),
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><body><script src="page.js"></script></body></html>',
);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const tab = await browser.newPage({ viewport: { width: 434, height: 588 }, deviceScaleFactor: 2 });
tab.on('pageerror', (error) => console.error(error));
for (const theme of ['light', 'dark'])
  for (const state of STATES) {
    await tab.goto(`file://${join(out, 'index.html')}?state=${state}&theme=${theme}`);
    await tab.waitForTimeout(200);
    await tab.screenshot({ path: join(out, `${state}-${theme}.png`) });
  }
await tab.setViewportSize({ width: 332, height: 588 });
for (const state of ['notes', 'outline']) {
  await tab.goto(`file://${join(out, 'index.html')}?state=${state}&width=300`);
  await tab.waitForTimeout(200);
  await tab.screenshot({ path: join(out, `${state}-narrow.png`) });
}
await browser.close();
