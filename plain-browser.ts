import type { Plugin } from 'vite';

/**
 * Content scripts and the background use the browser's own `browser` or `chrome`, whose promises every browser we allow has; the
 * polyfill stays on our pages. It weighs 2.5 kB gzip on every page of YouTube, and takes two milliseconds of each start of the
 * worker.
 */
export function plainBrowser(): Plugin {
  let isPlain = false;
  return {
    name: 'plain-browser',
    enforce: 'pre',
    configResolved(config) {
      const { lib } = config.build;
      isPlain = lib !== false && /\/entrypoints\/(youtube|background)/.test(JSON.stringify(lib?.entry ?? ''));
    },
    async resolveId(id, importer) {
      if (!isPlain || id !== '@wxt-dev/webextension-polyfill/browser') return null;
      return this.resolve('@wxt-dev/browser', importer, { skipSelf: true });
    },
  };
}
