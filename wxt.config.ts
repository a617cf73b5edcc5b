import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: 'Readalong',
    description: 'The words beside the video: read along, click a word to seek, find what was said.',
    permissions: ['storage', 'unlimitedStorage'],
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
