import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const inTree = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const LENT = inTree('entrypoints/youtube-later/lent.ts');
const SHARED = ['shared/IconButton', 'sidebar/Sheet', 'sidebar/SourceMenu'].map((name) =>
  inTree(`components/${name}.tsx`),
);

/** Lets the later script draw with the Preact and the components of the views instead of bringing its own. */
export function lentModules(): Plugin {
  let isBorrower = false;
  return {
    name: 'lent-modules',
    enforce: 'pre',
    configResolved({ build: { lib } }) {
      isBorrower = lib !== false && JSON.stringify(lib?.entry ?? '').includes('youtube-later');
    },
    async resolveId(id, importer) {
      if (!isBorrower) return null;
      if (/^preact(\/hooks|\/jsx-runtime)?$/.test(id)) return LENT;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && SHARED.includes(found.id) ? LENT : found;
    },
  };
}
