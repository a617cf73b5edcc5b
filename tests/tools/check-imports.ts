/**
 * Keeps the arrows between the parts: imports go one way, the core knows no browser, platform and components do not know
 * each other. Run by `npm run lint`; prints each import that goes the wrong way and what to do instead.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** What each part may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/transcript': [],
  'lib/speech': ['lib/transcript'],
  'lib/formats': ['lib/transcript', 'lib/speech'],
  'lib/align': ['lib/transcript', 'lib/speech'],
  'lib/find': ['lib/transcript', 'lib/speech'],
  'lib/library': ['lib/transcript', 'lib/speech', 'lib/find', 'lib/notes'],
  'lib/notes': ['lib/transcript', 'lib/speech', 'lib/find', 'lib/align', 'lib/formats'],
  'lib/export': ['lib/transcript', 'lib/speech', 'lib/formats', 'lib/notes'],
  'lib/import': ['lib/transcript', 'lib/speech', 'lib/formats', 'lib/align'],
  'lib/captions': ['core'],
  'lib/protocol': ['core'],
  'lib/sidebar': ['core'],
  'lib/ports.ts': ['core'],
  'lib/platform': ['core'],
  components: ['core'],
  entrypoints: ['core', 'lib/platform', 'components'],
};

/** Packages that belong to one place alone. */
const PACKAGE_HOME: Record<string, readonly string[]> = {
  minisearch: ['lib/library'],
  idb: ['lib/platform'],
  fflate: ['lib/export', 'lib/platform'],
  preact: ['components', 'entrypoints'],
  'wxt/browser': ['lib/platform', 'entrypoints'],
  'webextension-polyfill': ['lib/platform', 'entrypoints'],
};

function partOf(path: string): string {
  if (path === 'lib/ports.ts' || path === 'lib/ports') return 'lib/ports.ts';
  const [top, second] = path.split('/');
  return top === 'lib' ? `lib/${second}` : (top ?? '');
}

function isCore(part: string): boolean {
  return part.startsWith('lib/') && part !== 'lib/platform';
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield relative(ROOT, join(entry.parentPath, entry.name));
  }
}

function problemOf(file: string, specifier: string): string | null {
  const from = partOf(file);
  const isInner = specifier.startsWith('.') || specifier.startsWith('@/');
  if (!isInner) {
    const home = Object.entries(PACKAGE_HOME).find(([name]) => specifier === name || specifier.startsWith(`${name}/`));
    if (home && !home[1].includes(from)) return `${home[0]} lives in ${home[1].join(' and ')} only`;
    if (from.startsWith('lib/') && from !== 'lib/platform' && specifier.startsWith('node:'))
      return 'the core runs in browsers too: no node: modules';
    return null;
  }
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
  const to = partOf(target.split('?')[0] ?? target);
  if (to === from) return null;
  const allowed = MAY_IMPORT[from];
  if (!allowed) return `${from} has no place in the map; add it to tests/tools/check-imports.ts`;
  if (allowed.includes(to) || (allowed.includes('core') && isCore(to))) return null;
  return `${from} must not import ${to}; pass it in from an entrypoint, or move what both need down`;
}

let count = 0;
for (const folder of ['lib', 'components', 'entrypoints']) {
  for (const file of sources(folder)) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const match of text.matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)) {
      const problem = problemOf(file, match[1] ?? '');
      if (!problem) continue;
      count += 1;
      console.error(`${file}: imports '${match[1]}': ${problem}`);
    }
  }
}
if (count > 0) process.exit(1);
console.log('imports: every arrow points the right way');
