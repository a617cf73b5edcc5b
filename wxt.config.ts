import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { lentModules } from './lent-modules';
import { noHtmlSink } from './no-html-sink';
import { plainBrowser } from './plain-browser';

/** The build that end-to-end tests load: open shadow root, a host that can be found. Never released. */
const isE2e = process.env.READALONG_E2E === '1';

/**
 * The scripts of a page, in the order they are needed. They share a world and hand themselves over there; see
 * `lib/platform/hand-over.ts`. They are no content scripts to wxt, which would wrap each of them in its context and the polyfill
 * (5 kB gzip apiece) and tell the page of each start by an event.
 */
const SCRIPTS = [
  { run_at: 'document_start', js: ['youtube.js'] },
  { run_at: 'document_end', js: ['youtube-styles.js', 'youtube-views.js'] },
  { run_at: 'document_idle', js: ['youtube-find.js', 'youtube-later.js'] },
] as const;

const LATER_SCRIPT = 'background-later.js';

export default defineConfig({
  imports: false,
  hooks: {
    // `imports: false` alone still lets a parameter named `storage` bring wxt's own storage into a script: 3 kB gzip.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { autoImport: false });
    },
    'build:manifestGenerated': (_, manifest) => {
      const matches = ['https://www.youtube.com/*'];
      const ours = SCRIPTS.map(({ run_at, js }) => ({ matches, run_at, js: [...js] }));
      manifest.content_scripts = [...(manifest.content_scripts ?? []), ...ours];
      // Chromium's worker brings it in itself; see `lib/platform/later-part.ts`.
      if (manifest.background && 'scripts' in manifest.background) manifest.background.scripts?.push(LATER_SCRIPT);
    },
  },
  outDirTemplate: isE2e ? '{{browser}}-mv{{manifestVersion}}-e2e' : '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [plainBrowser(), lentModules(), noHtmlSink(), preact()],
    define: { __E2E__: JSON.stringify(isE2e) },
    build: {
      // Tables at the top of a module that nobody uses must not come along with another of its functions.
      rollupOptions: { treeshake: { moduleSideEffects: (id) => !/\/(lib|components)\/[^?]*\.tsx?$/.test(id) } },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Readalong',
    description: 'The words beside the video: read along, click a word to seek, find what was said.',
    permissions: ['storage', 'unlimitedStorage'],
    // Asked for by a click in the popup, to read a page of notes; neither shows a warning.
    optional_permissions: ['activeTab', 'scripting'],
    omnibox: { keyword: 'ra' },
    commands: {
      'toggle-sidebar': { suggested_key: { default: 'Alt+Y' }, description: 'Show or hide the words' },
      'open-find': { suggested_key: { default: 'Alt+Shift+Y' }, description: 'Find in the words' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'readalong@readalong.app',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
