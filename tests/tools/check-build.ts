/**
 * Holds the built extension to its promises: exact permissions, nothing reachable from web pages, no way to turn text
 * into markup or code, a small content script. Run after `npm run build`; prints each broken promise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUTPUT = join(import.meta.dirname, '..', '..', '.output');
const CONTENT_SCRIPT_LIMIT = 40_000;
const SINKS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'document.write',
  'srcdoc',
  'javascript:',
  'createContextualFragment',
];
const CODE_FROM_TEXT = /\beval\(|new Function\(/;

interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
  content_scripts?: { matches?: string[]; js?: string[] }[];
}

const broken: string[] = [];

function check(condition: boolean, message: string): void {
  if (!condition) broken.push(message);
}

function checkManifest(name: string, manifest: Manifest): void {
  const wanted = ['storage', 'unlimitedStorage'];
  check(
    JSON.stringify([...(manifest.permissions ?? [])].sort()) === JSON.stringify(wanted),
    `${name}: permissions must be exactly ${wanted.join(', ')}`,
  );
  check(
    JSON.stringify([...(manifest.optional_permissions ?? [])].sort()) === JSON.stringify(['activeTab', 'scripting']),
    `${name}: only the page in the tab may be asked for, and only its reading`,
  );
  check(
    !manifest.host_permissions?.length,
    `${name}: content scripts match YouTube already; no host permission may be asked`,
  );
  check(manifest.web_accessible_resources === undefined, `${name}: nothing may be reachable from web pages`);
  check(manifest.externally_connectable === undefined, `${name}: no page may connect to the extension`);
  for (const script of manifest.content_scripts ?? []) {
    check(
      JSON.stringify(script.matches) === '["https://www.youtube.com/*"]',
      `${name}: content scripts match YouTube alone`,
    );
  }
}

function checkFiles(folder: string, name: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|html)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    for (const sink of SINKS)
      check(!text.includes(sink), `${name}/${relative(folder, path)}: holds the HTML sink ${sink}`);
    check(!CODE_FROM_TEXT.test(text), `${name}/${relative(folder, path)}: makes code from text`);
  }
}

function checkSize(folder: string, name: string, manifest: Manifest): void {
  for (const file of manifest.content_scripts?.flatMap((script) => script.js ?? []) ?? []) {
    const size = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    console.log(`${name}/${file}: ${(size / 1000).toFixed(1)} kB gzip`);
    check(size <= CONTENT_SCRIPT_LIMIT, `${name}/${file}: ${size} bytes gzip, the limit is ${CONTENT_SCRIPT_LIMIT}`);
  }
}

for (const name of ['chrome-mv3', 'firefox-mv3']) {
  const folder = join(OUTPUT, name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  checkManifest(name, manifest);
  checkFiles(folder, name);
  checkSize(folder, name, manifest);
}
for (const message of broken) console.error(message);
if (broken.length > 0) process.exit(1);
console.log('build: every promise kept');
