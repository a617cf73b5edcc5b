import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { noHtmlSink } from './no-html-sink';

/** The build that end-to-end tests load: open shadow root, a host that can be found. Never released. */
const isE2e = process.env.READALONG_E2E === '1';

export default defineConfig({
  imports: false,
  outDirTemplate: isE2e ? '{{browser}}-mv{{manifestVersion}}-e2e' : '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [noHtmlSink(), preact()], define: { __E2E__: JSON.stringify(isE2e) } }),
  manifest: ({ browser }) => ({
    name: 'Readalong',
    description: 'The words beside the video: read along, click a word to seek, find what was said.',
    permissions: ['storage', 'unlimitedStorage'],
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
