import type { Plugin } from 'vite';

/**
 * Content scripts use the browser's own `browser` or `chrome`, whose promises every browser we allow has; the polyfill stays in
 * the background and on our pages. It weighs 2.5 kB gzip, on every page of YouTube.
 */
export function plainBrowser(): Plugin {
  let isContentScript = false;
  return {
    name: 'plain-browser',
    enforce: 'pre',
    configResolved(config) {
      const { lib } = config.build;
      isContentScript = lib !== false && JSON.stringify(lib?.entry ?? '').includes('/entrypoints/youtube');
    },
    async resolveId(id, importer) {
      if (!isContentScript || id !== '@wxt-dev/webextension-polyfill/browser') return null;
      return this.resolve('@wxt-dev/browser', importer, { skipSelf: true });
    },
  };
}
