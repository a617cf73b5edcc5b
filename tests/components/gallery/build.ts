/** Bundles the gallery into one folder: `npx tsx tests/components/gallery/build.ts OUT`. Open `OUT/index.html?state=…`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Does what vite does for `?inline`: gives a style sheet as a string. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?inline', '')),
      namespace: 'inline',
    }));
    onLoad({ filter: /.*/, namespace: 'inline' }, async ({ path }) => ({
      contents: (await import('node:fs')).readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

export async function buildGallery(out: string): Promise<string> {
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    outfile: join(out, 'page.js'),
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { '@': ROOT },
    plugins: [inlineStyles],
    logLevel: 'warning',
  });
  const page = join(out, 'index.html');
  writeFileSync(
    page,
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><body><script src="page.js"></script></body></html>',
  );
  return page;
}

const out = process.argv[2];
if (out && process.argv[1]?.endsWith('build.ts')) await buildGallery(resolve(out));
