import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { noHtmlSink } from './no-html-sink';
import { plainBrowser } from './plain-browser';

/** The build that end-to-end tests load: open shadow root, a host that can be found. Never released. */
const isE2e = process.env.READALONG_E2E === '1';

/** Scripts that hand themselves over to `youtube.js` in the world that content scripts share; see `lib/platform/hand-over.ts`. */
const PARTS = ['youtube-find.js', 'youtube-notes.js', 'youtube-styles.js', 'youtube-views.js'];

export default defineConfig({
  imports: false,
  hooks: {
    // They are no content scripts to wxt, which would wrap each of them in its context and the polyfill: 5 kB gzip apiece.
    'build:manifestGenerated': (_, manifest) => {
      manifest.content_scripts ??= [];
      const page = manifest.content_scripts.find(({ js }) => js?.some((file) => file.endsWith('/youtube.js')));
      if (page) page.js = [...PARTS, ...(page.js ?? [])];
      // While developing, wxt registers its own content scripts by itself.
      else
        manifest.content_scripts.push({ matches: ['https://www.youtube.com/*'], run_at: 'document_start', js: PARTS });
    },
  },
  outDirTemplate: isE2e ? '{{browser}}-mv{{manifestVersion}}-e2e' : '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [plainBrowser(), noHtmlSink(), preact()], define: { __E2E__: JSON.stringify(isE2e) } }),
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
